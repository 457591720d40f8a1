import { empty } from './empty.ts';
import type { Github } from './index.ts';
import { isObject, type Json, text } from './json.ts';
import type { Asked, Reply } from './traffic.ts';

/** How one request to start a workflow ends. */
export type Mood =
  /** A run begins, and its number is told. */
  | 'tells'
  /** A run begins, and nothing is told: an older server. */
  | 'is-older'
  /** A run begins, and the answer never comes. */
  | 'loses-answer'
  /** No run begins, and no answer comes. */
  | 'loses-request'
  /** No run begins: the server fails. */
  | 'fails';

export interface StartedRun {
  readonly id: number;
  readonly workflow: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** As `run-name: Agent ${{ inputs.claim }}` gives it. */
  readonly title: string;
  readonly createdAt: Date;
  readonly conclusion: string | null;
  readonly headSha: string;
}

interface Options {
  /** The workflows of the default branch that can be started, with the inputs that they declare. */
  readonly workflows: Readonly<Record<string, readonly string[]>>;
  /** Of the so-manieth request to start one, from 0. */
  readonly mood?: (request: number) => Mood;
  /** Before a request is answered, whatever its mood: a test may end a process here. */
  readonly onRequest?: (request: number, when: 'before' | 'after') => void;
  readonly clock?: () => Date;
  /** The commit of runs that are started. */
  readonly headSha?: () => string;
}

const MOST_FOUND = 1000;

/** Workflows that are started by hand, and the list of their runs: what the emulator lacks. For octo/demo. */
export class DispatchedRuns {
  readonly runs: StartedRun[] = [];
  /** Requests to start something, whatever came of them. */
  requests = 0;
  #options: Options;

  constructor(github: Github, options: Options) {
    this.#options = options;
    const base = '^/repos/octo/demo/actions';
    github.fault({
      method: 'POST',
      path: new RegExp(`${base}/workflows/[^/]+/dispatches$`),
      answer: (asked) => this.#dispatch(asked),
    });
    github.fault({
      method: 'GET',
      path: new RegExp(`${base}/runs$`),
      query: { event: 'workflow_dispatch' },
      answer: (asked) => this.#list(asked),
    });
  }

  /** How it goes on from here. */
  become(options: Partial<Options>): void {
    this.#options = { ...this.#options, ...options };
  }

  /** A run that a person started, or that began otherwise. */
  add(run: Partial<StartedRun>): StartedRun {
    const whole: StartedRun = {
      id: 7000 + this.runs.length,
      workflow: 'agent.yml',
      ref: 'main',
      inputs: {},
      title: 'Agent',
      createdAt: this.#now(),
      conclusion: null,
      headSha: this.#options.headSha?.() ?? '0'.repeat(40),
      ...run,
    };
    this.runs.push(whole);
    return whole;
  }

  #now(): Date {
    return this.#options.clock?.() ?? new Date();
  }

  #dispatch({ path, body }: Asked): Reply | null {
    const request = this.requests;
    this.requests += 1;
    const { workflows, mood = () => 'tells', onRequest = () => undefined } = this.#options;
    onRequest(request, 'before');
    const how = mood(request);
    if (how === 'fails') return { status: 502, body: { message: 'Server Error' } };
    if (how === 'loses-request') return null;
    const workflow = decodeURIComponent(path.split('/').at(-2) ?? '');
    const declared = Object.hasOwn(workflows, workflow) ? workflows[workflow] : undefined;
    if (declared === undefined) return { status: 404, body: { message: 'Not Found' } };
    const inputs = isObject(body) && isObject(body.inputs) ? body.inputs : {};
    const unknown = Object.keys(inputs).filter((name) => !declared.includes(name));
    if (unknown.length > 0)
      return { status: 422, body: { message: `Unexpected inputs provided: ${JSON.stringify(unknown)}` } };
    const values = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
    const run = this.add({
      workflow,
      ref: text(body, 'ref'),
      inputs: values,
      title: `Agent ${values.claim ?? ''}`.trim(),
    });
    onRequest(request, 'after');
    if (how === 'loses-answer') return null;
    if (how === 'is-older' || (isObject(body) && body.return_run_details !== true))
      return { status: 204, body: null };
    const url = `https://example.com/runs/${run.id}`;
    return { status: 200, body: { workflow_run_id: run.id, run_url: url, html_url: url } };
  }

  #list({ query }: Asked): Reply {
    const [from = '', to = ''] = (query.get('created') ?? '..').split('..');
    const size = Number(query.get('per_page') ?? 30);
    const page = Number(query.get('page') ?? 1);
    const branch = query.get('branch');
    const found = this.runs
      .filter(({ createdAt, ref }) => {
        const at = `${createdAt.toISOString().slice(0, 19)}Z`;
        if (branch !== null && ref !== branch) return false;
        return (from === '' || at >= from) && (to === '' || at <= to);
      })
      .sort((a, b) => b.id - a.id);
    const shown = found.slice(0, MOST_FOUND).slice((page - 1) * size, page * size);
    const body = { total_count: found.length, workflow_runs: shown.map(described) };
    // What is made of the description has no undefined in it.
    const json: Json = JSON.parse(JSON.stringify(body));
    return { status: 200, body: json };
  }
}

let template: Record<string, unknown> | null = null;

function described(run: StartedRun): Record<string, unknown> {
  template ??= empty('workflow-run');
  return {
    ...template,
    id: run.id,
    display_title: run.title,
    event: 'workflow_dispatch',
    head_branch: run.ref,
    head_sha: run.headSha,
    path: `.github/workflows/${run.workflow}`,
    created_at: run.createdAt.toISOString(),
    status: run.conclusion === null ? 'in_progress' : 'completed',
    conclusion: run.conclusion,
  };
}

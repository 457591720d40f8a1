import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileCommands, runProcess, type StepResult } from '../support/bundle.ts';
import { checkOut, gitAs } from '../support/checkout.ts';
import { type Entry, runInProcess } from '../support/in-process.ts';

const root = join(import.meta.dirname, '../..');
const FIXTURES = join(root, 'test/fixtures/usage');

export const ALLOCATION = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [PLAN, EXEC]
agents:
  TESTING: { default: sonnet }
  SECURITY: { default: opus, aliases: [x] }
floors:
  - { id: security-always-opus, agents: [SECURITY], minimum: opus, exceptions: never }
`;

/** A job on a runner: the Action's own files from `dist/`, a checkout, a home, and what Claude Code leaves in it. */
export class AgentJob implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'haiku-first-job-'));
  readonly home = join(this.folder, 'home');
  readonly temp = join(this.folder, 'temp');
  readonly checkout = join(this.folder, 'checkout');
  private readonly env: Record<string, string>;

  private readonly bundled: boolean;

  /** `bundled`: its steps are processes that run `dist/`; otherwise the sources run in this process. */
  constructor(env: Readonly<Record<string, string>> = {}, { bundled = false } = {}) {
    this.bundled = bundled;
    for (const folder of [this.home, this.temp]) mkdirSync(folder);
    checkOut(this.checkout, ALLOCATION);
    const event = join(this.folder, 'event.json');
    writeFileSync(event, JSON.stringify({ action: 'opened', issue: { number: 7 } }));
    this.env = {
      PATH: process.env.PATH ?? '',
      HOME: this.home,
      RUNNER_TEMP: this.temp,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'issues',
      GITHUB_EVENT_PATH: event,
      GITHUB_REPOSITORY: 'octo/demo',
      GITHUB_RUN_ID: '123',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_JOB: 'review',
      GITHUB_SHA: this.git('rev-parse', 'HEAD').trim(),
      ...env,
    };
  }

  git(...args: string[]): string {
    return gitAs(this.checkout, ...args);
  }

  /** Commits these files, and gives the agent TESTING further lines in the allocation, as in `check: { … }`. */
  testing(more: string, files: Readonly<Record<string, string>>): void {
    const allocation = ALLOCATION.replace('{ default: sonnet }', `{ default: sonnet, ${more} }`);
    this.commit({ ...files, 'allocation.yaml': allocation });
  }

  commit(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.checkout, name), text);
    this.git('add', '.');
    this.git('commit', '--quiet', '--message=Check');
    this.env.GITHUB_SHA = this.git('rev-parse', 'HEAD').trim();
  }

  /** Claude Code's own files of a sample, as the agent's step leaves them. */
  claude(sample: string, { executionFile = true, age = 0 } = {}): void {
    const projects = join(this.home, '.claude/projects');
    cpSync(join(FIXTURES, sample, 'projects'), projects, { recursive: true });
    const result = readFileSync(join(FIXTURES, sample, 'result.json'), 'utf8');
    if (executionFile) this.leave(`[${result}]`);
    const then = new Date(Date.now() - age);
    for (const entry of readdirSync(join(FIXTURES, sample, 'projects'), {
      recursive: true,
      encoding: 'utf8',
    })) {
      if (!/\.jsonl?$/.test(entry)) continue;
      const path = join(projects, entry);
      // The samples are older than any test.
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace(/"timestamp": *"[^"]*"/g, `"timestamp":"${then.toISOString()}"`));
      utimesSync(path, then, then);
    }
  }

  leave(executionFile: string): void {
    writeFileSync(join(this.temp, 'claude-execution-output.json'), executionFile);
  }

  /** Runs the Action and keeps the state that it saves. `until`: when this comes, the job is cancelled. */
  async action(
    inputs: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>> = {},
    until?: Promise<unknown>,
  ): Promise<StepResult & { readonly state: Record<string, string> }> {
    return this.step('action.js', inputs, env, until);
  }

  /** The post step of a `resolve`, as the runner starts it. */
  async post(
    inputs: Readonly<Record<string, string>>,
    state: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<StepResult> {
    const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]);
    return this.step('post.js', inputs, { ...Object.fromEntries(saved), ...env });
  }

  private async step(
    file: Entry,
    inputs: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>>,
    until?: Promise<unknown>,
  ): Promise<StepResult & { readonly state: Record<string, string> }> {
    const files = mkdtempSync(join(this.folder, 'step-'));
    const [output, state, summary] = ['output', 'state', 'summary'].map((name) => join(files, name));
    for (const path of [output, state, summary]) writeFileSync(path ?? '', '');
    const given = Object.entries({ ledger: 'none', record: 'artifact', ...inputs }).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ]);
    const place = {
      cwd: this.checkout,
      env: {
        ...this.env,
        GITHUB_OUTPUT: output ?? '',
        GITHUB_STATE: state ?? '',
        GITHUB_STEP_SUMMARY: summary ?? '',
        ...Object.fromEntries(given),
        ...env,
      },
    };
    const ends = until === undefined ? {} : { until };
    // Only a process can be ended from outside.
    const result =
      this.bundled || until !== undefined
        ? await runProcess(process.execPath, [join(root, 'dist', file)], { ...place, ...ends })
        : await runInProcess(file, [], place);
    return {
      ...result,
      outputs: readFileCommands(readFileSync(output ?? '', 'utf8')),
      state: readFileCommands(readFileSync(state ?? '', 'utf8')),
      summary: readFileSync(summary ?? '', 'utf8'),
    };
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { givenInputs, inputLabel } from '../../src/actions/inputs.ts';
import { type CliResult, execute } from '../../src/cli/execute.ts';
import { COMMANDS } from '../../src/commands/registry.ts';
import type { Pace } from '../../src/pace/index.ts';
import { findCommand } from '../../src/surface/command.ts';
import type { Outcome } from '../../src/surface/outcome.ts';
import type { Deferral } from '../../src/usage/records/deferral.ts';
import type { LoggedForecast } from '../../src/usage/records/forecast.ts';
import {
  deferralEntry,
  eventEntry,
  forecastEntry,
  recordEntry,
} from '../../src/usage/records/ledger-line.ts';
import type { OutcomeEvent, UsageRecord } from '../../src/usage/records/record.ts';
import { ledger } from '../ledger/support.ts';
import type { Ends, Entry, ProcessResult, Start } from './bundle.ts';
import { FIXTURES, leaveTranscripts } from './claude-code.ts';
import { runInProcess } from './in-process.ts';
import { layStepFiles, type StepFiles } from './step-files.ts';
import { fillFrom } from './template.ts';

/** A Wednesday. */
export const NOW = '2026-11-25T12:00:00Z';

export const ALLOCATION = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [PLAN, EXEC]
facts: { docs: { type: boolean } }
agents:
  TESTING: { default: sonnet }
  SECURITY: { default: opus, aliases: [x] }
floors:
  - { id: security-always-opus, agents: [SECURITY], minimum: opus, exceptions: never }
`;

/** Texts by name. */
type Texts = Readonly<Record<string, string>>;

/** What started a workflow. */
export interface JobEvent {
  readonly name: string;
  readonly payload: unknown;
  /** What the runner tells of it beside the payload. */
  readonly env?: Texts;
}

interface Choices {
  /** null: no runner, as at somebody's desk. Default: an issue was opened. */
  readonly event?: JobEvent | null;
  /** The folder in which it works; null: an empty one. Default: a repository whose only commit holds `ALLOCATION`. */
  readonly checkout?: string | null;
  /** Lies in the checkout in the place of the one that is committed. */
  readonly allocation?: string;
  /** Added to what the runner sets. */
  readonly env?: Texts;
  /** What runs a step. Default: the sources, in this process. */
  readonly start?: Start;
  /** What a command that is called in this process takes for now. */
  readonly now?: string;
}

export type StepResult = ProcessResult & StepFiles;

const OPENED: JobEvent = {
  name: 'issues',
  payload: { action: 'opened', issue: { number: 7 }, repository: { default_branch: 'main' } },
};

/**
 * One job: a checkout, a home, the temporary files of a runner and its environment; the steps that use the Action in
 * it, the command line, and what Claude Code leaves. Use it with `using`.
 */
export class JobScene implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'haiku-first-job-'));
  readonly home = join(this.folder, 'home');
  readonly temp = join(this.folder, 'temp');
  readonly checkout: string;
  /** What every step and every command line gets. */
  readonly env: Record<string, string>;
  readonly now: Date;
  readonly #start: Start;

  constructor(choices: Choices = {}) {
    const { event = OPENED, checkout, allocation, env = {}, start = runInProcess, now = NOW } = choices;
    this.checkout = checkout ?? join(this.folder, 'demo');
    this.now = new Date(now);
    this.#start = start;
    for (const folder of [this.home, this.temp]) mkdirSync(folder);
    if (checkout === null) mkdirSync(this.checkout);
    if (checkout === undefined) fillFrom('checkout', this.checkout, firstCommit);
    if (allocation !== undefined) this.write('allocation.yaml', allocation);
    this.env = { PATH: process.env.PATH ?? '', HOME: this.home };
    if (event !== null) {
      const commit = checkout === undefined ? { GITHUB_SHA: this.sha } : {};
      Object.assign(this.env, this.#runner(event), commit, event.env);
    }
    Object.assign(this.env, env);
  }

  /** Somebody's desk: a checkout without a runner. */
  static atDesk(choices: Omit<Choices, 'event'> = {}): JobScene {
    return new JobScene({ ...choices, event: null });
  }

  #runner({ name, payload }: JobEvent): Texts {
    const path = join(this.folder, 'event.json');
    writeFileSync(path, JSON.stringify(payload));
    return {
      RUNNER_TEMP: this.temp,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: path,
      GITHUB_REPOSITORY: 'octo/demo',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_RUN_ID: '123',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_JOB: 'review',
      GITHUB_ACTOR: 'octocat',
    };
  }

  git(...args: readonly string[]): string {
    return gitAs(this.checkout, ...args);
  }

  /** The commit of the checkout. */
  get sha(): string {
    return readFileSync(join(this.checkout, '.git/refs/heads/main'), 'utf8').trim();
  }

  /** Writes a file of the checkout, and says where it is. */
  write(name: string, text: string | Uint8Array): string {
    const path = join(this.checkout, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** Gives the agent TESTING these further lines, as one YAML flow mapping: `check: { command: check.mjs }`. */
  testing(more: string): void {
    this.write('allocation.yaml', ALLOCATION.replace('{ default: sonnet }', `{ default: sonnet, ${more} }`));
  }

  /** Commits these files, with whatever else was written; from now on this is what the job is about. */
  commit(files: Texts): void {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.git('add', '.');
    this.git('commit', '--quiet', '--message=More');
    this.env.GITHUB_SHA = this.sha;
  }

  /** Claude Code's own files of a sample, as the agent's step leaves them: of now, or `age` milliseconds old. */
  claude(sample: string, { executionFile = true, age = 0 } = {}): void {
    leaveTranscripts(this.home, sample, new Date(Date.now() - age));
    if (executionFile) this.leave(`[${readFileSync(join(FIXTURES, sample, 'result.json'), 'utf8')}]`);
  }

  /** What the agent's step says that it used. */
  leave(executionFile: string): void {
    writeFileSync(join(this.temp, 'claude-execution-output.json'), executionFile);
  }

  /** Writes to the ledger in the checkout, one file for each call. */
  async record(
    records: readonly UsageRecord[],
    events: readonly OutcomeEvent[] = [],
    deferrals: readonly Deferral[] = [],
    forecasts: readonly LoggedForecast[] = [],
  ): Promise<void> {
    await using store = await ledger(this.checkout, this.checkout);
    const entries = [
      ...records.map(recordEntry),
      ...events.map(eventEntry),
      ...deferrals.map(deferralEntry),
      ...forecasts.map(forecastEntry),
    ];
    await store.append(entries, { run: records[0]?.run.id ?? 'event', attempt: 1 });
  }

  /** A step that uses the Action with these inputs. */
  action(inputs: Texts, env: Texts = {}, ends: Ends = {}): Promise<StepResult> {
    return this.#step('action.js', inputs, env, ends);
  }

  /** The post step of a step that saved this state, as the runner starts it. */
  post(inputs: Texts, state: Texts, env: Texts = {}): Promise<StepResult> {
    const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]);
    return this.#step('post.js', inputs, { ...Object.fromEntries(saved), ...env });
  }

  async #step(entry: Entry, inputs: Texts, env: Texts, ends: Ends = {}): Promise<StepResult> {
    const files = layStepFiles(mkdtempSync(join(this.folder, 'step-')));
    const result = await this.#start(entry, [], {
      cwd: this.checkout,
      env: { ...this.env, ...files.env, ...inputVariables(inputs), ...env },
      ...ends,
    });
    return { ...result, ...files.read() };
  }

  /** What a step with these inputs makes of its command, before anything is published. Throws what the command throws. */
  async outcome(inputs: Texts): Promise<Outcome> {
    const command = findCommand(COMMANDS, inputs.command ?? 'resolve');
    if (command === undefined) throw new RangeError(`no command ${inputs.command}`);
    const { checkout: cwd, now } = this;
    const env = { ...this.env, ...inputVariables(inputs) };
    const source = { label: inputLabel };
    return command.start(givenInputs(env, command.name), source, { surface: 'action', env, cwd, now });
  }

  /** `haiku-first ARGS…` in the checkout, in this process. */
  cli(args: readonly string[], env: Texts = {}, pace?: Pace): Promise<CliResult> {
    return execute(args, {
      env: { ...this.env, ...env },
      cwd: this.checkout,
      clock: () => this.now,
      commands: COMMANDS,
      ...(pace === undefined ? {} : { pace }),
    });
  }

  /** The same with `--json`, as a value; throws what was said on standard error when it failed. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents of many kinds
  async json(args: readonly string[]): Promise<any> {
    const result = await this.cli([...args, '--json']);
    if (result.exitCode !== 0) throw new Error(result.stderr.join('\n'));
    return JSON.parse(result.stdout);
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Inputs as a step hands them over. Unless a test says otherwise, no command has a ledger but those that cannot have one. */
function inputVariables(inputs: Texts): Texts {
  const given = Object.entries(
    /^(?:explain|agents)$/.test(inputs.command ?? '') ? inputs : { ledger: 'none', ...inputs },
  );
  return Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

/** git in a folder, as somebody. */
function gitAs(cwd: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.invalid', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' });
}

function firstCommit(folder: string): void {
  gitAs(folder, 'init', '--quiet', '--initial-branch=main', '--template=');
  writeFileSync(join(folder, 'allocation.yaml'), ALLOCATION);
  gitAs(folder, 'add', '.');
  gitAs(folder, 'commit', '--quiet', '--message=Start');
}

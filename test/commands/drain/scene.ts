import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../../schema/drain-report.schema.json' with { type: 'json' };
import { type CliResult, execute } from '../../../src/cli/execute.ts';
import { COMMANDS } from '../../../src/commands/registry.ts';
import type { DrainReport } from '../../../src/generated/drain-report.ts';
import { openLedger } from '../../../src/ledger/store.ts';
import type { Deferral, DrainEvent } from '../../../src/usage/records/deferral.ts';
import { deferralEntry, readStoredLine, type UsageEntry } from '../../../src/usage/records/ledger-line.ts';
import { ALLOCATION, NOW } from '../../deferral/works.ts';
import { bareRepository, folder, pace, workRepository } from '../../ledger/support.ts';
import { DispatchedRuns, type Mood } from '../../support/github/dispatched-runs.ts';
import { type Github, type Repository, startGithub } from '../../support/github/index.ts';

const fits = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

export const AGENT_INPUTS = ['agent', 'phase', 'pull', 'work', 'head', 'claim'];

interface Choices {
  readonly allocation?: string;
  readonly mood?: (request: number) => Mood;
}

/** A repository at GitHub with an allocation, and a ledger in a bare repository here. Use it with `await using`. */
export class DrainScene implements AsyncDisposable {
  readonly github: Github;
  readonly repository: Repository;
  readonly dispatched: DispatchedRuns;
  readonly location: string;
  readonly cwd: string;
  /** The clock of everybody. */
  now = new Date(NOW);
  readonly #home: { readonly path: string } & AsyncDisposable;
  readonly #token: string;

  private constructor(
    home: { readonly path: string } & AsyncDisposable,
    github: Github,
    repository: Repository,
    token: string,
    choices: Choices,
    places: { readonly location: string; readonly cwd: string },
  ) {
    this.#home = home;
    this.github = github;
    this.repository = repository;
    this.#token = token;
    this.location = places.location;
    this.cwd = places.cwd;
    this.dispatched = new DispatchedRuns(github, {
      workflows: { 'agent.yml': AGENT_INPUTS, 'stories.yml': ['agent', 'claim', 'depth'] },
      clock: () => this.now,
      headSha: () => repository.tip('main'),
      ...(choices.mood === undefined ? {} : { mood: choices.mood }),
    });
  }

  static async open(choices: Choices = {}): Promise<DrainScene> {
    const home = await folder();
    const github = await startGithub();
    const repository = await github.repository('octo/demo');
    await repository.commit({ 'allocation.yaml': choices.allocation ?? ALLOCATION }, { branch: 'main' });
    const token = await github.token({
      actions: 'write',
      contents: 'write',
      issues: 'write',
      pull_requests: 'read',
    });
    const cwd = await workRepository(home.path);
    const location = bareRepository(home.path);
    return new DrainScene(home, github, repository, token, choices, { location, cwd });
  }

  get folder(): string {
    return this.#home.path;
  }

  get env(): Record<string, string> {
    return {
      PATH: process.env.PATH ?? '',
      HOME: this.#home.path,
      TMPDIR: this.#home.path,
      GITHUB_REPOSITORY: 'octo/demo',
      GITHUB_RUN_ID: '9',
      GITHUB_RUN_ATTEMPT: '1',
      ...this.github.env(this.#token),
    };
  }

  wait(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000);
  }

  /** Puts lines into the ledger. */
  async put(entries: readonly (UsageEntry | Deferral)[]): Promise<void> {
    const ledger = await this.#ledger();
    const lines = entries.map((entry) => ('line' in entry ? entry : deferralEntry(entry)));
    await ledger.append(lines, { run: '1', attempt: 1 });
    await ledger.close();
  }

  /** The steps of drains in the ledger. */
  async steps(): Promise<readonly DrainEvent[]> {
    const ledger = await this.#ledger();
    const { entries, problems } = await ledger.readAll();
    await ledger.close();
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
    return entries.flatMap(({ content }) => (content.kind === 'drain' ? [content.step] : []));
  }

  #ledger() {
    const { location, cwd } = this;
    const env = { PATH: process.env.PATH };
    const open = { location, cwd, env, unwrittenDir: cwd, readLine: readStoredLine, pace };
    return openLedger<UsageEntry>(open);
  }

  /** The command line that drains, without the program's name. */
  get args(): readonly string[] {
    return ['drain', '--ledger', this.location, '--json', '--now', this.now.toISOString()];
  }

  /** `haiku-first drain`, in this process. */
  run(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
    return execute([...this.args, ...args], {
      env: { ...this.env, ...env },
      cwd: this.cwd,
      clock: () => this.now,
      commands: COMMANDS,
    });
  }

  /** The same, which must succeed. */
  async drain(
    args: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ): Promise<DrainReport> {
    const { stdout, exitCode, stderr } = await this.run(args, env);
    if (exitCode !== 0) throw new Error(`${stdout}\n${stderr.join('\n')}`);
    if (`${stdout}${stderr.join('')}`.includes(this.#token)) throw new Error('the token was printed');
    const report: DrainReport = JSON.parse(stdout);
    if (!fits(report)) throw new Error(JSON.stringify(fits.errors));
    return report;
  }

  /** The tokens of the runs that were started, sorted. */
  get claims(): readonly string[] {
    return this.dispatched.runs.map(({ inputs }) => inputs.claim ?? '').sort();
  }

  /** A folder of programs that goes before the others on the path. */
  async programs(files: Readonly<Record<string, string>>): Promise<string> {
    const bin = join(this.folder, 'bin');
    await mkdir(bin, { recursive: true });
    for (const [name, script] of Object.entries(files))
      await writeFile(join(bin, name), script, { mode: 0o755 });
    return bin;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.github.close();
    await this.#home[Symbol.asyncDispose]();
  }
}

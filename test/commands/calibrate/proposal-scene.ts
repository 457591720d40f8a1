import type { CalibrateDocument } from '../../../src/generated/calibrate.ts';
import type { Outcome } from '../../../src/surface/outcome.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { startOf } from '../../calibration/attempts.ts';
import { run } from '../../report/records.ts';
import { type Files, type Permissions, type Repository, startGithub } from '../../support/github/index.ts';
import { text } from '../../support/github/json.ts';
import { ALLOCATION, JobScene } from '../../support/job-scene.ts';

const DAY = 86_400_000;
export const PERMISSIONS: Permissions = { contents: 'write', pull_requests: 'write', issues: 'write' };
/** A Wednesday of week 49. */
const NOW = '2026-12-02T12:00:00Z';
const BRANCH = 'haiku-first/calibration-2026-W49';

/** First attempts of TESTING on sonnet in a week, of which `x` failed. */
export function testing(week: string, n: number, x: number): readonly UsageRecord[] {
  return Array.from({ length: n }, (_, index) => {
    const id = `${week.slice(2).replace('-W', '')}${index}`;
    return run(id, {
      agent: 'TESTING',
      tier_assigned: 'sonnet',
      tier_used: 'sonnet',
      model_used: 'claude-sonnet-5-5',
      model_requested: 'claude-sonnet-5-5',
      cost_microusd: 300_000,
      at: `${new Date(startOf(week) + (index % 5) * DAY + (index + 1) * 1000).toISOString().slice(0, 19)}Z`,
      work_item: `pr-${id}`,
      outcome: index < x ? 'fail' : 'pass',
    });
  });
}

/** The weeks of the reference values: an alarm. */
export const FAULT = [
  [12, 2],
  [9, 1],
  [14, 6],
  [11, 5],
  [13, 6],
  [10, 5],
].flatMap(([n = 0, x = 0], place) => testing(`2026-W${41 + place}`, n, x));

interface Choices {
  readonly records?: readonly UsageRecord[];
  readonly permissions?: Permissions;
  readonly files?: Files;
  /** The token is a person's, not a workflow's. */
  readonly person?: boolean;
}

/** A repository at GitHub whose default branch holds an allocation, and a ledger that calls for a change of it. */
export class ProposalScene implements AsyncDisposable {
  readonly github: Awaited<ReturnType<typeof startGithub>>;
  readonly repo: Repository;
  readonly #token: string;
  readonly #jobs: JobScene[] = [];
  readonly #records: UsageRecord[];
  now = NOW;

  private constructor(
    github: ProposalScene['github'],
    repo: Repository,
    token: string,
    records: readonly UsageRecord[],
  ) {
    this.github = github;
    this.repo = repo;
    this.#token = token;
    this.#records = [...records];
  }

  static async start({
    records = FAULT,
    permissions = PERMISSIONS,
    files = {},
    person = false,
  }: Choices = {}): Promise<ProposalScene> {
    const github = await startGithub();
    const repo = await github.repository('octo/demo');
    await repo.commit({ 'allocation.yaml': ALLOCATION, ...files }, { branch: 'main' });
    return new ProposalScene(
      github,
      repo,
      person ? github.userToken('octo') : await github.token(permissions),
      records,
    );
  }

  /** From now on the ledger holds these, too. */
  told(records: readonly UsageRecord[]): void {
    this.#records.push(...records);
  }

  async #desk(): Promise<JobScene> {
    const env = { ...this.github.env(this.#token), GITHUB_REPOSITORY: 'octo/demo' };
    const job = JobScene.atDesk({ env, now: this.now });
    this.#jobs.push(job);
    if (this.#records.length > 0) await job.record(this.#records);
    return job;
  }

  /** What `calibrate` says of the pull request, with the rest of its answer. */
  async calibrate(...args: readonly string[]): Promise<CalibrateDocument> {
    return (await this.#desk()).json(['calibrate', ...args]);
  }

  async cli(...args: readonly string[]) {
    return (await this.#desk()).cli(['calibrate', ...args]);
  }

  /** What a step of a scheduled workflow makes of it, without a checkout. */
  async step(inputs: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    const desk = await this.#desk();
    const payload = { schedule: '23 5 * * *', repository: { default_branch: 'main' } };
    const job = new JobScene({
      event: { name: 'schedule', payload },
      checkout: null,
      env: this.github.env(this.#token),
      now: this.now,
    });
    this.#jobs.push(job);
    return job.outcome({ command: 'calibrate', ledger: desk.checkout, ...inputs });
  }

  ask(method: string, path: string, body?: Parameters<typeof this.github.ask>[2]) {
    return this.github.ask(method, `/repos/octo/demo${path}`, body);
  }

  async pulls(state = 'open') {
    const found = await this.ask('GET', `/pulls?state=${state}`);
    return Array.isArray(found) ? found : [];
  }

  async file(path = 'allocation.yaml', branch = BRANCH): Promise<string> {
    const there = await this.ask('GET', `/contents/${path}?ref=${branch}`);
    return Buffer.from(text(there, 'content'), 'base64').toString();
  }

  async tip(branch = BRANCH): Promise<string> {
    return text(await this.ask('GET', `/git/ref/heads/${branch}`), 'object', 'sha');
  }

  /** A person's commit on the branch of the proposal. */
  async edit(): Promise<void> {
    const there = await this.ask('GET', `/contents/allocation.yaml?ref=${BRANCH}`);
    const content = Buffer.from(`${ALLOCATION}# mine\n`).toString('base64');
    const body = { message: 'mine', content, branch: BRANCH, sha: text(there, 'sha') };
    await this.ask('PUT', '/contents/allocation.yaml', { body });
  }

  /** A person closes it, at that time. */
  async close(number: number, at: string): Promise<void> {
    this.github.mutations.closedAt = at;
    await this.ask('PATCH', `/pulls/${number}`, { body: { state: 'closed' } });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const job of this.#jobs) job[Symbol.dispose]();
    await this.github.close();
  }
}

import { describe, expect, it } from 'vitest';
import { run } from '../../report/records.ts';
import { empty } from '../../support/github/empty.ts';
import { type Github, type PullRequest, startGithub } from '../../support/github/index.ts';
import { JobScene } from '../../support/job-scene.ts';

const HOUR = 3_600_000;
const text = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

interface Said {
  readonly id: number;
  readonly state: string;
  readonly login: string;
  readonly type?: string;
  readonly body?: string;
  /** Hours from now. */
  readonly hours?: number;
}

/** `outcome` in a workflow of octo/demo on its default branch, and a pull request of octo on which agents worked. */
class OutcomeScene implements AsyncDisposable {
  readonly github: Github;
  readonly pull: PullRequest;
  readonly job: JobScene;
  readonly now: number;

  private constructor(github: Github, pull: PullRequest, now: number) {
    this.github = github;
    this.pull = pull;
    this.now = now;
    this.job = new JobScene({
      event: { name: 'schedule', payload: { schedule: '17 */6 * * *' } },
      env: { GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: 'https://github.com' },
      now: text(now),
    });
  }

  static async open({ recorded = true } = {}): Promise<OutcomeScene> {
    const github = await startGithub();
    const repo = await github.repository('octo/demo');
    const root = await repo.commit({ a: '1' }, { branch: 'main' });
    await repo.commit({ a: '2' }, { parents: [root], branch: 'topic' });
    const pull = await repo.pullRequest({ head: 'topic' });
    github.fault({
      method: 'GET',
      path: /\/collaborators\/\w+\/permission$/,
      answer: ({ path }) => {
        const login = path.split('/').at(-2) ?? '';
        const permission = login === 'mallory' ? 'read' : 'write';
        if (!scene.saysWhoMayWrite) return { status: 403, body: { message: 'Forbidden' } };
        return { status: 200, body: { permission, role_name: permission, user: null } };
      },
    });
    const scene = new OutcomeScene(github, pull, Date.now() + HOUR);
    const work = { work_item: scene.item, outcome: 'unknown', at: text(scene.now - 48 * HOUR) } as const;
    const security = { ...work, agent: 'SECURITY', model_used: 'claude-opus-5-5' };
    if (recorded) await scene.job.record([run('1', security), run('2', { ...work, agent: 'TESTING' })]);
    scene.reviews([]);
    scene.commits([]);
    return scene;
  }

  get item(): string {
    return `pr-${this.pull.number}`;
  }

  #answer(path: RegExp, body: object): void {
    this.github.fault({ method: 'GET', path, status: 200, body: JSON.parse(JSON.stringify(body)) });
  }

  reviews(said: readonly Said[]): void {
    const body = said.map(({ id, state, login, type = 'User', body = '', hours = -1 }) => ({
      ...empty('pull-request-review'),
      id,
      state,
      body,
      user: { ...empty('simple-user'), login, type },
      submitted_at: text(this.now + hours * HOUR),
    }));
    this.#latest.set('reviews', body);
    this.github.fault({
      method: 'GET',
      path: new RegExp(`/pulls/${this.pull.number}/reviews$`),
      answer: () => ({ status: 200, body: JSON.parse(JSON.stringify(this.#latest.get('reviews'))) }),
    });
  }

  saysWhoMayWrite = true;
  readonly #latest = new Map<string, object>();

  commits(messages: readonly string[]): void {
    const body = messages.map((message) => ({
      ...empty('commit'),
      sha: 'c'.repeat(40),
      author: { ...empty('simple-user'), login: 'octocat' },
      commit: {
        ...Object(empty('commit')).commit,
        message,
        committer: { name: 'GitHub', email: 'noreply@github.com', date: text(this.now - HOUR / 2) },
      },
    }));
    this.#latest.set('commits', body);
    this.github.fault({
      method: 'GET',
      path: /\/repos\/octo\/demo\/commits$/,
      answer: () => ({ status: 200, body: JSON.parse(JSON.stringify(this.#latest.get('commits'))) }),
    });
  }

  /** What GitHub says that a review was before it was dismissed. */
  dismissed(review: number, state: string): void {
    this.#answer(new RegExp(`/issues/${this.pull.number}/events$`), [
      {
        ...empty('review-dismissed-issue-event'),
        event: 'review_dismissed',
        dismissed_review: { state, review_id: review, dismissal_message: 'mended' },
      },
    ]);
  }

  /** The pull request that a commit belongs to, and by default merged. */
  commitOf(commit: string, merge = commit): void {
    const { number } = this.pull;
    this.#answer(new RegExp(`/commits/${commit}/pulls$`), [
      { ...empty('pull-request-simple'), number, merged_at: text(this.now - HOUR), merge_commit_sha: merge },
    ]);
  }

  merge(login: 'octo' | 'octocat' = 'octocat'): Promise<unknown> {
    const token = this.github.userToken(login);
    return this.github.ask('PUT', `/repos/octo/demo/pulls/${this.pull.number}/merge`, { token, body: {} });
  }

  /** The step. */
  async step(inputs: Readonly<Record<string, string>> = {}) {
    const token = await this.github.token({ contents: 'write', pull_requests: 'read' });
    const given = { command: 'outcome', ledger: this.job.checkout, 'github-token': token, ...inputs };
    const outcome = await this.job.outcome(given);
    const document = JSON.parse(JSON.stringify(outcome.json));
    return { ...outcome, document, events: document.events };
  }

  /** The step's events: whose, what, by whom. */
  async told(): Promise<readonly string[]> {
    const { events } = await this.step();
    return events.map(
      ({ agent, phase, outcome, by, note }: Readonly<Record<string, string | null>>) =>
        `${[agent, phase].filter((each) => each !== null).join('/') || 'all'} ${outcome} ${by}: ${note}`,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.job[Symbol.dispose]();
    await this.github.close();
  }
}

describe('what GitHub says of the pull requests that agents worked on', () => {
  it('is filed once: what people with a right to write said, and the merge', async () => {
    await using scene = await OutcomeScene.open();
    scene.reviews([
      { id: 1, state: 'CHANGES_REQUESTED', login: 'octocat' },
      { id: 2, state: 'APPROVED', login: 'octocat' },
      { id: 3, state: 'APPROVED', login: 'mallory' },
      { id: 4, state: 'APPROVED', login: 'reviewer[bot]', type: 'Bot' },
      { id: 5, state: 'APPROVED', login: 'octo' },
      { id: 6, state: 'COMMENTED', login: 'octocat' },
    ]);
    await scene.merge();
    expect(await scene.told()).toEqual([
      'all changes-requested octocat: review 1',
      'all approved octocat: review 2',
      'all pass octocat: merged',
    ]);
    expect((await scene.step()).document).toMatchObject({ written: 0, duplicates: 3, events: [] });
    const { entries } = await scene.job.json(['ledger', 'export', '--ledger', scene.job.checkout]);
    expect(entries.filter(({ note }: { note?: string }) => note === 'review 1')).toEqual([
      expect.objectContaining({ at: text(scene.now - HOUR), work_item: scene.item, repository: 'octo/demo' }),
    ]);
  });

  it('is about the agents that a request for changes names, and no others', async () => {
    await using scene = await OutcomeScene.open();
    const body =
      'Not yet.\n\n**SECURITY**: missed the injection\nTESTING/EXEC: flaky\nDESIGN: nice\nSee http://x';
    scene.reviews([{ id: 1, state: 'CHANGES_REQUESTED', login: 'octocat', body }]);
    expect(await scene.told()).toEqual([
      'SECURITY changes-requested octocat: review 1',
      'TESTING/EXEC changes-requested octocat: review 1',
    ]);
    const { agents } = await scene.job.json(['report', '--ledger', scene.job.checkout]);
    expect(agents.filter((each: { reworked: number }) => each.reworked > 0)).toHaveLength(2);
  });

  it('has a request for changes that was dismissed, and no approval that was', async () => {
    await using scene = await OutcomeScene.open();
    scene.reviews([{ id: 1, state: 'DISMISSED', login: 'octocat' }]);
    scene.dismissed(1, 'changes_requested');
    expect(await scene.told()).toEqual(['all changes-requested octocat: review 1']);
  });

  it('has nothing of before the work, and of pull requests without any', async () => {
    await using scene = await OutcomeScene.open();
    scene.reviews([{ id: 1, state: 'APPROVED', login: 'octocat', hours: -72 }]);
    expect(await scene.told()).toEqual([]);
    await using other = await OutcomeScene.open({ recorded: false });
    other.reviews([{ id: 1, state: 'APPROVED', login: 'octocat' }]);
    expect(await other.told()).toEqual([]);
  });

  it('has what the default branch took back, by its commit or by its number', async () => {
    await using scene = await OutcomeScene.open();
    const merge = 'd'.repeat(40);
    scene.commitOf(merge);
    scene.commits([`Revert "Test"\n\nThis reverts commit ${merge}.`, 'More', 'This reverts commit abc.']);
    expect(await scene.told()).toEqual([`all reverted octocat: reverted by ${'c'.repeat(40)}`]);
    await using other = await OutcomeScene.open();
    await other.merge();
    other.commits([`Revert "Test" (#9)\n\nReverts octo/demo#${other.pull.number}`, 'Reverts octo/else#1']);
    expect(await other.told()).toEqual([
      'all pass octocat: merged',
      `all reverted octocat: reverted by ${'c'.repeat(40)}`,
    ]);
  });

  it('has nothing that a pull request took back of itself, or that was never merged', async () => {
    await using scene = await OutcomeScene.open();
    const own = 'd'.repeat(40);
    scene.commitOf(own, 'e'.repeat(40));
    scene.commits([`This reverts commit ${own}.`, `Reverts #${scene.pull.number}`]);
    expect(await scene.told()).toEqual([]);
  });

  it('is shown and not written in a dry run', async () => {
    await using scene = await OutcomeScene.open();
    scene.reviews([{ id: 1, state: 'APPROVED', login: 'octocat' }]);
    const { document, text: says } = await scene.step({ 'dry-run': 'true' });
    expect(document).toMatchObject({ written: 0, dry_run: true });
    expect(says).toContain(`${scene.item}: approved, says octocat (review 1)`);
    expect((await scene.step()).document).toMatchObject({ written: 1 });
  });

  it('is written as far as GitHub says it', async () => {
    await using scene = await OutcomeScene.open();
    await scene.merge();
    scene.reviews([]);
    scene.saysWhoMayWrite = false;
    const { events, notes } = await scene.step();
    expect(events).toHaveLength(1);
    expect(notes).toEqual([]);
    await using other = await OutcomeScene.open();
    other.reviews([{ id: 1, state: 'APPROVED', login: 'octocat' }]);
    other.saysWhoMayWrite = false;
    const refused = await other.step();
    expect(refused.events).toEqual([]);
    expect(refused.notes.join()).toContain(`What became of #${other.pull.number} is not known.`);
  });
});

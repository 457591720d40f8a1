import { describe, expect, it } from 'vitest';
import { parseAllocation } from '../../../src/allocation/parse.ts';
import { weekOf } from '../../../src/time/week.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { REAL } from '../../allocation/reading.ts';
import { output, record } from '../../report/records.ts';
import { flyRuns } from '../../support/github/flying-runs.ts';
import { type Github, type Permissions, startGithub } from '../../support/github/index.ts';
import { JobScene, NOW } from '../../support/job-scene.ts';
import { ofRepository } from '../events.ts';

const PLAIN = REAL.replace(/, from: pull_request/g, '');
const REVIEW = '.github/workflows/review.yml';
const WEEK = weekOf(new Date(NOW), 'UTC');

/** What the review run 1 used this week: 40,000 tokens of TESTING, 60,000 of SECURITY. */
const PAST = [
  { agent: 'TESTING', tier_used: 'sonnet', tokens: output(40_000) },
  { agent: 'SECURITY', tier_used: 'opus', tokens: output(60_000) },
].map((changes) =>
  record({
    at: '2026-11-23T02:00:00Z',
    run: { id: '1', attempt: 1, job: 'review' },
    workflow: REVIEW,
    ...changes,
  }),
);

/** A job of the review workflow, run 77, with a ledger and a GitHub. */
class Scene implements AsyncDisposable {
  readonly github: Github;
  private readonly job: JobScene;

  private constructor(github: Github, job: JobScene) {
    this.github = github;
    this.job = job;
  }

  static async open(
    options: {
      readonly records?: readonly UsageRecord[];
      readonly allocation?: string;
      readonly permissions?: Permissions;
      readonly env?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<Scene> {
    const { records = PAST, allocation = PLAIN, permissions = { actions: 'read' }, env = {} } = options;
    const github = await startGithub();
    const token = await github.token(permissions);
    const job = new JobScene({
      event: ofRepository('push'),
      env: { GITHUB_RUN_ID: '77', ...github.env(token), ...env },
    });
    job.commit({ 'allocation.yaml': allocation });
    await job.record(records);
    return new Scene(github, job);
  }

  async resolve(inputs: Readonly<Record<string, string>> = {}) {
    const given = { agent: 'TESTING', phase: 'EXEC', ledger: this.job.checkout, ...inputs };
    const { json, notes } = await this.job.outcome(given);
    const [decision] = 'cells' in json && Array.isArray(json.cells) ? json.cells : [json];
    const trace: readonly { step: string; text: string }[] = decision.trace;
    return {
      zone: decision.zone,
      figures: trace.find(({ step }) => step === 'budget')?.text.replace(' (budget.weekly)', ''),
      notes,
    };
  }

  get asked(): number {
    return this.github.exchanges.filter(({ path }) => path.endsWith('/actions/runs')).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.job[Symbol.dispose]();
    await this.github.close();
  }
}

describe('resolve while other runs are under way', () => {
  it('counts them at what their cells use on average, and says so', async () => {
    await using scene = await Scene.open();
    flyRuns(scene.github, [{ id: 77 }, { id: 78 }, { id: 79, queued: true }]);
    // 100,000 are spent, 100,000 expected of each of the two others, 60,000 of SECURITY in this run.
    expect(await scene.resolve()).toEqual({
      zone: 'YELLOW',
      figures: 'YELLOW: 360,000 of 500,000 tokens (72%), with 5 runs in flight at their mean',
      notes: [],
    });
  });

  it('counts none of the cells that it decides for a whole phase', async () => {
    await using scene = await Scene.open();
    flyRuns(scene.github, [{ id: 77 }]);
    expect((await scene.resolve({ agent: '' })).figures).toBe('GREEN: 100,000 of 500,000 tokens (20%)');
  });

  it('says when it had to estimate how many there are', async () => {
    await using scene = await Scene.open();
    flyRuns(scene.github, [{ id: 78 }], 2);
    const { figures, notes } = await scene.resolve();
    expect(figures).toBe(
      'YELLOW: 400,000 of 500,000 tokens (80%), with 6 runs in flight at their mean'.replace(
        'ORANGE',
        'YELLOW',
      ),
    );
    expect(notes).toEqual([
      'Of 3 workflow runs in flight 1 were read; the others are counted as if they were like these.',
    ]);
  });
});

describe('resolve goes on without the runs in flight', () => {
  const spent = 'GREEN: 100,000 of 500,000 tokens (20%)';

  it.each([403, 404])('where the token may not see them (%d), and says what it lacks', async (status) => {
    await using scene = await Scene.open();
    scene.github.fault({ path: /actions\/runs$/, status });
    expect(await scene.resolve()).toEqual({
      zone: 'GREEN',
      figures: spent,
      notes: ['Runs in flight are not counted: the token lacks actions: read. Give the job that permission.'],
    });
  });

  it.each([
    ['GitHub fails', { status: 503 }, /GitHub failed with status 503/],
    ['its answer is none', { status: 200, body: new TextEncoder().encode('<html>') }, /cannot be read/],
    ['it has had enough', { status: 403, headers: { 'retry-after': '3600' } }, /rate limit/],
  ])('where %s, after one try', async (_, fault, why) => {
    await using scene = await Scene.open();
    scene.github.fault({ path: /actions\/runs$/, ...fault });
    const { figures, notes } = await scene.resolve();
    expect(figures).toBe(spent);
    expect(notes).toEqual([expect.stringMatching(/^Runs in flight are not counted: /)]);
    expect(notes[0]).toMatch(why);
    expect(scene.asked).toBeLessThanOrEqual(2);
  });

  it('where GitHub never answers', async () => {
    await using scene = await Scene.open({ env: { HAIKU_FIRST_TIMEOUT_MS: '300' } });
    scene.github.fault({ path: /actions\/runs$/, hang: true });
    const { figures, notes } = await scene.resolve();
    expect({ figures, notes }).toEqual({ figures: spent, notes: [expect.stringContaining('timed out')] });
  });
});

describe('GitHub is not asked', () => {
  const observed = PLAIN.replace('mode: enforce', 'mode: observe');
  const nameless = PAST.map(({ workflow: _, ...rest }) => rest);
  const elsewhere = PAST.map((each) => record({ ...each, repository: 'octo/other' }));

  it.each<[string, Parameters<typeof Scene.open>[0]]>([
    ['while the budget only observes', { allocation: observed }],
    ['where no record names its workflow', { records: nameless }],
    ['where all the records are of another repository', { records: elsewhere }],
    ['without a token', { env: { GITHUB_TOKEN: '' } }],
  ])('%s', async (_, options) => {
    await using scene = await Scene.open(options);
    const { figures, notes } = await scene.resolve();
    expect(figures).toContain('GREEN: 100,000');
    expect({ notes, asked: scene.asked }).toEqual({ notes: [], asked: 0 });
  });

  it('about another week than this one', async () => {
    await using scene = await Scene.open();
    expect(WEEK).toBe('2026-W48');
    await scene.resolve({ week: '2026-W47' });
    expect(scene.asked).toBe(0);
  });
});

it('the allocation of these tests has a budget of 500,000 tokens that is enforced', () => {
  const { budget } = parseAllocation('allocation.yaml', new TextEncoder().encode(PLAIN));
  expect(budget).toMatchObject({ enforced: true, tokens: 500_000 });
});

import { describe, expect, it } from 'vitest';
import { type Drained, drain, type Setup } from '../../src/deferral/drain.ts';
import type { ToldDeferral } from '../../src/deferral/sift.ts';
import { standingOf, standingsOf } from '../../src/deferral/states.ts';
import { UserError } from '../../src/errors.ts';
import { later } from '../../src/time/instant.ts';
import { type Deferral, deferralId } from '../../src/usage/records/deferral.ts';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { output, record } from '../report/records.ts';
import { type Fortune, Model } from './model.ts';
import { deferral, NOW, setup } from './works.ts';

async function drained(
  model: Model,
  fortune: Partial<Fortune> = {},
  change: Partial<Setup> = {},
): Promise<Drained> {
  return drain(setup(String(model.steps.length), change), model.ports(fortune));
}

/** Records of TESTING on sonnet: so many runs of so many tokens each. */
function used(runs: number, tokens: number, tier = 'sonnet'): UsageRecord[] {
  return Array.from({ length: runs }, (_, index) =>
    record({
      agent: 'TESTING',
      phase: 'EXEC',
      tier_used: tier,
      tokens: output(tokens),
      run: { id: String(index + 5000), attempt: 1, job: 'review' },
    }),
  );
}

const many = (count: number): Deferral[] =>
  Array.from({ length: count }, (_, index) => deferral(index + 1, { at: later(NOW, index - 3600) }));
const whys = (list: readonly ToldDeferral[]): string[] => [...new Set(list.map(({ why }) => why))];
const security = (number: number): Deferral =>
  deferral(number, { agent: 'SECURITY', tier: 'opus', priority: 90, critical: true });

describe('a drain', () => {
  it('starts a thousand deferrals with eleven pushes', async () => {
    const model = new Model(many(1000));
    const result = await drained(model);
    expect(result.started).toHaveLength(1000);
    expect(new Set(model.runs.map(({ start }) => start.claim)).size).toBe(1000);
    expect(model.pushes).toBe(11);
    expect(result.pushes).toBe(11);
    const standings = standingsOf(model.steps);
    expect(model.deferrals.every((each) => standingOf(standings, each).kind === 'started')).toBe(true);
  });

  it('does nothing where nothing is to be done', async () => {
    const model = new Model([]);
    expect(await drained(model)).toMatchObject({ started: [], pushes: 0, stopped: null });
  });

  it('starts no more than the allowance of the tier lets it, in the order of priority', async () => {
    // Sonnet has 400,000 tokens for other than critical work: 300,000 are used, and each run takes 30,000.
    const critical = deferral(9, { critical: true, priority: 70 });
    const model = new Model([...many(8), critical]);
    model.records = used(10, 30_000);
    const result = await drained(model, {}, { batch: 3 });
    expect(result.started.map(({ work }) => work.deferral.run.id)).toEqual(['1009', '1001', '1002', '1003']);
    expect(whys(result.waiting)).toEqual([expect.stringContaining('sonnet')]);
    expect(result.waiting).toHaveLength(5);
  });

  it('starts nothing but security-critical work when the budget is spent', async () => {
    const model = new Model([deferral(1), deferral(2, { critical: true }), security(3)]);
    model.records = used(10, 100_000, 'haiku');
    const result = await drained(model);
    expect(result.started.map(({ work }) => work.agent.name)).toEqual(['SECURITY']);
    expect(result.waiting).toHaveLength(2);
    model.records = used(11, 100_000, 'haiku');
    expect((await drained(new Model([security(3)]))).started).toHaveLength(1);
    const spent = new Model([security(3)]);
    spent.records = used(11, 100_000, 'haiku');
    expect((await drained(spent)).started).toEqual([]);
  });

  it('counts what was started before and is in no record yet', async () => {
    const model = new Model(many(4));
    model.records = used(10, 38_000);
    expect((await drained(model)).started).toHaveLength(1);
    expect((await drained(model)).started).toHaveLength(0);
    model.wait(7 * 3600);
    expect((await drained(model)).started).toHaveLength(1);
  });

  it('finds the run of a request whose answer was lost, and leaves one that it cannot find to a later drain', async () => {
    const model = new Model(many(2));
    const unsure = await drained(model, { moods: ['lost-answer', 'lost-request'] });
    expect(unsure.started).toEqual([]);
    expect(whys(unsure.unconfirmed)).toEqual(['timed out']);
    expect(model.runs).toHaveLength(1);
    model.wait(60);
    expect(whys((await drained(model)).waiting)).toEqual(['another drain is starting it']);
    model.wait(900);
    const result = await drained(model);
    expect(result.confirmed).toMatchObject([{ deferral: { id: model.deferrals[0]?.id }, run: '1' }]);
    expect(result.started.map(({ work }) => work.deferral.id)).toEqual([model.deferrals[1]?.id]);
    expect(model.runs).toHaveLength(2);
  });

  it('takes a run as started where the server does not tell its number', async () => {
    const model = new Model(many(1));
    const result = await drained(model, { moods: ['silent-success'] });
    expect(result.started).toMatchObject([{ run: null }]);
    expect(standingOf(standingsOf(model.steps), deferral(1))).toMatchObject({ kind: 'started' });
  });

  it('gives up what GitHub refuses to start, asks no further for that workflow, and can start it later', async () => {
    const model = new Model([
      ...many(6),
      deferral(7, { agent: 'STORIES', phase: 'PLAN', at: later(NOW, -60) }),
    ]);
    const result = await drained(model, { moods: ['refuses', 'refuses', 'refuses', 'tells'] });
    expect(whys(result.refused)).toEqual(['no such workflow']);
    expect(result.refused).toHaveLength(3);
    expect(whys(result.waiting)).toEqual(['agent.yml could not be started']);
    expect(result.started.map(({ start }) => start.workflow)).toEqual(['stories.yml']);
    expect((await drained(model)).started).toHaveLength(6);
  });

  it('stops at a limit of GitHub, with nothing for a person to fix, and goes on another time', async () => {
    const model = new Model(many(4));
    const result = await drained(model, { moods: ['tells', 'limits'] });
    expect(result).toMatchObject({ refused: [], stopped: 'a limit is reached' });
    expect([result.started.length, result.waiting.length]).toEqual([1, 3]);
    expect((await drained(model)).started).toHaveLength(3);
  });

  it('stops when GitHub does not answer any more', async () => {
    const model = new Model(many(10));
    const result = await drained(model, { moods: ['lost-request'] });
    expect(result.stopped).toBe('GitHub does not answer');
    expect(result.unconfirmed).toHaveLength(3);
    expect(result.waiting).toHaveLength(7);
    model.wait(3600);
    expect((await drained(model)).started).toHaveLength(10);
  });

  it('starts nothing under a claim for which the time has run out', async () => {
    const model = new Model(many(3));
    const result = await drained(model, { delays: [0, 0, 0, 0, 0, 301] });
    expect(result.started).toHaveLength(1);
    expect(whys(result.waiting)).toEqual(['there was no time left to start it under this claim']);
    expect((await drained(model)).started).toHaveLength(2);
  });

  it('knows its own claims again when the answer to its push was lost', async () => {
    const model = new Model(many(3));
    expect((await drained(model, { lostPush: 1 })).started).toHaveLength(3);
  });

  it('shows what it would do with a dry run, and does nothing', async () => {
    const closed = deferral(2, { work_item: 'pr-2' });
    const model = new Model([deferral(1), closed]);
    const ports = model.ports();
    const result = await drain(setup('a', { dryRun: true }), {
      ...ports,
      fates: () =>
        Promise.resolve(({ id }) =>
          id === closed.id ? { kind: 'over', why: 'it is closed' } : { kind: 'goes-on' },
        ),
    });
    expect(result.started).toMatchObject([{ work: { deferral: { id: deferral(1).id } }, run: null }]);
    expect(whys(result.dropped)).toEqual(['it is closed']);
    expect([model.steps, model.runs]).toEqual([[], []]);
  });

  it('drops with a note, once', async () => {
    const model = new Model([deferral(1)]);
    const ports = {
      ...model.ports(),
      fates: () => Promise.resolve(() => ({ kind: 'over', why: 'it is closed' }) as const),
    };
    expect((await drain(setup('a'), ports)).dropped).toHaveLength(1);
    expect(model.steps).toMatchObject([{ event: 'dropped', note: 'it is closed', claim: null }]);
    expect((await drain(setup('b'), ports)).dropped).toHaveLength(0);
    expect(model.runs).toEqual([]);
  });

  it('starts nothing when the claims cannot be written', async () => {
    const model = new Model(many(2));
    const ports = model.ports();
    let asked = 0;
    const result = await drain(setup('a'), {
      ...ports,
      transact: (decide) => {
        asked += 1;
        return asked === 1 ? ports.transact(decide) : Promise.reject(new UserError('the disk is full'));
      },
    });
    expect(result).toMatchObject({ started: [], stopped: 'the disk is full' });
    expect(whys(result.waiting)).toEqual(['its claim could not be written']);
    expect(model.runs).toEqual([]);
  });

  it('waits with what it cannot look for', async () => {
    const model = new Model(many(1));
    await drained(model, { moods: ['lost-answer'] });
    model.wait(1000);
    const blind = { ...model.ports(), find: () => Promise.reject(new UserError('no answer')) };
    const result = await drain(setup('b'), blind);
    expect(whys(result.waiting)).toEqual(['its run could not be searched for: no answer']);
    expect(model.runs).toHaveLength(1);
  });

  it('starts nothing for forged lines that stand in the ledger', async () => {
    const forged = [
      deferral(1, { agent: 'DEPLOY' }),
      deferral(2, { repository: 'mallory/demo' }),
      deferral(3, { at: later(NOW, 86_400) }),
      deferral(4, { not_before: '2999-01-01T00:00:00Z' }),
      deferral(5, { work_item: '$(reboot)' }),
    ];
    expect(forged.every((each) => each.id === deferralId(each))).toBe(true);
    const model = new Model(forged);
    const result = await drained(model);
    expect(result.ignored).toHaveLength(4);
    expect(whys(result.waiting)).toEqual(['its work item is not plain: only letters, digits and . _ # / -']);
    expect(model.runs).toEqual([]);
    expect(model.steps).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { stepOf } from '../../src/deferral/claims.ts';
import { type Fate, inTurn, type Sieve, type Sifted, sift } from '../../src/deferral/sift.ts';
import { startOf } from '../../src/deferral/start.ts';
import { standingsOf } from '../../src/deferral/states.ts';
import { judgeDeferral } from '../../src/deferral/work.ts';
import { later } from '../../src/time/instant.ts';
import { claimToken, type Deferral, type DrainEvent } from '../../src/usage/records/deferral.ts';
import { ALLOCATION, allocationOf, deferral, NOW, REPOSITORY } from './works.ts';

const allocation = allocationOf();
const OTHER = { run: '8', attempt: 1, nonce: 'cd'.repeat(8) };
const GOES_ON: Fate = { kind: 'goes-on' };

function sifted(
  deferrals: readonly Deferral[],
  steps: readonly DrainEvent[] = [],
  change: Partial<Sieve> = {},
): Sifted {
  return sift(deferrals, {
    standings: standingsOf(steps),
    now: NOW,
    maxDays: 7,
    fateOf: () => GOES_ON,
    allocation,
    repository: REPOSITORY,
    ...change,
  });
}

const due = ({ due: works }: Sifted): string[] => works.map(({ deferral: each }) => each.run.id);
const told = (list: Sifted['waiting']): string[] =>
  list.map(({ deferral: each, why }) => `${each.run.id}: ${why}`);

describe('what a drain finds in the ledger', () => {
  it('starts with the highest priority, then the oldest', () => {
    const security = { agent: 'SECURITY', tier: 'opus', priority: 90, critical: true };
    const works = [
      deferral(1),
      deferral(2, { at: later(NOW, -7200) }),
      deferral(3, { priority: 70, critical: true }),
      deferral(4, security),
    ];
    expect(due(sifted(works))).toEqual(['1004', '1003', '1002', '1001']);
    expect(due(sifted([...works].reverse()))).toEqual(['1004', '1003', '1002', '1001']);
  });

  it('lets runs take turns, so that one that defers a hundred keeps nobody waiting', () => {
    const flood = Array.from({ length: 100 }, (_, index) =>
      deferral(index + 1, { at: later(NOW, -7200), run: { id: '66', attempt: 1, job: `${index}` } }),
    );
    const result = sifted([...flood, deferral(200), deferral(201)]);
    expect(due(result).slice(0, 4)).toEqual(['66', '1200', '1201', '66']);
    const security = deferral(300, { agent: 'SECURITY', tier: 'opus', priority: 90, critical: true });
    expect(due(sifted([...flood, security]))[0]).toBe('1300');
  });

  it('gives no deferral more weight than its cell and its facts have', () => {
    const boastful = deferral(1, { priority: 100 });
    const critical = deferral(2, { priority: 100, critical: true });
    const secure = deferral(3, { priority: 100, task: { security_critical: true } });
    const weights = sifted([boastful, critical, secure]).due.map(({ priority }) => priority);
    expect(weights).toEqual([90, 70, 50]);
  });

  it.each<[string, Partial<Deferral>, string]>([
    ['another repository', { repository: 'mallory/demo' }, 'belongs to another repository'],
    ['an agent that there is not', { agent: 'DEPLOY' }, 'is of a cell that allocation.yaml does not have'],
    ['a phase that there is not', { phase: 'SHIP' }, 'is of a cell that allocation.yaml does not have'],
    ['a member of every object', { agent: 'constructor' }, 'is of a cell that allocation.yaml does not have'],
    ['a time to come', { at: later(NOW, 3600) }, 'is dated in the future'],
    ['a wait of months', { not_before: later(NOW, 60 * 86_400) }, 'asks to wait for more than 40 days'],
  ])('starts nothing for a deferral of %s', (_, change, why) => {
    const result = sifted([deferral(1, change)]);
    expect(told(result.ignored)).toEqual([`1001: ${why}`]);
    expect([...result.due, ...result.over, ...result.waiting]).toEqual([]);
  });

  it('takes only the facts that the allocation declares, and only in their type', () => {
    const judged = judgeDeferral(
      deferral(1, { task: { security_critical: 'yes', other: 1, toString: true } }),
      {
        allocation,
        repository: REPOSITORY,
        now: NOW,
      },
    );
    expect(judged.ok ? [...judged.work.facts] : judged.why).toEqual([]);
  });

  it('does not believe that the fact of a floor is false', () => {
    const floored = ALLOCATION.replace(
      'facts:',
      'facts:\n  final: { type: boolean }\n  docs: { type: boolean }',
    ).replace('floors:', 'floors:\n  - { id: final, agents: [TESTING], if: task.final, minimum: opus }');
    const here = { allocation: allocationOf(floored), repository: REPOSITORY, now: NOW };
    const given = (task: Deferral['task']) => {
      const judged = judgeDeferral(deferral(1, { task }), here);
      return judged.ok ? [Object.fromEntries(judged.work.facts), Object.fromEntries(judged.work.given)] : [];
    };
    expect(given({ final: false, docs: false })).toEqual([{ docs: false }, { docs: false }]);
    expect(given({ final: true })).toEqual([{ final: true }, { final: true }]);
  });

  it('counts the same work once: the first that was deferred', () => {
    const first = deferral(1, { at: later(NOW, -7200) });
    const again = deferral(1, { run: { id: '2000', attempt: 1, job: 'review' } });
    const result = sifted([again, first]);
    expect(due(result)).toEqual(['1001']);
    expect(told(result.over)).toEqual(['2000: the same work was already deferred']);
  });

  it('drops what was deferred at an older head, but never for work without a work item', () => {
    const old = deferral(1, { at: later(NOW, -7200) });
    const fresh = deferral(1, { head: 'f'.repeat(40), run: { id: '2000', attempt: 1, job: 'review' } });
    expect(due(sifted([old, fresh]))).toEqual(['2000']);
    expect(told(sifted([old, fresh]).over)).toEqual(['1001: the same work was deferred at a newer head']);
    const nameless = [old, fresh].map((each) => ({ ...each, work_item: null }));
    expect(due(sifted(nameless))).toEqual(['1001', '2000']);
  });

  it('drops what was deferred before the same work was started, not what was deferred again since', () => {
    const started = deferral(1, { at: later(NOW, -7200) });
    const step = stepOf(started, 'started', OTHER, later(NOW, -3000), { run_id: '5' });
    const before = deferral(1, { run: { id: '2000', attempt: 1, job: 'review' } });
    const since = deferral(1, { run: { id: '2001', attempt: 1, job: 'review' }, at: later(NOW, -60) });
    expect(told(sifted([started, before], [step]).over)).toEqual(['2000: the same work was started since']);
    expect(due(sifted([started, since], [step]))).toEqual(['2001']);
    // Of several starts the last one counts, whatever order they stand in.
    const earlier = deferral(1, { run: { id: '1999', attempt: 1, job: 'review' }, at: later(NOW, -9000) });
    const first = stepOf(earlier, 'started', OTHER, later(NOW, -8000), { run_id: '4' });
    for (const all of [
      [started, earlier, before],
      [earlier, started, before],
    ])
      expect(told(sifted(all, [first, step]).over)).toEqual(['2000: the same work was started since']);
  });

  it('keeps what the started run deferred again, although its start was told to the ledger only later', () => {
    const first = deferral(1, { at: later(NOW, -7200) });
    const claim = stepOf(first, 'claimed', OTHER, later(NOW, -3000));
    const step = stepOf(first, 'started', OTHER, later(NOW, -2700), { run_id: '5000' });
    const run = (id: string) => ({ run: { id, attempt: 1, job: 'agent' } });
    const again = deferral(1, { ...run('5000'), at: later(NOW, -2900) });
    expect(due(sifted([first, again], [claim, step]))).toEqual(['5000']);
    // The clock of its runner is behind.
    const early = deferral(1, { ...run('5000'), at: later(NOW, -3060) });
    expect(due(sifted([first, early], [claim, step]))).toEqual(['5000']);
  });

  it('keeps what was deferred after a start that was found again long afterwards', () => {
    const first = deferral(1, { at: later(NOW, -90_000) });
    const claim = stepOf(first, 'claimed', OTHER, later(NOW, -80_000));
    const found = stepOf(first, 'started', { ...OTHER, run: '9' }, NOW, { run_id: '5000' });
    const since = deferral(1, { run: { id: '6000', attempt: 1, job: 'review' }, at: later(NOW, -60) });
    expect(due(sifted([first, since], [claim, found]))).toEqual(['6000']);
  });

  it('lets no deferral that wants to wait stand in the way of one that is due', () => {
    const wait = { not_before: later(NOW, 39 * 86_400) };
    const run = (id: string) => ({ run: { id, attempt: 1, job: 'review' } });
    const before = deferral(1, { ...run('2000'), ...wait, at: later(NOW, -9000) });
    const newer = deferral(1, { ...run('2001'), ...wait, at: NOW, head: 'f'.repeat(40) });
    const result = sifted([deferral(1), before, newer]);
    expect(due(result)).toEqual(['1001']);
    expect(result.over).toEqual([]);
    const headless = deferral(1, { ...run('2002'), at: NOW, head: null });
    expect(due(sifted([deferral(1), headless]))).toEqual(['1001', '2002']);
  });

  it('asks what has become of work in the order of its turn, and of none that must wait or is not valid', () => {
    const security = { agent: 'SECURITY', tier: 'opus', priority: 90, critical: true };
    const works = [
      ...[deferral(1), deferral(2, { priority: 100, repository: 'mallory/demo' }), deferral(900, security)],
      ...[deferral(3, { not_before: later(NOW, 60) }), deferral(4)],
    ];
    const step = stepOf(works[4] ?? deferral(4), 'started', OTHER, NOW, { run_id: '5' });
    const here = { standings: standingsOf([step]), now: NOW, allocation, repository: REPOSITORY };
    expect(inTurn(works, here).map(({ work_item: item }) => item)).toEqual(['pr-900', 'pr-1']);
  });

  it('drops work whose pull request is over, and waits where nobody knows', () => {
    const fateOf = ({ work_item: item }: Deferral): Fate => {
      if (item === 'pr-1') return { kind: 'over', why: 'pull request 1 is closed' };
      return item === 'pr-2' ? { kind: 'not-known', why: 'no answer' } : GOES_ON;
    };
    const result = sifted([deferral(1), deferral(2), deferral(3)], [], { fateOf });
    expect(told(result.over)).toEqual(['1001: pull request 1 is closed']);
    expect(told(result.waiting)).toEqual(['1002: no answer']);
    expect(due(result)).toEqual(['1003']);
  });

  it('waits until the time that the deferral names', () => {
    const later15 = deferral(1, { not_before: later(NOW, 900) });
    expect(told(sifted([later15]).waiting)).toEqual([
      `1001: it must not be started before ${later(NOW, 900)}`,
    ]);
    expect(due(sifted([later15], [], { now: later(NOW, 900) }))).toEqual(['1001']);
  });

  it('leaves to another drain what that one has claimed, and the same work deferred again, until the claim lapses', () => {
    const claimed = deferral(1);
    const again = deferral(1, { run: { id: '2000', attempt: 1, job: 'review' }, at: later(NOW, -600) });
    const claim = stepOf(claimed, 'claimed', OTHER, later(NOW, -899));
    const result = sifted([claimed, again], [claim]);
    expect(told(result.waiting)).toEqual([
      '1001: another drain is starting it',
      '2000: another drain is starting the same work',
    ]);
    expect(due(sifted([claimed], [claim], { now: later(NOW, 1) }))).toEqual(['1001']);
    const released = stepOf(claimed, 'released', OTHER, later(NOW, -880));
    expect(due(sifted([claimed], [claim, released]))).toEqual(['1001']);
  });

  it('tells of what is open for too long, and gives it up before nobody reads it any more', () => {
    const old = deferral(1, { at: later(NOW, -8 * 86_400) });
    const ancient = deferral(2, { at: later(NOW, -29 * 86_400) });
    const result = sifted([old, ancient, deferral(3)]);
    expect(result.tooOld.map(({ deferral: each }) => each.run.id)).toEqual(['1001', '1002']);
    expect(due(result)).toEqual(['1001', '1003']);
    expect(told(result.over)).toEqual(['1002: it was open for more than 28 days']);
  });
});

describe('what is started for a deferral', () => {
  const startFor = (change: Partial<Deferral>, text = ALLOCATION) => {
    const here = { allocation: allocationOf(text), repository: REPOSITORY, now: NOW };
    const judged = judgeDeferral(deferral(7, change), here);
    if (!judged.ok) throw new Error(judged.why);
    return startOf(judged.work, here.allocation.deferred);
  };

  it('is the first workflow of the allow-list that fits the cell, with the inputs that it names', () => {
    const { id } = deferral(7);
    expect(startFor({})).toEqual({
      ok: true,
      start: {
        workflow: 'agent.yml',
        claim: claimToken(id),
        inputs: {
          agent: 'TESTING',
          claim: claimToken(id),
          head: String(7).padStart(40, 'a'),
          phase: 'EXEC',
          pull: '7',
          work: 'pr-7',
        },
      },
    });
    const stories = startFor({ agent: 'STORIES', phase: 'PLAN' });
    expect(stories).toMatchObject({ start: { workflow: 'stories.yml', inputs: { depth: 'deep' } } });
    expect(startFor({ agent: 'STORIES' })).toMatchObject({ start: { workflow: 'agent.yml' } });
  });

  it('is nothing for a cell that no workflow fits, and nothing without an allow-list', () => {
    const why = 'no workflow under deferred.workflows is for GITHUB in EXEC';
    expect(startFor({ agent: 'GITHUB' })).toEqual({ ok: false, why });
    const without = ALLOCATION.slice(0, ALLOCATION.indexOf('deferred:'));
    expect(startFor({}, without).ok).toBe(false);
  });

  it('leaves out an input that there is nothing for', () => {
    const { start } = startFor({ work_item: 'issue-3', head: null }) as { start: { inputs: object } };
    expect(Object.keys(start.inputs)).toEqual(['agent', 'claim', 'phase', 'work']);
  });

  it('tells the workflow the facts that it cannot derive itself, so that the same upgrades hold', () => {
    const text = ALLOCATION.replace('claim: claim }', 'claim: claim, task: task, urgent: critical }').replace(
      'facts:',
      'facts:\n  lines_changed: { type: integer, from: pull_request }\n  component: { type: string }',
    );
    const task = { lines_changed: 80, security_critical: true, component: 'billing', gone: 1 };
    const inputsOf = (change: Partial<Deferral>) => startFor({ task, critical: true, ...change }, text);
    expect(inputsOf({})).toMatchObject({
      start: { inputs: { task: '{"component":"billing","security_critical":true}', urgent: 'true' } },
    });
    expect(inputsOf({ work_item: 'issue-3' })).toMatchObject({
      start: { inputs: { task: '{"component":"billing","lines_changed":80,"security_critical":true}' } },
    });
    expect(inputsOf({ task: { component: '$(id)' } })).toEqual({
      ok: false,
      why: 'its task is not plain: only letters, digits and . _ # / -',
    });
  });

  it.each([
    '$(curl evil)',
    '"; rm -rf /',
    "pr-1' || true",
    '$'.concat('{{ secrets.X }}'),
    '-x',
    'a\nb',
    'a b',
  ])('is nothing where the work item could be taken for more than a name: %j', (work_item) => {
    expect(startFor({ work_item })).toEqual({
      ok: false,
      why: 'its work item is not plain: only letters, digits and . _ # / -',
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Allocation } from '../../src/allocation/allocation.ts';
import { isAgentName, isModelId } from '../../src/allocation/names.ts';
import type { CompletedWork } from '../../src/report/completed.ts';
import type { Report } from '../../src/report/document.ts';
import { NO_OUTLOOK } from '../../src/report/outlook.ts';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { ALLOCATION, event, output, record, run } from './records.ts';
import { PULL_REQUEST, reportOn } from './reports.ts';

const SONNET = {
  model_requested: 'claude-sonnet-5-5',
  model_used: 'claude-sonnet-5-5',
  tier_assigned: 'sonnet',
  tier_used: 'sonnet',
};
const many = (count: number, changes: (index: number) => Partial<UsageRecord>): readonly UsageRecord[] =>
  Array.from({ length: count }, (_, index) =>
    run(`${index}`, { work_item: `pr-${index}`, ...changes(index) }),
  );
const target = (report: ReturnType<typeof reportOn>, id: string) =>
  report.targets.find((each) => each.id === id);

describe('tiers', () => {
  it('have their share of the runs and of the cost', () => {
    const report = reportOn([
      ...many(3, () => ({ cost_microusd: 100 })),
      run('x', { ...SONNET, cost_microusd: 700 }),
    ]);
    expect(report.tiers).toMatchObject([
      { tier: 'haiku', runs: 3, run_share: 0.75, microusd: 300, cost_share: 0.3 },
      { tier: 'sonnet', runs: 1, run_share: 0.25, microusd: 700, cost_share: 0.7 },
      { tier: 'opus', runs: 0, run_share: 0, microusd: 0, cost_share: 0 },
    ]);
  });

  it('are told from the model where a record does not name one', () => {
    const report = reportOn([
      run('1', { tier_used: null }),
      run('2', { tier_used: null, model_used: 'mystery-1' }),
    ]);
    expect(report.tiers.map(({ tier, runs }) => [tier, runs])).toEqual([
      ['haiku', 1],
      ['sonnet', 0],
      ['opus', 0],
      [null, 1],
    ]);
  });

  it('count a run that used two models once, on the one that wrote most', () => {
    const two = [run('1', { tokens: output(10) }), run('1', { ...SONNET, tokens: output(20) })];
    expect(reportOn(two)).toMatchObject({ runs: 1, tiers: [{ runs: 0 }, { runs: 1 }, { runs: 0 }] });
  });

  it('count what cannot be attributed in tokens and cost, and as no run', () => {
    const report = reportOn([run('1', { agent: 'unattributed', cost_microusd: 500 })]);
    expect(report).toMatchObject({
      runs: 0,
      spent: { tokens: 79, microusd: 500 },
      tiers: [{ runs: 0, run_share: null, microusd: 500 }, {}, {}],
    });
  });
});

describe('rates', () => {
  it('count escalations that nobody planned', () => {
    const escalated = { attempt: 2, escalated_from_model: 'claude-haiku-5-5', ...SONNET };
    const report = reportOn([
      ...many(8, () => ({})),
      run('8', escalated),
      run('9', { ...escalated, planned_upgrade: true }),
    ]);
    expect(report).toMatchObject({ escalations: 1, escalation_rate: 0.1 });
    expect(target(report, 'unplanned_escalations')).toMatchObject({ actual: 0.1, n: 10 });
  });

  it('count as rework what failed, was tried again, or somebody said so', () => {
    const report = reportOn(
      [
        run('1', { work_item: 'pr-1', outcome: 'fail' }),
        run('2', { work_item: 'pr-2', outcome: 'pass' }),
        run('2b', { work_item: 'pr-2', attempt: 2 }),
        run('3', { work_item: 'pr-3', outcome: 'unknown' }),
        run('4', { work_item: 'pr-4' }),
        run('5', { work_item: 'pr-5', outcome: 'unknown' }),
      ],
      { events: [event({ work_item: 'pr-3', outcome: 'reverted' })] },
    );
    // Three of five, or four: nobody knows yet what became of pr-5.
    expect(report).toMatchObject({
      rework: { hits: 3, unknown: 1, n: 5, low: 0.6, high: 0.8 },
      rework_rate: null,
    });
  });

  it('hear an outcome that is told after the week', () => {
    const late = { laterEvents: [event({ at: '2026-12-01T00:00:00Z' })] };
    expect(reportOn([run('1')], late).rework_rate).toBe(1);
  });

  it('do not blame every agent for a review of the pull request', () => {
    const asked = event({ outcome: 'changes-requested' });
    expect(reportOn([run('1')], { events: [asked] }).rework_rate).toBe(0);
    expect(reportOn([run('1')], { events: [{ ...asked, agent: 'GITHUB' }] }).rework_rate).toBe(1);
  });

  it('count overrides and critical work', () => {
    const override = { tier: 'opus', reason: 'because', by: 'octocat' };
    expect(
      reportOn([run('1', { override }), run('2', { critical: true }), run('3'), run('4')]),
    ).toMatchObject({
      override_rate: 0.25,
      critical_rate: 0.25,
    });
  });
});

describe('overrides', () => {
  it('are told with where they were written, like ones together', () => {
    const override = {
      tier: 'opus',
      reason: 'a big merge',
      by: 'octocat',
      where: 'label of pull request 12',
    };
    const runs = [run('1', { override }), run('2', { override }), run('3')];
    const { overrides } = reportOn(runs, { workItem: 'pr-12' });
    expect(overrides).toMatchObject([{ agent: 'GITHUB', phase: 'EXEC', ...override, runs: 2 }]);
    const given = { tier: 'opus', reason: 'asked for', by: 'mona' };
    expect(reportOn([run('1', { override: given })], { workItem: 'pr-12' }).overrides).toMatchObject([
      { ...given, where: null },
    ]);
  });
});

describe('targets', () => {
  it('are met or missed from 30 cases on', () => {
    const haiku = (count: number) => many(40, (index) => (index < count ? {} : SONNET));
    expect(target(reportOn(haiku(26)), 'haiku_runs')).toMatchObject({ actual: 0.65, status: 'met', n: 40 });
    expect(target(reportOn(haiku(36)), 'haiku_runs')).toMatchObject({ actual: 0.9, status: 'missed' });
  });

  it('are not judged on a handful, unless it leaves no doubt', () => {
    const all = (count: number) => target(reportOn(many(count, () => ({}))), 'haiku_runs');
    expect(all(4)?.status).toBe('not-enough-data');
    expect(all(20)?.status).toBe('missed');
    const few = many(10, (index) => (index < 6 ? {} : SONNET));
    expect(target(reportOn(few), 'haiku_runs')?.status).toBe('not-enough-data');
  });

  it('compare with the week before', () => {
    const before = many(10, () => ({ tokens: output(1000) }));
    const now = many(10, () => ({ tokens: output(900) }));
    expect(target(reportOn(now, { before }), 'tokens_per_work_item')).toMatchObject({
      actual: 900,
      before: 1000,
      status: 'met',
      n: 10,
    });
    expect(target(reportOn(before, { before: now }), 'tokens_per_work_item')?.status).toBe('missed');
    expect(target(reportOn(now), 'tokens_per_work_item')?.status).toBe('not-enough-data');
  });

  it('measure the wait from a poor result to the run on the higher tier', () => {
    const pairs = [2, 3, 4, 9, 4].flatMap((minutes, index) => {
      const work_item = `pr-${index}`;
      const start = Date.parse('2026-11-24T10:00:00Z') + minutes * 60_000;
      const at = new Date(start + 30_000).toISOString().replace('.000', '');
      return [
        run(`${index}`, { work_item, outcome: 'fail' }),
        run(`${index}b`, {
          work_item,
          attempt: 2,
          escalated_from_model: 'claude-haiku-5-5',
          at,
          duration_ms: 30_000,
        }),
      ];
    });
    expect(target(reportOn(pairs), 'escalation_delay_minutes')).toMatchObject({
      actual: 4,
      status: 'met',
      n: 5,
    });
  });

  it('speak of missed security issues only where somebody tells outcomes', () => {
    const security = run('1', { agent: 'SECURITY', model_used: 'claude-opus-5-5', tier_used: 'opus' });
    const id = 'security_issues_missed';
    expect(target(reportOn([security]), id)?.status).toBe('not-measured');
    expect(target(reportOn([security], { events: [event({ outcome: 'approved' })] }), id)).toMatchObject({
      status: 'met',
      actual: 0,
      n: 1,
    });
    const missed = event({ outcome: 'security-issue-missed' });
    expect(target(reportOn([security], { events: [missed] }), id)).toMatchObject({
      status: 'missed',
      actual: 1,
    });
  });

  it('know an agent by its aliases', () => {
    const named = (agent: string, alias: string): Allocation['agents'] =>
      new Map(
        [...ALLOCATION.agents].map(([name, each]) => [
          name,
          name === agent ? { ...each, aliases: [...each.aliases, alias].filter(isAgentName) } : each,
        ]),
      );
    const allocation = { ...ALLOCATION, agents: named('DOCMON', 'docs-agent') };
    const records = many(5, () => ({ agent: 'docs-agent', outcome: 'pass' }));
    const report = reportOn(records, { allocation });
    expect(target(report, 'documentation_compliance')).toMatchObject({ actual: 1, n: 5 });
    expect(report.never_seen).not.toContain('DOCMON');
    const security = many(2, () => ({ agent: 'guard', outcome: 'pass' }));
    const guarded = { ...ALLOCATION, agents: named('SECURITY', 'guard') };
    const told = reportOn(security, { allocation: guarded, events: [event({ outcome: 'approved' })] });
    expect(target(told, 'security_issues_missed')).toMatchObject({ status: 'met', n: 2 });
  });

  it('take reviews and checks from GitHub', () => {
    const asked = reportOn([], { reviews: { hits: 39, n: 40 }, endToEnd: { hits: 30, n: 40 } });
    expect(target(asked, 'code_review_pass_rate')).toMatchObject({ actual: 0.975, status: 'met', n: 40 });
    expect(target(asked, 'e2e_pass_rate')).toMatchObject({ status: 'missed' });
    expect(target(reportOn([]), 'e2e_pass_rate')?.status).toBe('not-measured');
  });

  it('count what was merged or closed, and miss to keep it steady only on the bad side', () => {
    const at = (day: number, hour = 12) => Date.UTC(2026, 10, day, hour);
    const work = (number: number, day: number, changes: Partial<CompletedWork> = {}): CompletedWork => ({
      kind: 'pr',
      number,
      at: at(day),
      merged: true,
      firstCommit: at(day, 2),
      ...changes,
    });
    const weeks = (now: number, before: number, changes: Partial<CompletedWork> = {}) => ({
      completed: [
        ...Array.from({ length: now }, (_, index) => work(index, 25, changes)),
        ...Array.from({ length: before }, (_, index) => work(100 + index, 18)),
      ],
    });
    const items = (report: Report) => target(report, 'work_items_per_week');
    expect(items(reportOn([], weeks(12, 6)))).toMatchObject({ actual: 12, before: 6, status: 'met' });
    expect(items(reportOn([], weeks(5, 10)))).toMatchObject({ actual: 5, before: 10, status: 'missed' });
    expect(items(reportOn([], { ...weeks(5, 10), weekOver: false }))?.status).toBe('not-enough-data');
    expect(items(reportOn([run('1')]))?.status).toBe('not-measured');
    // An issue counts where somebody recorded work on it.
    const issue = { completed: [work(7, 25, { kind: 'issue' }), work(8, 25, { kind: 'issue' })] };
    expect(items(reportOn([run('1', { work_item: 'issue-7' })], issue))?.actual).toBe(1);
    const hours = (report: Report) => target(report, 'time_to_completion');
    expect(hours(reportOn([], weeks(6, 6)))).toMatchObject({
      actual: 10,
      before: 10,
      status: 'met',
      n: 6,
      unit: 'hours',
    });
    expect(hours(reportOn([], weeks(6, 6, { firstCommit: at(25, 11) })))).toMatchObject({
      actual: 1,
      status: 'met',
    });
    expect(hours(reportOn([], weeks(6, 6, { firstCommit: at(24, 2) })))).toMatchObject({
      actual: 34,
      status: 'missed',
    });
    // The first record of pr-0 is older than its first commit: 24 hours before the merge.
    const recorded = [run('1', { work_item: 'pr-0', at: '2026-11-24T12:00:00Z' })];
    expect(hours(reportOn(recorded, { completed: [work(0, 25)] }))?.actual).toBe(24);
  });

  it('hold forecasts against where the weeks ended, of those that said that they were sure', () => {
    const score = { n: 8, hits: 7, sure: 8, right: 8, covered: 7, rps: 0.02, skill: 0.7 };
    const outlook = { ...NO_OUTLOOK, score: { ...score, pinball: [0.01, 0.02, 0.01], weeks: [] } };
    expect(target(reportOn([], { outlook }), 'zone_accuracy')).toMatchObject({
      actual: 1,
      n: 8,
      status: 'met',
    });
    const unsure = { ...outlook, score: { ...outlook.score, sure: 0, right: 0 } };
    expect(target(reportOn([], { outlook: unsure }), 'zone_accuracy')?.status).toBe('not-enough-data');
    expect(target(reportOn([run('1')]), 'zone_accuracy')?.status).toBe('not-measured');
  });

  it('stand in the report as many as the allocation has', () => {
    expect(reportOn([]).targets.map(({ id }) => id)).toEqual(ALLOCATION.targets.map(({ id }) => id));
  });
});

describe('alerts', () => {
  const kinds = (records: readonly UsageRecord[]) =>
    reportOn(records).alerts.map(({ kind, message }) => `${kind}: ${message}`);

  it('tell of a model under its floor', () => {
    expect(kinds(PULL_REQUEST)).toEqual(['below-floor: SECURITY/EXEC used sonnet, floor opus']);
  });

  it('hold a conditional floor unless the fact was plainly false', () => {
    const validation = { agent: 'VALIDATION', ...SONNET };
    expect(kinds([run('1', validation)])).toEqual(['below-floor: VALIDATION/EXEC used sonnet, floor opus']);
    expect(kinds([run('1', { ...validation, task: { final_verification: false } })])).toEqual([]);
  });

  it('take a model of no tier for one under the floor', () => {
    const unknown = run('1', { agent: 'SECURITY', model_used: 'mystery-1', tier_used: null });
    expect(kinds([unknown])).toEqual(['below-floor: SECURITY/EXEC used mystery-1, floor opus']);
  });

  it('go by the model that was used, not by the tier that a record claims', () => {
    const lying = run('1', { agent: 'SECURITY', model_used: 'claude-haiku-5-5', tier_used: 'opus' });
    expect(kinds([lying])).toEqual(['below-floor: SECURITY/EXEC used haiku, floor opus']);
  });

  it('do not tell of a model of a greater line that no tier has', () => {
    const greater = run('1', { agent: 'SECURITY', model_used: 'claude-mythos-5', tier_used: null });
    expect(kinds([greater])).toEqual([]);
  });

  it('leave the small calls of the client alone, and not the large ones', () => {
    const work = many(30, () => ({ tokens: output(1000) }));
    const own = (tokens: number) =>
      run('0', { auxiliary: true, model_requested: null, tokens: output(tokens) });
    expect(kinds([...work, own(300)])).toEqual([]);
    expect(kinds([...work, own(3000)])).toEqual([
      "auxiliary-share: 9.1% of the tokens are the client's own calls (3,000 of 33,000), alert above 5%",
    ]);
  });

  it('tell of escalations above 15 %', () => {
    const escalated = (count: number) =>
      many(40, (index) => (index < count ? { attempt: 2, escalated_from_model: 'claude-haiku-5-5' } : {}));
    expect(kinds(escalated(6))).toEqual([]);
    expect(kinds(escalated(8))).toEqual([
      'escalation-rate: 20.0% of the runs were escalated (8 of 40), alert above 15%',
    ]);
  });

  it('tell of a phase above its band, use without a price, and use without a measure', () => {
    const lead = run('1', { phase: 'LEAD', tokens: output(90_001) });
    expect(kinds([lead])).toEqual(['phase-above-band: LEAD used 90,001 tokens, expected at most 90,000']);
    const unpriced = run('1', { cost_microusd: null, cost_basis: 'unpriced' });
    expect(kinds([unpriced])).toEqual([
      'unpriced: 79 tokens have no price and are in no total: claude-haiku-5-5',
    ]);
    const unmeasured = run('1', {
      tokens: null,
      model_used: null,
      cost_microusd: null,
      cost_basis: 'unmeasured',
      measured: 'none',
    });
    expect(kinds([unmeasured])).toEqual(['unmeasured: 1 run was not measured: the figures are too low']);
  });

  it('tell when too much is flagged critical, which guarded cells are by declaration', () => {
    const flagged = many(30, (index) => ({ critical: index < 10 }));
    expect(kinds(flagged)).toEqual([
      'critical-share: 33.3% of the runs were flagged critical (10 of 30), alert above 25%',
    ]);
    const opus = { model_used: 'claude-opus-5-5', model_requested: 'claude-opus-5-5', tier_used: 'opus' };
    const security = many(30, (index) => ({
      agent: 'SECURITY',
      critical: true,
      work_item: `s-${index}`,
      ...opus,
    }));
    const report = reportOn([...flagged.slice(5), ...security]);
    expect(report.alerts.map(({ kind }) => kind)).toEqual([]);
    expect(report.critical_rate).toBe(5 / 25);
  });

  it('tell of rework above 25 %, by the tier that was assigned', () => {
    const bad = (count: number, outcome: 'pass' | 'unknown') =>
      many(40, (index) => ({ outcome: index < count ? 'fail' : outcome }));
    expect(kinds(bad(10, 'pass'))).toEqual([]);
    expect(kinds(bad(11, 'pass'))).toEqual([
      'rework-rate: 27.5% of the first attempts assigned to haiku had to be reworked (11 of 40), alert above 25%',
    ]);
    expect(kinds(bad(11, 'unknown'))).toEqual([
      'rework-rate: at least 27.5% of the first attempts assigned to haiku had to be reworked (11 of 40, 29 of unknown fate), alert above 25%',
    ]);
    const two = bad(11, 'pass').map((each, index) =>
      index % 2 === 0 ? { ...each, tier_assigned: 'sonnet' } : each,
    );
    expect(kinds(two)).toEqual([
      'rework-rate: 27.5% of the first attempts had to be reworked (11 of 40), alert above 25%',
    ]);
  });

  it('are about 30 runs at least', () => {
    const all = {
      attempt: 2,
      escalated_from_model: 'claude-haiku-5-5',
      critical: true,
      outcome: 'fail',
    } as const;
    expect(kinds(many(29, () => all))).toEqual([]);
    expect(kinds(many(29, () => ({ outcome: 'fail' })))).toEqual([]);
    expect(kinds(many(30, () => all)).map((each) => each.split(':')[0])).toEqual([
      'escalation-rate',
      'critical-share',
    ]);
  });
});

describe('mismatches', () => {
  it('know a dated id for the same model', () => {
    const dated = run('1', { model_requested: 'claude-haiku-4-5', model_used: 'claude-haiku-4-5-20251001' });
    expect(reportOn([dated]).mismatches).toEqual([]);
    const other = run('1', { model_requested: 'claude-haiku-4-5' });
    expect(reportOn([other]).mismatches).toMatchObject([
      { requested: 'claude-haiku-4-5', used: 'claude-haiku-5-5', below_floor: false, records: 1 },
    ]);
  });
});

describe('the report', () => {
  it('counts nothing of what forks and Dependabot report', () => {
    const theirs = [run('1', { task: { fork: true } }), run('2', { task: { dependabot: true } })];
    const loud = run('3', { task: { fork: true }, phase: 'LEAD', tokens: output(1_000_000) });
    expect(reportOn([loud]).alerts).toEqual([]);
    expect(reportOn(theirs)).toMatchObject({
      runs: 0,
      spent: { tokens: 0, microusd: 0 },
      not_counted: { records: 2, tokens: 158 },
      uses: [{ counted: false, tokens: 158 }],
    });
  });

  it('says what is missing', () => {
    const partial = record({ measured: 'partial' });
    const report = reportOn([partial, run('2')], {
      weekOver: false,
      damage: ['part of the ledger cannot be read: x'],
      jobs: { reported: 2, expected: 3, missing: [] },
    });
    expect(report.complete).toBe(false);
    expect(report.incomplete).toEqual([
      'part of the ledger cannot be read: x',
      '2 of 3 jobs reported',
      '1 of 2 records are not fully measured',
      'the week has not ended',
    ]);
    expect(reportOn([run('1')]).complete).toBe(true);
  });

  it('names agents that were never seen', () => {
    expect(reportOn([run('1')]).never_seen).not.toContain('GITHUB');
    expect(reportOn([run('1')]).never_seen).toContain('SECURITY');
  });

  it('is the same whatever the order of records and events', () => {
    const records = [
      ...PULL_REQUEST,
      ...many(12, (index) => ({
        attempt: (index % 2) + 1,
        work_item: `pr-${index % 5}`,
        outcome: index % 3 === 0 ? 'fail' : 'pass',
      })),
    ];
    const events = [event(), event({ work_item: 'pr-1' }), event({ work_item: 'pr-2', outcome: 'approved' })];
    const expected = reportOn(records, { events });
    const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
    fc.assert(
      fc.property(shuffled(records), shuffled(events), (some, others) => {
        expect(reportOn(some, { events: others })).toEqual(expected);
      }),
    );
  });
});

const RETIRING = 'claude-haiku-4-5';
if (!isModelId(RETIRING)) throw new Error('it is an id');

describe('what a reader of the week looks for', () => {
  it('names the dearest pieces of work, each with the cell that most of it went to', () => {
    const report = reportOn([
      ...many(6, (index) => ({ cost_microusd: 100 * (index + 1) })),
      run('x', { ...SONNET, agent: 'TESTING', work_item: 'pr-0', cost_microusd: 5000 }),
      run('y', { work_item: null, cost_microusd: 9000 }),
    ]);
    expect(report.work_items.map(({ work_item, runs, microusd }) => [work_item, runs, microusd])).toEqual([
      ['pr-0', 2, 5100],
      ['pr-5', 1, 600],
      ['pr-4', 1, 500],
      ['pr-3', 1, 400],
      ['pr-2', 1, 300],
    ]);
    expect(report.work_items[0]?.dearest).toEqual({ agent: 'TESTING', phase: 'EXEC', microusd: 5000 });
    expect(reportOn([run('1')], { workItem: 'pr-12' }).work_items).toEqual([]);
  });

  it('says which run was the latest, and in which one a floor was broken last', () => {
    const late = run('9', { at: '2026-11-24T11:00:00Z', agent: 'SECURITY' });
    const report = reportOn([late, run('7'), run('8', { agent: 'SECURITY' })]);
    expect(report.latest).toEqual({ repository: 'octo/demo', run: '9', at: '2026-11-24T11:00:00Z' });
    expect(report.mismatches).toMatchObject([{ agent: 'SECURITY', records: 2, run: '9' }]);
    expect(reportOn([]).latest).toBeNull();
  });

  it('says which models retire soon', () => {
    const tiers = ALLOCATION.tiers.map((tier, rank) => (rank === 0 ? { ...tier, model: RETIRING } : tier));
    const report = reportOn([], { allocation: { ...ALLOCATION, tiers } });
    expect(report.alerts.map(({ kind, message }) => [kind, message])).toEqual([
      ['model-retires-soon', expect.stringContaining('The model claude-haiku-4-5 of the tier haiku')],
    ]);
  });
});

import { type Allocation, findAgent } from '../allocation/allocation.ts';
import type { Exceptions } from '../allocation/exceptions.ts';
import { underPresentNames } from '../allocation/renames.ts';
import type { ReportDocument } from '../generated/report.ts';
import type { Immutable } from '../immutable.ts';
import { budgetState, isCounted } from '../policy/budget/budget.ts';
import { floorsOfRecords } from '../policy/decision/below-floor.ts';
import { zoneOf } from '../policy/decision/decide.ts';
import { knownModels, tiersOfUse } from '../policy/decision/known-models.ts';
import { lookAlikesIn, unattributedIn } from '../policy/decision/unattributed.ts';
import { figuresText } from '../render/budget-figures.ts';
import type { IsoDate, IsoWeek } from '../time/week.ts';
import type { ModelTable } from '../usage/models/models.ts';
import type { Gist, OutcomeEvent, UsageRecord } from '../usage/records/record.ts';
import { alertsOf } from './alerts.ts';
import { mismatchesOf } from './floors.ts';
import { lackingIn } from './lacking.ts';
import { measure, rateOf, reworkOf, type Share, shareOf, type TargetInput } from './metrics.ts';
import { type AttemptFate, attemptFates, byCodeUnit, type Run, runsOf, sumOf } from './runs.ts';
import { judgeTarget } from './targets.ts';
import { usesOf } from './uses.ts';

/** Everything that a report says: the renderers add nothing but form. */
export type Report = Immutable<ReportDocument>;
/** How many of the jobs that ran have told what they used. */
export type Jobs = Report['jobs'];
type TierShare = Report['tiers'][number];
type AgentFigures = Report['agents'][number];

export interface ReportInput {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
  readonly week: IsoWeek;
  /** The day of the report (UTC), by which exceptions count. */
  readonly today: IsoDate;
  /** True when the week has ended. */
  readonly weekOver: boolean;
  /** Null: the whole week. */
  readonly workItem: string | null;
  /** Every record of the week, once. */
  readonly weekRecords: readonly UsageRecord[];
  /** The records that the report is about: those of the week, or of the work item. */
  readonly records: readonly UsageRecord[];
  /** Of the week before, for trends; null: not read. */
  readonly before: readonly Gist[] | null;
  /** Events of the week. */
  readonly events: readonly OutcomeEvent[];
  /** Events told after the week, which may still be about its work. */
  readonly laterEvents: readonly OutcomeEvent[];
  /** What could not be read of the ledger. */
  readonly damage: readonly string[];
  readonly jobs: Jobs | null;
  readonly reviews: Share | null;
  readonly endToEnd: Share | null;
  readonly instantOf: (at: string) => number;
}

function tierShares(
  { tiers }: Allocation,
  runs: readonly Run[],
  records: readonly UsageRecord[],
): readonly TierShare[] {
  const names: readonly (string | null)[] = tiers.map(({ name }) => name);
  const nameOf = (tier: string | null): string | null => (names.includes(tier) ? tier : null);
  const ofRecord = (record: UsageRecord): string | null => nameOf(record.tier_used);
  const total = sumOf(records).microusd;
  return [...names, null].flatMap((tier): TierShare[] => {
    const count = runs.filter((run) => nameOf(run.tier) === tier).length;
    const mine = records.filter((record) => ofRecord(record) === tier);
    const { microusd } = sumOf(mine);
    if (tier === null && count === 0 && mine.length === 0) return [];
    return [
      {
        tier,
        runs: count,
        run_share: rateOf({ hits: count, n: runs.length }),
        microusd,
        cost_share: rateOf({ hits: microusd, n: total }),
        unpriced: mine.filter((record) => record.cost_microusd === null).length,
        partial: lackingIn(mine).partial,
      },
    ];
  });
}

function agentFigures(
  records: readonly UsageRecord[],
  runs: readonly Run[],
  fates: ReadonlyMap<Run, AttemptFate>,
): readonly AgentFigures[] {
  const cellOf = ({ agent, phase }: UsageRecord): string => JSON.stringify([agent, phase]);
  const cells = new Map<string, { readonly records: UsageRecord[]; readonly runs: Run[] }>();
  for (const record of records) {
    const cell = cells.get(cellOf(record)) ?? { records: [], runs: [] };
    cell.records.push(record);
    cells.set(cellOf(record), cell);
  }
  for (const run of runs) cells.get(cellOf(run.main))?.runs.push(run);
  return [...cells.entries()]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([, cell]): AgentFigures[] => {
      const [first] = cell.records;
      if (first === undefined) return [];
      const mine = cell.runs.flatMap((run): [Run, AttemptFate][] => {
        const fate = fates.get(run);
        return fate === undefined ? [] : [[run, fate]];
      });
      const rework = reworkOf(new Map(mine));
      return [
        {
          agent: first.agent,
          phase: first.phase,
          runs: cell.runs.length,
          ...sumOf(cell.records),
          ...lackingIn(cell.records),
          escalated: cell.runs.filter(({ escalated }) => escalated).length,
          overridden: cell.runs.filter(({ main }) => main.override !== null).length,
          reworked: rework.hits,
          judged: rework.n,
        },
      ];
    });
}

function jobsOf(records: readonly UsageRecord[]): Jobs {
  const jobs = new Set(
    records.map(({ repository, run }) => JSON.stringify([repository, run.id, run.attempt, run.job])),
  );
  return { reported: jobs.size, expected: null, missing: [] };
}

function incompleteness(input: ReportInput, records: readonly UsageRecord[], jobs: Jobs): readonly string[] {
  const { reported, expected } = jobs;
  const partly = records.filter(({ measured }) => measured !== 'full').length;
  return [
    ...input.damage,
    ...(expected !== null && reported < expected ? [`${reported} of ${expected} jobs reported`] : []),
    ...(partly > 0 ? [`${partly} of ${records.length} records are not fully measured`] : []),
    ...(input.workItem === null && !input.weekOver ? ['the week has not ended'] : []),
  ];
}

/** What was told of an agent under a former name is told of it. */
function inPresentNames(input: ReportInput): ReportInput {
  const { allocation, weekRecords, records, events, laterEvents } = input;
  return {
    ...input,
    weekRecords: underPresentNames(weekRecords, allocation),
    records: underPresentNames(records, allocation),
    events: underPresentNames(events, allocation),
    laterEvents: underPresentNames(laterEvents, allocation),
  };
}

/**
 * The report of a week, or of one work item. Pure; neither the order of the records nor that of the events matters.
 * Each record must be there once.
 */
export function makeReport(told: ReportInput): Report {
  const input = inPresentNames(told);
  const { allocation, exceptions, table, week, workItem, weekOver } = input;
  const models = knownModels(tiersOfUse(allocation, table), table);
  const { tierOf } = models;
  // A record that came without a tier still has one, if the allocation knows its model.
  const tiered = (record: UsageRecord): UsageRecord =>
    record.tier_used === null && record.model_used !== null
      ? { ...record, tier_used: tierOf(record.model_used) }
      : record;
  const all = [...input.records].sort((a, b) => byCodeUnit(a.id, b.id)).map(tiered);
  const records = all.filter(isCounted);
  const runs = runsOf(records);
  const fates = attemptFates(runs, [...input.events, ...input.laterEvents]);
  const { budget } = allocation;
  const state = budget === null ? null : budgetState(allocation, budget, input.weekRecords.map(tiered));
  const zone = state === null ? null : zoneOf(state.level);
  const floorOf = floorsOfRecords(allocation, exceptions);
  const agents = [...allocation.agents.values()];
  const unattributed = unattributedIn(all, agents);
  const mismatches = mismatchesOf(all, floorOf, models);
  const escalations = shareOf(runs, ({ escalated }) => escalated);
  const critical = shareOf(runs, ({ main }) => main.critical);
  const measured: TargetInput = {
    allocation,
    records,
    runs,
    fates,
    events: input.events,
    before: input.before?.filter(isCounted) ?? null,
    finalZone: weekOver ? zone : null,
    tierOf,
    reviews: input.reviews,
    endToEnd: input.endToEnd,
  };
  const jobs = input.jobs ?? jobsOf(records);
  const incomplete = incompleteness(input, records, jobs);
  const uncounted = all.filter((record) => !isCounted(record));
  const names = new Set(records.map(({ agent }) => agent));
  const seen = new Set([...names].map((name) => findAgent(allocation, name)?.name ?? name));
  return {
    schema: 'haiku-first/report@1',
    week,
    week_over: weekOver,
    work_item: workItem,
    complete: incomplete.length === 0,
    incomplete,
    jobs,
    basis: 'list-price-as-reported',
    zone,
    budget: state === null ? null : figuresText(state),
    spent: { ...sumOf(records), fraction: state?.fraction ?? null },
    forecast: null,
    not_counted: { records: uncounted.length, ...sumOf(uncounted) },
    runs: runs.length,
    tiers: tierShares(allocation, runs, records),
    agents: agentFigures(records, runs, fates),
    never_seen: workItem === null ? [...allocation.agents.keys()].filter((agent) => !seen.has(agent)) : [],
    escalations: escalations.hits,
    escalation_rate: rateOf(escalations),
    rework_rate: rateOf(reworkOf(fates)),
    override_rate: rateOf(shareOf(runs, ({ main }) => main.override !== null)),
    critical_rate: rateOf(critical),
    targets:
      workItem === null
        ? allocation.targets.map((target) => judgeTarget(target, measure(target, measured, input.instantOf)))
        : [],
    alerts: alertsOf({
      allocation,
      exceptions,
      today: input.today,
      records,
      mismatches,
      lookAlikes: lookAlikesIn(all, agents, floorOf),
      escalations,
      critical,
      wholeWeek: workItem === null,
    }),
    mismatches,
    ...(unattributed.length === 0 ? {} : { unattributed }),
    uses: usesOf(all, runs, fates),
    overrides: workItem === null ? [] : overridesOf(runs),
  };
}

/** What people picked, each once, by agent and phase. */
function overridesOf(runs: readonly Run[]): Report['overrides'] {
  const found = runs.flatMap(({ main: { agent, phase, override } }) => {
    if (override === null) return [];
    const { tier, by, reason, where = null } = override;
    return [{ agent, phase, tier, by, reason, where }];
  });
  const byText = new Map(found.map((each) => [JSON.stringify(Object.values(each)), each]));
  return [...byText].sort(([a], [b]) => byCodeUnit(a, b)).map(([, each]) => each);
}

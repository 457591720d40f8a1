import { type Allocation, findAgent } from '../allocation/allocation.ts';
import type { Exceptions } from '../allocation/exceptions.ts';
import type { Zone } from '../allocation/names.ts';
import { budgetState, isCounted } from '../policy/budget/budget.ts';
import { floorsOfRecords } from '../policy/decision/below-floor.ts';
import { zoneOf } from '../policy/decision/decide.ts';
import { knownModels, tiersOfUse } from '../policy/decision/known-models.ts';
import { figuresText } from '../render/budget-figures.ts';
import type { IsoWeek } from '../time/week.ts';
import type { ModelTable } from '../usage/models/models.ts';
import type { Gist, OutcomeEvent, UsageRecord } from '../usage/records/record.ts';
import { alertsOf, type ReportAlert } from './alerts.ts';
import { type Mismatch, mismatchesOf } from './floors.ts';
import { type Lacking, lackingIn } from './lacking.ts';
import { measure, rateOf, reworkOf, type Share, shareOf, type TargetInput } from './metrics.ts';
import { type AttemptFate, attemptFates, byCodeUnit, type Run, runsOf, sumOf } from './runs.ts';
import { judgeTarget, type TargetResult } from './targets.ts';
import { type Use, usesOf } from './uses.ts';

/** How many of the jobs that ran have told what they used. */
export interface Jobs {
  readonly reported: number;
  /** Null: nobody knows how many ran. */
  readonly expected: number | null;
  /** Those that have not, with their state: `VALIDATION/EXEC (running)`. */
  readonly missing: readonly string[];
}

export interface ReportInput {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
  readonly week: IsoWeek;
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

export interface TierShare {
  /** Null: of no tier of the allocation. */
  readonly tier: string | null;
  readonly runs: number;
  readonly run_share: number | null;
  /** What is priced of it. */
  readonly microusd: number;
  readonly cost_share: number | null;
  /** Records without a price, or that nobody measured. */
  readonly unpriced: number;
  /** Records that were measured in part. */
  readonly partial: number;
}

export interface AgentFigures extends Lacking {
  readonly agent: string;
  readonly phase: string;
  readonly runs: number;
  readonly tokens: number;
  /** What is priced of it. */
  readonly microusd: number;
  readonly escalated: number;
  readonly overridden: number;
  readonly reworked: number;
  /** First attempts whose fate is known. */
  readonly judged: number;
}

/** Everything that a report says: the renderers add nothing but form. */
export interface Report {
  readonly schema: 'haiku-first/report@1';
  readonly week: string;
  readonly week_over: boolean;
  readonly work_item: string | null;
  /** False: something is missing, and `incomplete` says what. */
  readonly complete: boolean;
  readonly incomplete: readonly string[];
  readonly jobs: Jobs;
  /** What the figures are: list prices, as the jobs reported them. */
  readonly basis: 'list-price-as-reported';
  readonly zone: Zone | null;
  /** `372,000 of 500,000 tokens (74%)` of the week. */
  readonly budget: string | null;
  readonly spent: { readonly tokens: number; readonly microusd: number; readonly fraction: number | null };
  readonly forecast: null;
  /** What forks and Dependabot reported: in no other figure but `uses`. */
  readonly not_counted: { readonly records: number; readonly tokens: number; readonly microusd: number };
  readonly runs: number;
  readonly tiers: readonly TierShare[];
  readonly agents: readonly AgentFigures[];
  readonly never_seen: readonly string[];
  readonly escalations: number;
  readonly escalation_rate: number | null;
  readonly rework_rate: number | null;
  readonly override_rate: number | null;
  readonly critical_rate: number | null;
  readonly targets: readonly TargetResult[];
  readonly alerts: readonly ReportAlert[];
  readonly mismatches: readonly Mismatch[];
  /** Asked and used, by agent, phase and model. */
  readonly uses: readonly Use[];
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

/**
 * The report of a week, or of one work item. Pure; neither the order of the records nor that of the events matters.
 * Each record must be there once.
 */
export function makeReport(input: ReportInput): Report {
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
  const mismatches = mismatchesOf(all, floorsOfRecords(allocation, exceptions), models);
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
      records,
      mismatches,
      escalations,
      critical,
      wholeWeek: workItem === null,
    }),
    mismatches,
    uses: usesOf(all, runs, fates),
  };
}

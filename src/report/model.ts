import { type Allocation, findAgent, floorsOf } from '../allocation/allocation.ts';
import { workflowFor } from '../allocation/deferred.ts';
import type { Exceptions } from '../allocation/exceptions.ts';
import { underPresentNames } from '../allocation/renames.ts';
import { combinations, grouped } from '../grouped.ts';
import { budgetState, inMeasure, isCounted } from '../policy/budget/budget.ts';
import { floorsOfRecords } from '../policy/decision/below-floor.ts';
import { zoneOf } from '../policy/decision/decide.ts';
import { knownModels, tiersOfUse } from '../policy/decision/known-models.ts';
import { lookAlikesIn, unattributedIn } from '../policy/decision/unattributed.ts';
import { figuresText } from '../render/budget-figures.ts';
import type { IsoDate, IsoWeek } from '../time/week.ts';
import type { ModelTable } from '../usage/models/models.ts';
import type { Gist, OutcomeEvent, UsageRecord } from '../usage/records/record.ts';
import type { Refusal } from '../usage/records/refusal.ts';
import { alertsOf } from './alerts.ts';
import { allowancesOfWeek, furthestMeasure } from './allowances.ts';
import { type CompletedWork, firstRecords, type WeekSpan } from './completed.ts';
import { completedBy } from './completed-records.ts';
import { type PutOff, workPutOff } from './deferred.ts';
import type { Jobs, Report } from './document.ts';
import { escalationOf } from './escalations.ts';
import { expectationsOf, qualityOf } from './expectations.ts';
import { type AttemptFate, attemptFates } from './fates.ts';
import { mismatchesOf } from './floors.ts';
import { lackingIn } from './lacking.ts';
import { measure, rateOf, type Share, shareOf, type TargetInput } from './metrics.ts';
import { bounded, closedRate, NO_REWORK, reworkBy, reworkOf } from './open-share.ts';
import type { Outlook } from './outlook.ts';
import { exceptionsUsed, overriddenRuns } from './permissions.ts';
import { recommendations } from './recommend.ts';
import { refusedWork } from './refused.ts';
import { byCodeUnit, byInstant, classesOf, intended, isLater, type Run, runsOf, sumOf } from './runs.ts';
import { judgeTarget } from './targets.ts';
import { eventsOfWeek } from './told.ts';
import { usesOf } from './uses.ts';
import { costOfWorkItems, dearestWork } from './work-items.ts';

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
  /** Further attempts after the week, at what was first attempted in it. */
  readonly laterAttempts: readonly UsageRecord[];
  /** Events told after the week, which may still be about its work. */
  readonly laterEvents: readonly OutcomeEvent[];
  /** When the week ends, in UTC. */
  readonly ends: string;
  /** When the week after ends, in UTC. */
  readonly nextEnds: string;
  /** What was put off in the week, or before it. */
  readonly deferred: readonly PutOff[];
  /** The first second of the week, in UTC. */
  readonly begins: string;
  /** Overrides that jobs were refused; no ledger has them. Left out: none. */
  readonly refusals?: readonly Refusal[];
  /** What could not be read of the ledger. */
  readonly damage: readonly string[];
  readonly outlook: Outlook;
  readonly jobs: Jobs | null;
  readonly reviews: Share | null;
  readonly endToEnd: Share | null;
  /** What was merged or closed in the week and in the one before; null: nobody asked GitHub. */
  readonly completed: readonly CompletedWork[] | null;
  readonly span: WeekSpan;
  readonly now: number;
  readonly instantOf: (at: string) => number;
}

function tierShares(
  { tiers, budget }: Allocation,
  runs: readonly Run[],
  records: readonly UsageRecord[],
  fates: ReadonlyMap<Run, AttemptFate>,
): readonly TierShare[] {
  const names: readonly (string | null)[] = tiers.map(({ name }) => name);
  const nameOf = (tier: string | null): string | null => (names.includes(tier) ? tier : null);
  // No tier has an empty name.
  const keyOf = (tier: string | null): string => nameOf(tier) ?? '';
  const recordsOf = grouped(records, (record) => keyOf(record.tier_used));
  const runsOfTier = grouped(runs, (run) => keyOf(run.tier));
  const reworkOfTier = reworkBy(fates, (run) => keyOf(intended(run)));
  const total = sumOf(records);
  const measure = budget === null ? null : furthestMeasure(budget, total).measure;
  return [...names, null].flatMap((tier): TierShare[] => {
    const count = runsOfTier.get(keyOf(tier))?.length ?? 0;
    const mine = recordsOf.get(keyOf(tier)) ?? [];
    const used = sumOf(mine);
    const rework = reworkOfTier.get(keyOf(tier)) ?? NO_REWORK;
    if (tier === null && count === 0 && mine.length === 0 && rework.n === 0) return [];
    return [
      {
        tier,
        runs: count,
        run_share: rateOf({ hits: count, n: runs.length }),
        ...used,
        cost_share: rateOf({ hits: used.microusd, n: total.microusd }),
        budget_share:
          measure === null ? null : rateOf({ hits: inMeasure(used, measure), n: inMeasure(total, measure) }),
        unpriced: mine.filter((record) => record.cost_microusd === null).length,
        partial: lackingIn(mine).partial,
        rework: bounded(rework),
      },
    ];
  });
}

function agentFigures(
  records: readonly UsageRecord[],
  runs: readonly Run[],
  fates: ReadonlyMap<Run, AttemptFate>,
): readonly AgentFigures[] {
  const key = combinations();
  const cellOf = ({ agent, phase }: UsageRecord): string => key(agent, phase);
  const runsOfCell = grouped(runs, ({ main }) => cellOf(main));
  const reworkOfCell = reworkBy(fates, ({ main }) => cellOf(main));
  return [...grouped(records, cellOf)]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([cellKey, own]): AgentFigures[] => {
      const [first] = own;
      if (first === undefined) return [];
      const cell = { records: own, runs: runsOfCell.get(cellKey) ?? [] };
      const rework = reworkOfCell.get(cellKey) ?? NO_REWORK;
      return [
        {
          agent: first.agent,
          phase: first.phase,
          runs: cell.runs.length,
          ...sumOf(cell.records),
          cache_read: classesOf(cell.records).cache_read,
          ...lackingIn(cell.records),
          escalated: cell.runs.filter(({ escalated }) => escalated).length,
          overridden: cell.runs.filter(({ main }) => main.override !== null).length,
          reworked: rework.hits,
          judged: rework.n - rework.unknown,
          unjudged: rework.unknown,
          quality: qualityOf(cell.runs),
        },
      ];
    });
}

/** Whether a record's cell is guarded, and so critical by declaration: nobody flagged it. */
function guardedIn(allocation: Allocation): (record: UsageRecord) => boolean {
  const absoluteOf = (agentName: string, phaseName: string) => {
    const agent = findAgent(allocation, agentName);
    const phase = allocation.phases.find((each) => each === phaseName);
    if (agent === null || phase === undefined) return [];
    return floorsOf(allocation, agent.name, phase).filter(({ absolute }) => absolute);
  };
  const known = new Map<string, ReturnType<typeof absoluteOf>>();
  return ({ agent, phase, task }) => {
    const cell = `${agent} ${phase}`;
    const floors = known.get(cell) ?? absoluteOf(agent, phase);
    known.set(cell, floors);
    return floors.some(({ fact }) => fact === null || task[fact] !== false);
  };
}

function jobsOf(records: readonly UsageRecord[]): Jobs {
  let reported = 0;
  for (const own of grouped(records, ({ run }) => run.id).values()) {
    const jobs = new Set(
      own.length === 1
        ? ['']
        : own.map(({ repository, run }) => JSON.stringify([repository, run.attempt, run.job])),
    );
    reported += jobs.size;
  }
  return { reported, expected: null, missing: [] };
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

/** The workflow that a drain starts deferred work by. */
function starterOf(allocation: Allocation): (deferral: PutOff['deferral']) => string | null {
  return ({ agent, phase }) => {
    const known = findAgent(allocation, agent);
    const inFile = allocation.phases.find((each) => each === phase);
    if (known === null || inFile === undefined) return null;
    return workflowFor(allocation.deferred, known.name, inFile)?.workflow ?? null;
  };
}

function latestOf(records: readonly UsageRecord[]): Report['latest'] {
  const [first, ...others] = records;
  if (first === undefined) return null;
  const { repository, run, at } = others.reduce((a, b) => (isLater(b, a) ? b : a), first);
  return { repository, run: run.id, at };
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
  const completed = completedBy(table, tierOf);
  // They come nearly in this order, so that sorting takes no time.
  const all = [...input.records].sort(byInstant).map(completed);
  const records = all.filter(isCounted);
  const runs = runsOf(records);
  const { now, instantOf } = input;
  const later = runsOf(input.laterAttempts.filter(isCounted));
  const events = [...input.events, ...input.laterEvents];
  const fates = attemptFates({ runs, later, events, now, instantOf });
  const rework = reworkOf(fates);
  const { budget } = allocation;
  const ofWeek = input.weekRecords.map(completed);
  const state = budget === null ? null : budgetState(allocation, budget, ofWeek);
  const ofWork = input.deferred.filter(
    ({ deferral }) => (workItem ?? deferral.work_item) === deferral.work_item,
  );
  const deferred = workPutOff(
    ofWork,
    [...all, ...input.laterAttempts],
    input.begins,
    input.ends,
    starterOf(allocation),
  );
  const counted = ofWeek.filter(isCounted);
  const allowances =
    budget === null || state === null ? [] : allowancesOfWeek(allocation, budget, state, counted, deferred);
  const zone = state === null ? null : zoneOf(state.level);
  const floorOf = floorsOfRecords(allocation, exceptions);
  const agents = [...allocation.agents.values()];
  const unattributed = unattributedIn(all, agents);
  const mismatches = mismatchesOf(all, floorOf, models);
  const escalations = shareOf(runs, ({ escalated }) => escalated);
  const isGuarded = guardedIn(allocation);
  const critical = shareOf(
    runs.filter(({ main }) => !isGuarded(main)),
    ({ main }) => main.critical,
  );
  const tiers = tierShares(allocation, runs, records, fates);
  const escalation = escalationOf(
    {
      allocation,
      runs,
      later,
      before: input.before?.filter(isCounted) ?? [],
      tierOf,
      instantOf,
    },
    deferred,
  );
  const measured: TargetInput = {
    allocation,
    records,
    lacking: lackingIn(records),
    runs,
    fates,
    events: eventsOfWeek({
      inWeek: input.events,
      inNext: input.laterEvents.filter(({ at }) => at < input.nextEnds),
      records,
      before: input.before ?? [],
    }),
    anythingTold: events.length > 0,
    before: input.before?.filter(isCounted) ?? null,
    score: input.outlook.score,
    tierOf,
    tiers,
    escalation,
    reviews: input.reviews,
    endToEnd: input.endToEnd,
    completed: input.completed,
    span: input.span,
    weekOver,
    // Nobody else asks when work was first recorded.
    recorded:
      input.completed === null ? new Map() : firstRecords([...(input.before ?? []), ...records], instantOf),
  };
  const jobs = input.jobs ?? jobsOf(records);
  const incomplete = incompleteness(input, records, jobs);
  const refused = refusedWork(underPresentNames(input.refusals ?? [], allocation), all);
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
    spent: {
      ...sumOf(records),
      cache_read: classesOf(records).cache_read,
      fraction: state?.fraction ?? null,
    },
    forecast: input.outlook.forecast,
    ...(input.outlook.missing ? { forecast_missing: true } : {}),
    forecast_score: input.outlook.score,
    not_counted: { records: uncounted.length, ...sumOf(uncounted) },
    allowances,
    deferred,
    runs: runs.length,
    tiers,
    agents: agentFigures(records, runs, fates),
    never_seen: workItem === null ? [...allocation.agents.keys()].filter((agent) => !seen.has(agent)) : [],
    escalation,
    escalations: escalations.hits,
    escalation_rate: rateOf(escalations),
    rework: bounded(rework),
    rework_rate: closedRate(rework),
    override_rate: rateOf(shareOf(runs, ({ main }) => main.override !== null)),
    critical_rate: rateOf(critical),
    recommended: recommendations(allocation, week),
    overrides: overriddenRuns(runs),
    exceptions_used: exceptionsUsed(records, allocation, exceptions, models),
    expectations: expectationsOf(allocation, fates),
    targets:
      workItem === null
        ? allocation.targets.map((target) => judgeTarget(target, measure(target, measured)))
        : [],
    alerts: alertsOf({
      allocation,
      table,
      exceptions,
      today: input.today,
      records,
      mismatches,
      lookAlikes: lookAlikesIn(all, agents, floorOf),
      runs: runs.length,
      tiers,
      rework,
      escalations,
      critical,
      allowances,
      outlook: input.outlook,
      wholeWeek: workItem === null,
    }),
    mismatches,
    ...(unattributed.length === 0 ? {} : { unattributed }),
    ...(refused.length === 0 ? {} : { refused }),
    uses: usesOf(all, runs, fates, tierOf),
    work_items: workItem === null ? dearestWork(records, runs) : [],
    ...(workItem === null ? { per_work_item: costOfWorkItems(records) } : {}),
    latest: latestOf(all),
  };
}

import { type Allocation, findAgent, floorsOf, tierAt, tierName } from '../../allocation/allocation.ts';
import { type Exceptions, exceptionKey, isInForce } from '../../allocation/exceptions.ts';
import type { Attempt } from '../../calibration/attempt.ts';
import { atCheckpoint, CHECKPOINT, hoursSince } from '../../calibration/forecast/index.ts';
import { pastWhatIfs } from '../../calibration/replay/index.ts';
import type { Calibration, CellVerdict } from '../../calibration/rules/index.ts';
import type { DashboardDocument } from '../../generated/dashboard.ts';
import type { Immutable } from '../../immutable.ts';
import { levelStarts, limitsOf } from '../../policy/budget/budget.ts';
import { zoneOf } from '../../policy/decision/decide.ts';
import { isHonoured } from '../../policy/decision/exception-mistakes.ts';
import { idsOfTier } from '../../policy/decision/models-of-tiers.ts';
import { furthestMeasure } from '../../report/allowances.ts';
import { type CoursePoint, courseOf } from '../../report/course.ts';
import type { Report } from '../../report/document.ts';
import { millisecondsOf, textOfMilliseconds } from '../../time/instant.ts';
import { daysBetween, type IsoDate, type IsoWeek } from '../../time/week.ts';
import { findModel, lifecycleOn, type ModelTable } from '../../usage/models/models.ts';
import type { LoggedForecast } from '../../usage/records/forecast.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import type { LoggedWhatIf } from '../../usage/records/what-if.ts';
import type { CalibrateAnswer } from '../calibrate/index.ts';

/** Everything that the page shows. */
export type Dashboard = Immutable<DashboardDocument>;
export type DashboardCell = Dashboard['cells'][number];

const HOUR = 3_600_000;

/** A week that is drawn hour by hour. */
interface DrawnWeek {
  /** When it begins, in milliseconds. */
  readonly from: number;
  /** How far it has come, in hours. */
  readonly until: number;
  /** Those that count, as a report takes them. */
  readonly records: readonly UsageRecord[];
}

export interface DashboardInput {
  /** In UTC. */
  readonly at: string;
  readonly today: IsoDate;
  readonly repository: string | null;
  readonly week: IsoWeek;
  readonly commit: string | null;
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
  /** The oldest first. */
  readonly reports: readonly Report[];
  readonly calibration: Calibration;
  readonly answer: CalibrateAnswer;
  readonly drawn: DrawnWeek;
  readonly drawnBefore: DrawnWeek;
  /** Of the week, as they were logged. */
  readonly forecasts: readonly LoggedForecast[];
  readonly whatIfs: readonly LoggedWhatIf[];
  /** What calibration has read, to hold what-ifs against. */
  readonly attempts: readonly Attempt[];
  /** The weeks that are over, in order. */
  readonly over: readonly IsoWeek[];
}

type Course = Dashboard['course'];

/** The forecast that a week that is over is held against: that of its Thursday. */
function checkpointOf({ drawn, forecasts }: DashboardInput, used: readonly CoursePoint[], measure: string) {
  const end = textOfMilliseconds(drawn.from + CHECKPOINT * HOUR);
  const told = atCheckpoint(forecasts, end);
  if (told === null || told.interval === null || told.measure !== measure) return null;
  const hour = hoursSince(drawn.from, millisecondsOf(told.at));
  const spent = used.findLast((each) => each.hour <= hour)?.used ?? 0;
  return { at: told.at, hour, spent, low: told.interval.low, high: told.interval.high, point: told.point };
}

function course(input: DashboardInput): Course {
  const { allocation, drawn, drawnBefore } = input;
  const { budget } = allocation;
  const report = input.reports.at(-1);
  const spent = report?.spent ?? { tokens: 0, microusd: 0 };
  const forecast = report?.forecast ?? null;
  const measure = forecast?.measure ?? (budget === null ? 'usd' : furthestMeasure(budget, spent).measure);
  const limit =
    budget === null ? null : (limitsOf(budget).find((each) => each.measure === measure)?.limit ?? null);
  const pointsOf = ({ records, from, until }: DrawnWeek) =>
    courseOf(records, measure, { from, until, instantOf: millisecondsOf });
  const used = pointsOf(drawn);
  const own =
    forecast === null || forecast.interval === null
      ? null
      : {
          at: forecast.at,
          hour: hoursSince(drawn.from, millisecondsOf(forecast.at)),
          spent: forecast.spent,
          low: forecast.interval.low,
          high: forecast.interval.high,
          point: forecast.point,
        };
  return {
    measure,
    limit,
    zones:
      budget === null || limit === null
        ? []
        : levelStarts(budget)
            .filter(([level]) => level !== 'RESERVE')
            .map(([level, start]) => ({ zone: zoneOf(level), from: Math.round(start * limit) }))
            .reverse(),
    hours: drawn.until,
    used,
    before: pointsOf(drawnBefore),
    forecast: report?.week_over === true ? checkpointOf(input, used, measure) : own,
  };
}

type Row = Report['agents'][number];

/** The rows of all weeks by agent and phase; an alias is its agent. */
function rowsByCell({ reports, allocation }: DashboardInput) {
  const cells = new Map<string, { agent: string; phase: string; rows: { week: string; row: Row }[] }>();
  for (const { week, agents } of reports) {
    for (const row of agents) {
      const agent = findAgent(allocation, row.agent)?.name ?? row.agent;
      const key = JSON.stringify([agent, row.phase]);
      const cell = cells.get(key) ?? { agent, phase: row.phase, rows: [] };
      cell.rows.push({ week, row });
      cells.set(key, cell);
    }
  }
  return cells;
}

const LACKS = ['unpriced', 'unmeasured', 'partial'] as const;

function sumBy(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

function lackingOf(rows: readonly Row[]) {
  const [unpriced, unmeasured, partial] = LACKS.map((lack) => sumBy(rows, (row) => row[lack]));
  return { unpriced: unpriced ?? 0, unmeasured: unmeasured ?? 0, partial: partial ?? 0 };
}

function cellOf(
  agent: string,
  phase: string,
  told: readonly { readonly week: string; readonly row: Row }[],
  verdict: CellVerdict | null,
  allocation: Allocation,
): DashboardCell {
  const cell = verdict?.known.cell ?? null;
  const floor =
    cell === null
      ? null
      : Math.max(-1, ...floorsOf(allocation, cell.agent, cell.phase).map(({ minimum }) => minimum));
  const rows = told.map(({ row }) => row);
  const weeks = [...new Set(told.map(({ week }) => week))];
  return {
    agent,
    phase,
    tier: cell?.assigned ?? null,
    floor: floor === null || floor < 0 ? null : tierName(allocation, floor),
    guarded: cell?.guarded ?? false,
    trial: cell?.trial ?? null,
    runs: sumBy(rows, (row) => row.runs),
    tokens: sumBy(rows, (row) => row.tokens),
    microusd: sumBy(rows, (row) => row.microusd),
    ...lackingOf(rows),
    weeks: weeks.map((week) => {
      const own = told.filter((each) => each.week === week).map(({ row }) => row);
      return {
        week,
        runs: sumBy(own, (row) => row.runs),
        microusd: sumBy(own, (row) => row.microusd),
        ...lackingOf(own),
        reworked: sumBy(own, (row) => row.reworked),
        judged: sumBy(own, (row) => row.judged),
        unjudged: sumBy(own, (row) => row.unjudged),
        escalated: sumBy(own, (row) => row.escalated),
      };
    }),
    evidence: (verdict?.known.evidence.weeks ?? []).map(({ week, n, x }) => ({ week, n, x })),
  };
}

/** The cells of the allocation, then what ran in none of them. */
function cells(input: DashboardInput): readonly DashboardCell[] {
  const { calibration, allocation } = input;
  const told = rowsByCell(input);
  const own = calibration.cells.map((verdict) => {
    const { agent, phase } = verdict.known.cell;
    const key = JSON.stringify([agent, phase]);
    const rows = told.get(key)?.rows ?? [];
    told.delete(key);
    return cellOf(agent, phase, rows, verdict, allocation);
  });
  const others = [...told]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { agent, phase, rows }]) => cellOf(agent, phase, rows, null, allocation));
  return [...own, ...others];
}

function escalations({ reports, allocation }: DashboardInput): Dashboard['escalations'] {
  return allocation.tiers.map(({ name }) => {
    const sum = { tier: `${name}`, first: 0, reworked: 0, unknown: 0, escalated: 0, passed: 0, failed: 0 };
    for (const { tiers, escalation } of reports) {
      const rework = tiers.find(({ tier }) => tier === name)?.rework;
      sum.first += rework?.n ?? 0;
      sum.reworked += rework?.hits ?? 0;
      sum.unknown += rework?.unknown ?? 0;
      for (const { from, runs, passed, failed } of escalation.reasons) {
        if (from !== name) continue;
        sum.escalated += runs;
        sum.passed += passed;
        sum.failed += failed;
      }
    }
    return sum;
  });
}

/** What targets ask of the share of a tier. */
function aims({ allocation }: DashboardInput): Dashboard['aims'] {
  return allocation.targets.flatMap(({ id, bound }): Dashboard['aims'] => {
    const [, tier, of] = /^(.+)_(runs|budget)$/.exec(id) ?? [];
    const isTier = allocation.tiers.some(({ name }) => name === tier);
    if (tier === undefined || !isTier || bound.kind === 'trend') return [];
    const { kind } = bound;
    const [low, high] =
      kind === 'between'
        ? [bound.low, bound.high]
        : kind === 'above' || kind === 'at_least'
          ? [bound.value, null]
          : [null, bound.value];
    return [{ id, tier, of: of === 'runs' ? 'runs' : 'budget', low, high }];
  });
}

type LogEntry = Dashboard['log'][number];

function log({ allocation, whatIfs, attempts, over }: DashboardInput): readonly LogEntry[] {
  const changes = [...allocation.matrix].flatMap(([phase, agents]) =>
    [...agents].flatMap(([agent, { tier, former, because }]): LogEntry[] =>
      former === null
        ? []
        : [
            {
              kind: 'change',
              since: former.since,
              at: null,
              moves: [
                { agent, phase, from: tierName(allocation, former.tier), to: tierName(allocation, tier) },
              ],
              because,
              expected: null,
              actual: null,
            },
          ],
    ),
  );
  const proposed = whatIfs.map((each): LogEntry => {
    const { at, since, cells: moved, microusd, interval } = each;
    return {
      kind: 'what-if',
      since,
      at,
      moves: moved.map(({ agent, phase, from, to }) => ({ agent, phase, from, to })),
      because: null,
      expected: { microusd, low: interval.low, high: interval.high },
      actual: pastWhatIfs([each], attempts, over)[0]?.actual ?? null,
    };
  });
  const keyOf = ({ since, at, kind, moves }: LogEntry): string =>
    JSON.stringify([since, at ?? '', kind, moves]);
  return [...changes, ...proposed].sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
}

type End = Dashboard['ahead'][number];

function ahead({ allocation, exceptions, table, today }: DashboardInput): readonly End[] {
  const ends: End[] = [];
  for (const entry of exceptions.entries) {
    const counts = entry.kind === 'cell' ? isHonoured(entry, allocation, today) : isInForce(entry, today);
    if (!counts) continue;
    const { expires, approvedBy, tracking } = entry;
    ends.push({
      kind: 'exception',
      on: expires,
      days: daysBetween(today, expires),
      sure: true,
      what: exceptionKey(entry),
      tier: entry.kind === 'cell' ? entry.tier : null,
      note: `approved by ${approvedBy}, ${tracking}`,
    });
  }
  for (const tier of allocation.tiers) {
    for (const { id, provider } of idsOfTier(tierAt(allocation, tier.rank))) {
      const row = findModel(table, id);
      const on = row?.retiresAt ?? row?.retiresNotBefore ?? null;
      if (row === null || on === null || lifecycleOn(row, today) === 'retired') continue;
      const days = daysBetween(today, on);
      ends.push({
        kind: 'retirement',
        on,
        days,
        sure: row.retiresAt !== null,
        what: id,
        tier: tier.name,
        note: provider,
      });
    }
  }
  return ends.sort((a, b) => a.days - b.days || (a.what < b.what ? -1 : 1));
}

/** The answer of `dashboard`, for machines and for the page: figures of the reports, and their sums. */
export function dashboardDocument(input: DashboardInput, file: string | null): Dashboard {
  const { at, repository, week, commit, allocation, reports, answer } = input;
  const latest = reports.flatMap(({ latest: each }) => (each === null ? [] : [each.at]));
  return {
    schema: 'haiku-first/dashboard@1',
    at,
    repository,
    week,
    commit,
    file,
    measured_until: latest.sort().at(-1) ?? null,
    phases: [...allocation.phases],
    reports,
    calibration: answer,
    course: course(input),
    cells: cells(input),
    aims: aims(input),
    escalations: escalations(input),
    log: log(input),
    ahead: ahead(input),
  };
}

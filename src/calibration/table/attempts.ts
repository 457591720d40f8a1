import { grouped } from '../../grouped.ts';
import { budgetTokens, plus } from '../../policy/budget/budget.ts';
import { fateOf } from '../../report/fates.ts';
import type { IsoWeek } from '../../time/week.ts';
import type { AttemptRecord } from '../../usage/records/attempt-line.ts';
import type { OutcomeEvent } from '../../usage/records/record.ts';
import type { Attempt } from '../attempt.ts';
import { closesWork } from '../cells/index.ts';
import { SmallColumn } from './column.ts';
import { Places } from './places.ts';
import { type Profile, type Reading, Records } from './records.ts';
import { AttemptRow, FATES } from './row.ts';
import { Runs } from './runs.ts';

/** A week, from an instant up to, but not including, another. */
export interface AttemptWeek {
  readonly week: IsoWeek;
  readonly from: number;
  readonly to: number;
}

/** What attempts are told from, beside the records. */
export interface Later {
  readonly events: readonly OutcomeEvent[];
  /** The weeks that are asked about, one after the other. What was recorded after them only tells what became of them. */
  readonly weeks: readonly AttemptWeek[];
  readonly now: number;
}

/** What was used in an hour on a tier, and by no run of an agent. */
export interface Unassigned {
  /** When the hour begins. */
  readonly at: number;
  readonly tier: string | null;
  readonly tokens: number;
  readonly microusd: number;
}

/** What a table tells. */
export interface Attempts {
  /** By instant, then id. */
  readonly attempts: readonly Attempt[];
  readonly unassigned: readonly Unassigned[];
  /** Records of forks and of Dependabot, which are left out. */
  readonly notCounted: number;
}

const HOUR = 3_600_000;

/**
 * The ledger as calibration sees it, at some two hundred bytes a record. It tells what `runsOf` and `attemptFates` tell
 * together, which would need ten times as much; a test holds them together.
 */
export class AttemptTable {
  readonly #records: Records;
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#records = new Records(reading);
    this.#reading = reading;
  }

  /** Adds a line with its record; null: it has none. The row of the line that has its id already; null: none had. */
  add(id: string, record: AttemptRecord | null): number | null {
    return this.#records.add(id, record);
  }

  /** How many lines were added. */
  get size(): number {
    return this.#records.size;
  }

  /** Puts a record, or none, in the place of the line with this id: it was taken back, or another one counts. */
  replace(id: string, record: AttemptRecord | null): void {
    this.#records.replace(id, record);
  }

  /** What became of everything. It uses the table up. */
  finish({ events, weeks, now }: Later): Attempts {
    const records = this.#records;
    const runs = new Runs(records);
    const again = madeAgain(records, runs.mains);
    const about = this.#about(events, runs);
    const closedAfter = this.#closedAfter(events);
    // Before the rows are made: they need none of it, and a year has a million of them.
    runs.release();
    records.release();
    const [week, fates, closedAt] = [new SmallColumn(), new SmallColumn(), new Map<number, number>()];
    const source = { records, runs, weeks, week, fate: fates, closedAt };
    const attempts: Attempt[] = [];
    let place = 0;
    for (const row of runs.mains) {
      const at = records.at.get(row);
      while (at >= (weeks[place]?.to ?? Number.POSITIVE_INFINITY)) place += 1;
      const span = weeks[place];
      const profile = records.profile(row);
      if (span === undefined || at < span.from || profile === null) continue;
      const isFirst = profile.attempt === 1 && !profile.escalates;
      const fate = isFirst
        ? fateOf(runs.outcome(row, profile), again.get(row) === 1, about(row, profile, at), () => now - at)
        : 'unknown';
      week.set(row, place);
      fates.set(row, FATES.indexOf(fate));
      const closed = closedAfter(row, profile, at);
      if (closed !== null) closedAt.set(row, closed);
      attempts.push(new AttemptRow(source, row, profile));
    }
    const [from, to] = [weeks[0]?.from ?? 0, weeks.at(-1)?.to ?? 0];
    const unassigned = unassignedIn(records, runs, from, to);
    return { attempts, unassigned, notCounted: records.notCounted };
  }

  /** When its piece of work was done as a whole; null: nobody said. */
  #closedAfter(
    events: readonly OutcomeEvent[],
  ): (row: number, profile: Profile, at: number) => number | null {
    const records = this.#records;
    const closings = grouped(events, (event) =>
      closesWork(event) ? records.placeOfWork(event.work_item) : null,
    );
    if (closings.size === 0) return () => null;
    return (row, { repository }, at) => {
      const instants = (closings.get(records.work.get(row)) ?? [])
        .filter((event) => event.repository === repository)
        .map((event) => this.#reading.instantOf(event.at))
        .filter((instant) => instant >= at);
      return instants.length === 0 ? null : Math.min(...instants);
    };
  }

  /** What was told of a run: see `attemptFates`. */
  #about(
    events: readonly OutcomeEvent[],
    runs: Runs,
  ): (row: number, profile: Profile, at: number) => readonly OutcomeEvent[] {
    if (events.length === 0) return () => [];
    const records = this.#records;
    const byRun = grouped(events, ({ record }) => {
      const row = record === null ? null : records.rowOf(record);
      return row === null ? null : runs.mainOf(row);
    });
    const byWork = grouped(events, ({ record, work_item }) =>
      record === null ? records.placeOfWork(work_item) : null,
    );
    return (row, { repository, agent, phase }, at) => {
      const mine = (byWork.get(records.work.get(row)) ?? []).filter(
        (event) =>
          event.repository === repository &&
          this.#reading.instantOf(event.at) >= at &&
          (event.agent === null || this.#reading.present(event.agent) === agent) &&
          (event.phase === null || event.phase === phase),
      );
      return [...mine, ...(byRun.get(row) ?? [])];
    };
  }
}

/** Of each task the latest first attempt before every further one: 1 by its row. See the function in `report`. */
function madeAgain(records: Records, mains: readonly number[]): SmallColumn {
  const cellOf = (row: number): number => records.profile(row)?.cell ?? -1;
  const byTask = new Places(
    (row) => Math.imul(records.work.get(row), 0x9e3779b1) ^ Math.imul(cellOf(row), 0x85ebca6b),
    (a, b) => records.work.get(a) === records.work.get(b) && cellOf(a) === cellOf(b),
  );
  /** The latest first attempt, plus one, by the row that stands for the task. */
  const latest = new SmallColumn();
  const again = new SmallColumn();
  let further: number[] = [];
  const settle = (): void => {
    for (const task of further) {
      const first = latest.get(task);
      if (first !== 0) again.set(first - 1, 1);
    }
    further = [];
  };
  let instant = 0;
  for (const row of mains) {
    const at = records.at.get(row);
    // Of what ended in the same second the first attempts go first.
    if (at !== instant) settle();
    instant = at;
    const profile = records.profile(row);
    const task = byTask.findOrAdd(row) ?? row;
    if (profile === null || profile.attempt !== 1 || profile.escalates) further.push(task);
    else latest.set(task, row + 1);
  }
  settle();
  return again;
}

function unassignedIn(records: Records, runs: Runs, from: number, to: number): readonly Unassigned[] {
  const hours = new Map<string, { at: number; tier: string | null; tokens: number; microusd: number }>();
  for (const row of runs.others) {
    const instant = records.at.get(row);
    if (instant < from || instant >= to) continue;
    const at = instant - (instant % HOUR);
    const tier = records.profile(row)?.tier ?? null;
    const key = JSON.stringify([at, tier]);
    const hour = hours.get(key) ?? { at, tier, tokens: 0, microusd: 0 };
    const tokens = records.tokensOf(row);
    hour.tokens = plus(hour.tokens, tokens === null ? 0 : budgetTokens(tokens));
    hour.microusd = plus(hour.microusd, records.cost.get(row) ?? 0);
    hours.set(key, hour);
  }
  return [...hours]
    .sort(([a, { at }], [b, { at: other }]) => at - other || (a < b ? -1 : 1))
    .map(([, hour]) => hour);
}

/** The attempts that whole records tell of, each record once. */
export function attemptsOf(records: readonly AttemptRecord[], reading: Reading, later: Later): Attempts {
  const table = new AttemptTable(reading);
  for (const record of records) table.add(record.id, record);
  return table.finish(later);
}

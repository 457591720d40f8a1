import { plus } from '../../policy/budget/budget.ts';
import type { RecordOutcome } from '../../usage/records/record.ts';
import { SmallColumn } from './column.ts';
import { Places } from './places.ts';
import type { Profile, Records } from './records.ts';

const WORST = ['unknown', 'pass', 'fail'] as const satisfies readonly RecordOutcome[];

/** The records of runs, joined: the same as `runsOf`, and a test says so. */
export class Runs {
  /** The main records, by instant, then id. */
  readonly mains: readonly number[];
  /** Records that belong to no run of an agent. */
  readonly others: readonly number[];
  readonly #records: Records;
  /** The run of a record, as one of its rows. */
  readonly #byRun: Places;
  /** The next record of a run, plus one. */
  readonly #next = new SmallColumn();
  /** Of a run of several records, by the row that stands for it: its main record, plus one. */
  readonly #main = new SmallColumn();
  /** By main record; of runs of several records only. */
  readonly #joined = new Map<
    number,
    { readonly outcome: RecordOutcome; readonly escalatedFrom: string | null }
  >();

  constructor(records: Records) {
    this.#records = records;
    const attemptOf = (row: number): number => records.profile(row)?.attempt ?? 0;
    const cellOf = (row: number): number => records.profile(row)?.cell ?? -1;
    this.#byRun = new Places(
      (row) => records.job.get(row) ^ Math.imul(cellOf(row), 0x9e3779b1),
      (a, b) =>
        records.job.get(a) === records.job.get(b) && cellOf(a) === cellOf(b) && attemptOf(a) === attemptOf(b),
    );
    const others: number[] = [];
    const firsts: number[] = [];
    for (let row = 0; row < records.size; row += 1) {
      const profile = records.profile(row);
      if (profile === null) continue;
      if (profile.unattributed) {
        others.push(row);
        continue;
      }
      const first = this.#byRun.findOrAdd(row);
      if (first === null) firsts.push(row);
      else {
        this.#next.set(row, this.#next.get(first));
        this.#next.set(first, row + 1);
      }
    }
    const mains: number[] = [];
    for (const first of firsts) {
      const isAlone = this.#next.get(first) === 0;
      const main = isAlone ? (records.profile(first)?.auxiliary === true ? null : first) : this.#join(first);
      if (main === null) others.push(...this.#rowsOf(first));
      else mains.push(main);
    }
    const { at } = records;
    this.mains = mains.sort((a, b) => at.get(a) - at.get(b) || records.compareIds(a, b));
    this.others = others;
  }

  /** Lets go of what `mainOf` needs. */
  release(): void {
    this.#byRun.clear();
    this.#next.clear();
  }

  outcome(main: number, profile: Profile): RecordOutcome {
    return this.#joined.get(main)?.outcome ?? profile.outcome;
  }

  /** Null: it escalates nothing, or from no tier. */
  escalatedFrom(main: number, profile: Profile): string | null {
    const joined = this.#joined.get(main);
    if (joined !== undefined) return joined.escalatedFrom;
    return profile.escalates && !profile.planned ? profile.escalatedFrom : null;
  }

  /** The main record of the run that a record is of; null: it is of none. */
  mainOf(row: number): number | null {
    const profile = this.#records.profile(row);
    if (profile === null || profile.unattributed) return null;
    const first = this.#byRun.find(row);
    if (first === null) return null;
    const main = this.#main.get(first);
    if (main !== 0) return main - 1;
    return this.#next.get(first) === 0 && !profile.auxiliary ? first : null;
  }

  #rowsOf(first: number): readonly number[] {
    const rows: number[] = [];
    for (let row = first + 1; row !== 0; row = this.#next.get(row - 1)) rows.push(row - 1);
    return rows;
  }

  /** Joins a run of several records into its main one, which gets their sums; null: it has none. */
  #join(first: number): number | null {
    const records = this.#records;
    const rows = this.#rowsOf(first);
    let main: number | null = null;
    let outcome: RecordOutcome = 'unknown';
    let escalated = false;
    let from: number | null = null;
    for (const row of rows) {
      const profile = records.profile(row);
      if (profile === null) continue;
      if (WORST.indexOf(profile.outcome) > WORST.indexOf(outcome)) outcome = profile.outcome;
      if (profile.escalates) {
        if (!profile.planned) escalated = true;
        if (from === null || records.compareIds(row, from) < 0) from = row;
      }
      if (profile.auxiliary) continue;
      const more = main === null ? 1 : records.outputOf(row) - records.outputOf(main);
      if (more > 0 || (more === 0 && main !== null && records.compareIds(row, main) < 0)) main = row;
    }
    if (main === null) return null;
    for (const column of records.amounts) {
      // What is not known of one is not known of all.
      const parts = rows.map((row) => column.get(row));
      column.set(
        main,
        parts.includes(null) ? null : parts.reduce<number>((sum, part) => plus(sum, part ?? 0), 0),
      );
    }
    this.#main.set(first, main + 1);
    const escalatedFrom = escalated && from !== null ? (records.profile(from)?.escalatedFrom ?? null) : null;
    this.#joined.set(main, { outcome, escalatedFrom });
    return main;
  }
}

import type { AttemptFate } from '../../report/fates.ts';
import type { IsoWeek } from '../../time/week.ts';
import type { RecordOutcome, RecordTokens } from '../../usage/records/record.ts';
import type { Attempt, Complexity } from '../attempt.ts';
import type { SmallColumn } from './column.ts';
import type { Profile, Records } from './records.ts';
import type { Runs } from './runs.ts';

/** Where rows are read. */
export interface TableRows {
  readonly records: Records;
  readonly runs: Runs;
  readonly weeks: readonly { readonly week: IsoWeek }[];
  /** By row: the place of its week, and of its fate. */
  readonly week: SmallColumn;
  readonly fate: SmallColumn;
  readonly closedAt: ReadonlyMap<number, number>;
}

export const FATES = ['unknown', 'good', 'reworked'] as const satisfies readonly AttemptFate[];

/** An attempt that is read from the table when it is asked. */
export class AttemptRow implements Attempt {
  readonly #source: TableRows;
  readonly #row: number;
  readonly #profile: Profile;

  constructor(source: TableRows, row: number, profile: Profile) {
    this.#source = source;
    this.#row = row;
    this.#profile = profile;
  }

  get week(): IsoWeek {
    const { weeks, week } = this.#source;
    const found = weeks[week.get(this.#row)];
    if (found === undefined) throw new RangeError('a row of no week');
    return found.week;
  }

  get fate(): AttemptFate {
    return FATES[this.#source.fate.get(this.#row)] ?? 'unknown';
  }

  get closedAt(): number | null {
    return this.#source.closedAt.get(this.#row) ?? null;
  }

  get at(): number {
    return this.#source.records.at.get(this.#row);
  }

  get agent(): string {
    return this.#profile.agent;
  }

  get phase(): string {
    return this.#profile.phase;
  }

  get workItem(): string | null {
    return this.#source.records.workItem(this.#row);
  }

  get task(): string {
    return this.#source.records.task(this.#row);
  }

  get isFirst(): boolean {
    return this.#profile.attempt === 1 && !this.#profile.escalates;
  }

  get outcome(): RecordOutcome {
    return this.#source.runs.outcome(this.#row, this.#profile);
  }

  get assigned(): string | null {
    return this.#profile.assigned ?? this.tier;
  }

  get tier(): string | null {
    return this.#profile.tier;
  }

  get model(): string | null {
    return this.#profile.model;
  }

  get escalatedFrom(): string | null {
    return this.#source.runs.escalatedFrom(this.#row, this.#profile);
  }

  get isPlannedUpgrade(): boolean {
    return this.#profile.planned;
  }

  get isOverridden(): boolean {
    return this.#profile.overridden;
  }

  get isCritical(): boolean {
    return this.#profile.critical;
  }

  get trial(): Attempt['trial'] {
    return this.#profile.trial;
  }

  get tokens(): RecordTokens | null {
    return this.#source.records.tokensOf(this.#row);
  }

  get microusd(): number | null {
    return this.#source.records.cost.get(this.#row);
  }

  get durationMs(): number | null {
    return this.#source.records.duration.get(this.#row);
  }

  get quality(): number | null {
    return this.#source.records.quality.get(this.#row) ?? null;
  }

  get complexity(): Complexity | null {
    return this.#profile.complexity;
  }

  get linesChanged(): number | null {
    return this.#source.records.lines.known(this.#row);
  }

  get filesChanged(): number | null {
    return this.#source.records.files.known(this.#row);
  }

  get taskType(): string | null {
    return this.#profile.taskType;
  }

  get agentHash(): string | null {
    return this.#profile.agentHash;
  }
}

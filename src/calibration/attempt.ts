import type { AttemptFate } from '../report/fates.ts';
import type { IsoWeek } from '../time/week.ts';
import type { RecordOutcome, RecordTokens, UsageRecord } from '../usage/records/record.ts';

/** How hard a task is, as far as it was known before the run: small, medium, large. */
export const COMPLEXITIES = ['S', 'M', 'L'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];

/**
 * One run as calibration sees it: what the statistics of its cell and a replay need, and no more, for a year may have
 * a million of them. A run is what `Run` is to a report: one agent's attempt in one session of one job.
 */
export interface Attempt {
  /** Milliseconds since 1970 in UTC. */
  readonly at: number;
  /** In the allocation's time zone. */
  readonly week: IsoWeek;
  readonly agent: string;
  readonly phase: string | null;
  readonly workItem: string | null;
  /** The piece of work in its cell: attempts at one task share it. */
  readonly task: string;
  /** Its task was not attempted before, and it escalates nothing: the only attempts that rates are taken over. */
  readonly isFirst: boolean;
  /** What became of a first attempt; of further ones `unknown`. Rework is held against the assigned tier. */
  readonly fate: AttemptFate;
  /** What it said of itself when it ended. */
  readonly outcome: RecordOutcome;
  /** When it was told that its piece of work is done (`approved` or `pass`, of the work as a whole); null: it was not. */
  readonly closedAt: number | null;
  /** The tier that it was assigned; where nobody said, the one that it ran on. Null: none of the allocation. */
  readonly assigned: string | null;
  /** The tier that it ran on. */
  readonly tier: string | null;
  /** The exact id of the model that answered. */
  readonly model: string | null;
  /** The tier whose poor result it repeats; null: none. */
  readonly escalatedFrom: string | null;
  /** A declared upgrade raised its tier. */
  readonly isPlannedUpgrade: boolean;
  /** A person picked its tier. */
  readonly isOverridden: boolean;
  readonly isCritical: boolean;
  readonly trial: UsageRecord['trial'];
  /** Null: not measured. */
  readonly tokens: RecordTokens | null;
  /** Micro-dollars, of all its models; null: not known. */
  readonly microusd: number | null;
  readonly durationMs: number | null;
  /** 0 to 1; null: nobody scored it. */
  readonly quality: number | null;
  /** Null: nobody knew. */
  readonly complexity: Complexity | null;
  /** The lines and files that its task changed (facts `lines_changed`, `files_changed`); null: nobody said. */
  readonly linesChanged: number | null;
  readonly filesChanged: number | null;
  /** The kind of task (fact `task_type`); null: nobody said. */
  readonly taskType: string | null;
  readonly agentHash: string | null;
}

import type { Check } from '../../allocation/allocation.ts';
import type { Effort, ModelId, Tier } from '../../allocation/names.ts';
import type { Ask } from '../../anthropic/index.ts';
import type { Loaded } from '../../gather/allocation.ts';
import type { Availability } from '../../gather/availability.ts';
import type { Decision, Request, State } from '../../policy/decision/resolve.ts';
import type { RecordOutcome } from '../../usage/records/record.ts';
import type { ModelLine } from './call.ts';
import type { CheckVerdict, Examiner } from './check/index.ts';
import type { Journal } from './journal.ts';

/** What an agent job is to do, and with what. */
export interface AgentJob {
  readonly loaded: Loaded;
  readonly request: Request;
  readonly state: State;
  readonly content: Ask['content'];
  readonly system: string | null;
  /** Null: what suits the model. */
  readonly maxTokens: number | null;
  /** The least effort that the caller asks for; null: what the decision says. */
  readonly effort: Effort | null;
  readonly check: Check | null;
  readonly examiner: Examiner;
  readonly availability: Availability;
  readonly journal: Journal;
  readonly line: ModelLine;
  /** When the month is over whose spend limit is reached. */
  readonly nextMonth: () => Date;
}

/** One attempt that a model answered, or that was given up. */
export interface AgentAttempt {
  readonly attempt: number;
  readonly tier: Tier;
  readonly model: ModelId;
  readonly effort: Effort | null;
  readonly outcome: RecordOutcome;
  /** Why it failed, or could not be judged; null where neither. */
  readonly reason: string | null;
  readonly verdict: CheckVerdict | null;
  readonly durationMs: number | null;
  /** Null where no answer came. */
  readonly answer: { readonly text: string; readonly stopReason: string } | null;
}

/** How a job ended. */
export type End =
  /** A model answered, and nothing speaks against the answer. */
  | { readonly kind: 'answered' }
  /** The last answer is not good enough, and there is no further attempt. */
  | { readonly kind: 'poor'; readonly why: string }
  /** Nothing was started: the decision says why. `notBefore`: null where the decision's own reasons say it. */
  | { readonly kind: 'not-run'; readonly notBefore: Date | null }
  /** It could not be done, or not be judged. */
  | { readonly kind: 'undone'; readonly why: string; readonly fix: string | null };

export interface JobResult {
  /** The decision of the last attempt; where none was begun, the one that says why. */
  readonly decision: Decision;
  readonly attempts: readonly AgentAttempt[];
  readonly end: End;
}

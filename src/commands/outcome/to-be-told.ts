import type { OutcomeEvent } from '../../usage/records/record.ts';

/** What is to be told now. */
export interface ToBeTold {
  readonly events: readonly OutcomeEvent[];
  /** How many were told before. */
  readonly known: number;
  /** Sentences about what could not be found out. */
  readonly remarks: readonly string[];
}

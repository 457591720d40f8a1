import type { OutcomeEvent } from '../../usage/records/record.ts';

/** Whether an event says that a piece of work is done, as a whole. */
export function closesWork({ record, agent, outcome }: OutcomeEvent): boolean {
  return record === null && agent === null && (outcome === 'approved' || outcome === 'pass');
}

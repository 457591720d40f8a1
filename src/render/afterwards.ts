import type { Allocation } from '../allocation/allocation.ts';
import { workflowFor } from '../allocation/deferred.ts';
import type { Decision } from '../policy/decision/resolve.ts';
import { mondayAfter, weekdayText } from './dates.ts';

/** What becomes of a cell that does not run now, for people. */
export interface Afterwards {
  /** `drain starts it …`, or that nothing does; plain text. */
  readonly next: string;
  /** What has it done now. */
  readonly sooner: string;
}

/** Where it is decided: in a job, in one for the pull request of a fork, or where nothing is kept for later. */
export type DecisionPlace = 'job' | 'fork' | 'desk';

function nextOf(
  decision: Decision,
  { deferred }: Pick<Allocation, 'deferred'>,
  place: DecisionPlace,
): string {
  const { agent, phase, choice, trace, week } = decision;
  if (choice !== null) return `nothing starts it: an ${choice.kind} is for one run only`;
  if (place === 'fork') return "nothing starts it: a fork's work is not started again";
  if (workflowFor(deferred, agent, phase) === null)
    return 'nothing starts it: the allocation has no deferred: for it';
  const drain = place === 'desk' ? 'in a workflow, drain' : 'drain';
  if (trace.at(-1)?.step === 'unavailable') return `${drain} tries it again from 15 minutes on`;
  return `${drain} starts it when the budget allows, at the latest on ${weekdayText(mondayAfter(week))}`;
}

function soonerOf({ zone, critical, trace }: Decision): string {
  const { step, text = '' } = trace.at(-1) ?? {};
  if (step === 'unavailable') return 'another tier, with an override and its reason';
  const helps = !critical && (zone === 'ORANGE' || text.includes('kept for critical work'));
  return helps ? 'critical, or a higher weekly budget' : 'a higher weekly budget';
}

/** Null for a cell that runs, that is refused, or that an older run does. */
export function afterwardsOf(
  decision: Decision,
  allocation: Pick<Allocation, 'deferred'>,
  place: DecisionPlace,
): Afterwards | null {
  if (decision.decision !== 'defer' || decision.trace.at(-1)?.step === 'claim') return null;
  return { next: nextOf(decision, allocation, place), sooner: soonerOf(decision) };
}

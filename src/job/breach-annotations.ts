import type { BelowFloor } from '../policy/decision/below-floor.ts';
import { type Annotation, annotation } from '../render/annotation.ts';
import { breachSentence } from '../render/usage/job.ts';
import type { UsageWarning } from './records.ts';

/** GitHub shows ten of a step. */
const MOST_SHOWN = 10;

/** Work below its floor, beside the run that it was done in. */
export function breachAnnotations(breaches: readonly BelowFloor[]): Annotation[] {
  return breaches.map((breach) =>
    annotation('warning', `${breach.agent}/${breach.phase} below its floor`, breachSentence(breach)),
  );
}

/** What somebody ought to look at, of what a job used. */
export function usageAnnotations(warnings: readonly UsageWarning[]): Annotation[] {
  return warnings.slice(0, MOST_SHOWN).map(({ title, text }) => annotation('warning', title, text));
}

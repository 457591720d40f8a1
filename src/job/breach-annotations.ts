import type { BelowFloor } from '../policy/decision/below-floor.ts';
import { type Annotation, annotation } from '../render/annotation.ts';
import { breachSentence } from '../render/usage/job.ts';

/** Work below its floor, beside the run that it was done in. */
export function breachAnnotations(breaches: readonly BelowFloor[]): Annotation[] {
  return breaches.map((breach) =>
    annotation('warning', `${breach.agent}/${breach.phase} below its floor`, breachSentence(breach)),
  );
}

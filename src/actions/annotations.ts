import type { Severity } from '../policy/gate/index.ts';
import { type Annotation, annotation } from '../render/annotation.ts';
import { count } from '../render/figures.ts';

/** GitHub shows ten annotations of each kind for a step and drops the rest without a word. */
const ANNOTATION_CAP = 10;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/**
 * The annotations that GitHub will show: the first ones of each kind. What does not fit is counted in a notice,
 * which takes one of the ten places of notices.
 */
export function withinCaps(all: readonly Annotation[]): readonly Annotation[] {
  const groups = SEVERITIES.map((severity) => ({
    severity,
    entries: all.filter((entry) => entry.severity === severity),
  }));
  if (groups.every(({ entries }) => entries.length <= ANNOTATION_CAP)) return all;

  const shown = groups.map(({ severity, entries }) => {
    const kept = entries.slice(0, severity === 'notice' ? ANNOTATION_CAP - 1 : ANNOTATION_CAP);
    return { severity, kept, left: entries.length - kept.length };
  });
  const left = shown.filter((group) => group.left > 0).map((group) => count(group.left, group.severity));
  const message = `Not shown as annotations: ${left.join(', ')}. The job summary has them all.`;
  return [...shown.flatMap((group) => group.kept), annotation('notice', 'More than GitHub shows', message)];
}

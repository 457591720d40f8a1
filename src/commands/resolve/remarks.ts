import type { Decision } from '../../policy/decision/resolve.ts';
import { type Annotation, annotation } from '../../render/annotation.ts';
import { reasonOf } from '../../render/decision.ts';
import type { OptionValues } from '../../surface/options/index.ts';

/** Why the Action's step fails; null when it does not. A deferred cell under a floor that holds must not let anything merge unreviewed. */
export function whyStepFails(
  decisions: readonly Decision[],
  { onDefer }: Pick<OptionValues, 'onDefer'>,
): string | null {
  // What is guarded is named first.
  const order = [...decisions].sort((a, b) => Number(b.guarded) - Number(a.guarded));
  const reasons = order.flatMap((decision): readonly string[] => {
    const cell = `${decision.agent} in ${decision.phase}`;
    const reason = reasonOf(decision);
    if (decision.decision === 'refuse') return [`${cell} is refused: ${reason}`];
    if (decision.decision !== 'defer') return [];
    if (decision.guarded) return [`${cell} is deferred, and it is under an absolute floor: ${reason}`];
    if (decision.failsFor !== null)
      return [`${cell} is deferred, and the floor ${decision.failsFor} holds: ${reason}`];
    return onDefer === 'fail' ? [`${cell} is deferred: ${reason}`] : [];
  });
  const [first, ...others] = reasons;
  if (first === undefined) return null;
  return others.length === 0 ? first : `${first} (and ${others.length} more)`;
}

/** What people should see of the decisions without looking for it: what does not run, and what runs below its floor. */
export function decisionAnnotations(decisions: readonly Decision[]): readonly Annotation[] {
  return decisions.flatMap((decision): readonly Annotation[] => {
    const cell = `${decision.agent}/${decision.phase}`;
    const reason = reasonOf(decision);
    if (decision.decision === 'refuse') return [annotation('error', `${cell} is refused`, reason)];
    if (decision.decision === 'defer') {
      return [annotation(decision.failsFor === null ? 'warning' : 'error', `${cell} is deferred`, reason)];
    }
    if (decision.exceptions.length === 0) return [];
    return [annotation('warning', `${cell} runs below its floor by an exception`, reason)];
  });
}

/** The ledger's trouble where nobody overlooks it. */
export function doubt(warning: string | null): readonly Annotation[] {
  return warning === null ? [] : [annotation('warning', 'The weekly usage is not fully known', warning)];
}

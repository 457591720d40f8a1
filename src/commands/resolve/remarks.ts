import type { Decision } from '../../policy/decision/resolve.ts';
import { reasonOf } from '../../render/decision.ts';
import type { ParsedOptions } from '../../surface/options.ts';
import type { Annotation } from '../../surface/outcome.ts';

/** Why the Action's step fails; null when it does not. A deferred guarded cell must not let anything merge unreviewed. */
export function failureOf(decisions: readonly Decision[], options: ParsedOptions): string | null {
  const reasons = decisions.flatMap((decision): readonly string[] => {
    const cell = `${decision.agent} in ${decision.phase}`;
    const reason = reasonOf(decision);
    if (decision.decision === 'refuse') return [`${cell} is refused: ${reason}`];
    if (decision.decision !== 'defer') return [];
    if (decision.guarded) return [`${cell} is deferred, and it is under an absolute floor: ${reason}`];
    return options.onDefer === 'fail' ? [`${cell} is deferred: ${reason}`] : [];
  });
  const [first, ...others] = reasons;
  if (first === undefined) return null;
  return others.length === 0 ? first : `${first} (and ${others.length} more)`;
}

function remark(severity: Annotation['severity'], title: string, message: string): Annotation {
  return { severity, title, message, file: null, line: null, column: null };
}

/** What people should see of the decisions without looking for it: what does not run, and what runs below its floor. */
export function annotationsOf(decisions: readonly Decision[]): readonly Annotation[] {
  return decisions.flatMap((decision): readonly Annotation[] => {
    const cell = `${decision.agent}/${decision.phase}`;
    const reason = reasonOf(decision);
    if (decision.decision === 'refuse') return [remark('error', `${cell} is refused`, reason)];
    if (decision.decision === 'defer') {
      return [remark(decision.guarded ? 'error' : 'warning', `${cell} is deferred`, reason)];
    }
    if (decision.exceptions.length === 0) return [];
    return [remark('warning', `${cell} runs below its floor by an exception`, reason)];
  });
}

/** The ledger's trouble where nobody overlooks it. */
export function doubt(warning: string | null): readonly Annotation[] {
  return warning === null ? [] : [remark('warning', 'The weekly use is not fully known', warning)];
}

import type { Exception } from '../../allocation/exceptions.ts';
import type { IsoDate } from '../../time/week.ts';
import { isHonoured } from '../decision/exception-mistakes.ts';
import type { ExceptionInForce } from './finding.ts';
import type { Side } from './rule-context.ts';

/**
 * The cell exceptions of one version that `resolve` would go by today.
 * @param refused entries that a rule refuses for what they change
 */
export function exceptionsInForce(
  side: Side,
  today: IsoDate,
  refused: ReadonlySet<Exception> = new Set(),
): readonly ExceptionInForce[] {
  return side.exceptions.entries.flatMap((entry) => {
    if (entry.kind !== 'cell' || refused.has(entry) || !isHonoured(entry, side.allocation, today)) return [];
    const { floor, agent, phase, tier, reason, approvedBy, tracking, expires, renewals } = entry;
    return [{ floor, agent, phase, tier, reason, approvedBy, tracking, expires, renewals }];
  });
}

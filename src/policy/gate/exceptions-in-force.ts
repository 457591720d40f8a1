import { isInForce } from '../../allocation/exceptions.ts';
import type { IsoDate } from '../../time/week.ts';
import type { ExceptionInForce } from './finding.ts';
import type { Side } from './rule-context.ts';

/** The cell exceptions of one version that count today. */
export function exceptionsInForce(side: Side, today: IsoDate): readonly ExceptionInForce[] {
  return side.exceptions.entries.flatMap((entry) => {
    if (entry.kind !== 'cell' || !isInForce(entry, today)) return [];
    const { floor, agent, phase, tier, reason, approvedBy, tracking, expires, renewals } = entry;
    return [{ floor, agent, phase, tier, reason, approvedBy, tracking, expires, renewals }];
  });
}

import { tierName } from '../../allocation/allocation.ts';
import type { CellException, Exception } from '../../allocation/exceptions.ts';
import type { IsoDate } from '../../time/week.ts';
import { isHonoured, stopsShort } from '../decision/exception-mistakes.ts';
import type { ExceptionInForce } from './finding.ts';
import type { Side } from './rule-context.ts';

/**
 * The cell exceptions of one version that `resolve` would go by today, each with the tier that its cell may have by it:
 * one that another floor makes idle is none.
 * @param refused entries that a rule refuses for what they change
 */
export function exceptionsInForce(
  side: Side,
  today: IsoDate,
  refused: ReadonlySet<Exception> = new Set(),
): readonly ExceptionInForce[] {
  const { allocation, exceptions } = side;
  const entries = exceptions.entries.filter((entry) => !refused.has(entry));
  return entries.flatMap((entry) => {
    if (entry.kind !== 'cell' || !isHonoured(entry, allocation, today)) return [];
    const tier = lowest(entry, { ...side, exceptions: { ...exceptions, entries } }, today);
    if (tier === null) return [];
    const { floor, agent, phase, reason, approvedBy, tracking, expires, renewals } = entry;
    return [{ floor, agent, phase, tier, reason, approvedBy, tracking, expires, renewals }];
  });
}

/** The tier down to which an entry lets its cell go; null: another floor asks for as much as its own. */
function lowest(
  entry: CellException,
  { allocation, exceptions }: Pick<Side, 'allocation' | 'exceptions'>,
  today: IsoDate,
): string | null {
  const stop = stopsShort(entry, allocation, exceptions, today);
  if (stop === null) return entry.tier;
  const own = allocation.floors.find(({ id }) => id === entry.floor);
  return own === undefined || stop.minimum >= own.minimum ? null : tierName(allocation, stop.minimum);
}

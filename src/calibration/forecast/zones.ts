import type { Budget } from '../../allocation/allocation.ts';
import { ZONES, type Zone } from '../../allocation/names.ts';
import { levelStarts } from '../../policy/budget/budget.ts';
import { zoneOf } from '../../policy/decision/decide.ts';
import type { ZoneChances } from '../../usage/records/forecast.ts';
import { normalCdf } from '../statistics/index.ts';

export type ZoneBounds = Pick<Budget, 'zones' | 'criticalReserve'>;

/** Where a zone begins, as a fraction of the weekly budget. */
function startOf(bounds: ZoneBounds, zone: Zone): number {
  const starts = levelStarts(bounds).flatMap(([level, start]) => (zoneOf(level) === zone ? [start] : []));
  return Math.min(...starts);
}

/** Chances are told to a millionth: no more of them is the same everywhere. */
function rounded(chance: number): number {
  return Math.round(chance * 1e6) / 1e6;
}

/**
 * How probable each zone is at the end of the week: the scenarios, each with a Gaussian kernel around it. What would lie
 * below what is spent already lies there.
 * @param scenarios of the week's use, as fractions of the weekly budget, like `spent` and the kernel's `width`
 */
export function zoneChances(
  bounds: ZoneBounds,
  scenarios: readonly number[],
  spent: number,
  width: number,
): ZoneChances {
  const atLeast = (zone: Zone): number => {
    if (zone === 'GREEN') return 1;
    const start = startOf(bounds, zone);
    if (spent >= start) return 1;
    let sum = 0;
    for (const use of scenarios) sum += width > 0 ? normalCdf((use - start) / width) : use >= start ? 1 : 0;
    return rounded(sum / scenarios.length);
  };
  const [yellow, orange, red, exhausted] = [
    atLeast('YELLOW'),
    atLeast('ORANGE'),
    atLeast('RED'),
    atLeast('EXHAUSTED'),
  ];
  return {
    GREEN: rounded(1 - yellow),
    YELLOW: rounded(yellow - orange),
    ORANGE: rounded(orange - red),
    RED: rounded(red - exhausted),
    EXHAUSTED: exhausted,
  };
}

/** The chance that the week ends in this zone, or in a graver one. */
export function chanceOfAtLeast(chances: ZoneChances, zone: Zone): number {
  const from = ZONES.indexOf(zone);
  return rounded(ZONES.slice(from).reduce((sum, each) => sum + chances[each], 0));
}

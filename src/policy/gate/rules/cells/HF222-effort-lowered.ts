import { EFFORTS } from '../../../../allocation/names.ts';
import { type CellPolicy, effortRank } from '../../../decision/cell-policy.ts';
import type { Rule } from '../../rule.ts';
import { guardedCells } from '../../stops/index.ts';

/** The effort of a cell where the files set none: what the Messages API takes for one that is not given. */
const UNSET = EFFORTS.indexOf('high');

/** What the cell runs with at least: its own effort, or that of a floor that always holds. */
function effortOf({ effort, floors }: CellPolicy): { readonly rank: number; readonly text: string } {
  const always = floors.filter(({ fact }) => fact === null).map((floor) => effortRank(floor.effort));
  const rank = Math.max(effortRank(effort), ...always);
  return rank === -1 ? { rank: UNSET, text: 'none (high)' } : { rank, text: EFFORTS[rank] ?? '' };
}

export const effortLowered: Rule = {
  id: 'HF222',
  name: 'effort-lowered',
  severity: 'warning',
  purpose: 'A guarded cell gets a lower effort.',
  remedy: 'check that the work can do with less effort; to rule it out, give the floor an `effort`.',
  breach: false,
  checks: {
    change: (context) =>
      guardedCells(context).flatMap(({ before, after }) => {
        const [from, to] = [effortOf(before), effortOf(after)];
        if (to.rank >= from.rank) return [];
        const { agent, phase } = after;
        const message = `The effort of ${agent} in ${phase}, which is under an absolute floor, is lowered from ${from.text} to ${to.text}.`;
        return [{ message, at: after.origin.position, agent, phase }];
      }),
  },
};

import { tierName } from '../../../../allocation/allocation.ts';
import { effortRank } from '../../../decision/cell-policy.ts';
import type { Found, Rule } from '../../rule.ts';
import { rankInHead } from '../../rule-context.ts';
import { declaredFloor } from './declared-floor.ts';
import { changedFloors } from './weakened-floors.ts';

export const floorLowered: Rule = {
  id: 'HF103',
  name: 'floor-lowered',
  severity: 'error',
  purpose: 'A floor asks for a lower tier or effort than on the base.',
  remedy: "put the floor's tier and effort back.",
  breach: true,
  checks: {
    change: (context) =>
      changedFloors(context).flatMap(({ floor, after, at }) => {
        const found: Found[] = [];
        const declared = declaredFloor(context, 'base', floor.id);
        const minimum = rankInHead(context, floor.minimum);
        if (minimum !== null && after.minimum < minimum) {
          const from = tierName(context.base.allocation, floor.minimum);
          const to = tierName(context.head.allocation, after.minimum);
          found.push({
            message: `The floor ${floor.id} is lowered from ${from} to ${to}.`,
            at: at('minimum'),
            ...declared,
          });
        }
        if (effortRank(after.effort) < effortRank(floor.effort)) {
          const effort = after.effort === null ? 'no effort' : `effort ${after.effort}`;
          const message = `The floor ${floor.id} asks for ${effort} instead of effort ${floor.effort}.`;
          found.push({ message, at: at('effort'), ...declared });
        }
        return found;
      }),
  },
};

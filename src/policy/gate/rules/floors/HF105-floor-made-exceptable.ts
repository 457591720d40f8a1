import type { Rule } from '../../rule.ts';
import { declaredFloor } from './declared-floor.ts';
import { changedFloors } from './weakened-floors.ts';

export const floorMadeExceptable: Rule = {
  id: 'HF105',
  name: 'floor-made-exceptable',
  severity: 'error',
  purpose: 'An absolute floor would allow exceptions.',
  remedy: 'set `exceptions: never` on the floor again.',
  breach: true,
  checks: {
    change: (context) =>
      changedFloors(context)
        .filter(({ floor, after }) => floor.absolute && !after.absolute)
        .map(({ floor, at }) => ({
          message: `The floor ${floor.id} takes no exceptions on the base and would take approved ones.`,
          at: at('exceptions'),
          ...declaredFloor(context, 'base', floor.id),
        })),
  },
};

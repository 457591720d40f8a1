import type { Rule } from '../../rule.ts';
import { declaredFloor } from './declared-floor.ts';
import { weakenedFloors } from './weakened-floors.ts';

export const floorRemoved: Rule = {
  id: 'HF102',
  name: 'floor-removed',
  severity: 'error',
  purpose: 'A floor of the base is gone.',
  remedy:
    'put the floor back. A floor that allows exceptions can be retired by an entry in the exceptions file that is merged first.',
  breach: true,
  checks: {
    change: (context) =>
      weakenedFloors(context)
        .filter(({ after }) => after === null)
        .map(({ floor }) => ({
          message: `The floor ${floor.id} is removed, and the other floors do not ask for as much everywhere it did.`,
          at: context.head.allocation.at(['floors']),
          ...declaredFloor(context, 'base', floor.id),
        })),
  },
};

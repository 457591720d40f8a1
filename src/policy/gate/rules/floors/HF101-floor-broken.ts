import { expiredHint } from '../../../decision/breaches.ts';
import { floorsKept } from '../../floors-kept.ts';
import type { Rule } from '../../rule.ts';
import { brokenFloor } from './broken-floor.ts';

export const floorBroken: Rule = {
  id: 'HF101',
  name: 'floor-broken',
  severity: 'error',
  purpose: 'In some situation a cell would run below a floor of the base or of the head.',
  remedy:
    'raise the cell to its floor again. To go below a floor that allows exceptions, have an exception merged first, in a pull request of its own.',
  breach: true,
  checks: {
    change: (context) =>
      floorsKept(context).broken.flatMap((broken) => {
        if (broken.tooEarly) return [];
        const { breach } = broken;
        const hint = breach === null ? null : expiredHint(breach, context.head.exceptions, context.today);
        return [brokenFloor(context, broken, hint)];
      }),
  },
};

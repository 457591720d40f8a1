import type { Rule } from '../../rule.ts';
import { retiredFloors } from '../../rule-context.ts';

export const floorRetired: Rule = {
  id: 'HF302',
  name: 'floor-retired',
  severity: 'notice',
  purpose: 'A floor is retired by an approved entry that is already on the base.',
  remedy: 'nothing; delete the entry once the floor is gone.',
  breach: false,
  checks: {
    change: (context) =>
      [...retiredFloors(context)].map((floor) => ({
        message: `The floor ${floor} may be removed, lowered or narrowed: its retirement is approved on the base.`,
        at: context.head.allocation.at(['floors']),
      })),
  },
};

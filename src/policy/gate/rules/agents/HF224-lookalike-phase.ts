import type { Rule } from '../../rule.ts';
import { looksLike } from './lookalike.ts';

export const lookalikePhase: Rule = {
  id: 'HF224',
  name: 'lookalike-phase',
  severity: 'warning',
  purpose: "A new phase's name is close to that of a phase under a floor which does not cover it.",
  remedy:
    'check that no floored work is meant to run in the new phase; if it is, add the phase to the floor.',
  breach: false,
  checks: {
    change: ({ base, head }) => {
      const added = head.allocation.phases.filter((phase) => !base.allocation.phases.includes(phase));
      return added.flatMap((phase) => {
        const like = head.allocation.floors.flatMap((floor) => {
          if (floor.phases === null || floor.phases.includes(phase)) return [];
          const other = floor.phases.find((each) => looksLike(phase, each));
          return other === undefined ? [] : [{ floor: floor.id, other }];
        });
        const [first] = like;
        if (first === undefined) return [];
        const floors = like.filter(({ other }) => other === first.other).map(({ floor }) => floor);
        const message = `The new phase ${phase} is close to ${first.other}, which is under ${floors.join(', ')}; ${phase} is not.`;
        return [
          { message, at: head.allocation.at(['phases', head.allocation.phases.indexOf(phase)]), phase },
        ];
      });
    },
  },
};

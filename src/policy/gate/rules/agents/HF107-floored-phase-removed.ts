import type { Rule } from '../../rule.ts';
import { standingFloors } from '../../rule-context.ts';

export const flooredPhaseRemoved: Rule = {
  id: 'HF107',
  name: 'floored-phase-removed',
  severity: 'error',
  purpose: 'A phase that a floor covers is renamed or deleted.',
  remedy: 'put the phase back under the name that its floor uses.',
  breach: true,
  checks: {
    change: (context) => {
      const { base, head } = context;
      const gone = base.allocation.phases.filter((phase) => !head.allocation.phases.includes(phase));
      return gone.flatMap((phase) => {
        const floors = standingFloors(context).filter(({ phases }) => phases?.includes(phase) ?? true);
        if (floors.length === 0) return [];
        const ids = floors.map((floor) => floor.id).join(', ');
        const message = `The phase ${phase} is renamed or deleted, but it is under ${ids}.`;
        return [{ message, at: head.allocation.at(['phases']), phase }];
      });
    },
  },
};

import type { Found, Rule } from '../../rule.ts';
import { declaredFloor } from './declared-floor.ts';
import { changedFloors, coversPhases } from './weakened-floors.ts';

export const floorNarrowed: Rule = {
  id: 'HF104',
  name: 'floor-narrowed',
  severity: 'error',
  purpose: 'A floor covers fewer agents, phases or situations than on the base.',
  remedy:
    'give the floor its agents, phases and condition back. If you split it, let the parts cover all of them.',
  breach: true,
  checks: {
    change: (context) =>
      changedFloors(context).flatMap(({ floor, after, agents, at }) => {
        const found: Found[] = [];
        const declared = declaredFloor(context, 'base', floor.id);
        const dropped = agents.filter((agent) => !after.agents.includes(agent));
        if (dropped.length > 0) {
          const message = `The floor ${floor.id} no longer covers ${dropped.join(', ')}.`;
          found.push({ message, at: at('agents'), ...declared });
        }
        if (!coversPhases(context, floor, after)) {
          const before = floor.phases?.join(', ') ?? 'every phase, also new ones';
          const message = `The floor ${floor.id} covers ${after.phases?.join(', ')} instead of ${before}.`;
          found.push({ message, at: at('phases'), ...declared });
        }
        if (after.fact !== null && after.fact !== floor.fact) {
          const before = floor.fact === null ? 'always' : `if task.${floor.fact}`;
          const message = `The floor ${floor.id} holds only if task.${after.fact}; on the base it holds ${before}.`;
          found.push({ message, at: at('if'), ...declared });
        }
        return found;
      }),
  },
};

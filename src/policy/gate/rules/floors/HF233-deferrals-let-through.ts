import type { Floor } from '../../../../allocation/allocation.ts';
import type { AgentName } from '../../../../allocation/names.ts';
import type { Rule } from '../../rule.ts';
import { type RuleContext, standingFloors } from '../../rule-context.ts';
import { declaredFloor } from './declared-floor.ts';
import { coversPhases } from './weakened-floors.ts';

/** True when a floor of the head makes the agent's deferred cells fail wherever this one of the base does. */
function stillFails(context: RuleContext, floor: Floor, agent: AgentName): boolean {
  return context.head.allocation.floors.some(
    (other) =>
      other.failsDeferred &&
      other.agents.includes(agent) &&
      (other.fact === null || other.fact === floor.fact) &&
      coversPhases(context, floor, other),
  );
}

export const deferralsLetThrough: Rule = {
  id: 'HF233',
  name: 'deferrals-let-through',
  severity: 'warning',
  purpose: 'Deferred cells under a floor would no longer fail their job.',
  remedy: 'take `on_defer: succeed` off the floor, unless a merge without that work is meant to be possible.',
  breach: false,
  checks: {
    change: (context) => {
      const { allocation } = context.head;
      return standingFloors(context).flatMap((floor) => {
        const agents = floor.agents.filter((agent) => allocation.agents.has(agent));
        // Whatever lets them through says so: a floor that is gone or narrowed is the business of other rules.
        const after = allocation.floors.findIndex(
          (other) => !other.failsDeferred && other.agents.some((agent) => agents.includes(agent)),
        );
        if (!floor.failsDeferred || after < 0 || agents.every((agent) => stillFails(context, floor, agent)))
          return [];
        const same = allocation.floors.findIndex(
          ({ id, failsDeferred }) => id === floor.id && !failsDeferred,
        );
        return {
          message: `A cell under the floor ${floor.id} that is deferred would end green: a pull request could be merged without its work.`,
          at: allocation.at(['floors', same < 0 ? after : same, 'on_defer']),
          ...declaredFloor(context, 'base', floor.id),
        };
      });
    },
  },
};

import { SECURITY_CRITICAL } from '../../../../allocation/facts.ts';
import type { FactName } from '../../../../allocation/names.ts';
import type { Rule } from '../../rule.ts';
import { standingFloors } from '../../rule-context.ts';

export const floorFactChanged: Rule = {
  id: 'HF120',
  name: 'floor-fact-changed',
  severity: 'error',
  purpose: "The fact in a floor's condition changes its type or its source.",
  remedy:
    "give the fact its type and its source back, or change the floor's condition in a way that widens it.",
  breach: false,
  checks: {
    change: (context) => {
      const { base, head } = context;
      const floors = standingFloors(context);
      const spoken = floors.flatMap((floor) => (floor.fact === null ? [] : [floor.fact]));
      const names: FactName[] = [
        ...new Set([...spoken, ...(floors.length === 0 ? [] : [SECURITY_CRITICAL])]),
      ];
      return names.flatMap((name) => {
        const before = base.allocation.facts.get(name);
        const after = head.allocation.facts.get(name);
        if (before === undefined) return [];
        if (after !== undefined && after.type === before.type && after.derived === before.derived) return [];
        const what = after === undefined ? 'is no longer declared' : 'changes its type or its source';
        const why = spoken.includes(name) ? 'a floor depends on it' : 'criticality depends on it';
        const at = after?.origin.position ?? head.allocation.at(['facts']);
        return [{ message: `The fact ${name} ${what}, but ${why}.`, at }];
      });
    },
  },
};

import fc from 'fast-check';
import type { CellObject } from '../../src/generated/allocation.ts';
import { EFFORTS, type Files, FLOOR_FACTS, half, SINCE, sound, TIERS, validFiles } from './allocations.ts';

/** One edit: what is done, and numbers that pick where and to what. */
export interface Edit {
  readonly kind: (typeof EDITS)[number];
  readonly at: readonly [number, number, number];
}

const EDITS = [
  'default',
  'cell',
  'cell-gone',
  'minimum',
  'floor-effort',
  'floor-if',
  'floor-agents',
  'floor-phases',
  'floor-exceptions',
  'floor-gone',
  'floor-renamed',
  'floor-ids-swapped',
  'floor-split',
  'floor-added',
  'budget',
  'reserve',
  'tier-gone',
  'tier-above',
  'tiers-swapped',
  'models-swapped',
  'agent-gone',
  'agent-added',
  'phase-gone',
  'phase-added',
  'fact',
  'upgrades-gone',
  'maximum',
  'unavailable',
  'effort',
  'exception-tier',
  'exception-gone',
  'exception-floor',
  'retired',
] as const;

export const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...EDITS),
  at: fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)),
});

function pick<T>(items: readonly T[], draw: number): T | undefined {
  return items[draw % Math.max(1, items.length)];
}

/** What somebody could do to the files in a pull request, valid or not. */
export function edited(files: Files, { kind, at: [x, y, z] }: Edit): Files {
  const file = structuredClone(files.allocation);
  const exceptions = structuredClone([...files.exceptions]);
  const done: Files = { allocation: file, exceptions };
  const tier = pick(file.tiers, z)?.name ?? '';
  const agentName = pick(Object.keys(file.agents), x) ?? '';
  const agent = file.agents[agentName];
  const phase = pick(file.phases, y) ?? '';
  file.floors ??= [];
  const { floors } = file;
  const floor = pick(floors, x);
  const other = pick(floors, y);
  const entry = pick(exceptions, x);
  switch (kind) {
    case 'default':
      if (agent !== undefined) agent.default = tier;
      break;
    case 'cell': {
      const cell: CellObject = { tier: pick(file.tiers, x + y)?.name ?? '' };
      if (z % 4 === 1) cell.economy = tier;
      if (z % 4 === 2) Object.assign(cell, { was: tier, since: pick(SINCE, x) });
      if (z % 4 === 3) cell.trial = { id: 'try', tier, share: 0.5 };
      file.matrix = {
        ...file.matrix,
        [phase]: { ...file.matrix?.[phase], [agentName]: z % 4 === 0 ? tier : cell },
      };
      break;
    }
    case 'cell-gone':
      Reflect.deleteProperty(file.matrix?.[phase] ?? {}, agentName);
      break;
    case 'minimum':
      if (floor !== undefined) floor.minimum = tier;
      break;
    case 'floor-effort':
      if (floor !== undefined) floor.effort = pick(EFFORTS, y) ?? 'low';
      if (floor !== undefined && z % 2 === 0) Reflect.deleteProperty(floor, 'effort');
      break;
    case 'floor-if':
      if (floor !== undefined) floor.if = `task.${pick(FLOOR_FACTS, y)}`;
      if (floor !== undefined && z % 2 === 0) Reflect.deleteProperty(floor, 'if');
      break;
    case 'floor-agents':
      if (floor !== undefined)
        floor.agents = Object.keys(file.agents).filter((_, index) => (y >> index) % 2 === 0);
      break;
    case 'floor-phases':
      if (floor !== undefined) floor.phases = file.phases.filter((_, index) => (y >> index) % 2 === 0);
      if (floor !== undefined && z % 2 === 0) Reflect.deleteProperty(floor, 'phases');
      break;
    case 'floor-exceptions':
      if (floor !== undefined) floor.exceptions = y % 2 === 0 ? 'never' : 'approved';
      break;
    case 'floor-gone':
      file.floors = floors.filter((each) => each !== floor);
      break;
    case 'floor-renamed':
      if (floor !== undefined) floor.id = `${floor.id}-renamed`;
      break;
    case 'floor-ids-swapped':
      if (floor !== undefined && other !== undefined) [floor.id, other.id] = [other.id, floor.id];
      break;
    case 'floor-split':
      if (floor !== undefined && file.phases.length > 1) {
        const [first = '', ...rest] = floor.phases ?? file.phases;
        file.floors = [...floors, { ...floor, id: `${floor.id}-too`, phases: rest }];
        floor.phases = [first];
      }
      break;
    case 'floor-added':
      file.floors = [
        ...floors,
        { id: 'added', agents: [agentName], minimum: tier, exceptions: y % 2 === 0 ? 'never' : 'approved' },
      ];
      break;
    case 'budget':
      if (file.budget === undefined) file.budget = { mode: 'enforce', weekly: { tokens: 1 } };
      else if (x % 2 === 0) file.budget.mode = file.budget.mode === 'enforce' ? 'observe' : 'enforce';
      else Reflect.deleteProperty(file, 'budget');
      break;
    case 'reserve':
      if (file.budget !== undefined) file.budget.critical_reserve = x % 2 === 0 ? 0 : 0.2;
      break;
    case 'tier-gone':
      if (file.tiers.length > 1) file.tiers.splice(x % file.tiers.length, 1);
      break;
    case 'tier-above':
      file.tiers.push({ name: 'above', model: pick(TIERS, x)?.model ?? '' });
      break;
    case 'tiers-swapped':
      file.tiers.reverse();
      break;
    case 'models-swapped': {
      const [a, b] = [pick(file.tiers, x), pick(file.tiers, y)];
      if (a !== undefined && b !== undefined) [a.model, b.model] = [b.model, a.model];
      break;
    }
    case 'agent-gone':
      Reflect.deleteProperty(file.agents, agentName);
      break;
    case 'agent-added':
      file.agents.ADDED = { default: tier };
      break;
    case 'phase-gone':
      file.phases = file.phases.filter((each) => each !== phase);
      break;
    case 'phase-added':
      file.phases = [...file.phases, 'ADDED'];
      break;
    case 'fact':
      if (x % 2 === 0) Reflect.deleteProperty(file.facts ?? {}, pick(FLOOR_FACTS, y) ?? '');
      else file.facts = { ...file.facts, security_critical: { type: 'boolean' } };
      break;
    case 'upgrades-gone':
      Reflect.deleteProperty(agent ?? {}, 'upgrades');
      break;
    case 'maximum':
      if (agent !== undefined) agent.maximum = tier;
      break;
    case 'unavailable':
      if (agent !== undefined) agent.on_unavailable = y % 2 === 0 ? 'defer' : 'escalate';
      break;
    case 'effort':
      if (agent !== undefined) agent.effort = pick(EFFORTS, y) ?? 'low';
      break;
    case 'exception-tier':
      if (entry?.tier !== undefined) entry.tier = tier;
      break;
    case 'exception-gone':
      exceptions.splice(x % Math.max(1, exceptions.length), 1);
      break;
    case 'exception-floor':
      if (entry !== undefined && floor !== undefined) entry.floor = pick(floors, y)?.id ?? entry.floor;
      break;
    case 'retired': {
      const retired = exceptions.find((each) => each.retire === true);
      file.floors = floors.filter((each) => each.id !== retired?.floor);
      break;
    }
  }
  return done;
}

/** Files, and what a pull request makes of them: often valid, seldom careful. */
export const changedFiles: fc.Arbitrary<{ readonly base: Files; readonly head: Files }> = fc
  .record({ base: validFiles, edits: fc.array(edit, { minLength: 1, maxLength: 3 }), fix: half })
  .map(({ base, edits, fix }) => {
    const head = edits.reduce(edited, base);
    return { base, head: fix ? sound(head) : head };
  });

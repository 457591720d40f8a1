import fc from 'fast-check';
import type { AllocationFile, CellObject } from '../../src/generated/allocation.ts';
import type { Exception } from '../../src/generated/exceptions.ts';

/*
 * Allocations for properties: small enough to try every situation, wide enough to reach every feature. They are plain
 * data, as the files hold it, so that what a property expects of them need not go through the code it tests.
 */

export interface Files {
  readonly allocation: AllocationFile;
  readonly exceptions: readonly Exception[];
}

export const TODAY = '2026-11-23';

export const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'] as const;
type Effort = (typeof EFFORTS)[number];
type Agents = AllocationFile['agents'];
type Agent = NonNullable<Agents[string]>;
type Upgrade = NonNullable<Agent['upgrades']>[number];
export type FloorEntry = NonNullable<AllocationFile['floors']>[number];
type BudgetEntry = NonNullable<AllocationFile['budget']>;

/** Names and models that never fall in line, cheapest first. */
export const TIERS = [
  { name: 'small', model: 'claude-haiku-4-5-20251001' },
  { name: 'haiku', model: 'claude-haiku-5-5' },
  { name: 'sonnet', model: 'claude-sonnet-5-5' },
  { name: 'opus', model: 'claude-opus-5-5' },
  { name: 'fable', model: 'claude-fable-5-2' },
] as const;
const PHASES = ['LEAD', 'PLAN', 'EXEC'];
const AGENTS = ['SECURITY', 'TESTING', 'API'];
export const SINCE = ['2026-W40', '2026-W48', '2026-W53', '2027-W01'];
const CONDITIONS = [
  'task.release',
  'task.audit && task.lines_changed > 100',
  'task.security_critical',
  '!task.audit',
];
export const FLOOR_FACTS = ['release', 'audit', 'security_critical'];

/** True half of the time. */
export const half = fc.boolean();
const seldom = fc.integer({ min: 0, max: 3 }).map((draw) => draw === 0);

function maybe<T>(value: fc.Arbitrary<T>, when: fc.Arbitrary<boolean> = half): fc.Arbitrary<T | undefined> {
  return when.chain((is) => (is ? value : fc.constant(undefined)));
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out what is undefined: YAML has no such value. */
function defined<T extends object>(object: T): Defined<T> {
  return JSON.parse(JSON.stringify(object));
}

const onUnavailable = fc.constantFrom('defer' as const, 'escalate' as const);
const effort = fc.constantFrom<Effort>(...EFFORTS);

function cellOf(tier: fc.Arbitrary<string>): fc.Arbitrary<CellObject> {
  return fc
    .record({
      tier,
      effort: maybe(effort, seldom),
      economy: maybe(tier, half),
      on_unavailable: maybe(onUnavailable, seldom),
      trial: maybe(
        fc
          .record({ tier, until: maybe(fc.constantFrom(...SINCE), seldom) })
          .map((trial) => defined({ id: 'try', share: 0.5, ...trial })),
        half,
      ),
      former: maybe(fc.record({ was: tier, since: fc.constantFrom(...SINCE) }), seldom),
    })
    .map(({ former, ...cell }) => defined({ ...cell, ...former }));
}

function upgradesOf(tier: fc.Arbitrary<string>, phases: readonly string[]): fc.Arbitrary<Upgrade[]> {
  const upgrade = fc
    .record({
      to: tier,
      if: fc.constantFrom(...CONDITIONS),
      phases: maybe(fc.subarray([...phases], { minLength: 1 }), seldom),
    })
    .map((each) => defined(each));
  return fc.array(upgrade, { maxLength: 2 });
}

function agentOf(name: string, tier: fc.Arbitrary<string>, phases: readonly string[]): fc.Arbitrary<Agent> {
  return fc
    .record({
      default: tier,
      maximum: maybe(tier, seldom),
      effort: maybe(effort, seldom),
      on_unavailable: maybe(onUnavailable),
      aliases: maybe(fc.constant(name).map((each): string[] => [`${each.toLowerCase()}-agent`])),
      upgrades: upgradesOf(tier, phases),
    })
    .map((agent) => defined(agent));
}

function floorOf(
  id: string,
  tier: fc.Arbitrary<string>,
  agents: readonly string[],
  phases: readonly string[],
): fc.Arbitrary<FloorEntry> {
  return fc
    .record({
      id: fc.constant(id),
      agents: fc.subarray([...agents], { minLength: 1 }),
      phases: maybe(fc.subarray([...phases], { minLength: 1 })),
      if: maybe(fc.constantFrom(...FLOOR_FACTS), seldom).map((fact) =>
        fact === undefined ? undefined : `task.${fact}`,
      ),
      minimum: tier,
      effort: maybe(effort, seldom),
      exceptions: maybe(fc.constantFrom('never' as const, 'approved' as const)),
    })
    .map((floor) => defined(floor));
}

function budgetOf(tiers: readonly string[]): fc.Arbitrary<BudgetEntry> {
  return fc
    .record({
      mode: fc.constantFrom('enforce' as const, 'enforce' as const, 'observe' as const),
      weekly: fc.constant({ tokens: 500_000 }),
      critical_reserve: maybe(fc.constantFrom(0, 0.1)),
      tiers: maybe(
        fc
          .subarray([...tiers])
          .map((names) => Object.fromEntries(names.map((name) => [name, { share: 0.5, reserve: 0.2 }]))),
      ),
    })
    .map((budget) => defined(budget));
}

function exceptionsOf(
  floors: readonly FloorEntry[],
  tier: fc.Arbitrary<string>,
  phases: readonly string[],
): fc.Arbitrary<Exception[]> {
  const [first] = floors;
  if (first === undefined) return fc.constant([]);
  const entry = fc
    .record({
      floor: fc.constantFrom(...floors),
      agent: fc.constantFrom(...AGENTS),
      phase: fc.constantFrom(...phases),
      tier,
      retire: seldom,
      expires: fc.constantFrom('2026-11-22', '2026-11-23', '2026-12-31', '2027-02-21'),
    })
    .map(({ floor, agent, phase, tier, retire, expires }): Exception => {
      const cell = retire ? { retire: true as const } : { agent, phase, tier };
      return { floor: floor.id, ...cell, reason: 'a test', approved_by: 'somebody', tracking: '#1', expires };
    });
  return fc.array(entry, { maxLength: 3 });
}

/** Files as somebody could have typed them; `sound` makes them valid. */
const typed: fc.Arbitrary<Files> = fc
  .record({
    tiers: fc.subarray([...TIERS], { minLength: 1 }),
    phases: fc.subarray(PHASES, { minLength: 1 }),
    names: fc.subarray(AGENTS, { minLength: 1 }),
    security: half,
  })
  .chain(({ tiers, phases, names, security }) => {
    const tier = fc.constantFrom(...tiers.map((each) => String(each.name)));
    const agents = fc
      .tuple(...names.map((name) => agentOf(name, tier, phases)))
      .map((entries) => Object.fromEntries(names.map((name, index) => [name, entries[index]])) as Agents);
    const rows = fc.tuple(...phases.map(() => fc.tuple(...names.map(() => maybe(cellOf(tier))))));
    const matrix = rows.map((all) =>
      Object.fromEntries(
        phases.map((phase, row) => [
          phase,
          Object.fromEntries(
            names.flatMap((name, column) => {
              const cell = all[row]?.[column];
              return cell === undefined ? [] : [[name, cell]];
            }),
          ),
        ]),
      ),
    );
    const count = fc.integer({ min: 0, max: 3 });
    const floors = count.chain((many) =>
      fc.tuple(...Array.from({ length: many }, (_, index) => floorOf(`f${index}`, tier, names, phases))),
    );
    const facts = {
      release: { type: 'boolean' as const },
      audit: { type: 'boolean' as const },
      lines_changed: { type: 'integer' as const },
      ...(security ? { security_critical: { type: 'boolean' as const } } : {}),
    };
    const budget = maybe(budgetOf(tiers.map((each) => each.name)));
    return fc.record({ agents, matrix, floors, budget }).chain(({ agents, matrix, floors, budget }) =>
      exceptionsOf(floors, tier, phases).map((exceptions) => ({
        allocation: defined({
          version: 1 as const,
          tiers: tiers.map((each) => ({ ...each })),
          phases,
          facts,
          agents,
          matrix,
          floors,
          budget,
        }),
        exceptions,
      })),
    );
  });

function covers(floor: FloorEntry, agent: string, phase: string): boolean {
  return floor.agents.includes(agent) && (floor.phases === undefined || floor.phases.includes(phase));
}

function sameKey(a: Exception, b: Exception): boolean {
  return a.floor === b.floor && a.agent === b.agent && a.phase === b.phase && a.retire === b.retire;
}

/** True for an entry that counts today. */
export function inForce(entry: Exception): boolean {
  return entry.expires >= TODAY && entry.expires <= '2027-02-21';
}

/** Repairs files so that they are valid: names that exist, tiers at or above their floors. What is fine stays. */
export function sound(files: Files): Files {
  const file = structuredClone(files.allocation);
  const names = file.tiers.map((tier) => tier.name);
  const top = names.at(-1) ?? '';
  const rank = (name: string | undefined): number => names.indexOf(name ?? '');
  const known = (name: string): string => (names.includes(name) ? name : top);
  const higher = (a: string, b: string): string => (rank(a) >= rank(b) ? a : b);
  const facts = file.facts ?? {};
  const agents = Object.entries(file.agents);
  const floors: FloorEntry[] = (file.floors ?? []).flatMap((floor) => {
    const over = floor.agents.filter((agent) => Object.hasOwn(file.agents, agent));
    const phases = floor.phases?.filter((phase) => file.phases.includes(phase));
    if (over.length === 0 || phases?.length === 0) return [];
    const fact = floor.if?.slice('task.'.length);
    const holds = fact !== undefined && facts[fact]?.type === 'boolean' ? floor.if : undefined;
    return [defined({ ...floor, agents: over, phases, if: holds, minimum: known(floor.minimum) })];
  });
  file.floors = floors;
  const exceptions = files.exceptions.filter((entry, index) => {
    const floor = floors.find((each) => each.id === entry.floor);
    if (floor === undefined || floor.exceptions !== 'approved') return false;
    if (files.exceptions.findIndex((other) => sameKey(other, entry)) !== index) return false;
    if (entry.retire === true) return true;
    const { agent = '', phase = '', tier = '' } = entry;
    return covers(floor, agent, phase) && names.includes(tier) && rank(tier) < rank(floor.minimum);
  });
  const leastOf = (floor: FloorEntry, agent: string, phase: string): string => {
    const entry = exceptions.find(
      (each) => each.floor === floor.id && each.agent === agent && each.phase === phase,
    );
    return entry?.tier !== undefined && inForce(entry) ? entry.tier : floor.minimum;
  };
  const always = floors.filter((floor) => floor.if === undefined);
  const least = (agent: string, phase: string): string =>
    always
      .filter((floor) => covers(floor, agent, phase))
      .reduce((low, floor) => higher(low, leastOf(floor, agent, phase)), names[0] ?? '');
  const effortFits = (agent: string, phases: readonly string[], value: Effort | undefined): boolean =>
    value !== undefined &&
    always.every(
      (floor) =>
        !phases.some((phase) => covers(floor, agent, phase)) ||
        EFFORTS.indexOf(value) >= EFFORTS.indexOf(floor.effort ?? 'low'),
    );
  for (const [name, agent] of agents) {
    const most = floors
      .filter((floor) => floor.agents.includes(name))
      .reduce((high, floor) => higher(high, floor.minimum), names[0] ?? '');
    if (agent.maximum !== undefined) agent.maximum = higher(known(agent.maximum), most);
    const cap = (tier: string): string =>
      agent.maximum !== undefined && rank(tier) > rank(agent.maximum) ? agent.maximum : tier;
    agent.default = known(agent.default);
    if (!effortFits(name, file.phases, agent.effort)) Reflect.deleteProperty(agent, 'effort');
    for (const phase of file.phases) {
      const low = least(name, phase);
      const cell = file.matrix?.[phase]?.[name];
      if (cell === undefined || typeof cell === 'string') {
        agent.default = higher(agent.default, low);
        continue;
      }
      cell.tier = cap(higher(known(cell.tier), low));
      if (cell.was !== undefined) cell.was = higher(known(cell.was), low);
      if (cell.trial !== undefined) cell.trial.tier = higher(known(cell.trial.tier), low);
      const { economy } = cell;
      const cheaper = economy !== undefined && names.includes(economy) && rank(economy) < rank(cell.tier);
      if (!cheaper || rank(economy) < rank(low)) Reflect.deleteProperty(cell, 'economy');
      if (!effortFits(name, [phase], cell.effort)) Reflect.deleteProperty(cell, 'effort');
    }
    agent.default = cap(agent.default);
    agent.upgrades = (agent.upgrades ?? []).filter((upgrade) => {
      if (!names.includes(upgrade.to)) return false;
      const phases = (upgrade.phases ?? file.phases).filter((phase) => file.phases.includes(phase));
      if (upgrade.phases !== undefined) upgrade.phases = phases;
      if (upgrade.if.includes('security_critical') && facts.security_critical === undefined) return false;
      return phases.some((phase) => {
        const cell = file.matrix?.[phase]?.[name];
        const tiers = typeof cell === 'object' ? [cell.tier, cell.was, cell.trial?.tier] : [agent.default];
        return tiers.some((tier) => tier !== undefined && rank(tier) < rank(upgrade.to));
      });
    });
  }
  for (const [phase, row] of Object.entries(file.matrix ?? {})) {
    if (!file.phases.includes(phase)) Reflect.deleteProperty(file.matrix ?? {}, phase);
    for (const name of Object.keys(row))
      if (!Object.hasOwn(file.agents, name)) Reflect.deleteProperty(row, name);
  }
  for (const name of Object.keys(file.budget?.tiers ?? {}))
    if (!names.includes(name)) Reflect.deleteProperty(file.budget?.tiers ?? {}, name);
  return { allocation: file, exceptions };
}

/** Valid files that reach every feature. */
export const validFiles: fc.Arbitrary<Files> = typed.map(sound);

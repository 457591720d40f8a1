import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Allocation } from '../../src/allocation/allocation.ts';
import type { Facts, FactValue } from '../../src/allocation/condition.ts';
import { type Exceptions, parseExceptions } from '../../src/allocation/exceptions.ts';
import { EFFORTS, type FactName } from '../../src/allocation/names.ts';
import { parseAllocation } from '../../src/allocation/parse.ts';
import { exceptionsOf } from '../../src/allocation/renames.ts';
import type { Exception } from '../../src/generated/exceptions.ts';
import { type Allowance, type Choice, LEVELS, type Level } from '../../src/policy/decision/decide.ts';
import { type Decision, type Request, resolve, type State } from '../../src/policy/decision/resolve.ts';
import { type IsoDate, parseDate, parseWeek } from '../../src/time/week.ts';
import { type Files, inForce, TODAY } from './allocations.ts';
import { measure } from './soak.ts';

/*
 * Brute force for properties: situations as plain data, what `resolve` makes of them, and what the files promise of them.
 * The promises are read from the plain data; they share nothing with the enumeration of situations in the gate.
 */

export const SEED = 20261123;
/** More runs on demand: `RUNS=20 vitest run test/policy`. */
export const TIMES = Number(process.env.RUNS ?? measure(0.2, 1));
export const runs = (count: number) => ({
  seed: SEED + (TIMES > 1 ? TIMES : 0),
  numRuns: Math.ceil(count * TIMES),
});

export const today: IsoDate = parseDate(TODAY) ?? raise('no date');

export function raise(what: string): never {
  throw new Error(what);
}

export function bytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : stringify(value));
}

export function read(files: Files): { allocation: Allocation; exceptions: Exceptions } {
  const allocation = parseAllocation('allocation.yaml', bytes(files.allocation));
  const granted = parseExceptions('allocation.exceptions.yaml', bytes({ exceptions: files.exceptions }));
  return { allocation, exceptions: exceptionsOf(granted, allocation) };
}
// One situation, as plain data.

export interface World {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly week: string;
  /** The run's number in every trial: below its share it takes part. */
  readonly draw: number;
  readonly critical: boolean;
  readonly choice: Choice | null;
  readonly level: Level;
  readonly allowances: readonly Allowance[];
  /** Of each tier: whether its model cannot be had. */
  readonly unavailable: readonly boolean[];
}

export const WEEKS = [
  '2026-W39',
  '2026-W40',
  '2026-W47',
  '2026-W48',
  '2026-W52',
  '2026-W53',
  '2027-W01',
  '2027-W02',
];
export const ALLOWANCES: readonly Allowance[] = ['open', 'critical-only', 'closed'];

export const triState = fc.constantFrom(true, false, null);
export const rank = fc.nat(5);
export const choice: fc.Arbitrary<Choice | null> = fc.oneof(
  fc.constant(null),
  rank.map((tier): Choice => ({ kind: 'override', tier, reason: 'a reason', by: 'somebody' })),
  rank.map((tier): Choice => ({ kind: 'override', tier, reason: null, by: 'somebody' })),
  rank.map((from): Choice => ({ kind: 'escalation', from, reason: 'poor', trigger: 'a check' })),
);
export const usually = <T>(common: T, rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(common), weight: 2 }, { arbitrary: rare, weight: 1 });

export const world: fc.Arbitrary<World> = fc
  .record({
    release: triState,
    audit: triState,
    security_critical: triState,
    lines_changed: fc.constantFrom(0, 1000, null),
    week: fc.constantFrom(...WEEKS),
    draw: fc.constantFrom(0, 0.9),
    critical: fc.boolean(),
    choice,
    level: fc.constantFrom(...LEVELS),
    allowances: usually<readonly Allowance[]>(
      [],
      fc.array(fc.constantFrom(...ALLOWANCES), { minLength: 6, maxLength: 6 }),
    ),
    unavailable: usually<readonly boolean[]>([], fc.array(fc.boolean(), { minLength: 6, maxLength: 6 })),
  })
  .map(({ release, audit, security_critical, lines_changed, ...rest }) => {
    const given = Object.entries({ release, audit, security_critical, lines_changed });
    const facts: Record<string, FactValue> = {};
    for (const [name, value] of given) if (value !== null) facts[name] = value;
    return { ...rest, facts };
  });
export const worlds = fc.array(world, { minLength: 60, maxLength: 60 });

/** What would happen to the cell in this world; null where the world does not fit the file. */
export function outcome(
  { allocation, exceptions }: { readonly allocation: Allocation; readonly exceptions: Exceptions },
  agentName: string,
  phaseName: string,
  each: World,
): Decision | null {
  const agent = [...allocation.agents.values()].find((one) => one.name === agentName);
  const phase = allocation.phases.find((one) => one === phaseName);
  if (agent === undefined || phase === undefined) return null;
  const highest = allocation.tiers.length - 1;
  if (each.choice !== null && ('tier' in each.choice ? each.choice.tier : each.choice.from) > highest)
    return null;
  const facts: Facts = new Map(
    Object.entries(each.facts).flatMap(([name, value]): [FactName, FactValue][] => {
      const declared = [...allocation.facts.values()].find((fact) => fact.name === name);
      return declared === undefined ? [] : [[declared.name, value]];
    }),
  );
  const request: Request = {
    agent,
    phase,
    week: parseWeek(each.week) ?? raise('no week'),
    today,
    draw: () => each.draw,
    facts,
    critical: each.critical,
    choice: each.choice,
    provider: 'anthropic',
  };
  const state: State = {
    level: each.level,
    allowances: new Map(each.allowances.map((allowance, tier) => [tier, allowance])),
    unavailable: new Map(each.unavailable.flatMap((gone, tier) => (gone ? [[tier, 'gone']] : []))),
  };
  return resolve(allocation, exceptions, request, state);
}

// The oracle: what the files promise, read from the plain data.

export interface Promised {
  /** It holds under a fact, and raises the tier: one that always holds does not. */
  readonly conditional: boolean;
  readonly minimum: number;
  readonly effort: number;
  readonly absolute: boolean;
}

export function sameCell(a: Exception, b: Exception): boolean {
  return a.floor === b.floor && a.agent === b.agent && a.phase === b.phase && a.retire === b.retire;
}

/** The floors of `files` over the cell in this world, as ranks among `names`, less what `granted` lets go. */
export function promises(
  files: Files,
  names: readonly string[],
  granted: readonly Exception[],
  agent: string,
  phase: string,
  each: World,
): readonly Promised[] {
  const { floors = [], facts = {} } = files.allocation;
  return floors.flatMap((floor): Promised[] => {
    const fact = floor.if?.slice('task.'.length);
    if (!floor.agents.includes(agent)) return [];
    if (floor.phases !== undefined && !floor.phases.includes(phase)) return [];
    if (fact !== undefined && Object.hasOwn(facts, fact) && each.facts[fact] === false) return [];
    const approved = floor.exceptions === 'approved';
    if (approved && granted.some((entry) => entry.retire === true && entry.floor === floor.id)) return [];
    const lowered = granted.find(
      (entry) => entry.floor === floor.id && entry.agent === agent && entry.phase === phase,
    );
    const least = names.indexOf(floor.minimum);
    const to = approved && lowered?.tier !== undefined ? names.indexOf(lowered.tier) : least;
    const effort = floor.effort === undefined ? -1 : EFFORTS.indexOf(floor.effort);
    const minimum = Math.min(least, to);
    return [{ conditional: fact !== undefined, minimum, effort, absolute: !approved }];
  });
}

export function tierNames(files: Files): readonly string[] {
  return files.allocation.tiers.map((tier) => tier.name);
}

export function effortOf(decision: Decision): number {
  return decision.effort === null ? -1 : EFFORTS.indexOf(decision.effort);
}

/** The exceptions that count for a head: on both sides, each as strict as the stricter side. */
export function usable(base: Files, head: Files): readonly Exception[] {
  const names = tierNames(head);
  return base.exceptions.filter(inForce).flatMap((entry): Exception[] => {
    if (entry.retire === true) return [];
    const still = head.exceptions.filter(inForce).find((other) => sameCell(other, entry));
    if (still === undefined) return [];
    const stricter = names.indexOf(still.tier ?? '') < names.indexOf(entry.tier ?? '') ? entry : still;
    return [stricter];
  });
}

export function cellsOf(files: Files): readonly (readonly [string, string])[] {
  return Object.keys(files.allocation.agents).flatMap((agent) =>
    files.allocation.phases.map((phase) => [agent, phase] as const),
  );
}
/** The same data with the keys of every mapping in another order. */
export function shuffled(value: unknown, draw: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, draw + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, shuffled(item, draw + 7)] as const);
  const place = (key: string): number =>
    [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + draw) % 9973, draw % 97);
  return Object.fromEntries(entries.sort(([a], [b]) => place(a) - place(b)));
}

export function reordered(files: Files, draw: number): Files {
  return JSON.parse(
    JSON.stringify({ allocation: shuffled(files.allocation, draw), exceptions: files.exceptions }),
  );
}

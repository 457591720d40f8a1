import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Allocation } from '../../src/allocation/allocation.ts';
import type { Facts, FactValue } from '../../src/allocation/condition.ts';
import { type Exceptions, parseExceptions } from '../../src/allocation/exceptions.ts';
import { EFFORTS, type FactName } from '../../src/allocation/names.ts';
import { parseAllocation } from '../../src/allocation/parse.ts';
import type { Exception } from '../../src/generated/exceptions.ts';
import { type Allowance, type Choice, LEVELS, type Level } from '../../src/policy/decide.ts';
import type { GateReport } from '../../src/policy/finding.ts';
import { type FileState, gate, type Version } from '../../src/policy/gate.ts';
import { type Decision, type Request, resolve, type State } from '../../src/policy/resolve.ts';
import { rulePage } from '../../src/policy/rules.ts';
import { type IsoDate, parseDate, parseWeek } from '../../src/time/week.ts';
import { shippedModels } from '../../src/usage/model-table.ts';
import {
  changedFiles,
  type Files,
  type FloorEntry,
  inForce,
  TODAY,
  validFiles,
} from '../support/allocations.ts';

/*
 * What the gate promises, held against brute force. The oracle below reads the files as plain data and asks `resolve`
 * what would run; it shares nothing with the enumeration of situations that the gate itself rests on.
 */

const SEED = 20261123;
/** More runs on demand: `RUNS=20 vitest run test/policy/properties.test.ts`. */
const TIMES = Number(process.env.RUNS ?? 1);
const runs = (count: number) => ({ seed: SEED + (TIMES === 1 ? 0 : TIMES), numRuns: count * TIMES });

const today: IsoDate = parseDate(TODAY) ?? raise('no date');

function raise(what: string): never {
  throw new Error(what);
}

function bytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : stringify(value));
}

function read(files: Files): { allocation: Allocation; exceptions: Exceptions } {
  return {
    allocation: parseAllocation('allocation.yaml', bytes(files.allocation)),
    exceptions: parseExceptions('allocation.exceptions.yaml', bytes({ exceptions: files.exceptions })),
  };
}

function version(files: Files, write: (value: unknown) => string = stringify): Version {
  const file = (value: unknown): FileState => ({ kind: 'file', bytes: bytes(write(value)) });
  return { allocation: file(files.allocation), exceptions: file({ exceptions: files.exceptions }) };
}

/** The gate's report; a comment makes the head a changed file even where it says the same. */
function check(base: Version, head: Version): GateReport {
  const context = {
    today,
    shipped: shippedModels(),
    allocationFile: 'allocation.yaml',
    exceptionsFile: 'allocation.exceptions.yaml',
    docs: rulePage,
    mode: 'enforce' as const,
  };
  return gate([{ subject: 'a change', base, head }], context, []);
}

function touched(version: Version): Version {
  const { allocation } = version;
  if (allocation.kind !== 'file') return version;
  const text = new TextDecoder().decode(allocation.bytes);
  return { ...version, allocation: { kind: 'file', bytes: bytes(`# touched\n${text}`) } };
}

// One situation, as plain data.

interface World {
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

const WEEKS = [
  '2026-W39',
  '2026-W40',
  '2026-W47',
  '2026-W48',
  '2026-W52',
  '2026-W53',
  '2027-W01',
  '2027-W02',
];
const ALLOWANCES: readonly Allowance[] = ['open', 'critical-only', 'closed'];

const triState = fc.constantFrom(true, false, null);
const rank = fc.nat(5);
const choice: fc.Arbitrary<Choice | null> = fc.oneof(
  fc.constant(null),
  rank.map((tier): Choice => ({ kind: 'override', tier, reason: 'a reason', by: 'somebody' })),
  rank.map((tier): Choice => ({ kind: 'override', tier, reason: null, by: 'somebody' })),
  rank.map((from): Choice => ({ kind: 'escalation', from, reason: 'poor', trigger: 'a check' })),
);
const usually = <T>(common: T, rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(common), weight: 2 }, { arbitrary: rare, weight: 1 });

const world: fc.Arbitrary<World> = fc
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
const worlds = fc.array(world, { minLength: 60, maxLength: 60 });

/** What would happen to the cell in this world; null where the world does not fit the file. */
function outcome(
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

interface Promised {
  readonly minimum: number;
  readonly effort: number;
  readonly absolute: boolean;
}

function sameCell(a: Exception, b: Exception): boolean {
  return a.floor === b.floor && a.agent === b.agent && a.phase === b.phase && a.retire === b.retire;
}

/** The floors of `files` over the cell in this world, as ranks among `names`, less what `granted` lets go. */
function promises(
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
    return [{ minimum: Math.min(least, to), effort, absolute: !approved }];
  });
}

function tierNames(files: Files): readonly string[] {
  return files.allocation.tiers.map((tier) => tier.name);
}

function effortOf(decision: Decision): number {
  return decision.effort === null ? -1 : EFFORTS.indexOf(decision.effort);
}

/** The exceptions that count for a head: on both sides, each as strict as the stricter side. */
function usable(base: Files, head: Files): readonly Exception[] {
  const names = tierNames(head);
  return base.exceptions.filter(inForce).flatMap((entry): Exception[] => {
    if (entry.retire === true) return [];
    const still = head.exceptions.filter(inForce).find((other) => sameCell(other, entry));
    if (still === undefined) return [];
    const stricter = names.indexOf(still.tier ?? '') < names.indexOf(entry.tier ?? '') ? entry : still;
    return [stricter];
  });
}

function cellsOf(files: Files): readonly (readonly [string, string])[] {
  return Object.keys(files.allocation.agents).flatMap((agent) =>
    files.allocation.phases.map((phase) => [agent, phase] as const),
  );
}

describe('a pass of the gate', () => {
  it('means that no situation breaks a floor of the base or of the head', () => {
    let passed = 0;
    fc.assert(
      fc.property(changedFiles, worlds, ({ base, head }, all) => {
        if (check(version(base), touched(version(head))).verdict !== 'pass') return;
        passed += 1;
        const names = tierNames(head);
        const granted = usable(base, head);
        const retired = base.exceptions.filter((entry) => entry.retire === true && inForce(entry));
        const after = read({ allocation: head.allocation, exceptions: granted });
        const models = after.allocation.tiers.map((tier) => String(tier.model));
        for (const [agent, phase] of cellsOf(head)) {
          for (const each of all) {
            const decision = outcome(after, agent, phase, each);
            if (decision?.decision !== 'run') continue;
            const kept = [
              ...promises(base, names, [...granted, ...retired], agent, phase, each),
              ...promises(head, names, granted, agent, phase, each),
            ];
            for (const { minimum, effort } of kept) {
              expect(minimum).toBeGreaterThanOrEqual(0);
              expect(names.indexOf(decision.tier ?? '')).toBeGreaterThanOrEqual(minimum);
              expect(effortOf(decision)).toBeGreaterThanOrEqual(effort);
              // What the session may use or fall back to is held to the floor, too.
              const least = models[minimum] === undefined ? -1 : models.lastIndexOf(models[minimum]);
              const open = [...decision.available, ...decision.fallback].map((id) => models.lastIndexOf(id));
              expect(Math.min(least, ...open)).toBe(least);
            }
          }
        }
      }),
      runs(600),
    );
    expect(passed).toBeGreaterThan(100 * TIMES);
  });

  it('means that every cell of the base that was under a floor is still there', () => {
    fc.assert(
      fc.property(changedFiles, ({ base, head }) => {
        if (check(version(base), touched(version(head))).verdict !== 'pass') return;
        const retired = base.exceptions.filter((entry) => entry.retire === true && inForce(entry));
        const stands = (floor: FloorEntry): boolean =>
          floor.exceptions !== 'approved' || !retired.some((entry) => entry.floor === floor.id);
        for (const floor of (base.allocation.floors ?? []).filter(stands)) {
          for (const agent of floor.agents) {
            expect(Object.keys(head.allocation.agents)).toContain(agent);
            const aliases = base.allocation.agents[agent]?.aliases ?? [];
            expect(head.allocation.agents[agent]?.aliases ?? []).toEqual(expect.arrayContaining(aliases));
          }
          expect(head.allocation.phases).toEqual(
            expect.arrayContaining(floor.phases ?? base.allocation.phases),
          );
        }
      }),
      runs(300),
    );
  });

  it('means that a guarded cell that could run before can still run', () => {
    fc.assert(
      fc.property(changedFiles, worlds, ({ base, head }, all) => {
        if (check(version(base), touched(version(head))).verdict !== 'pass') return;
        const names = tierNames(base);
        const before = read(base);
        const after = read(head);
        for (const [agent, phase] of cellsOf(base)) {
          for (const each of all) {
            // From 100 % on the reserve decides, whose size is a warning; without it nothing is promised.
            const level = LEVELS.indexOf(each.level) > LEVELS.indexOf('RED') ? ('RED' as const) : each.level;
            const plain: World = { ...each, level, choice: null, unavailable: [] };
            if (!promises(base, names, [], agent, phase, plain).some((floor) => floor.absolute)) continue;
            if (outcome(before, agent, phase, plain)?.decision !== 'run') continue;
            expect(outcome(after, agent, phase, plain)?.decision).toBe('run');
          }
        }
      }),
      runs(200),
    );
  });
});

describe('a change that changes nothing', () => {
  it('passes, whatever the file holds', () => {
    fc.assert(
      fc.property(validFiles, (files) => {
        const report = check(version(files), touched(version(files)));
        expect(report.findings.filter((each) => each.severity === 'error')).toEqual([]);
        expect(report.changes).toEqual([]);
        expect(report.verdict).toBe('pass');
      }),
      runs(300),
    );
  });

  it('passes however the file is written: keys in another order, in flow or block style', () => {
    fc.assert(
      fc.property(validFiles, fc.nat(), (files, draw) => {
        const other = version({ ...files, ...reordered(files, draw) }, (value) =>
          JSON.stringify(value, null, draw % 3),
        );
        const report = check(version(files), other);
        expect(report.findings.filter((each) => each.severity === 'error')).toEqual([]);
        expect(report.changes).toEqual([]);
      }),
      runs(200),
    );
  });
});

/** The same data with the keys of every mapping in another order. */
function shuffled(value: unknown, draw: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, draw + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, shuffled(item, draw + 7)] as const);
  const place = (key: string): number =>
    [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + draw) % 9973, draw % 97);
  return Object.fromEntries(entries.sort(([a], [b]) => place(a) - place(b)));
}

function reordered(files: Files, draw: number): Files {
  return JSON.parse(
    JSON.stringify({ allocation: shuffled(files.allocation, draw), exceptions: files.exceptions }),
  );
}

/** The findings without their places, which the order of the keys does move. */
function said(report: GateReport): readonly string[] {
  return report.findings
    .map(({ rule, message, agent, phase, counterexample }) =>
      JSON.stringify([rule, message, agent, phase, counterexample?.text.replace(/, line \d+$/, '')]),
    )
    .sort();
}

describe('the order of keys and the style of the file', () => {
  it('never change what the gate says', () => {
    fc.assert(
      fc.property(changedFiles, fc.nat(), ({ base, head }, draw) => {
        const one = check(version(base), touched(version(head)));
        const write = (value: unknown): string => JSON.stringify(value);
        const two = check(
          version(reordered(base, draw), write),
          touched(version(reordered(head, draw + 1), write)),
        );
        expect(two.verdict).toBe(one.verdict);
        if (one.findings.every((each) => each.rule !== 'HF117')) expect(said(two)).toEqual(said(one));
      }),
      runs(200),
    );
  });

  it('never change a decision, and the same inputs give the same bytes', () => {
    fc.assert(
      fc.property(validFiles, worlds, fc.nat(), (files, all, draw) => {
        const one = read(files);
        const two = read(reordered(files, draw));
        for (const [agent, phase] of cellsOf(files)) {
          for (const each of all) {
            const decision = JSON.stringify(outcome(one, agent, phase, each));
            expect(JSON.stringify(outcome(one, agent, phase, each))).toBe(decision);
            expect(JSON.stringify(outcome(two, agent, phase, each))).toBe(decision);
          }
        }
      }),
      runs(60),
    );
  });
});

describe('a decision on a valid file', () => {
  /** Every cell of every file in many worlds. */
  function always(
    count: number,
    holds: (
      files: Files,
      cell: readonly [string, string],
      each: World,
      decide: (other: World) => Decision | null,
    ) => void,
  ): void {
    fc.assert(
      fc.property(validFiles, worlds, (files, all) => {
        const sides = read(files);
        for (const cell of cellsOf(files))
          for (const each of all) holds(files, cell, each, (other) => outcome(sides, ...cell, other));
      }),
      runs(count),
    );
  }

  const granted = (files: Files): readonly Exception[] =>
    files.exceptions.filter((entry) => inForce(entry) && entry.retire !== true);

  it('never runs below a floor that holds, and on a guarded cell at its floor or not at all', () => {
    always(150, (files, [agent, phase], each, decide) => {
      const decision = decide(each);
      if (decision?.decision !== 'run') return;
      const names = tierNames(files);
      const floors = promises(files, names, granted(files), agent, phase, each);
      for (const floor of floors) {
        expect(names.indexOf(decision.tier ?? '')).toBeGreaterThanOrEqual(floor.minimum);
        expect(effortOf(decision)).toBeGreaterThanOrEqual(floor.effort);
      }
      expect(decision.guarded).toBe(floors.some((floor) => floor.absolute));
    });
  });

  it('never goes below the tier of the cell for the sake of the budget, but by a declared economy', () => {
    always(100, (files, [agent, phase], each, decide) => {
      if (each.choice?.kind === 'override') return;
      const decision = decide(each);
      if (decision?.decision !== 'run') return;
      const names = tierNames(files);
      const entry = files.allocation.matrix?.[phase]?.[agent];
      const economy = typeof entry === 'object' ? entry.economy : undefined;
      const own = names.indexOf(decision.assigned);
      const saves = economy !== undefined && !decision.critical && each.level !== 'GREEN';
      const enforced = files.allocation.budget?.mode === 'enforce';
      const least = saves && enforced ? Math.min(own, names.indexOf(economy)) : own;
      expect(names.indexOf(decision.tier ?? '')).toBeGreaterThanOrEqual(least);
    });
  });

  it('is never dearer with more of the budget consumed, where both run', () => {
    const strictest = (a: Allowance, b: Allowance): Allowance =>
      ALLOWANCES.indexOf(a) > ALLOWANCES.indexOf(b) ? a : b;
    always(100, (files, _cell, each, decide) => {
      const names = tierNames(files);
      for (const [index, level] of LEVELS.entries()) {
        if (index <= LEVELS.indexOf(each.level)) continue;
        const tighter = each.allowances.map((one, tier) =>
          strictest(one, ALLOWANCES[(tier + index) % ALLOWANCES.length] ?? 'open'),
        );
        const less = decide(each);
        const more = decide({ ...each, level, allowances: tighter });
        if (less?.decision !== 'run' || more?.decision !== 'run') continue;
        expect(names.indexOf(more.tier ?? '')).toBeLessThanOrEqual(names.indexOf(less.tier ?? ''));
      }
    });
  });

  it('defers what has no model, or climbs where the cell says so, and never runs on a model that cannot be had', () => {
    always(100, (files, [agent, phase], each, decide) => {
      const decision = decide(each);
      const names = tierNames(files);
      if (decision?.decision === 'run')
        expect(each.unavailable[names.indexOf(decision.tier ?? '')] ?? false).toBe(false);
      const plain = decide({ ...each, unavailable: [] });
      if (plain?.decision !== 'run' || each.choice?.kind === 'override') return;
      const entry = files.allocation.matrix?.[phase]?.[agent];
      const own = typeof entry === 'object' ? entry.on_unavailable : undefined;
      const climbs = (own ?? files.allocation.agents[agent]?.on_unavailable) === 'escalate';
      if (decision?.decision === 'run' && decision.tier !== plain.tier) expect(climbs).toBe(true);
    });
  });
});

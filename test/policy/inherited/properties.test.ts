import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Allocation } from '../../../src/allocation/allocation.ts';
import { parseExceptions } from '../../../src/allocation/exceptions.ts';
import { parseAllocation } from '../../../src/allocation/parse.ts';
import { parseReference, referenceText } from '../../../src/allocation/policy/reference.ts';
import { UserError } from '../../../src/errors.ts';
import { requireSound } from '../../../src/policy/decision/breaches.ts';
import { tableOf } from '../../../src/policy/decision/models-of-tiers.ts';
import { inheritFrom } from '../../../src/policy/inherited/index.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { type Files, TIERS, validFiles } from '../../support/allocations.ts';
import {
  bytes,
  cellsOf,
  outcome,
  promises,
  raise,
  read,
  runs,
  shuffled,
  TIMES,
  tierNames,
  today,
  type World,
  worlds,
} from '../../support/worlds.ts';

const REFERENCE = parseReference(`acme/policies/floors.yaml@${'b'.repeat(40)}`) ?? raise('no reference');
const LINES = ['haiku', 'haiku', 'sonnet', 'opus', 'fable'];

type Laid = ReturnType<typeof read>;

/** Own files on a policy; null where they are looser than it, or below its floors. */
function laidOn(own: Files, policy: Files['allocation'], text = bytes): Laid | null {
  const file = { kind: 'file' as const, bytes: text(policy), off: null };
  const inherit = inheritFrom(new Map([[referenceText(REFERENCE), file]]), shippedModels());
  try {
    const allocation = parseAllocation(
      'allocation.yaml',
      text({ ...own.allocation, extends: referenceText(REFERENCE) }),
      inherit,
    );
    const exceptions = parseExceptions('exceptions.yaml', bytes({ exceptions: own.exceptions }));
    requireSound(allocation, exceptions, today, tableOf(allocation, shippedModels()));
    return { allocation, exceptions };
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** A policy whose floors have ids of their own, or those that the files may have, too. */
const policies = fc.tuple(validFiles, fc.boolean()).map(([{ allocation }, own]): Files['allocation'] => ({
  ...allocation,
  floors: (allocation.floors ?? []).map((floor) => ({ ...floor, id: own ? floor.id : `org-${floor.id}` })),
}));

/** The lowest rank of the file that keeps a tier of the policy: by its place there, else by its line. */
function least(names: readonly string[], policy: readonly string[], minimum: string): number {
  const place = (name: string): number => TIERS.findIndex((tier) => tier.name === name);
  const keeps = (name: string): boolean =>
    policy.includes(name)
      ? place(name) >= place(minimum)
      : LINES.slice(place(name))[0] === LINES[place(minimum)] || place(name) >= place(minimum);
  return names.findLastIndex((name) => !keeps(name)) + 1;
}

/** What the policy promises of a cell of the file, from the plain data: ranks of the file. */
function ofPolicy(own: Files, policy: Files['allocation'], agent: string, phase: string, each: World) {
  const tiers = policy.tiers.map(({ name }) => name);
  const unknown = !policy.phases.includes(phase);
  const floors = (policy.floors ?? []).map(({ phases, ...floor }) => ({
    ...floor,
    ...(phases === undefined || unknown ? {} : { phases }),
  }));
  return promises(
    { allocation: { ...policy, floors }, exceptions: [] },
    tiers,
    own.exceptions,
    agent,
    phase,
    each,
  ).map((promise) => ({ ...promise, minimum: least(tierNames(own), tiers, tiers[promise.minimum] ?? '') }));
}

function plain({ floors, agents, deny, models }: Allocation): unknown {
  return { floors, agents: [...agents].map(([name, agent]) => [name, agent.maximum]), deny, models };
}

describe('a file on a policy', () => {
  it('runs no cell below a floor of either', () => {
    let ran = 0;
    fc.assert(
      fc.property(validFiles, policies, worlds, (own, policy, all) => {
        const laid = laidOn(own, policy);
        if (laid === null) return;
        const names = tierNames(own);
        for (const [agent, phase] of cellsOf(own)) {
          for (const each of all) {
            const decision = outcome(laid, agent, phase, each);
            if (decision?.decision !== 'run') continue;
            ran += 1;
            const floors = [
              ...promises(own, names, own.exceptions, agent, phase, each),
              ...ofPolicy(own, policy, agent, phase, each),
            ];
            for (const { minimum } of floors)
              expect(names.indexOf(decision.tier ?? '')).toBeGreaterThanOrEqual(minimum);
          }
        }
      }),
      runs(600),
    );
    expect(ran).toBeGreaterThan(500 * TIMES);
  });

  it('is under no lesser floor than it was alone', () => {
    fc.assert(
      fc.property(validFiles, policies, worlds, (own, policy, all) => {
        const laid = laidOn(own, policy);
        if (laid === null) return;
        const alone = read(own);
        const names = tierNames(own);
        for (const [agent, phase] of cellsOf(own)) {
          for (const each of all.slice(0, 20)) {
            const [before, after] = [outcome(alone, agent, phase, each), outcome(laid, agent, phase, each)];
            if (before === null || after === null) continue;
            expect(names.indexOf(after.floor ?? '')).toBeGreaterThanOrEqual(
              names.indexOf(before.floor ?? ''),
            );
            expect(after.guarded || !before.guarded).toBe(true);
          }
        }
      }),
      runs(300),
    );
  });

  it('is the same laid on it twice', () => {
    fc.assert(
      fc.property(validFiles, policies, (own, policy) => {
        const once = laidOn(own, policy);
        if (once === null) return;
        const file = { kind: 'file' as const, bytes: bytes(policy), off: null };
        const inherit = inheritFrom(new Map([[referenceText(REFERENCE), file]]), shippedModels());
        expect(plain(inherit(once.allocation, REFERENCE))).toEqual(plain(once.allocation));
      }),
      runs(300),
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(validFiles, policies, fc.nat(), worlds, (own, policy, seed, all) => {
        const laid = laidOn(own, policy);
        const other = laidOn(own, policy, (value) => bytes(shuffled(value, seed)));
        expect(other === null).toBe(laid === null);
        if (laid === null || other === null) return;
        for (const [agent, phase] of cellsOf(own))
          for (const each of all.slice(0, 10)) {
            const [a, b] = [outcome(laid, agent, phase, each), outcome(other, agent, phase, each)];
            expect([b?.decision, b?.tier, b?.floor]).toEqual([a?.decision, a?.tier, a?.floor]);
          }
      }),
      runs(200),
    );
  });
});

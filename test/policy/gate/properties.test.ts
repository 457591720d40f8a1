import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../../src/policy/decision/decide.ts';
import type { GateReport } from '../../../src/policy/gate/index.ts';
import { changedFiles } from '../../support/allocation-edits.ts';
import { type FloorEntry, inForce, validFiles } from '../../support/allocations.ts';
import { check, touched, version } from '../../support/judging.ts';
import {
  cellsOf,
  effortOf,
  outcome,
  promises,
  read,
  reordered,
  runs,
  TIMES,
  tierNames,
  usable,
  type World,
  worlds,
} from '../../support/worlds.ts';

// Seconds on a machine of its own; a busy one takes its time.
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
      runs(400),
    );
    expect(passed).toBeGreaterThan(60 * TIMES);
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
});

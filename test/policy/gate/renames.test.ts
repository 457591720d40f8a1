import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAgent } from '../../../src/allocation/allocation.ts';
import type { GateReport } from '../../../src/policy/gate/index.ts';
import { changedFiles } from '../../support/allocation-edits.ts';
import { validFiles } from '../../support/allocations.ts';
import { check, touched, version } from '../../support/judging.ts';
import { gist, type Names, names, renamed } from '../../support/renamings.ts';
import { cellsOf, outcome, read, runs, TIMES, worlds } from '../../support/worlds.ts';

/** Each error once, by its rule and the cell that it is about. */
function errors({ findings }: GateReport, to: Names): readonly string[] {
  const said = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, agent, phase }) =>
      JSON.stringify([rule, agent === null ? null : (to[agent] ?? agent), phase]),
    );
  return [...new Set(said)].sort();
}

describe('an agent with a new name', () => {
  it('passes, whatever floors and exceptions it has', () => {
    fc.assert(
      fc.property(validFiles, names, (files, to) => {
        const report = check(version(files), version(renamed(files, to)));
        expect(errors(report, {})).toEqual([]);
        expect(report.verdict).toBe('pass');
        const there = Object.keys(to).filter((name) => Object.hasOwn(files.allocation.agents, name));
        const told = report.findings.filter(({ rule }) => rule === 'HF303');
        expect(told.map(({ agent }) => agent).sort()).toEqual(there.map((name) => to[name]).sort());
      }),
      runs(200),
    );
  });

  it('is decided as before in every situation, by its old and its new name', () => {
    fc.assert(
      fc.property(validFiles, names, worlds, (files, to, all) => {
        const before = read(files);
        const after = read(renamed(files, to));
        for (const [agent, phase] of cellsOf(files)) {
          const now = to[agent] ?? agent;
          expect(findAgent(after.allocation, agent)?.name).toBe(now);
          for (const each of all)
            expect(gist(outcome(after, now, phase, each))).toEqual(gist(outcome(before, agent, phase, each)));
        }
      }),
      runs(60),
    );
  });

  it('frees nothing: with any other change the same rules refuse it as without', () => {
    let refused = 0;
    fc.assert(
      fc.property(changedFiles, names, ({ base, head }, to) => {
        const plain = check(version(base), touched(version(head)));
        const both = check(version(base), version(renamed(head, to)));
        if (plain.verdict === 'fail') refused += 1;
        expect(both.verdict).toBe(plain.verdict);
        // An invalid file is told of in other words, and at other places.
        if (plain.findings.some(({ rule }) => rule === 'HF117')) return;
        const there = Object.entries(to).filter(([name]) => Object.hasOwn(head.allocation.agents, name));
        expect(errors(both, {})).toEqual(errors(plain, Object.fromEntries(there)));
      }),
      runs(400),
    );
    expect(refused).toBeGreaterThan(60 * TIMES);
  });

  it('is refused where the head does not say so, if it is under a floor that stands', () => {
    let floored = 0;
    fc.assert(
      fc.property(validFiles, names, (files, to) => {
        const head = renamed(files, to);
        for (const agent of Object.values(head.allocation.agents))
          Reflect.deleteProperty(agent, 'renamed_from');
        const absolute = (files.allocation.floors ?? []).filter(
          ({ exceptions }) => exceptions !== 'approved',
        );
        if (!absolute.some(({ agents }) => agents.some((name) => to[name] !== undefined))) return;
        floored += 1;
        expect(check(version(files), version({ ...head, exceptions: [] })).verdict).toBe('fail');
      }),
      runs(200),
    );
    expect(floored).toBeGreaterThan(20 * TIMES);
  });
});

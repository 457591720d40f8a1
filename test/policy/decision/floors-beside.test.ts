import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LostFloor } from '../../../src/allocation/allocation.ts';
import { withFloorsBeside } from '../../../src/policy/decision/floors-beside.ts';
import { tableOf } from '../../../src/policy/decision/models-of-tiers.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { type Files, inForce, validFiles } from '../../support/allocations.ts';
import { gist, names, renamed } from '../../support/renamings.ts';
import { cellsOf, effortOf, outcome, promises, read, runs, tierNames, worlds } from '../../support/worlds.ts';

function loaded(files: Files) {
  const sides = read(files);
  const lost: readonly LostFloor[] = [];
  return { ...sides, table: tableOf(sides.allocation, shippedModels()), lost };
}

/** Where a tier of one file stands among those of another; a tier that this does not have counts by its line. */
function placeIn(names: readonly string[], tier: string): number {
  const order = ['small', 'haiku', 'sonnet', 'opus', 'fable'];
  const line = (name: string): number => Math.max(1, order.indexOf(name));
  if (names.includes(tier)) return names.indexOf(tier);
  const same = names.findIndex((name) => line(name) === line(tier));
  return same === -1 ? names.filter((name) => line(name) < line(tier)).length - 0.5 : same;
}

describe('the floors of another branch', () => {
  it('hold with those of the base: no cell runs, or may fall back, below either', () => {
    let refused = 0;
    let ran = 0;
    fc.assert(
      fc.property(validFiles, validFiles, worlds, (base, main, all) => {
        const both = withFloorsBeside(loaded(base), { name: 'main', ...loaded(main) });
        // Expectations by the thousand take their time: what is below is collected instead.
        const below: string[] = [];
        for (const [agent, phase] of cellsOf(base)) {
          if (both.lost.some((each) => each.agent === agent)) continue;
          for (const each of all) {
            const decision = outcome(both, agent, phase, each);
            if (decision?.decision === 'refuse') refused += 1;
            if (decision?.decision !== 'run') continue;
            ran += 1;
            for (const files of [base, main]) {
              const names = tierNames(files);
              const granted = files.exceptions.filter((entry) => inForce(entry) && entry.retire !== true);
              for (const floor of promises(files, names, granted, agent, phase, each)) {
                const ids = [decision.model, ...decision.available];
                const tiers = base.allocation.tiers.filter(({ model }) => ids.some((id) => id === model));
                const keeps =
                  tiers.every(({ name }) => placeIn(names, name) >= floor.minimum) &&
                  effortOf(decision) >= floor.effort &&
                  (!floor.absolute || decision.guarded);
                if (!keeps) below.push(`${agent} in ${phase}: ${JSON.stringify(floor)}`);
              }
            }
          }
        }
        expect(below).toEqual([]);
      }),
      runs(200),
    );
    expect([refused > 0, ran > 0]).toEqual([true, true]);
  });

  it('change nothing where they are the same', () => {
    fc.assert(
      fc.property(validFiles, worlds, (files, all) => {
        const own = loaded(files);
        const both = withFloorsBeside(own, { name: 'main', ...own });
        expect(both.lost).toEqual([]);
        for (const [agent, phase] of cellsOf(files))
          for (const each of all)
            expect(outcome(both, agent, phase, each)).toEqual(outcome(own, agent, phase, each));
      }),
      runs(20),
    );
  });

  it('hold for an agent by whichever name it has on either branch', () => {
    fc.assert(
      fc.property(validFiles, validFiles, names, worlds, (base, main, to, all) => {
        const beside = (files: Files) => ({ name: 'main', ...loaded(files) });
        const plain = withFloorsBeside(loaded(base), beside(main));
        const theirs = withFloorsBeside(loaded(base), beside(renamed(main, to)));
        const ours = withFloorsBeside(loaded(renamed(base, to)), beside(main));
        for (const [agent, phase] of cellsOf(base)) {
          const there = Object.hasOwn(main.allocation.agents, agent);
          const now = to[agent] ?? agent;
          for (const each of all) {
            const wanted = gist(outcome(plain, agent, phase, each));
            if (there || to[agent] === undefined)
              expect(gist(outcome(theirs, agent, phase, each))).toEqual(wanted);
            expect(gist(outcome(ours, now, phase, each))).toEqual(wanted);
          }
        }
      }),
      runs(60),
    );
  });
});

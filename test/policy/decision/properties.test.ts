import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exception } from '../../../src/generated/exceptions.ts';
import { type Allowance, LEVELS } from '../../../src/policy/decision/decide.ts';
import type { Decision } from '../../../src/policy/decision/resolve.ts';
import { type Files, inForce, validFiles } from '../../support/allocations.ts';
import {
  ALLOWANCES,
  cellsOf,
  effortOf,
  outcome,
  promises,
  raise,
  read,
  reordered,
  runs,
  tierNames,
  type World,
  worlds,
} from '../../support/worlds.ts';

// Seconds on a machine of its own; a busy one takes its time.
describe('the order of keys', () => {
  it('never changes a decision, and the same inputs give the same bytes', () => {
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

  it('defers what has no model, or climbs where the cell says so, and never runs on a model that is unavailable', () => {
    always(100, (files, [agent, phase], each, decide) => {
      const decision = decide(each);
      const names = tierNames(files);
      if (decision?.decision === 'run')
        expect(each.unavailable[names.indexOf(decision.tier ?? '')] ?? false).toBe(false);
      const gone = files.allocation.tiers.flatMap(({ model }, tier) =>
        each.unavailable[tier] ? [model] : [],
      );
      for (const model of decision?.fallback ?? []) expect(gone).not.toContain(model);
      const plain = decide({ ...each, unavailable: [] });
      if (plain?.decision !== 'run' || each.choice?.kind === 'override') return;
      const entry = files.allocation.matrix?.[phase]?.[agent];
      const own = typeof entry === 'object' ? entry.on_unavailable : undefined;
      const climbs = (own ?? files.allocation.agents[agent]?.on_unavailable) === 'escalate';
      if (decision?.decision === 'run' && decision.tier !== plain.tier) expect(climbs).toBe(true);
    });
  });
});

/** Section by section, the rules of a decision, read from the plain data: what `resolve` must answer, to the tier. */
function expected(
  files: Files,
  granted: readonly Exception[],
  [agent, phase]: readonly [string, string],
  each: World,
): string {
  const names = tierNames(files);
  const rankOf = (name: string | undefined): number => names.indexOf(name ?? '');
  const entry = files.allocation.agents[agent] ?? raise('no agent');
  const cell = files.allocation.matrix?.[phase]?.[agent];
  const own = typeof cell === 'object' ? cell : undefined;
  const maximum = entry.maximum === undefined ? names.length - 1 : rankOf(entry.maximum);
  const enforced = files.allocation.budget?.mode === 'enforce';
  const level = enforced ? each.level : 'GREEN';

  // The assigned tier, and the floors that hold.
  let assigned = rankOf(own?.tier ?? entry.default);
  if (own?.since !== undefined && each.week < own.since) assigned = rankOf(own.was);
  else if (own?.trial !== undefined && each.draw < own.trial.share && each.week < (own.trial.until ?? '9'))
    assigned = rankOf(own.trial.tier);
  const floors = promises(files, names, granted, agent, phase, each);
  const floor = Math.max(-1, ...floors.map(({ minimum }) => minimum));
  const guarded = floors.some(({ absolute }) => absolute);
  const declared = files.allocation.facts?.security_critical !== undefined;
  const security = guarded || (declared && each.facts.security_critical === true);
  const critical = security || each.critical;
  const saving = level !== 'GREEN' && !critical;

  // What is wanted.
  let wanted = assigned;
  if (each.choice?.kind === 'override') {
    wanted = each.choice.tier;
    if (each.choice.reason === null || wanted < floor) return 'refuse';
  } else {
    const economy = rankOf(own?.economy);
    if (saving && own?.economy !== undefined && economy < wanted) wanted = economy;
    const { release, audit, security_critical, lines_changed } = each.facts;
    const holds: Readonly<Record<string, boolean>> = {
      'task.release': release === true,
      'task.audit && task.lines_changed > 100': audit === true && Number(lines_changed ?? 0) > 100,
      'task.security_critical': security_critical === true,
      '!task.audit': audit === false,
    };
    for (const upgrade of entry.upgrades ?? []) {
      const here = upgrade.phases === undefined || upgrade.phases.includes(phase);
      if (here && holds[upgrade.if] === true && !saving)
        wanted = Math.max(wanted, Math.min(rankOf(upgrade.to), maximum));
    }
    for (const each of floors) if (each.conditional) wanted = Math.max(wanted, each.minimum);
    if (each.choice?.kind === 'escalation') {
      if (each.choice.from + 1 > maximum) return 'refuse';
      if (saving) return 'defer';
      wanted = Math.max(wanted, each.choice.from + 1);
    }
  }

  // What the budget allows of it, and which model can be had.
  const zone = (tier: number): boolean => {
    if (level === 'ORANGE') return critical || tier === 0;
    if (level === 'RED') return security || tier === 0;
    if (level === 'RESERVE') return security;
    return level !== 'EXHAUSTED';
  };
  if (!zone(wanted)) return 'defer';
  const escalates = (own?.on_unavailable ?? entry.on_unavailable) === 'escalate';
  const highest = Math.max(wanted, escalates && each.choice?.kind !== 'override' ? maximum : 0);
  let tier = wanted;
  while (tier <= highest && each.unavailable[tier] === true) tier += 1;
  if (tier > highest || !zone(tier)) return 'defer';
  const left = enforced && !guarded ? (each.allowances[tier] ?? 'open') : 'open';
  if (left === 'closed' || (left === 'critical-only' && !critical)) return 'defer';
  return `run ${names[tier]}`;
}

describe('a decision', () => {
  it('is what the rules say, in every situation', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(validFiles, worlds, (files, all) => {
        const sides = read(files);
        const granted = files.exceptions.filter((entry) => inForce(entry) && entry.retire !== true);
        for (const cell of cellsOf(files)) {
          for (const each of all) {
            const decision = outcome(sides, ...cell, each);
            if (decision === null) continue;
            const told = decision.decision === 'run' ? `run ${decision.tier}` : decision.decision;
            expect(told).toBe(expected(files, granted, cell, each));
            seen.add(`${decision.decision} in ${decision.zone}`);
          }
        }
      }),
      runs(1000),
    );
    expect([...seen].sort()).toEqual(
      ['GREEN', 'YELLOW', 'ORANGE', 'RED', 'EXHAUSTED']
        .flatMap((zone) => ['run', 'defer', 'refuse'].map((kind) => `${kind} in ${zone}`))
        // A budget that only observes defers nothing: so even here some run.
        .sort(),
    );
  });
});

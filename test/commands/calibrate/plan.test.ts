import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { plannedCells } from '../../../src/calibration/cells/index.ts';
import { movesOf, type Note } from '../../../src/calibration/changes/index.ts';
import { type CostOn, calibrate, STANDARD_POLICY } from '../../../src/calibration/rules/index.ts';
import { planOf } from '../../../src/commands/calibrate/plan.ts';
import { cellFloors } from '../../../src/policy/decision/cell-policy.ts';
import { rulePage } from '../../../src/policy/gate/index.ts';
import { parseWeek } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { attemptsIn, startOf, week } from '../../calibration/attempts.ts';
import { validFiles } from '../../support/allocations.ts';
import { check } from '../../support/judging.ts';
import { bytes, raise, read, runs, today } from '../../support/worlds.ts';

const [WEEK, EFFECT] = ['2026-W48', '2026-W49'].map((text) => parseWeek(text) ?? raise('no week'));

const context = {
  today,
  shipped: shippedModels(),
  allocationFile: 'allocation.yaml',
  exceptionsFile: 'allocation.exceptions.yaml',
  docs: rulePage,
  mode: 'enforce' as const,
};

it('proposes only what passes the gate, nothing below a floor, and changes no other cell', async () => {
  await fc.assert(
    fc.asyncProperty(validFiles, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), async (files, draws) => {
      const { allocation, exceptions } = read(files);
      const cells = plannedCells(allocation, WEEK ?? raise('no week'), shippedModels());
      const notes = draws.flatMap((draw): Note[] => {
        const cell = cells[draw % cells.length];
        const to = cell?.tiers[Math.floor(draw / cells.length) % cell.tiers.length];
        if (cell === undefined || to === undefined) return [];
        return [
          { agent: cell.agent, phase: cell.phase, to, because: `for ${draw}`, by: 'octocat', on: today },
        ];
      });
      const moves = movesOf([], notes, cells, EFFECT ?? raise('no week'));
      const text = stringify(files.allocation);
      const granted = { kind: 'file' as const, bytes: bytes(stringify({ exceptions: files.exceptions })) };
      const plan = await planOf(moves, { text, exceptions: granted, inherit: null }, context);
      expect(plan.moves.length + plan.refused.length).toBeLessThanOrEqual(moves.length);
      const state = (content: string) => ({
        allocation: { kind: 'file' as const, bytes: new TextEncoder().encode(content) },
        exceptions: granted,
      });
      if (plan.moves.length > 0) expect(check(state(text), state(plan.text)).verdict).toBe('pass');
      else expect(plan.text).toBe(text);
      // Outside of the cells that were moved the file says what it said.
      const [before, after] = [parse(text), parse(plan.text)];
      for (const { agent, phase } of plan.moves) {
        for (const side of [before, after]) {
          side.matrix ??= {};
          side.matrix[phase] ??= {};
          delete side.matrix[phase][agent];
        }
        const tiers = allocation.tiers.map(({ name }): string => name);
        const move = plan.moves.find((each) => each.agent === agent && each.phase === phase);
        const cell = cells.find((each) => each.agent === agent && each.phase === phase);
        if (cell === undefined || move === undefined) throw new Error('no cell');
        for (const floor of cellFloors(allocation, exceptions, today, cell.agent, cell.phase))
          if (floor.fact === null) expect(tiers.indexOf(move.to)).toBeGreaterThanOrEqual(floor.minimum);
      }
      const filled = (side: { matrix?: Record<string, object> }) =>
        Object.entries(side.matrix ?? {}).filter(([, row]) => Object.keys(row).length > 0);
      expect(filled(after)).toEqual(filled(before));
      expect({ ...after, matrix: null }).toEqual({ ...before, matrix: null });
    }),
    runs(150),
  );
});

const costOn: CostOn = ({ cell }, tier) => {
  const microusd = 300_000 * 3 ** (cell.tiers.indexOf(tier) - 1);
  return { microusd, low: microusd, high: microusd, basis: 'measured', pairs: 21 };
};

it('proposes from any ledger only what passes the gate, and lowers no cell below a floor that may hold', async () => {
  // How many of 20 runs a week were reworked: in a cell, and in its trial.
  const rework = fc.tuple(fc.constantFrom(0, 4, 14), fc.constantFrom(0, 3, 10));
  await fc.assert(
    fc.asyncProperty(validFiles, fc.infiniteStream(rework), async (files, draws) => {
      const { allocation } = read(files);
      const cells = plannedCells(allocation, week('2026-W49'), shippedModels());
      const attempts = cells.flatMap(({ agent, phase, assigned, models, trial }) => {
        const [own, tried] = draws.next().value ?? [0, 0];
        const cell = { agent, phase, assigned, tier: assigned, model: models[0] ?? null };
        const on = (newest: number, back: number) => `2026-W${newest - back}`;
        const arm = trial && {
          ...cell,
          assigned: trial.tier,
          tier: trial.tier,
          trial: { id: trial.id, arm: 'trial', propensity: trial.share },
        };
        return [0, 1, 2, 3, 4, 5, 6, 7].flatMap((back) => [
          ...attemptsIn(on(46, back), 20, own, cell),
          ...(arm === null ? [] : attemptsIn(on(46, back), 10, tried, arm)),
        ]);
      });
      const { proposals, postponed } = calibrate({
        cells,
        attempts,
        week: week('2026-W49'),
        asOf: startOf('2026-W49'),
        policy: STANDARD_POLICY,
        costOn,
        snoozes: [],
      });
      const due = [...proposals, ...postponed.filter(({ because }) => because === 'most-moves')];
      const granted = { kind: 'file' as const, bytes: bytes(stringify({ exceptions: files.exceptions })) };
      const plan = await planOf(
        movesOf(due, [], cells, week('2026-W50')),
        { text: stringify(files.allocation), exceptions: granted, inherit: null },
        context,
      );
      expect(plan.refused.map(({ why }) => why)).toEqual([]);
      for (const { agent, phase, to } of plan.moves) {
        const cell = cells.find((each) => each.agent === agent && each.phase === phase);
        if (cell === undefined) throw new Error('no cell');
        const rank = cell.tiers.indexOf(to);
        expect(rank < cell.rank && (cell.guarded || rank < cell.floor)).toBe(false);
      }
    }),
    runs(150),
  );
});

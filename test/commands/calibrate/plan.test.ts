import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { plannedCells } from '../../../src/calibration/cells/index.ts';
import { movesOf, type Note } from '../../../src/calibration/changes/index.ts';
import { planOf } from '../../../src/commands/calibrate/plan.ts';
import { cellFloors } from '../../../src/policy/decision/cell-policy.ts';
import { rulePage } from '../../../src/policy/gate/index.ts';
import { parseWeek } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
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
      const plan = await planOf(moves, { text, exceptions: granted }, context);
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

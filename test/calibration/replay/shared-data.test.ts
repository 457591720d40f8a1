import { describe, expect, it } from 'vitest';
import { randomFrom, seedOf } from '../../../src/calibration/statistics/index.ts';
import { moved, realTasks, recordOf, TIERS } from './recorded.ts';

const SETS = [
  { name: 'coding tasks', tasks: realTasks('swe-tasks.csv', null), close: 0.1, rounds: 8, inside: 0.75 },
  // 58 tasks, a few of which are half of the cost: with 29 pairs nobody can do better.
  {
    name: 'shell tasks',
    tasks: realTasks('shell-tasks.csv', '2026-02-28'),
    close: 0.25,
    rounds: 12,
    inside: 0.7,
  },
] as const;

const MOVES = TIERS.flatMap((from) => TIERS.filter((to) => to !== from).map((to) => [from, to] as const));

for (const { name, tasks, close, rounds, inside } of SETS) {
  // The tasks are not ours to copy: where they are not beside the repository, this is skipped, and vitest says so.
  describe.skipIf(tasks === null)(
    `${name}, of which one tier is logged, and half on the other one, too`,
    () => {
      it.each(MOVES)('tell from %s what they come to on %s', (from, to) => {
        let covered = 0;
        for (let round = 0; round < rounds; round += 1) {
          const random = randomFrom(seedOf(`${name} ${round}`));
          const order = [...(tasks ?? [])]
            .map((task) => ({ task, by: random() }))
            .sort((a, b) => a.by - b.by);
          const isPaired = (place: number): boolean => place < order.length / 2;
          const records = order.flatMap(({ task }, place) => [
            recordOf(place, from, task[from], '2026-W48'),
            ...(isPaired(place) ? [recordOf(place, to, task[to], '2026-W48')] : []),
          ]);
          const total = (tier: typeof from): number =>
            order.reduce((sum, { task }, place) => sum + task[tier].usd * (isPaired(place) ? 2 : 1) * 1e6, 0);
          const found = moved(records, from, to);
          const [truth, before] = [total(to), total(from)];
          expect(Math.abs(found.head.microusd / truth - 1)).toBeLessThan(close);
          expect(found.basis).toEqual({ kind: 'measured', pairs: Math.ceil(order.length / 2) });
          if ((found.delta.low ?? 0) <= truth - before && truth - before <= (found.delta.high ?? 0))
            covered += 1;
        }
        expect(covered / rounds).toBeGreaterThanOrEqual(inside);
      });
    },
  );
}

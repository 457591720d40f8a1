import { expect, it } from 'vitest';
import { backoff, paceFrom } from '../../src/pace/index.ts';

const BOUNDS = { first: 1000, longest: 30_000 };

it('waits uniformly below a bound that doubles up to a cap', () => {
  expect([0, 1, 2, 3, 10, 1000].map((losses) => backoff(losses, BOUNDS, () => 0.5))).toEqual([
    500, 1000, 2000, 4000, 15_000, 15_000,
  ]);
  expect(backoff(5, BOUNDS, () => 0)).toBe(0);
});

it('goes on from the instant that was given', async () => {
  const pace = paceFrom(new Date('2026-11-23T03:00:00Z'));
  const start = pace.now().getTime();
  expect(start - Date.parse('2026-11-23T03:00:00Z')).toBeLessThan(60_000);
  await pace.sleep(5);
  expect(pace.now().getTime()).toBeGreaterThan(start);
});

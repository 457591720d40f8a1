import { expect, it } from 'vitest';
import { trialDraw } from '../../../src/policy/decision/trial-draw.ts';

it('draws the same number for the same run and trial, on every machine', () => {
  expect(trialDraw('12', 'a')).toBe(0.9625970848036722);
});

it('draws another for each run and each trial', () => {
  const draws = ['a', 'b', 'c'].flatMap((trial) =>
    Array.from({ length: 200 }, (_, run) => trialDraw(`${run}`, trial)),
  );
  expect(new Set(draws).size).toBe(600);
  expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
  // Of 600 draws half are below a half, give or take four standard deviations.
  expect(Math.abs(draws.filter((draw) => draw < 0.5).length - 300)).toBeLessThan(49);
});

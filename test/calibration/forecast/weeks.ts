import type { Budget } from '../../../src/allocation/allocation.ts';
import { HourSums } from '../../../src/calibration/forecast/index.ts';
import { drawPoisson, randomFrom, seedOf } from '../../../src/calibration/statistics/index.ts';
import type { PastWeek } from '../../../src/usage/records/forecast.ts';
import { ALLOCATION } from '../../report/records.ts';

const OWN = ALLOCATION.budget;
if (OWN === null) throw new Error('the allocation of this repository has a budget');

/** 500,000 tokens a week: YELLOW from 70 %, ORANGE from 85 %, RED from 95 %, EXHAUSTED from 110 %. */
export const BUDGET: Budget = OWN;

const NOTHING = { total: 0, shares: [] };

/** A week of which each day used so many thousandths, at noon. */
export function weekOfDays(week: string, total: number, days: readonly number[]): PastWeek {
  const shares = Array.from({ length: 168 }, (_, hour) =>
    hour % 24 === 12 ? (days[(hour - 12) / 24] ?? 0) : 0,
  );
  return { week, tokens: { total, shares }, microusd: NOTHING, told: null };
}

/** Eight weeks, as uneven as real ones. */
export const EIGHT = [
  weekOfDays('2026-W40', 310_000, [200, 210, 190, 220, 180]),
  weekOfDays('2026-W41', 352_000, [180, 220, 210, 200, 190]),
  weekOfDays('2026-W42', 401_000, [230, 190, 200, 170, 210]),
  weekOfDays('2026-W43', 288_000, [150, 250, 220, 200, 180]),
  weekOfDays('2026-W44', 377_000, [210, 200, 180, 210, 200]),
  weekOfDays('2026-W45', 333_000, [190, 190, 230, 210, 180]),
  weekOfDays('2026-W46', 420_000, [220, 210, 200, 190, 180]),
  weekOfDays('2026-W47', 365_000, [170, 200, 210, 230, 190]),
];

/** Numbers from 0 up to 1, the same for the same seed. */
export function numbers(seed: number): () => number {
  return randomFrom(seedOf(String(seed)));
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Log-normal with mean 1 and this coefficient of variation. */
function around(random: () => number, variation: number): number {
  const variance = Math.log(1 + variation ** 2);
  return Math.exp(Math.sqrt(variance) * normal(random) - variance / 2);
}

/** The parts of a week in which people work: Monday to Friday, nine hours, a little of it at night. */
const HOURS_WORKED = Array.from({ length: 168 }, (_, hour) => {
  const day = Math.floor(hour / 24);
  const time = hour % 24;
  if (day > 4) return 0.02;
  return time >= 9 && time < 18 ? 1 : 0.03;
});
const WORKED = HOURS_WORKED.reduce((sum, each) => sum + each, 0);

interface Run {
  /** Since the week began. */
  readonly hour: number;
  readonly tokens: number;
}

/**
 * The runs of a week, by hour: about `runs` of them, which use about `total` together. Weeks differ by 15 %, days by 20 %, and what runs use is
 * heavy-tailed (coefficient of variation 1.5).
 * @param factor how many times as many runs there are from an hour on
 */
export function drawRuns(
  random: () => number,
  runs: number,
  total: number,
  factor: (hour: number) => number = () => 1,
): readonly Run[] {
  const drawn: Run[] = [];
  const week = around(random, 0.15);
  const days = Array.from({ length: 7 }, () => around(random, 0.2));
  for (const [hour, part] of HOURS_WORKED.entries()) {
    const mean = ((runs * part) / WORKED) * week * (days[Math.floor(hour / 24)] ?? 1) * factor(hour);
    for (let left = drawPoisson(random, mean); left > 0; left--)
      drawn.push({ hour: hour + random(), tokens: Math.round((total / runs) * around(random, 1.5)) });
  }
  return drawn;
}

/** A complete week of these runs. */
export function pastWeek(runs: readonly Run[], week = '2026-W40'): PastWeek {
  const sums = new HourSums();
  for (const { hour, tokens } of runs) sums.add(hour, { tokens, microusd: 0 });
  return { week, tokens: sums.tokens, microusd: sums.microusd, told: null };
}

/** What runs have used up to an hour. */
export function usedBy(runs: readonly Run[], hour: number): number {
  return runs.reduce((sum, run) => (run.hour <= hour ? sum + run.tokens : sum), 0);
}

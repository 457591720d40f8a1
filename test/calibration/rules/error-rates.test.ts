import { describe, expect, it } from 'vitest';
import {
  afterWeek,
  BY_COMPLEXITY,
  logEvidence,
  nothingSeen,
  PLAIN_ALTERNATIVES,
  thresholdOf,
} from '../../../src/calibration/rules/detector.ts';
import { STANDARD_POLICY, withOdds } from '../../../src/calibration/rules/policy.ts';
import { judgeTrial } from '../../../src/calibration/rules/trial.ts';
import {
  drawBinomial,
  drawChance,
  drawPoisson,
  randomFrom,
  seedOf,
} from '../../../src/calibration/statistics/index.ts';

const ALIKE = 0.02;

/** The week in which a cell gives its first alarm; null: in none of a year. */
function alarmIn(
  random: () => number,
  { perWeek, rate, alike }: { readonly perWeek: number; readonly rate: number; readonly alike: number },
  threshold: number,
): number | null {
  let state = nothingSeen(PLAIN_ALTERNATIVES);
  for (let week = 1; week <= 52; week += 1) {
    const n = drawPoisson(random, perWeek);
    if (n === 0) continue;
    const x = drawBinomial(random, n, drawChance(random, rate, alike));
    state = afterWeek(state, [{ n, x, allowed: 0.2 }], PLAIN_ALTERNATIVES, ALIKE);
    if (logEvidence(state) >= Math.log(threshold)) return week;
  }
  return null;
}

/** The share of cell-years with an alarm. */
function alarms(seed: string, years: number, cell: Parameters<typeof alarmIn>[1]): number {
  const random = randomFrom(seedOf(seed));
  const threshold = thresholdOf(10, STANDARD_POLICY);
  let found = 0;
  for (let year = 0; year < years; year += 1) if (alarmIn(random, cell, threshold) !== null) found += 1;
  return found / years;
}

describe('over simulated years', () => {
  const YEARS = 700;
  const volumes = [5, 20, 100];

  it.each(volumes)(
    'a cell of %i runs a week gives few false alarms at the rate that is just allowed',
    (perWeek) => {
      const bound = 52 / thresholdOf(10, STANDARD_POLICY);
      expect(alarms(`just allowed ${perWeek}`, YEARS, { perWeek, rate: 0.2, alike: 0 })).toBeLessThanOrEqual(
        bound,
      );
    },
  );

  it.each(volumes)('also where the %i runs of a week are alike', (perWeek) => {
    const rate = alarms(`alike ${perWeek}`, YEARS, { perWeek, rate: 0.2, alike: ALIKE });
    expect(rate).toBeLessThanOrEqual(0.12);
  });

  it.each(volumes)('and hardly any at 15 %, with %i runs a week', (perWeek) => {
    const rate = alarms(`good ${perWeek}`, YEARS, { perWeek, rate: 0.15, alike: ALIKE });
    expect(rate).toBeLessThanOrEqual(0.02);
  });

  it('a fault of 40 % is found within eight weeks in 85 of 100 cells', () => {
    const random = randomFrom(seedOf('power'));
    const threshold = thresholdOf(10, STANDARD_POLICY);
    const cell = { perWeek: 20, rate: 0.4, alike: ALIKE };
    let soon = 0;
    for (let round = 0; round < 1000; round += 1) {
      const week = alarmIn(random, cell, threshold);
      if (week !== null && week <= 8) soon += 1;
    }
    expect(soon / 1000).toBeGreaterThanOrEqual(0.85);
  });
});

describe('where the difficulty of tasks is known', () => {
  const ALLOWED = { S: 0.12, M: 0.2, L: 0.35 };
  const threshold = thresholdOf(10, STANDARD_POLICY);

  /** The week of the first alarm in two years of 40 runs a week: of the plain detector, and of the one that knows. */
  function alarmsOf(
    random: () => number,
    mixIn: (week: number) => readonly [s: number, m: number, l: number],
    odds: (week: number) => number,
  ) {
    let [plain, adjusted] = [nothingSeen(PLAIN_ALTERNATIVES), nothingSeen(BY_COMPLEXITY)];
    const first: { plain: number | null; adjusted: number | null } = { plain: null, adjusted: null };
    for (let week = 1; week <= 104; week += 1) {
      const [s, m, l] = mixIn(week);
      const strata = (['S', 'M', 'L'] as const).map((name, place) => {
        const n = [s, m, l][place] ?? 0;
        return { n, x: drawBinomial(random, n, withOdds(ALLOWED[name], odds(week))), allowed: ALLOWED[name] };
      });
      const all = { n: 0, x: 0, allowed: 0.2 };
      for (const { n, x } of strata) {
        all.n += n;
        all.x += x;
      }
      plain = afterWeek(plain, [all], PLAIN_ALTERNATIVES, ALIKE);
      adjusted = afterWeek(adjusted, strata, BY_COMPLEXITY, ALIKE);
      if (logEvidence(plain) >= Math.log(threshold)) first.plain ??= week;
      if (logEvidence(adjusted) >= Math.log(threshold)) first.adjusted ??= week;
    }
    return first;
  }

  const ROUNDS = 100;
  const rounds = (seed: string, ...of: [Parameters<typeof alarmsOf>[1], Parameters<typeof alarmsOf>[2]]) => {
    const random = randomFrom(seedOf(seed));
    return Array.from({ length: ROUNDS }, () => alarmsOf(random, ...of));
  };

  it('a harder mix is no fault', () => {
    // Good for its tasks; they go from easy to hard.
    const found = rounds(
      'harder',
      (week) => (week < 20 ? [30, 8, 2] : [2, 8, 30]),
      () => 0.9,
    );
    expect(found.filter(({ adjusted }) => adjusted !== null).length).toBeLessThanOrEqual(2);
    expect(found.filter(({ plain }) => plain !== null).length).toBeGreaterThan(90);
  });

  it('an easier mix hides none', () => {
    const found = rounds(
      'easier',
      () => [38, 2, 0],
      () => 2,
    );
    const late = found.filter(({ adjusted }) => adjusted === null || adjusted > 52);
    expect(late.length).toBeLessThanOrEqual(10);
    expect(found.filter(({ plain }) => plain !== null && plain <= 52).length).toBeLessThan(20);
  });
});

describe('over simulated trials', () => {
  const ROUNDS = 2000;
  const verdicts = (rate: number) => {
    const random = randomFrom(seedOf(`trial ${rate}`));
    const counts = { accept: 0, harm: 0, futile: 0, running: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const reworked = Array.from({ length: 120 }, () => random() < rate);
      counts[judgeTrial(reworked, STANDARD_POLICY).verdict] += 1;
    }
    return { accept: counts.accept / ROUNDS, harm: counts.harm / ROUNDS };
  };
  /** Three standard errors. */
  const errors = (chance: number): number => 3 * Math.sqrt((chance * (1 - chance)) / ROUNDS);

  it('few candidates are accepted that nobody wants, and few are stopped that are good enough', () => {
    expect(verdicts(0.25).accept).toBeLessThanOrEqual(0.05 + errors(0.05));
    expect(verdicts(0.2).harm).toBeLessThanOrEqual(0.1 + errors(0.1));
  });

  it('good ones are accepted, and bad ones are stopped', () => {
    expect(verdicts(0.05).accept).toBeGreaterThan(0.97);
    expect(verdicts(0.1).accept).toBeGreaterThan(0.9);
    expect(verdicts(0.4).harm).toBeGreaterThan(0.97);
  });
});

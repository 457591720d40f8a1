import { parseAllocation } from '../../../src/allocation/parse.ts';
import { type AdviceInput, logistic } from '../../../src/calibration/advice/index.ts';
import { type Attempt, COMPLEXITIES } from '../../../src/calibration/attempt.ts';
import { ledgerCells, plannedCells } from '../../../src/calibration/cells/index.ts';
import { STANDARD_POLICY } from '../../../src/calibration/rules/index.ts';
import { randomFrom, seedOf } from '../../../src/calibration/statistics/index.ts';
import { weekAfter } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { attempt, startOf, week } from '../attempts.ts';

export const WEEK = '2026-W49';

export const TEXT = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [PLAN, EXEC]
facts:
  complexity: { type: string, from: pull_request }
  lines_changed: { type: integer, from: pull_request }
agents:
  API: { default: haiku }
  DOCS: { default: haiku, maximum: haiku }
  TESTING: { default: haiku, upgrades: [{ to: sonnet, if: task.lines_changed > 900, because: huge }] }
  REVIEW: { default: opus }
`;

export const SEEDED = parseAllocation('allocation.yaml', new TextEncoder().encode(TEXT));

const HAIKU = {
  assigned: 'haiku',
  tier: 'haiku',
  model: 'claude-haiku-5-5',
  microusd: 100_000,
} satisfies Partial<Attempt>;

/** The chance that a task has to be done again, as these data are made: large tasks and many lines are hard. */
const oddsOf = ({ complexity, linesChanged, agent }: Attempt): number =>
  -2.8 +
  (complexity === 'L' ? 2 : 0) +
  (agent === 'TESTING' ? 0.7 : 0) +
  0.35 * Math.log1p(linesChanged ?? 0) -
  0.6;

/** First attempts on haiku in twenty weeks, so many a week. */
export function seeded(perWeek: number, seed = 'advice'): readonly Attempt[] {
  const random = randomFrom(seedOf(seed));
  const pick = <T>(items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0];
  return Array.from({ length: 20 }, (_, back) => weekAfter(week('2026-W46'), back - 19)).flatMap((on) =>
    Array.from({ length: perWeek }, (_place, place) => {
      const task = attempt({
        ...HAIKU,
        at: startOf(on) + (1 + place) * 60_000,
        agent: pick(['API', 'DOCS', 'TESTING']),
        phase: pick(['PLAN', 'EXEC']),
        complexity: pick(COMPLEXITIES),
        linesChanged: Math.floor(random() ** 3 * 600),
      });
      return { ...task, fate: random() < logistic(oddsOf(task)) ? 'reworked' : 'good' };
    }),
  );
}

/** The same after a failed attempt, on sonnet: most pass. */
export function rescues(attempts: readonly Attempt[]): readonly Attempt[] {
  return attempts
    .filter(({ fate }) => fate === 'reworked')
    .slice(0, 20)
    .map((failed, place) => ({
      ...failed,
      at: failed.at + 1000,
      isFirst: false,
      fate: 'unknown',
      outcome: place < 16 ? 'pass' : 'fail',
      tier: 'sonnet',
      model: 'claude-sonnet-5-5',
      escalatedFrom: 'haiku',
      microusd: 300_000,
    }));
}

export function inputOf(attempts: readonly Attempt[], on = WEEK): AdviceInput {
  return {
    cells: ledgerCells(plannedCells(SEEDED, week(on), shippedModels()), attempts, startOf(on)),
    week: week(on),
    policy: STANDARD_POLICY,
    costOn: (_, tier) => {
      const microusd = tier === 'sonnet' ? 300_000 : 900_000;
      return { microusd, low: microusd, high: microusd, basis: 'measured', pairs: 20 };
    },
  };
}

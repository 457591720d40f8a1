import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { escalationModel } from '../../../src/calibration/advice/index.ts';
import type { Attempt } from '../../../src/calibration/attempt.ts';
import { randomFrom, seedOf } from '../../../src/calibration/statistics/index.ts';
import { weekAfter } from '../../../src/time/week.ts';
import { attempt, startOf, week } from '../attempts.ts';
import { inputOf } from './seeded.ts';

/** Tasks that haiku worked on, where they are at hand; they are not part of the repository. */
const file = new URL('../../../../shared/data/swe-tasks.csv', import.meta.url);
const atHand = existsSync(file);

const AGENTS = ['API', 'DOCS', 'TESTING'] as const;
const WEEKS = 12;

/** The tasks of each repository are of one agent, over twelve weeks. */
function attempts(seed: string | null): readonly Attempt[] {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const haiku = rows.filter(([, , tier]) => tier === 'haiku');
  const groups = [...new Set(haiku.map(([, group]) => group))];
  const random = randomFrom(seedOf(seed ?? ''));
  const fates = haiku.map(([, , , passed]) => ({ passed, place: random() }));
  if (seed !== null) fates.sort((a, b) => a.place - b.place);
  return haiku.map(([name = '', group], place) =>
    attempt({
      at: startOf(weekAfter(week('2026-W46'), -(place % WEEKS))) + (1 + place) * 60_000,
      task: name,
      agent: AGENTS[groups.indexOf(group) % AGENTS.length] ?? 'API',
      assigned: 'haiku',
      tier: 'haiku',
      model: 'claude-haiku-5-5',
      taskType: group ?? null,
      fate: fates[place]?.passed === '1' ? 'good' : 'reworked',
    }),
  );
}

describe(`the escalation model on real outcomes${atHand ? '' : ' (not at hand: shared/data/swe-tasks.csv beside the repository)'}`, () => {
  it.skipIf(!atHand).each(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'])(
    'is the table where they are dealt anew: deal %s',
    (deal) => {
      expect(escalationModel(inputOf(attempts(deal)))).toMatchObject({
        kind: 'eb-table',
        gate: { pass: false },
      });
    },
  );

  it.skipIf(!atHand)('claims no more than the last weeks bear out', () => {
    const { kind, metrics, gate, trained_on } = escalationModel(inputOf(attempts(null)));
    expect(trained_on.n).toBeGreaterThan(200);
    expect(gate.pass).toBe(kind === 'l2-logit');
    const held =
      (metrics?.brier_skill_low ?? -1) > 0 &&
      (metrics?.auc ?? 0) >= 0.6 &&
      Math.abs((metrics?.slope ?? 9) - 1) <= 0.3;
    expect(gate.pass).toBe(held);
  });
});

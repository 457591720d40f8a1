import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import {
  adviceFile,
  escalationModel,
  type KnownTask,
  logistic,
  readAdvice,
  suggest,
  whyRetired,
} from '../../../src/calibration/advice/index.ts';
import type { Attempt } from '../../../src/calibration/attempt.ts';
import { randomFrom, seedOf } from '../../../src/calibration/statistics/index.ts';
import type { EscalationModel } from '../../../src/generated/escalation-model.ts';
import { attempt, attemptsIn, startOf, week } from '../attempts.ts';
import { inputOf, rescues, seeded, WEEK } from './seeded.ts';

const root = join(import.meta.dirname, '../../..');
const validate = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(await readFile(join(root, 'schema/escalation-model.schema.json'), 'utf8')),
);

const DAY = 86_400_000;
const PLENTY = seeded(60);
const ALL = [...PLENTY, ...rescues(PLENTY)];

function modelOf(attempts: readonly Attempt[], on = WEEK): EscalationModel {
  const model = escalationModel(inputOf(attempts, on));
  expect(validate(model), JSON.stringify(validate.errors)).toBe(true);
  expect(readAdvice(adviceFile(model))).toEqual(model);
  return model;
}

const MODEL = modelOf(ALL);

/** The fates of the attempts, dealt anew. */
function shuffled(attempts: readonly Attempt[], seed: string): readonly Attempt[] {
  const random = randomFrom(seedOf(seed));
  const fates = attempts
    .map(({ fate }) => ({ fate, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ fate }) => fate);
  return attempts.map((each, place) => ({ ...each, fate: fates[place] ?? each.fate }));
}

const task = (changes: Partial<KnownTask> = {}): KnownTask => ({
  agent: 'TESTING',
  phase: 'EXEC',
  complexity: 'L',
  taskType: null,
  isCritical: false,
  linesChanged: 500,
  filesChanged: null,
  ...changes,
});

const cell = (changes: Partial<KnownTask> = {}) => ({
  task: task(changes),
  tier: 'haiku',
  above: 'sonnet',
});

describe('the escalation model', () => {
  it('is a regression where that foretells the last weeks better than the table', () => {
    expect(MODEL).toMatchObject({
      kind: 'l2-logit',
      week: WEEK,
      tier: 'haiku',
      model: 'claude-haiku-5-5',
      trained_on: { from: '2026-W27', to: '2026-W46', n: 1200 },
      lambda: 10,
      gate: { pass: true, reasons: [] },
      metrics: { n: 240 },
      next: { tier: 'sonnet', failed: 20, rescued: 16, microusd: 103_279, next_microusd: 300_000 },
    });
    const { metrics } = MODEL;
    expect(metrics?.auc).toBeGreaterThan(0.6);
    expect(metrics?.brier_skill_low).toBeGreaterThan(0);
    expect(metrics?.reliability.map(({ n }) => n)).toEqual([48, 48, 48, 48, 48]);
    const coef = (name: string, level: string | null) =>
      MODEL.features.find((each) => each.name === name && each.level === level)?.coef;
    expect(coef('complexity', 'L')).toBeGreaterThan(0.3);
    expect(coef('log_lines', null)).toBeGreaterThan(0.2);
    expect(Math.abs(coef('phase', 'EXEC') ?? 1)).toBeLessThan(0.15);
    // Nobody said how many files, and no work was critical.
    expect(coef('log_files', null)).toBeUndefined();
    expect(coef('critical', null)).toBeUndefined();
  });

  it('is the same to the byte, in whatever order the attempts come', () => {
    const random = randomFrom(seedOf('order'));
    const order = ALL.map((each) => ({ each, place: random() })).sort((a, b) => a.place - b.place);
    expect(adviceFile(modelOf(order.map(({ each }) => each)))).toBe(adviceFile(MODEL));
  });

  it.each(['one', 'two', 'three', 'four', 'five', 'six'])(
    'is the table where fates are dealt anew, and advises nothing: deal %s',
    (deal) => {
      const model = modelOf(shuffled(PLENTY, deal));
      expect(model).toMatchObject({ kind: 'eb-table', intercept: null, features: [], gate: { pass: false } });
      expect(model.gate.reasons.length).toBeGreaterThan(0);
      expect(suggest(model, cell())).toBeNull();
    },
  );

  it('is the table where too little went wrong to learn from, and says how much is missing', () => {
    const few = seeded(8);
    expect(modelOf(few).gate.reasons).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^It learnt from \d+ runs that had to be done again, and needs 50\.$/),
      ]),
    );
    expect(modelOf([])).toMatchObject({
      kind: 'eb-table',
      trained_on: { from: null, to: null, n: 0, events: 0 },
      metrics: null,
      gate: { reasons: ['There are no matured weeks to fit it to, or none to try it on.'] },
    });
  });

  it('learns from matured first attempts that the tier was assigned for, on its model of now', () => {
    const n = (more: readonly Attempt[]) => modelOf([...PLENTY, ...more]).trained_on.n - PLENTY.length;
    const own = { agent: 'API', assigned: 'haiku', tier: 'haiku', model: 'claude-haiku-5-5' };
    const late = startOf(WEEK) - 13 * DAY;
    expect(n([attempt(own)])).toBe(1);
    expect(n([attempt({ ...own, tier: 'sonnet', model: 'claude-sonnet-5-5', isOverridden: true })])).toBe(1);
    expect(n([attempt({ ...own, at: late })])).toBe(0);
    expect(n([attempt({ ...own, fate: 'unknown' })])).toBe(0);
    expect(n([attempt({ ...own, isFirst: false })])).toBe(0);
    expect(n([attempt({ ...own, assigned: 'sonnet' })])).toBe(0);
    expect(n([attempt({ ...own, isPlannedUpgrade: true, tier: 'sonnet' })])).toBe(0);
    expect(n([attempt({ ...own, model: 'claude-haiku-4-5' })])).toBe(0);
    const twice = attempt(own);
    expect(n([twice, { ...twice, at: twice.at + 1 }])).toBe(1);
  });

  it('learns from every second where there are more than enough, of every week', () => {
    const many = seeded(2600);
    const model = modelOf(many);
    expect(model).toMatchObject({
      kind: 'l2-logit',
      trained_on: { from: '2026-W27', to: '2026-W46', n: 26_000 },
    });
    const { metrics } = model;
    expect(metrics?.n).toBe(5200);
    expect(metrics?.auc).toBeLessThan(0.9);
  });

  it('has a table whose rates are drawn towards all of them', () => {
    const own = { agent: 'API', assigned: 'haiku', tier: 'haiku', model: 'claude-haiku-5-5' };
    const { table } = modelOf([
      ...attemptsIn('2026-W41', 40, 20, { ...own, complexity: 'L' }),
      ...attemptsIn('2026-W41', 40, 4, { ...own, complexity: 'S' }),
      ...attemptsIn('2026-W41', 2, 2, own),
    ]);
    const rate = (complexity: string | null) => table.rows.find((row) => row.complexity === complexity);
    expect(rate('L')).toMatchObject({ n: 40, events: 20 });
    expect(rate(null)?.p).toBeLessThan(0.8);
    for (const { n, events, p } of table.rows)
      expect(p).toBeCloseTo((events + table.strength * table.mean) / (n + table.strength), 5);
  });
});

describe('advice', () => {
  it('suggests the next tier where a task is likely to be done again', () => {
    const found = suggest(MODEL, cell());
    expect(found).toMatchObject({ tier: 'sonnet', n: 1200, complex: true });
    expect(found?.p).toBeGreaterThan(0.35);
    expect(found?.grounds).toEqual(
      expect.arrayContaining(['complexity L', 'agent TESTING', 'lines changed']),
    );
  });

  it('is the formula that the file has', () => {
    const odds = MODEL.features.reduce((sum, { name, level, mean, sd, coef }) => {
      const known: Record<string, number | null> = {
        agent: level === 'TESTING' ? 1 : 0,
        phase: level === 'EXEC' ? 1 : 0,
        complexity: level === 'L' ? 1 : 0,
        log_lines: Math.log1p(500),
      };
      return sum + (coef * ((known[name] ?? mean) - mean)) / sd;
    }, MODEL.intercept ?? Number.NaN);
    expect(suggest(MODEL, cell())?.p).toBeCloseTo(logistic(odds), 12);
  });

  it('is none where it is not likely, what is not known of a task counting as the mean', () => {
    expect(suggest(MODEL, cell({ complexity: 'S', linesChanged: 3 }))).toBeNull();
    expect(suggest(MODEL, cell({ agent: 'API', complexity: null, linesChanged: null }))).toBeNull();
  });

  it('is none for another tier, nor beyond the maximum of the cell', () => {
    expect(suggest(MODEL, { ...cell(), tier: 'sonnet', above: 'opus' })).toBeNull();
    expect(suggest(MODEL, { ...cell(), above: null })).toBeNull();
  });

  it('is none where the next tier costs more than it saves, or nobody knows what it costs', () => {
    const { next } = MODEL;
    if (next === null) throw new Error('no next tier');
    const dear = { ...MODEL, next: { ...next, next_microusd: 90_000_000 } };
    expect(suggest(dear, cell())).toBeNull();
    expect(suggest({ ...MODEL, next: { ...next, microusd: null } }, cell())).toBeNull();
    expect(
      suggest({ ...MODEL, next: { ...next, failed: 40, rescued: 0, rework_microusd: 0 } }, cell()),
    ).toBeNull();
    expect(suggest({ ...MODEL, next: null }, cell())).toBeNull();
  });

  it('comes from the table where that is what is shipped, and then from thirty attempts on', () => {
    const own = { agent: 'TESTING', assigned: 'haiku', tier: 'haiku', model: 'claude-haiku-5-5' } as const;
    const of = (n: number) =>
      modelOf([
        ...attemptsIn('2026-W41', n, n * 0.6, { ...own, complexity: 'L' }),
        ...attemptsIn('2026-W41', 100, 10, { ...own, complexity: 'S' }),
      ]);
    expect(suggest(of(50), cell())).toMatchObject({ tier: 'sonnet', n: 50, complex: true, grounds: [] });
    expect(suggest(of(20), cell())).toBeNull();
  });

  it('ends after eight weeks, and with the model that it is about', () => {
    expect(whyRetired(MODEL, week('2027-W04'), 'claude-haiku-5-5')).toBeNull();
    expect(whyRetired(MODEL, week('2027-W05'), 'claude-haiku-5-5')).toBe(
      'it is of 2026-W49, more than 8 weeks ago',
    );
    expect(whyRetired(MODEL, week(WEEK), 'claude-haiku-6')).toBe(
      'it is about claude-haiku-5-5, and haiku is claude-haiku-6 now',
    );
    expect(whyRetired(MODEL, week(WEEK), null)).toBe('the allocation has no tier haiku');
  });

  it.each([
    ['no JSON', '{'],
    ['another document', '{"schema":"haiku-first/calibrate@1"}'],
    ['a week that is none', adviceFile({ ...MODEL, week: '2026-W60' })],
    ['a member more', JSON.stringify({ ...MODEL, more: 1 })],
    ['a table that is a list', JSON.stringify({ ...MODEL, table: [] })],
    [
      'a deviation of nothing',
      JSON.stringify({ ...MODEL, features: MODEL.features.map((each) => ({ ...each, sd: 0 })) }),
    ],
  ])('is not read from %s', (_, text) => {
    expect(readAdvice(text)).toBeNull();
  });
});

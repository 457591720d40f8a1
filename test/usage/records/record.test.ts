import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, recordId, recordLine, type UsageRecord } from '../../../src/usage/records/record.ts';
import {
  checkOutcomeEvent,
  checkRecord,
  type Expectations,
} from '../../../src/usage/records/record-check.ts';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });

function schemaOf(name: string): (value: unknown) => boolean {
  const path = new URL(`../../../schema/${name}.schema.json`, import.meta.url);
  return ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
}

const recordSchema = schemaOf('usage-record');
const outcomeSchema = schemaOf('outcome');

/** The least that an import may say. */
const LEAST = {
  schema: 'haiku-first/usage@1',
  at: '2026-11-23T03:10:41Z',
  repository: 'octo/demo',
  run: { id: '123', job: 'security' },
  agent: 'SECURITY',
  phase: 'PLAN',
  model_used: 'claude-opus-5-5',
  tokens: { input: 22, output: 57 },
};

const FULL = {
  ...LEAST,
  run: { id: '123', attempt: 1, job: 'security' },
  workflow: '.github/workflows/review.yml',
  session: '5328e1d6',
  parent: null,
  work_item: 'pr-12',
  attempt: 1,
  tier_assigned: 'opus',
  model_requested: 'claude-opus-5-5',
  tier_used: 'opus',
  auxiliary: false,
  escalated_from_model: null,
  escalation_reason: null,
  escalation_trigger: null,
  planned_upgrade: false,
  override: { tier: 'opus', reason: 'asked for', by: 'mona' },
  critical: true,
  trial: { id: 't1', arm: 'candidate', propensity: 0.25 },
  tokens: { input: 22, output: 57, cache_read: 6000, cache_write_5m: 240, cache_write_1h: 0 },
  max_prompt_tokens: 3131,
  cost_microusd: 3628,
  cost_basis: 'computed',
  price_table: '2026-11-23',
  duration_ms: 426,
  turns: 2,
  outcome: 'pass',
  quality_score: 0.9,
  zone: 'GREEN',
  zone_forecast: { zone: 'ORANGE', probability: 0.6 },
  task: { lines_changed: 12, security_critical: true, labels: ['a', 'b'], area: 'auth' },
  agent_hash: 'a'.repeat(64),
  measured: 'full',
  source: 'claude-code-result',
};

function accepted(value: unknown, expected: Expectations = {}): UsageRecord {
  const checked = checkRecord(value, expected);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
}

function problems(value: unknown, expected: Expectations = {}): readonly string[] {
  const checked = checkRecord(value, expected);
  return checked.ok ? [] : checked.problems.map(({ field, what }) => `${field} ${what}`);
}

describe('a usage record', () => {
  it('needs only what nobody else can know, and gets the rest by default', () => {
    const record = accepted(LEAST);
    expect(record).toMatchObject({
      run: { id: '123', attempt: 1, job: 'security' },
      tokens: { input: 22, output: 57, cache_read: 0, cache_write_5m: 0, cache_write_1h: 0 },
      cost_microusd: null,
      cost_basis: 'unpriced',
      measured: 'full',
      outcome: 'unknown',
      source: 'import',
    });
    expect(recordSchema(LEAST)).toBe(true);
    expect(recordSchema(record)).toBe(true);
  });

  it('keeps everything that it was given', () => {
    expect(accepted(FULL)).toEqual({ ...FULL, id: recordId(accepted(FULL)) });
    expect(recordSchema(FULL)).toBe(true);
  });

  it('is one line with sorted keys, the same whatever the order of its keys was', () => {
    const turned = Object.fromEntries(Object.entries(FULL).reverse());
    const line = recordLine(accepted(turned));
    expect(line).toBe(recordLine(accepted(FULL)));
    expect(line).not.toContain('\n');
    expect(Object.keys(JSON.parse(line))).toEqual(Object.keys(JSON.parse(line)).sort());
    expect(accepted(JSON.parse(line))).toEqual(accepted(FULL));
  });

  it('takes a field that is null for one that is left out, and leaves what it is given as it is', () => {
    const nulls = {
      auxiliary: null,
      attempt: null,
      measured: null,
      source: null,
      workflow: null,
      task: null,
    };
    const given = { ...LEAST, ...nulls, run: { ...LEAST.run, attempt: null } };
    const before = structuredClone(given);
    expect(accepted(given)).toEqual(accepted(LEAST));
    expect(given).toEqual(before);
    expect(accepted({ ...FULL, task: { docs: null, area: 'auth' } }).task).toEqual({ area: 'auth' });
    expect(problems({ ...LEAST, agent: null })).toEqual(['agent is missing']);
  });

  it('drops what it does not know', () => {
    const line = recordLine(accepted({ ...FULL, prompt: 'secret', __proto__: { a: 1 }, constructor: 'x' }));
    expect(line).toBe(recordLine(accepted(FULL)));
  });

  it('says nothing of its workflow where that is not known, so that its line keeps its bytes', () => {
    expect(recordLine(accepted(LEAST))).not.toContain('workflow');
    expect(recordLine(accepted({ ...LEAST, workflow: null }))).toBe(recordLine(accepted(LEAST)));
  });

  it('has an id from its natural key alone', () => {
    const id = accepted(FULL).id;
    for (const same of [
      { cost_microusd: 1 },
      { outcome: 'fail' },
      { at: '2026-11-22T00:00:00Z' },
      { turns: 9 },
      { workflow: '.github/workflows/other.yml' },
      { workflow: null },
    ]) {
      expect(accepted({ ...FULL, ...same }).id).toBe(id);
    }
    const others = [
      { repository: 'octo/other' },
      { run: { id: '124', attempt: 1, job: 'security' } },
      { run: { id: '123', attempt: 2, job: 'security' } },
      { run: { id: '123', attempt: 1, job: 'security (2)' } },
      { session: 'other' },
      { agent: 'TESTING' },
      { phase: 'EXEC' },
      { attempt: 2 },
      { model_used: 'claude-opus-5' },
      { auxiliary: true },
      { parent: 'b'.repeat(64) },
    ];
    const ids = new Set([id, ...others.map((other) => accepted({ ...FULL, ...other }).id)]);
    expect(ids.size).toBe(others.length + 1);
  });

  it('may not bring an id of its own choice', () => {
    expect(problems({ ...FULL, id: 'c'.repeat(64) })).toEqual([
      'id is not the one that the natural key gives: leave it out',
    ]);
    expect(problems({ ...FULL, id: accepted(FULL).id })).toEqual([]);
  });

  it('cuts fractions of a second, so that times compare as texts', () => {
    expect(accepted({ ...FULL, at: '2026-11-23T03:10:41.999Z' }).at).toBe('2026-11-23T03:10:41Z');
  });

  it('may be not measured: then it has neither model nor cost', () => {
    const { model_used: _, tokens: __, ...rest } = LEAST;
    const nothing = { ...rest, measured: 'none', cost_basis: 'unmeasured' };
    expect(accepted(nothing)).toMatchObject({ model_used: null, tokens: null, cost_microusd: null });
    expect(recordSchema(nothing)).toBe(true);
    expect(recordSchema(accepted(nothing))).toBe(true);
    expect(problems(rest)).toEqual(['tokens is missing', 'model_used is missing']);
    expect(recordSchema(rest)).toBe(false);
  });

  it('is never free because its price is not known', () => {
    expect(problems({ ...FULL, cost_basis: 'unpriced', cost_microusd: 0 })).toEqual([
      'cost_microusd must be null when the cost is unpriced',
    ]);
    expect(recordSchema({ ...FULL, cost_basis: 'unpriced', cost_microusd: 0 })).toBe(false);
  });

  const wrong: readonly (readonly [string, Record<string, unknown>])[] = [
    ['schema', { schema: 'haiku-first/usage@2' }],
    ['at', { at: '2026-13-01T00:00:00Z' }],
    ['at', { at: '2026-11-23T25:00:00Z' }],
    ['at', { at: '2026-11-23T03:10:41+01:00' }],
    ['repository', { repository: '../../etc/passwd' }],
    ['agent', { agent: 'a|b' }],
    ['agent', { agent: '' }],
    ['phase', { phase: 'x'.repeat(65) }],
    ['attempt', { attempt: 0 }],
    ['attempt', { attempt: 1.5 }],
    ['attempt', { attempt: '1' }],
    ['model_used', { model_used: 'claude; rm -rf /' }],
    ['tokens.input', { tokens: { input: -1, output: 0 } }],
    ['tokens.input', { tokens: { input: 1e13, output: 0 } }],
    ['tokens.output', { tokens: { input: 1 } }],
    ['tokens', { tokens: [1, 2] }],
    ['cost_microusd', { cost_microusd: 0.5 }],
    ['cost_microusd', { cost_microusd: 1e300 }],
    ['cost_basis', { cost_basis: 'free' }],
    ['duration_ms', { duration_ms: -1 }],
    ['outcome', { outcome: 'great' }],
    ['quality_score', { quality_score: 1.1 }],
    ['zone', { zone: 'green' }],
    ['escalation_reason', { escalation_reason: 'x'.repeat(2001) }],
    ['task.deep', { task: { deep: { er: {} } } }],
    ['task', { task: { 'bad name': 1 } }],
    ['override', { override: 'me' }],
    ['override.by', { override: { tier: 'opus', reason: 'x' } }],
    ['run.id', { run: { id: 5, attempt: 1, job: 'x' } }],
    ['run.attempt', { run: { id: '5', attempt: 0, job: 'x' } }],
    ['workflow', { workflow: '.github/workflows/../../x.yml' }],
    ['workflow', { workflow: '.github/workflows/x.yml@refs/heads/main' }],
    ['workflow', { workflow: '.github/workflows/a\n.yml' }],
    ['workflow', { workflow: `.github/workflows/${'x'.repeat(201)}.yml` }],
    ['workflow', { workflow: 7 }],
  ];
  it.each(wrong)('is refused for a wrong %s', (field, change) => {
    const value = { ...FULL, ...change };
    expect(problems(value).map((problem) => problem.split(' ')[0])).toContain(field);
    if (field !== 'at') expect(recordSchema(value)).toBe(false);
  });

  it.each([
    [null, [' must be an object']],
    [{ ...FULL, at: '2026-02-30T00:00:00Z' }, ['at must be a day that there is']],
    [
      { ...FULL, task: { 'bad name': 1 } },
      [
        'task must only have keys that are a name: a letter or _, then letters, digits, _ or -, at most 64 in all',
      ],
    ],
    [{ ...FULL, tokens: { ...FULL.tokens, input: 'x' } }, ['tokens.input must be a whole number']],
    [{ ...FULL, turns: -1 }, ['turns must be at least 0']],
  ])('is refused in words: %j', (value, said) => {
    expect(problems(value)).toEqual(said);
  });

  it('is refused with everything that is wrong at once', () => {
    expect(problems({ ...FULL, agent: 1, phase: 2, turns: -3 })).toHaveLength(3);
  });

  it('is refused with one sentence for each field', () => {
    expect(problems({ ...FULL, tokens: 1, cost_microusd: 'x', task: { 'a b': 1 } })).toEqual([
      'tokens must be a mapping',
      'cost_microusd must be a whole number',
      'task must only have keys that are a name: a letter or _, then letters, digits, _ or -, at most 64 in all',
    ]);
  });

  it('is refused when it is too long as a whole', () => {
    const task = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`f${n}`, 'x'.repeat(1000)]));
    expect(problems({ ...FULL, task })).toEqual([' must not be longer than 16384 characters']);
  });

  it('is refused with half a surrogate pair, which no file could hold', () => {
    expect(problems({ ...FULL, work_item: '\ud800' })).toEqual(['work_item must be well-formed text']);
  });

  it('must agree with what is known of its run', () => {
    const expected: Expectations = {
      repository: 'octo/demo',
      run: { id: '123', attempt: 1, jobs: ['security', 'testing'] },
      notBefore: '2026-11-23T03:00:00Z',
      notAfter: '2026-11-23T04:00:00Z',
    };
    expect(problems(FULL, expected)).toEqual([]);
    expect(problems({ ...FULL, at: expected.notBefore }, expected)).toEqual([]);
    expect(problems({ ...FULL, at: expected.notAfter }, expected)).toEqual([]);
    expect(problems(FULL, { run: { id: '123', attempt: 1 } })).toEqual([]);
    const lies: readonly (readonly [Record<string, unknown>, string])[] = [
      [{ repository: 'octo/other' }, 'repository must be octo/demo'],
      [{ run: { id: '124', attempt: 1, job: 'security' } }, 'run.id must be 123'],
      [{ run: { id: '123', attempt: 2, job: 'security' } }, 'run.attempt must be 1'],
      [{ run: { id: '123', attempt: 1, job: 'x' } }, 'run.job must be a job of the run'],
      [{ at: '2026-11-23T04:00:01Z' }, 'at must not be after 2026-11-23T04:00:00Z'],
      [{ at: '2026-11-23T02:59:59Z' }, 'at must not be before 2026-11-23T03:00:00Z'],
    ];
    for (const [lie, problem] of lies) expect(problems({ ...FULL, ...lie }, expected)).toEqual([problem]);
  });

  it('never throws, whatever it is made of, and what it accepts fits the schema', () => {
    const fields = fc.constantFrom(...Object.keys(FULL), 'id', '__proto__');
    const change = fc.tuple(fields, fc.oneof(fc.jsonValue(), fc.constantFrom(null, -0, 1e21, Number.NaN)));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const value = { ...FULL, ...Object.fromEntries(changes) };
        const checked = checkRecord(value);
        if (checked.ok) expect(recordSchema(checked.value)).toBe(true);
        else expect(checked.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
    for (const value of [null, 1, 'x', [], undefined]) expect(checkRecord(value).ok).toBe(false);
  });
});

describe('an outcome event', () => {
  const event = {
    schema: 'haiku-first/outcome@1',
    at: '2026-11-23T03:10:41Z',
    repository: 'octo/demo',
    work_item: 'pr-12',
    agent: null,
    phase: null,
    record: null,
    outcome: 'reworked',
    by: 'mona',
    note: null,
  };

  it('keeps what it says', () => {
    const checked = checkOutcomeEvent(event);
    expect(checked).toEqual({ ok: true, value: event });
    expect(outcomeSchema(event)).toBe(true);
  });

  it('is refused for a wrong word', () => {
    expect(checkOutcomeEvent({ ...event, outcome: 'fine' }).ok).toBe(false);
    expect(outcomeSchema({ ...event, outcome: 'fine' })).toBe(false);
    expect(checkOutcomeEvent(null).ok).toBe(false);
  });
});

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves lists in their order', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined }, null], a: 'x' })).toBe('{"a":"x","b":[{"d":1},null]}');
  });
});

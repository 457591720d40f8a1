import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttemptRecord, readAttempt } from '../../../src/usage/records/attempt-line.ts';
import { readCanonical, readGist, readSpentAt } from '../../../src/usage/records/canonical-line.ts';
import { type Gist, recordId, recordLine, type UsageRecord } from '../../../src/usage/records/record.ts';
import { checkRecord } from '../../../src/usage/records/record-check.ts';
import { record } from '../../report/records.ts';

/** The record as the long way reads it; null where that refuses it. */
function longWay(line: string): UsageRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const checked = checkRecord(value, { length: line.length });
  return checked.ok ? checked.value : null;
}

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,20}$/);
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.constantFrom('a b', 'ü', '"', '\\', '{}'),
);
const whole = fc.oneof(fc.nat(1_000_000), fc.constantFrom(0, 999_999_999_999, 1e12));
const or = <T>(each: fc.Arbitrary<T>) => fc.option(each);
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const fact = fc.oneof(
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  text,
  fc.array(text, { maxLength: 3 }),
);
const tokens = fc.record({
  input: whole,
  output: whole,
  cache_read: whole,
  cache_write_5m: whole,
  cache_write_1h: whole,
});

/** Any record that the ledger may hold, common ones and odd ones. */
const records: fc.Arbitrary<UsageRecord> = fc
  .record({
    at: fc.constantFrom('2026-11-24T10:00:00Z', '2024-02-29T23:59:59Z', '2026-12-31T00:00:00Z'),
    run: fc.record({ id: text, attempt: fc.integer({ min: 1, max: 100_000 }), job: text }),
    workflow: fc.constantFrom(undefined, '.github/workflows/a.yml', '.github/workflows/ü b.yaml'),
    model_id: fc.constantFrom(undefined, 'anthropic/claude-opus-5-5'),
    sub_agents: fc.option(fc.array(text, { maxLength: 3 }), { nil: undefined }),
    session: or(text),
    parent: or(hash),
    work_item: or(text),
    agent: word,
    phase: word,
    attempt: fc.integer({ min: 1, max: 1000 }),
    tier_assigned: or(word),
    tier_used: or(word),
    auxiliary: fc.boolean(),
    escalation_reason: or(text),
    escalation_trigger: or(text),
    critical: fc.boolean(),
    override: or(fc.record({ tier: word, reason: text, by: text })),
    trial: or(fc.record({ id: text, arm: text, propensity: fc.constantFrom(0, 0.25, 1) })),
    tokens,
    cost: or(whole),
    duration_ms: or(whole.filter((n) => n <= 1e10)),
    turns: or(fc.nat(1e7)),
    quality_score: or(fc.double({ min: 0, max: 1, noNaN: true })),
    zone: fc.constantFrom(null, 'GREEN', 'EXHAUSTED'),
    zone_forecast: or(
      fc.record({ zone: fc.constant('RED' as const), probability: fc.constantFrom(0, 0.5, 1) }),
    ),
    task: fc.dictionary(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,9}$/), fact, { maxKeys: 4 }),
    agent_hash: or(hash),
    measured: fc.constantFrom('full', 'partial', 'none'),
  })
  .map(({ cost, workflow, model_id, sub_agents, ...rest }) => {
    const costs = { cost_microusd: cost, cost_basis: cost === null ? 'unpriced' : 'computed' } as const;
    const optional = {
      ...(workflow === undefined ? {} : { workflow }),
      ...(model_id === undefined ? {} : { model_id }),
      ...(sub_agents === undefined ? {} : { sub_agents }),
    };
    return record({ ...rest, ...costs, ...optional });
  })
  .filter((each) => checkRecord(each).ok);

/** Anything that may be put in the place of one character of a line. */
const edit = fc.record({
  at: fc.nat(),
  put: fc.constantFrom('', '0', '1', '9', '-', '.', '"', ',', ' ', 'e', 'null', '}'),
});

describe('a line of the form that the ledger writes', () => {
  it('is read as the long way reads it, or left to that', () => {
    fc.assert(
      fc.property(records, (each) => {
        const line = recordLine(each);
        const found = readCanonical(line);
        if (found !== null) expect(found).toEqual(longWay(line));
      }),
      { numRuns: 500 },
    );
  });

  it('is never taken with an edit that the long way refuses or reads differently', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(record(), record({ task: { a: true, b: ['x', 'y'], c: -1.5 } })),
        edit,
        (each, { at, put }) => {
          const line = recordLine(each);
          const place = at % line.length;
          const edited = `${line.slice(0, place)}${put}${line.slice(place + 1)}`;
          const found = readCanonical(edited);
          if (found !== null) expect(found).toEqual(longWay(edited));
        },
      ),
      { numRuns: 3000 },
    );
  });

  const usual: readonly (readonly [string, UsageRecord])[] = [
    ['a plain record', record()],
    [
      'one with facts',
      record({ task: { lines_changed: 12, security_critical: true, labels: ['a', 'b c'], area: 'x' } }),
    ],
    ['one of sub-agents', record({ sub_agents: ['Explore', 'acme:guard'] })],
    ['one of a gateway', record({ model_id: 'anthropic/claude-opus-5-5' })],
    ['one with a workflow', record({ workflow: '.github/workflows/review.yml' })],
    [
      'one of an escalation',
      record({ escalated_from_model: 'claude-haiku-5-5', escalation_reason: 'Poor.' }),
    ],
    ['one of an override', record({ override: { tier: 'opus', reason: 'a big merge', by: 'octocat' } })],
    [
      'one that was not measured',
      record({
        tokens: null,
        model_used: null,
        cost_microusd: null,
        cost_basis: 'unmeasured',
        measured: 'none',
      }),
    ],
  ];
  it.each(usual)('takes the short way as %s', (_, each) => {
    expect(readCanonical(recordLine(each))).toEqual(each);
  });

  it.each<[string, UsageRecord]>([
    ['an id that its key does not give', { ...record(), id: 'f'.repeat(64) }],
    ['a cost without a basis', record({ cost_basis: 'unpriced' })],
    ['a basis without a cost', record({ cost_microusd: null })],
    ['no tokens although it was measured', record({ tokens: null })],
    ['no model although it was measured', record({ model_used: null })],
    ['a day that there is not', record({ at: '2026-02-30T00:00:00Z' })],
    ['a fact that is no value', record({ task: JSON.parse('{"a":{}}') })],
  ])('is left to the long way with %s, which refuses it', (_, each) => {
    expect(readCanonical(recordLine(each))).toBeNull();
    expect(longWay(recordLine(each))).toBeNull();
    // Only that one costs too much to see where sums are wanted.
    if (each.id !== 'f'.repeat(64)) expect(readGist(recordLine(each))).toBeNull();
  });

  it('is not taken when it is too long', () => {
    const task = Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`f${n}`, 'x'.repeat(1000)]));
    expect(readCanonical(recordLine(record({ task })))).toBeNull();
    expect(readGist(recordLine(record({ task })))).toBeNull();
    expect(readSpentAt(recordLine(record({ task })), 0)).toBeNull();
  });
});

describe('what a line says of a budget', () => {
  it('is read out of a text of many as out of the line alone', () => {
    fc.assert(
      fc.property(fc.array(records, { minLength: 1, maxLength: 5 }), fc.boolean(), (many, isLast) => {
        const lines = many.map(recordLine);
        const text = `${lines.join('\n')}${isLast ? '' : '\n{}'}`;
        let start = 0;
        for (const line of lines) {
          const gist = readGist(line);
          const { at, tier_used, tokens: used, cost_microusd, task } = gist ?? {};
          const spending = { at, tier_used, tokens: used, cost_microusd, task };
          expect(readSpentAt(text, start)).toEqual(gist === null ? null : { line, id: gist.id, spending });
          start += line.length + 1;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is of a whole line only', () => {
    const line = recordLine(record());
    expect(readSpentAt(line, 0)?.line).toBe(line);
    expect(readSpentAt(` ${line}`, 0)).toBeNull();
    for (const after of [' ', '\r', '\r\n', '\u2028', ','])
      expect(readSpentAt(`${line}${after}`, 0)).toBeNull();
    for (const part of [line.slice(0, -1), line.replace(',', '\n,'), line.replace('"cost', '\n"cost')])
      expect(readSpentAt(part, 0)).toBeNull();
  });
});

describe('the gist of a line', () => {
  const gistOf = (each: UsageRecord): Gist => {
    const {
      id,
      at,
      repository,
      work_item,
      agent,
      phase,
      tier_used,
      tokens: used,
      cost_microusd,
      task,
    } = each;
    return { id, at, repository, work_item, agent, phase, tier_used, tokens: used, cost_microusd, task };
  };

  it('is what the record says', () => {
    fc.assert(
      fc.property(records, (each) => {
        const found = readGist(recordLine(each));
        if (found === null) return;
        expect(found).toEqual(gistOf(each));
      }),
      { numRuns: 500 },
    );
    for (const changes of [
      {},
      { cost_microusd: 0 },
      { tier_used: null },
      { task: { labels: ['a'], release: true } },
      { cost_microusd: null, cost_basis: 'unpriced' },
      { tokens: null, model_used: null, cost_microusd: null, cost_basis: 'unmeasured', measured: 'none' },
    ] satisfies readonly Partial<UsageRecord>[]) {
      const each = record(changes);
      expect(readGist(recordLine(each))).toEqual(gistOf(each));
    }
    const plain = record({ work_item: null, task: { fork: true } });
    expect(readGist(recordLine(plain))).toMatchObject({ id: recordId(plain), work_item: null });
    expect(readGist(recordLine(record()))?.work_item).toBe('pr-12');
    expect(readGist(recordLine(record({ workflow: '.github/workflows/a.yml' })))?.work_item).toBe('pr-12');
  });
});

describe('what calibration takes of a line', () => {
  const attemptOf = (each: UsageRecord): AttemptRecord => ({
    id: each.id,
    at: each.at,
    repository: each.repository,
    run: { id: each.run.id, attempt: each.run.attempt, job: each.run.job },
    session: each.session,
    work_item: each.work_item,
    agent: each.agent,
    phase: each.phase,
    attempt: each.attempt,
    tier_assigned: each.tier_assigned,
    tier_used: each.tier_used,
    model_used: each.model_used,
    auxiliary: each.auxiliary,
    escalated_from_model: each.escalated_from_model,
    planned_upgrade: each.planned_upgrade,
    critical: each.critical,
    trial: each.trial,
    tokens: each.tokens,
    cost_microusd: each.cost_microusd,
    duration_ms: each.duration_ms,
    outcome: each.outcome,
    quality_score: each.quality_score,
    task: each.task,
    agent_hash: each.agent_hash,
    override: each.override === null ? null : {},
  });

  it('is what the record says, or left to the long way', () => {
    fc.assert(
      fc.property(records, (each) => {
        const line = recordLine(each);
        const found = readAttempt(line);
        expect(found === null).toBe(readCanonical(line) === null);
        if (found !== null) expect(found).toEqual(attemptOf(each));
      }),
      { numRuns: 500 },
    );
  });

  it('is taken of the lines that are common', () => {
    for (const changes of [
      {},
      { session: 'a', work_item: null, duration_ms: null, agent_hash: 'a'.repeat(64), quality_score: 0.5 },
      { auxiliary: true, planned_upgrade: true, critical: true, outcome: 'unknown', attempt: 3 },
      { override: { tier: 'opus', reason: 'a big merge', by: 'octocat' } },
      { trial: { id: 't1', arm: 'trial', propensity: 0.25 }, escalated_from_model: 'claude-haiku-5-5' },
      { tokens: null, model_used: null, cost_microusd: null, cost_basis: 'unmeasured', measured: 'none' },
      { task: { complexity: 'M', task_type: 'bug fix', lines_changed: 3 } },
    ] satisfies readonly Partial<UsageRecord>[]) {
      const each = record(changes);
      expect(readAttempt(recordLine(each))).toEqual(attemptOf(each));
    }
  });

  it('is never taken of an edited line that the validator refuses for more than its id', () => {
    fc.assert(
      fc.property(edit, ({ at, put }) => {
        const line = recordLine(record());
        const place = at % line.length;
        const edited = `${line.slice(0, place)}${put}${line.slice(place + 1)}`;
        const found = readAttempt(edited);
        if (found === null) return;
        const { id: _, ...rest } = JSON.parse(edited);
        const checked = checkRecord(rest);
        expect(checked.ok && { ...attemptOf(checked.value), id: found.id }).toEqual(found);
      }),
      { numRuns: 3000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentCalled } from '../../../src/allocation/allocation.ts';
import { exactFromMicroUsd, exactFromUsd } from '../../../src/usage/models/cost.ts';
import { modelTableVersion } from '../../../src/usage/models/shipped.ts';
import { TOKEN_CLASSES, type TokenCounts } from '../../../src/usage/models/tokens.ts';
import { readUsage } from '../../../src/usage/readers/read.ts';
import { UNATTRIBUTED, type UsageRecord } from '../../../src/usage/records/record.ts';
import { checkRecord } from '../../../src/usage/records/record-check.ts';
import { attribute, type Roster } from '../../../src/usage/session/attribute.ts';
import { type Booked, bookedOf } from '../../../src/usage/session/booked.ts';
import { type ObservedPart, observe, type UsageObservation } from '../../../src/usage/session/observation.ts';
import { job, micro, observed, only, roster, SAMPLES, table, today, wholeEvidence } from '../sessions.ts';

function records(
  observation: UsageObservation,
  who: Roster = roster,
  more: Partial<typeof job> = {},
  booked?: Booked,
): readonly UsageRecord[] {
  return attribute(observation, who, { ...job, ...more }, modelTableVersion, booked);
}

function briefly(list: readonly UsageRecord[]): readonly string[] {
  return list
    .map(
      ({ agent, model_used, tokens, cost_microusd, auxiliary }) =>
        `${agent}${auxiliary ? ' (aux)' : ''} ${model_used} ${tokens?.input}/${tokens?.output} ${cost_microusd}`,
    )
    .sort();
}

function result(modelUsage: object, more: object = {}): string {
  return JSON.stringify({
    type: 'result',
    subtype: 'success',
    is_error: false,
    session_id: 's1',
    num_turns: 3,
    duration_ms: 1000,
    modelUsage,
    ...more,
  });
}

const sonnet = (inputTokens: number, outputTokens: number): object => ({
  'claude-sonnet-5-5': { inputTokens, outputTokens },
});

describe('the records of a session', () => {
  const sub = observe(wholeEvidence('sub'), table, today);

  it('are one for each agent and model, the sub-agent under its agent, with what was asked and what was used', () => {
    const list = records(sub);
    expect(briefly(list)).toEqual([
      'SECURITY claude-haiku-5-5 43/34 39',
      'TESTING claude-sonnet-5-5 22/57 1814',
    ]);
    const security = list.find(({ agent }) => agent === 'SECURITY');
    const testing = list.find(({ agent }) => agent === 'TESTING');
    expect(security).toMatchObject({
      tier_assigned: 'opus',
      model_requested: 'claude-opus-5-5',
      tier_used: 'haiku',
      parent: testing?.id,
      turns: 2,
      duration_ms: 198,
    });
    expect(testing).toMatchObject({
      tier_assigned: 'sonnet',
      tier_used: 'sonnet',
      parent: null,
      turns: 2,
      duration_ms: 426,
      max_prompt_tokens: 3131,
      cost_basis: 'computed',
      measured: 'full',
    });
  });

  it.each(SAMPLES)('%s: fit the ledger’s format', (sample) => {
    for (const record of records(observe(wholeEvidence(sample), table, today))) {
      expect(checkRecord(JSON.parse(JSON.stringify(record)))).toEqual({ ok: true, value: record });
    }
  });

  it('are the same, byte for byte, when they are made again', () => {
    expect(JSON.stringify(records(sub))).toBe(JSON.stringify(records(sub)));
  });

  it('go to the rest, or to nobody, where no agent has the sub-agent’s type', () => {
    const stranger = { ...roster, agentFor: () => null };
    expect(briefly(records(sub, stranger))[1]).toMatch(new RegExp(`^${UNATTRIBUTED} claude-haiku-5-5 43/34`));
    expect(briefly(records(sub, { ...stranger, rest: 'MAIN' }))[0]).toMatch(/^MAIN claude-haiku-5-5/);
    const nameless = { ...stranger, main: null };
    expect(records(sub, nameless).map(({ agent }) => agent)).toEqual([UNATTRIBUTED, UNATTRIBUTED]);
    expect(records(sub, { ...nameless, rest: 'MAIN' }).map(({ agent }) => agent)).toEqual(['MAIN', 'MAIN']);
  });

  it('join a sub-agent that is the job’s own agent, on the same model, into one', () => {
    const own: Roster = { ...roster, agentFor: () => 'TESTING' };
    expect(briefly(records(sub, own))).toEqual([
      'TESTING claude-haiku-5-5 43/34 39',
      'TESTING claude-sonnet-5-5 22/57 1814',
    ]);
    const both = [sub.parts[0], sub.parts[0]].filter((part) => part !== undefined);
    const [main, agent] = both;
    if (main === undefined || agent === undefined) throw new Error('the sample has a main part');
    const parts: ObservedPart[] = [
      main,
      { ...agent, holder: { kind: 'agent', type: 'x' }, maxPromptTokens: 5 },
    ];
    const joined = only(records({ ...sub, parts }, own));
    expect(joined).toMatchObject({ cost_microusd: 3628, max_prompt_tokens: 3131, turns: 4 });
  });

  it('of a join know only what both parts know', () => {
    const [main] = sub.parts;
    if (main === undefined) throw new Error('the sample has a main part');
    const both = (a: Partial<ObservedPart>, b: Partial<ObservedPart>): UsageRecord =>
      only(
        records(
          {
            ...sub,
            turns: null,
            durationMs: null,
            parts: [
              { ...main, holder: { kind: 'agent', type: 'x' }, ...a },
              { ...main, holder: { kind: 'unknown' }, ...b },
            ],
          },
          { ...roster, main: 'SECURITY', rest: 'SECURITY' },
        ),
      );
    const cost = exactFromMicroUsd(micro(5));
    expect(both({ cost: null }, { cost })).toMatchObject({ cost_microusd: null, cost_basis: 'unpriced' });
    expect(both({ cost }, { cost: null })).toMatchObject({ cost_microusd: null, cost_basis: 'unpriced' });
    expect(both({ maxPromptTokens: null }, { maxPromptTokens: 5 }).max_prompt_tokens).toBeNull();
    expect(both({ maxPromptTokens: 5 }, { maxPromptTokens: null }).max_prompt_tokens).toBeNull();
    expect(both({ maxPromptTokens: 5 }, { maxPromptTokens: 7 }).max_prompt_tokens).toBe(7);
    expect(both({ durationMs: null }, { durationMs: 7 }).duration_ms).toBe(7);
    expect(both({ durationMs: 5 }, { durationMs: null }).duration_ms).toBe(5);
    expect(both({ durationMs: 5 }, { durationMs: 7 }).duration_ms).toBe(12);
    expect(both({ requests: null }, { requests: null }).turns).toBeNull();
  });

  it('of sub-agents continue the main record that wrote the most, and all are sorted by their id', () => {
    const [main] = sub.parts;
    if (main === undefined) throw new Error('the sample has a main part');
    const wrote = (model: string, output: number): ObservedPart => ({
      ...main,
      model,
      tokens: { ...main.tokens, output },
    });
    const helper: ObservedPart = { ...main, holder: { kind: 'agent', type: 'x' } };
    const models = ['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5'];
    for (const [most, model] of models.entries()) {
      const parts = models.map((each, place) => wrote(each, place === most ? 9 : 8));
      const list = records({ ...sub, parts: [...parts, helper] });
      const first = list.find((each) => each.agent === 'TESTING' && each.model_used === model);
      expect(list.find(({ agent }) => agent === 'SECURITY')?.parent).toBe(first?.id);
      expect(list.map(({ id }) => id)).toEqual(list.map(({ id }) => id).sort());
    }
  });

  it('keep the client’s own calls apart', () => {
    const title = { ...sonnet(10, 5), 'claude-haiku-4-5': { inputTokens: 300, outputTokens: 20 } };
    const usage = { input_tokens: 10, output_tokens: 5 };
    const text = result(title, { usage, subagent_stats: { spawned: 0 } });
    const list = records(observed(text));
    expect(briefly(list)).toEqual([
      'TESTING (aux) claude-haiku-4-5 300/20 400',
      'TESTING claude-sonnet-5-5 10/5 70',
    ]);
    expect(list.find(({ auxiliary }) => auxiliary)).toMatchObject({
      outcome: 'unknown',
      model_requested: null,
    });
  });

  it('carry escalation, override, trial and score on the job’s own agent alone', () => {
    const more = {
      escalation_reason: 'poor',
      override: { tier: 'opus', reason: 'r', by: 'mona' },
      trial: { id: 't', arm: 'a', propensity: 0.5 },
      quality_score: 0.5,
      planned_upgrade: true,
      critical: true,
    };
    const list = records(sub, roster, more);
    expect(list.find(({ agent }) => agent === 'TESTING')).toMatchObject(more);
    expect(list.find(({ agent }) => agent === 'SECURITY')).toMatchObject({
      escalation_reason: null,
      override: null,
      trial: null,
      quality_score: null,
      planned_upgrade: false,
      critical: true,
    });
  });

  it('do not call work good because it ended, but bad because it failed or was refused', () => {
    const ended = (more: object, outcome: 'pass' | null): unknown =>
      only(records(observed(result(sonnet(1, 1), more)), roster, { outcome })).outcome;
    expect(ended({}, null)).toBe('unknown');
    expect(ended({}, 'pass')).toBe('pass');
    expect(ended({ is_error: true }, null)).toBe('fail');
    expect(ended({ stop_reason: 'refusal' }, 'pass')).toBe('fail');
  });

  it('say that nothing was measured, once, with neither cost nor tokens', () => {
    const record = only(records(observe(wholeEvidence('err404'), table, today)));
    expect(record).toMatchObject({
      agent: 'TESTING',
      measured: 'none',
      model_used: null,
      tokens: null,
      cost_microusd: null,
      cost_basis: 'unmeasured',
      outcome: 'fail',
      model_requested: 'claude-sonnet-5-5',
    });
  });

  it('are unpriced where any part is', () => {
    const record = only(records(observed(result({ 'claude-opus-9': { inputTokens: 1, outputTokens: 1 } }))));
    expect(record).toMatchObject({ cost_microusd: null, cost_basis: 'unpriced', tier_used: null });
  });

  it('say whether the price table or the client knows the cost; of a sum the client, where it knows a part', () => {
    const long = { model: 'claude-haiku-5-5', input_tokens: 90_000, output_tokens: 0 };
    const observation = (reported: number | null): UsageObservation => {
      const evidence = only(readUsage(JSON.stringify([long])));
      const tokens = { input: 300_000, output: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0 };
      const total = { model: long.model, tokens, webSearches: 0 };
      const exact = reported === null ? null : exactFromUsd(reported);
      return observe(
        reported === null ? evidence : { ...evidence, totals: [{ ...total, reported: exact }] },
        table,
        today,
      );
    };
    expect(only(records(observation(null)))).toMatchObject({ cost_basis: 'computed', cost_microusd: 9000 });
    expect(only(records(observation(0.03)))).toMatchObject({
      cost_basis: 'reported',
      cost_microusd: 30_000,
    });
    const [part] = observation(null).parts;
    if (part === undefined) throw new Error('there is a part');
    const cost = exactFromMicroUsd(micro(5));
    const both = (first: ObservedPart['basis'], second: ObservedPart['basis']): UsageRecord =>
      only(
        records(
          {
            ...observation(null),
            parts: [
              { ...part, basis: first, cost },
              { ...part, basis: second, cost, holder: { kind: 'unknown' } },
            ],
          },
          { ...roster, rest: 'TESTING' },
        ),
      );
    expect(both('computed', 'computed')).toMatchObject({ cost_basis: 'computed', cost_microusd: 10 });
    expect(both('reported', 'computed').cost_basis).toBe('reported');
    expect(both('computed', 'reported').cost_basis).toBe('reported');
  });

  it('pay the searches of a request that two models answered once', () => {
    const usage = {
      input_tokens: 1000,
      output_tokens: 0,
      server_tool_use: { web_search_requests: 2 },
      iterations: [
        { type: 'message', input_tokens: 1000, output_tokens: 0 },
        { type: 'advisor_message', model: 'claude-sonnet-5-5', input_tokens: 1000, output_tokens: 0 },
      ],
    };
    const evidence = only(readUsage(JSON.stringify([{ model: 'claude-opus-5-5', usage }])));
    const costs = records(observe(evidence, table, today)).map((each) => [
      each.model_used,
      each.cost_microusd,
    ]);
    expect(new Map(costs.map(([model, cost]) => [model, cost]))).toEqual(
      new Map([
        ['claude-opus-5-5', 24_000],
        ['claude-sonnet-5-5', 2000],
      ]),
    );
  });

  it('sum exactly to the session, whoever its parts belong to', () => {
    const tokens = fc.record({
      input: fc.nat(1e6),
      output: fc.nat(1e6),
      cacheRead: fc.nat(1e6),
      cacheWrite5m: fc.nat(1e6),
      cacheWrite1h: fc.nat(1e6),
    });
    const model = fc.constantFrom('claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5');
    const use = fc.tuple(fc.constantFrom('main', 'x', 'docs', 'other'), model, tokens);
    fc.assert(
      fc.property(fc.array(use, { minLength: 1, maxLength: 8 }), fc.boolean(), (uses, withResult) => {
        const plain = uses.map(([agent, id, counts]) => ({
          model: id,
          ...(agent === 'main' ? {} : { agent }),
          usage: {
            input_tokens: counts.input,
            output_tokens: counts.output,
            cache_read_input_tokens: counts.cacheRead,
            cache_creation_input_tokens: counts.cacheWrite5m + counts.cacheWrite1h,
            cache_creation: { ephemeral_1h_input_tokens: counts.cacheWrite1h },
          },
        }));
        const evidence = only(readUsage(JSON.stringify(plain)));
        const totals = [...new Set(uses.map(([, id]) => id))].map((id) => ({
          model: id,
          tokens: total(
            uses.filter(([, other]) => other === id).map(([, , counts]) => counts),
            7,
          ),
          webSearches: 0,
          reported: null,
        }));
        const observation = observe(withResult ? { ...evidence, totals } : evidence, table, today);
        const list = records(observation);
        for (const name of TOKEN_CLASSES) {
          const expected =
            uses.reduce((sum, [, , counts]) => sum + counts[name], 0) + (withResult ? 7 * totals.length : 0);
          const found = list.reduce((sum, { tokens: counts }) => sum + (counts?.[KEYS[name]] ?? 0), 0);
          expect(found).toBe(expected);
        }
      }),
    );
  });
});

const KEYS = {
  input: 'input',
  output: 'output',
  cacheRead: 'cache_read',
  cacheWrite5m: 'cache_write_5m',
  cacheWrite1h: 'cache_write_1h',
} as const;

function total(list: readonly TokenCounts[], more: number): TokenCounts {
  const sum = (name: keyof TokenCounts): number => list.reduce((all, counts) => all + counts[name], more);
  return {
    input: sum('input'),
    output: sum('output'),
    cacheRead: sum('cacheRead'),
    cacheWrite5m: sum('cacheWrite5m'),
    cacheWrite1h: sum('cacheWrite1h'),
  };
}

describe('a session that is resumed', () => {
  const first = records(observed(result(sonnet(100, 50))));
  const later = { run: { id: '124', attempt: 1, job: 'security' }, at: '2026-11-23T05:00:00Z' };

  it('is booked with what is new, as a continuation of the record before', () => {
    const second = records(observed(result(sonnet(130, 60))), roster, later, bookedOf(first, 's1'));
    expect(briefly(second)).toEqual(['TESTING claude-sonnet-5-5 30/10 160']);
    expect(only(second).parent).toBe(only(first).id);
    expect(only(second).id).not.toBe(only(first).id);
    const third = records(
      observed(result(sonnet(131, 60))),
      roster,
      { ...later, at: '2026-11-23T06:00:00Z' },
      bookedOf([...first, ...second], 's1'),
    );
    expect(briefly(third)).toEqual(['TESTING claude-sonnet-5-5 1/0 2']);
    expect(only(third).id).not.toBe(only(second).id);
  });

  it('is booked in full again when its sum began anew', () => {
    const cleared = records(observed(result(sonnet(20, 5))), roster, later, bookedOf(first, 's1'));
    expect(briefly(cleared)).toEqual(['TESTING claude-sonnet-5-5 20/5 90']);
  });

  it('is not booked when nothing is new', () => {
    expect(records(observed(result(sonnet(100, 50))), roster, later, bookedOf(first, 's1'))).toEqual([]);
  });

  it('takes nothing from another session or another model', () => {
    expect(bookedOf(first, 's2')).toEqual({ rows: [], last: null });
    const opus = result({ 'claude-opus-5-5': { inputTokens: 100, outputTokens: 50 } });
    expect(briefly(records(observed(opus), roster, later, bookedOf(first, 's1')))).toEqual([
      'TESTING claude-opus-5-5 100/50 1400',
    ]);
  });

  it('counts by model when another agent goes on with it', () => {
    const other: Roster = { ...roster, main: 'SECURITY' };
    const second = records(observed(result(sonnet(130, 60))), other, later, bookedOf(first, 's1'));
    expect(briefly(second)).toEqual(['SECURITY claude-sonnet-5-5 30/10 160']);
  });

  it('is booked less what was booked of it, agent by agent, and what is left over of the others', () => {
    const use = (agent: string | null, input: number, output = 0) => ({
      model: 'claude-sonnet-5-5',
      ...(agent === null ? {} : { agent }),
      usage: { input_tokens: input, output_tokens: output },
    });
    const session = (...uses: readonly ReturnType<typeof use>[]): UsageObservation => ({
      ...observe(only(readUsage(JSON.stringify(uses))), table, today),
      session: 's1',
    });
    const early = records(session(use(null, 1000), use('x', 300)));
    expect(briefly(early)).toEqual([
      'SECURITY claude-sonnet-5-5 300/0 600',
      'TESTING claude-sonnet-5-5 1000/0 2000',
    ]);
    const then = (...uses: readonly ReturnType<typeof use>[]): readonly string[] =>
      briefly(records(session(...uses), roster, later, bookedOf(early, 's1')));
    expect(then(use(null, 1500), use('x', 400))).toEqual([
      'SECURITY claude-sonnet-5-5 100/0 200',
      'TESTING claude-sonnet-5-5 500/0 1000',
    ]);
    // What a sub-agent was booked with and no longer has was the main loop's.
    expect(then(use(null, 1500), use('x', 200))).toEqual(['TESTING claude-sonnet-5-5 400/0 800']);
    expect(then(use(null, 900), use('x', 600))).toEqual(['SECURITY claude-sonnet-5-5 200/0 400']);
  });

  it('follows the latest of its records, whatever their order, and takes none that was not measured', () => {
    const [record] = first;
    if (record === undefined) throw new Error('there is a record');
    const at = (time: string, id: string) => ({ ...record, id, at: `2026-11-23T${time}:00Z` });
    const early = at('03:00', 'c');
    const late = at('05:00', 'a');
    const same = at('05:00', 'b');
    for (const list of [
      [early, late, same],
      [same, late, early],
      [late, early, same],
    ])
      expect(bookedOf(list, 's1').last).toBe('b');
    expect(bookedOf([early, late], 's1').last).toBe('a');
    expect(bookedOf([late, early], 's1').last).toBe('a');
    expect(bookedOf([{ ...early, tokens: null }], 's1')).toEqual({ rows: [], last: null });
  });

  it('stays unpriced when what is booked of it was', () => {
    const unpriced = first.map((record) => ({ ...record, cost_microusd: null }));
    const second = records(observed(result(sonnet(130, 60))), roster, later, bookedOf(unpriced, 's1'));
    expect(briefly(second)).toEqual(['TESTING claude-sonnet-5-5 30/10 null']);
  });
});

describe('an agent by a sub-agent’s type', () => {
  const agents = [
    { name: 'SECURITY', aliases: ['security-agent'] },
    { name: 'DOCMON', aliases: ['docs', 'Docs'] },
    { name: 'STORIES', aliases: ['docs-agent', 'same'] },
    { name: 'TESTING', aliases: ['SAME'] },
  ];
  it.each([
    ['security', 'SECURITY'],
    ['Security-Agent', 'SECURITY'],
    ['SECURITY agent', 'SECURITY'],
    ['security_agent', 'SECURITY'],
    ['securityagent', 'SECURITY'],
    ['\u017Fecurity\u2013agent', 'SECURITY'],
    ['security\u200B-agent', 'SECURITY'],
    ['docs', 'DOCMON'],
    ['same', 'STORIES'],
    ['Same', null],
    ['general-purpose', null],
    ['sec', null],
  ])('%s is %s', (type, agent) => {
    expect(agentCalled(agents, type)?.name ?? null).toBe(agent);
  });
});

import { describe, expect, it } from 'vitest';
import { readUsage } from '../../../src/usage/readers/read.ts';
import { readTranscripts } from '../../../src/usage/readers/transcript.ts';
import {
  instantOrNull,
  modelId,
  modelTotals,
  requestFrom,
  textOrNull,
  usageTerms,
  usageTokens,
  wholeOrNull,
} from '../../../src/usage/readers/usage-fields.ts';
import { only } from '../sessions.ts';

describe('a field of untrusted data', () => {
  it('is a text of a length, or nothing', () => {
    expect(['a', 'x'.repeat(200)].map((text) => textOrNull(text))).toEqual(['a', 'x'.repeat(200)]);
    for (const wrong of ['', 'x'.repeat(201), 5, null, undefined, '\ud800', ['a']])
      expect(textOrNull(wrong)).toBeNull();
    expect([textOrNull('abc', 3), textOrNull('abcd', 3)]).toEqual(['abc', null]);
  });

  it('is a whole number, or nothing', () => {
    expect([0, 7, 1e10].map(wholeOrNull)).toEqual([0, 7, 1e10]);
    for (const wrong of [-1, 1.5, 1e10 + 1, Number.NaN, '7', null, []]) expect(wholeOrNull(wrong)).toBeNull();
  });

  it('is an instant, or nothing', () => {
    expect(instantOrNull('2026-11-23T03:10:41.5Z')).toBe('2026-11-23T03:10:41Z');
    for (const wrong of ['soon', 5, null]) expect(instantOrNull(wrong)).toBeNull();
  });

  it('is a model’s id without the mark of its context window', () => {
    expect(['claude-opus-5-5[1m]', 'claude-opus-5-5[200k]', 'claude-opus-5-5'].map(modelId)).toEqual(
      Array.from({ length: 3 }, () => 'claude-opus-5-5'),
    );
    for (const wrong of [5, null, 'a b', 'claude[1m]-x', '']) expect(modelId(wrong)).toBe('unreadable');
  });
});

describe('a usage of the Messages API', () => {
  it('counts what is absent as nothing, and is none with what is no number of tokens', () => {
    const none = { input: 0, output: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0 };
    expect(usageTokens({})).toEqual(none);
    expect(usageTokens({ input_tokens: null, output_tokens: 1e12 })).toEqual({ ...none, output: 1e12 });
    for (const wrong of [-1, 1.5, 1e12 + 1, '1', true])
      for (const name of [
        'input_tokens',
        'output_tokens',
        'cache_read_input_tokens',
        'cache_creation_input_tokens',
      ])
        expect(usageTokens({ [name]: wrong })).toBeNull();
  });

  it('has writes to the cache by their lifetime, five minutes where it does not say', () => {
    const written = (total: number, creation?: object) => {
      const tokens = usageTokens({ cache_creation_input_tokens: total, cache_creation: creation });
      return [tokens?.cacheWrite5m, tokens?.cacheWrite1h];
    };
    expect(written(100)).toEqual([100, 0]);
    expect(written(100, { ephemeral_1h_input_tokens: 60 })).toEqual([40, 60]);
    expect(written(0, { ephemeral_5m_input_tokens: 40, ephemeral_1h_input_tokens: 60 })).toEqual([40, 60]);
  });

  it('says on which terms it was', () => {
    const terms = { service: 'standard', fast: false, geo: null };
    expect(usageTerms({})).toEqual(terms);
    expect(usageTerms({ service_tier: 'standard', speed: 'standard' })).toEqual(terms);
    expect(usageTerms({ service_tier: 'batch' })).toEqual({ ...terms, service: 'batch' });
    expect(usageTerms({ service_tier: 'priority' })).toEqual({ ...terms, service: 'other' });
    expect(usageTerms({ speed: 'fast' })).toEqual({ ...terms, fast: true });
    expect(usageTerms({ inference_geo: 'us' })).toEqual({ ...terms, geo: 'us' });
  });

  it('is a request by its message’s id, else by what is known besides', () => {
    const by = { agentId: null, agentType: null };
    const key = (id: unknown, requestId: unknown, uuid: unknown) => {
      const found = requestFrom({ id, model: 'm', usage: {} }, by, { requestId, uuid, at: null });
      return found !== null && typeof found === 'object' ? found.key : found;
    };
    expect([key('i', 'r', 'u'), key(5, 'r', 'u'), key(null, null, 'u')]).toEqual(['i', 'r', 'u']);
    expect(key(null, null, null)).toBe('damaged');
    for (const message of [null, 'x', {}, { usage: 5 }])
      expect(requestFrom(message, by, { requestId: 'r', uuid: null, at: null })).toBeNull();
  });

  it('is booked by iteration, with what none of them accounts for', () => {
    const uses = (usage: object) => {
      const found = requestFrom(
        { id: 'm', model: 'claude-opus-5-5', usage: { input_tokens: 100, ...usage } },
        { agentId: null, agentType: null },
        { requestId: null, uuid: null, at: null },
      );
      if (found === null || typeof found === 'string') throw new Error('a request');
      return found.uses.map(({ model, tokens }) => [model, tokens.input]);
    };
    const one = [['claude-opus-5-5', 100]];
    expect(uses({ iterations: 'x' })).toEqual(one);
    expect(uses({ iterations: [] })).toEqual(one);
    expect(uses({ iterations: [null, { type: 'message', input_tokens: 1 }] })).toEqual(one);
    expect(uses({ iterations: [{ type: 'advisor_message', input_tokens: 60 }] })).toEqual([
      ['claude-opus-5-5', 60],
      ['claude-opus-5-5', 40],
    ]);
    expect(uses({ iterations: [{ type: 'message', model: 'claude-haiku-5-5', input_tokens: 100 }] })).toEqual(
      [['claude-haiku-5-5', 100]],
    );
    expect(uses({ iterations: [{ type: 'fallback_message', input_tokens: -1 }] })).toEqual(one);
  });
});

describe('the sums of a result', () => {
  it('are one for each model, and say how many cannot be read', () => {
    const { totals, canonical, damaged } = modelTotals({
      'claude-opus-5-5[1m]': { inputTokens: 5, outputTokens: 6, webSearchRequests: 2, costUSD: 0.5 },
      'eu.claude': { canonicalModel: 'claude-opus-5', costUSD: 0.5, costBasis: 'unknown' },
      '<synthetic>': { inputTokens: 1 },
      broken: { inputTokens: -1 },
      empty: null,
    });
    expect(damaged).toBe(2);
    expect(totals.map(({ model, webSearches, reported }) => [model, webSearches, reported])).toEqual([
      ['claude-opus-5-5', 2, 5_000_000_000_000_000n],
      ['eu.claude', 0, null],
    ]);
    expect([...canonical]).toEqual([
      ['claude-opus-5-5', null],
      ['eu.claude', 'claude-opus-5'],
    ]);
    expect(totals[0]?.tokens).toMatchObject({ input: 5, output: 6 });
    for (const nothing of [null, 'x', []])
      expect(modelTotals(nothing)).toEqual({ totals: [], canonical: new Map(), damaged: 0 });
  });
});

describe('a transcript', () => {
  const line = (more: object = {}, message: object = {}) =>
    JSON.stringify({
      type: 'assistant',
      sessionId: 's1',
      message: { id: 'm1', model: 'claude-sonnet-5-5', usage: { input_tokens: 1 }, ...message },
      ...more,
    });
  const read = (...lines: readonly string[]) => only(readTranscripts([{ agentId: null, meta: null, lines }]));

  it('says how it ended: its last answer decides', () => {
    const ended = (stop_reason: string | null, more: object = {}) => read(line(more, { stop_reason })).ending;
    expect(['end_turn', 'stop_sequence', 'refusal', 'tool_use', null].map((stop) => ended(stop))).toEqual([
      ...['completed', 'completed', 'refused', 'unknown', 'unknown'],
    ]);
    expect(ended('end_turn', { isApiErrorMessage: true })).toBe('failed');
    const own = line({}, { id: 'x', model: '<synthetic>', stop_reason: 'refusal' });
    expect(read(line({}, { stop_reason: 'end_turn' }), own).ending).toBe('completed');
    const sub = line({ agentId: 'a' }, { id: 'm2', stop_reason: 'refusal' });
    expect(read(line({}, { stop_reason: 'end_turn' }), sub).ending).toBe('completed');
  });

  it('says which model the main loop asked for first, and which sub-agents there were', () => {
    const found = read(
      line({ agentId: 'a', attributionAgent: 'x', requestedModel: 'claude-haiku-5-5' }, { id: 'm0' }),
      line({ requestedModel: 'claude-opus-5-5' }),
      line({ requestedModel: 'claude-sonnet-5-5' }, { id: 'm2' }),
      JSON.stringify({ type: 'user', sessionId: 's1', toolUseResult: { agentId: 'a', totalDurationMs: 7 } }),
      JSON.stringify({ type: 'user', sessionId: 's1', toolUseResult: { agentId: 'b', agentType: 'y' } }),
      JSON.stringify({ type: 'other', sessionId: 's1', toolUseResult: { agentId: 'c', agentType: 'z' } }),
    );
    expect(found).toMatchObject({
      source: 'claude-code-transcript',
      session: 's1',
      agentsKnown: true,
      requestedModel: 'claude-opus-5-5',
      damaged: 0,
    });
    expect([...found.agents]).toEqual([
      ['a', { type: 'x', models: [], durationMs: 7 }],
      ['b', { type: 'y', models: [], durationMs: null }],
    ]);
    expect(found.requests).toHaveLength(3);
    expect(read(line()).requestedModel).toBeNull();
  });

  it('counts what cannot be read, from its first line on', () => {
    expect(read(line(), line({}, { id: 'm2', usage: { input_tokens: -1 } })).damaged).toBe(1);
    expect(read('{', line(), '{"usage"').damaged).toBe(2);
    expect(read(line({ type: 'system' }), line()).requests).toHaveLength(1);
    expect(read(line({ sessionId: '' })).session).toBeNull();
  });
});

describe('a file', () => {
  const message = (more: object) => ({ session_id: 's1', ...more });
  const answer = (more: object = {}, content: readonly unknown[] = []) =>
    message({
      type: 'assistant',
      uuid: 'u',
      message: { id: 'm1', model: 'claude-sonnet-5-5', content, usage: { input_tokens: 1 } },
      ...more,
    });
  const read = (...values: readonly unknown[]) => only(readUsage(JSON.stringify(values)));

  it('is named after what it holds', () => {
    const result = message({ type: 'result', modelUsage: {} });
    const sources = [
      JSON.stringify(result),
      JSON.stringify([result]),
      `${JSON.stringify(answer())}\n${JSON.stringify(result)}`,
      JSON.stringify(answer()),
      JSON.stringify({ model: 'm', usage: {} }),
      '[{"type":"resu',
      '{"type":"resu',
    ].map((text) => only(readUsage(text)).source);
    expect(sources).toEqual([
      ...['claude-code-result', 'claude-code-execution-file', 'claude-code-stream', 'claude-code-stream'],
      ...['plain', 'claude-code-execution-file', 'claude-code-result'],
    ]);
    expect(only(readUsage(`\ufeff\n${JSON.stringify(result)}\n\n`)).damaged).toBe(0);
  });

  it('of messages has its session and the model that was asked for from whichever names them first', () => {
    const init = (model: string) => message({ type: 'system', subtype: 'init', model });
    const found = read(
      message({ type: 'system', subtype: 'other', model: 'claude-haiku-5-5' }),
      init('claude-opus-5-5'),
      init('claude-sonnet-5-5'),
      { ...message({ type: 'system', subtype: 'init' }), session_id: 's2' },
    );
    expect(found).toMatchObject({ session: 's1', requestedModel: 'claude-opus-5-5' });
    expect(read(answer(), 5, 'x').damaged).toBe(2);
  });

  it('of messages knows the sub-agents when each that was started has told its models', () => {
    const start = (name: string, id = 't1') => ({
      type: 'tool_use',
      id,
      name,
      input: { subagent_type: 'x' },
    });
    const told = (more: object = {}) =>
      message({
        type: 'user',
        tool_use_result: { agentId: 'a', agentType: 'x', modelsUsed: ['claude-haiku-5-5', 5], ...more },
      });
    expect(read(answer()).agentsKnown).toBe(true);
    for (const name of ['Agent', 'Task']) {
      expect(read(answer({}, [start(name)])).agentsKnown).toBe(false);
      expect(read(answer({}, [start(name)]), told()).agentsKnown).toBe(true);
    }
    expect(read(answer({}, [start('Bash'), { ...start('Agent'), type: 'text' }, null])).agentsKnown).toBe(
      true,
    );
    expect(read(told()).agentsKnown).toBe(false);
    expect(
      read(answer(), told({ totalDurationMs: 7, resolvedModel: 'claude-haiku-5-5' })).agents.get('a'),
    ).toEqual({
      type: 'x',
      models: ['claude-haiku-5-5'],
      durationMs: 7,
    });
    expect(read(answer(), told({ modelsUsed: 'x', resolvedModel: null })).agents.get('a')?.models).toEqual(
      [],
    );
    expect(read(answer(), message({ type: 'user', tool_use_result: 'x' })).agents.size).toBe(0);
  });

  it('of messages has a sub-agent’s type from the tool that started it', () => {
    const start = { type: 'tool_use', id: 't1', name: 'Agent', input: { subagent_type: 'x' } };
    const by = (more: object) =>
      [
        ...read(answer({}, [start]), answer({ message: { id: 'm2', model: 'm', usage: {} }, ...more }))
          .requests,
      ][1]?.by;
    expect(by({ parent_tool_use_id: 't1' })).toEqual({ agentId: 't1', agentType: 'x' });
    expect(by({ parent_tool_use_id: 't2' })).toEqual({ agentId: 't2', agentType: null });
    expect(by({ parent_tool_use_id: 't1', agent_id: 'a', subagent_type: 'y' })).toEqual({
      agentId: 'a',
      agentType: 'y',
    });
    expect(by({})).toEqual({ agentId: null, agentType: null });
  });

  it('of messages ended refused when the last answer of the main loop was', () => {
    const stop = (id: string, stop_reason: string | null, more: object = {}) =>
      answer({ message: { id, model: 'm', usage: {}, stop_reason }, ...more });
    expect(read(stop('1', 'refusal')).ending).toBe('refused');
    expect(read(stop('1', 'refusal'), stop('2', null)).ending).toBe('refused');
    expect(read(stop('1', 'refusal'), stop('2', 'end_turn')).ending).toBe('unknown');
    expect(read(stop('1', 'end_turn'), stop('2', 'refusal', { agent_id: 'a' })).ending).toBe('unknown');
  });

  it('of plain requests says when it was refused, and is partial when one cannot be read', () => {
    const plain = (more: object = {}) => ({ model: 'claude-sonnet-5-5', input_tokens: 1, ...more });
    expect(read(plain())).toMatchObject({ complete: true, agentsKnown: true, ending: 'unknown', damaged: 0 });
    expect(read(plain(), 5)).toMatchObject({ complete: false, damaged: 1 });
    expect(read(plain(), plain({ input_tokens: -1 }))).toMatchObject({ complete: false, damaged: 1 });
    expect(read(plain({ model: '<synthetic>' }), plain()).requests).toHaveLength(1);
    expect(read(plain(), plain({ stop_reason: 'refusal' })).ending).toBe('refused');
    expect(read(plain({ stop_reason: 'refusal' }), plain()).ending).toBe('unknown');
    expect(read({ model: 'm', output_tokens: 1 }).requests).toHaveLength(1);
    expect(readUsage('[{"model":"m"}]')).toEqual([]);
    expect(readUsage('[{"model":5,"usage":{}}]')).toEqual([]);
  });
});

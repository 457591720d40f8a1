import { describe, expect, it } from 'vitest';
import { exactFromUsd } from '../../../src/usage/models/cost.ts';
import { readUsage } from '../../../src/usage/readers/read.ts';
import { readTranscripts } from '../../../src/usage/readers/transcript.ts';
import { mergeEvidence } from '../../../src/usage/session/evidence.ts';
import { observe } from '../../../src/usage/session/observation.ts';
import { costOfParts } from '../costs.ts';
import {
  observed,
  only,
  partTexts,
  resultEvidence,
  resultText,
  SAMPLES,
  table,
  today,
  transcriptEvidence,
  transcriptFiles,
  wholeEvidence,
  withLines,
} from '../sessions.ts';

describe('real outputs of Claude Code', () => {
  it.each(SAMPLES)(
    '%s: the computed cost is the one that the client reports, to the micro-dollar',
    (sample) => {
      const reported = exactFromUsd(JSON.parse(resultText(sample)).total_cost_usd);
      for (const evidence of [resultEvidence(sample), transcriptEvidence(sample), wholeEvidence(sample)]) {
        const observation = observe(evidence, table, today);
        const computed = costOfParts(observation.parts);
        expect(computed).toBe(reported);
        expect(observation.parts.every(({ basis }) => basis === 'computed')).toBe(true);
        expect(observation.notes).toEqual([]);
      }
    },
  );

  it('json: one request of the main loop', () => {
    const observation = observe(wholeEvidence('json'), table, today);
    expect(partTexts(observation)).toEqual(['main claude-haiku-4-5 11/7/3000/120/0 496 computed']);
    expect(observation).toMatchObject({ measured: 'full', ending: 'completed', turns: 1, durationMs: 192 });
    expect(observation.parts[0]).toMatchObject({ requests: 1, maxPromptTokens: 3131 });
  });

  it('sub: the sub-agent by its type, with its own model', () => {
    const observation = observe(wholeEvidence('sub'), table, today);
    expect(partTexts(observation)).toEqual([
      'main claude-sonnet-5-5 22/57/6000/240/0 1814 computed',
      'x claude-haiku-5-5 43/34/1100/50/0 39 computed',
    ]);
    expect(observation.measured).toBe('full');
    expect(observation.requestedModel).toBe('claude-sonnet-5-5');
    expect(observation.lastAt).toBe('2026-11-23T03:10:41Z');
  });

  it('sub: from the result alone the main loop is known, and that somebody used the other model', () => {
    expect(partTexts(observed(resultText('sub')))).toEqual([
      'main claude-sonnet-5-5 22/57/6000/240/0 1814 computed',
      'unknown claude-haiku-5-5 43/34/1100/50/0 39 computed',
    ]);
  });

  it('sub: from the transcript alone it is a lower bound', () => {
    expect(observe(transcriptEvidence('sub'), table, today).measured).toBe('partial');
  });

  it('maxturn: a run that was stopped has failed, and its sub-agent still counts', () => {
    const observation = observe(wholeEvidence('maxturn'), table, today);
    expect(observation.ending).toBe('failed');
    expect(partTexts(observation)).toHaveLength(2);
  });

  it('err404: an answer that the client wrote itself is not measured, although it calls it a success', () => {
    for (const evidence of [
      resultEvidence('err404'),
      transcriptEvidence('err404'),
      wholeEvidence('err404'),
    ]) {
      expect(observe(evidence, table, today)).toMatchObject({
        measured: 'none',
        parts: [],
        ending: 'failed',
      });
    }
  });

  it.each(SAMPLES)(
    '%s: broken off after any line, it is read as what it still is, and never as nothing',
    (sample) => {
      const whole = observe(wholeEvidence(sample), table, today);
      const most = costOfParts(whole.parts) ?? 0n;
      const check = (observation: typeof whole): void => {
        expect(costOfParts(observation.parts) ?? 0n).toBeLessThanOrEqual(most);
        const tokens = observation.parts.map(({ tokens: { input, output } }) => input + output);
        expect(tokens.every((sum) => sum > 0)).toBe(true);
        expect(observation.parts.length === 0).toBe(observation.measured === 'none');
      };
      const result = resultText(sample).split('\n');
      for (let lines = 1; lines < result.length; lines++) {
        for (const cut of [result.slice(0, lines).join('\n'), `${result.slice(0, lines).join('\n')} "`]) {
          for (const evidence of readUsage(cut)) check(observe(evidence, table, today));
        }
      }
      const files = transcriptFiles(sample);
      files.forEach((file, place) => {
        const text = file.text;
        // Before and after every line break, and in the middle of lines.
        const breaks = [...text.matchAll(/\n/g)].flatMap(({ index }) => [index, index + 1]);
        const middles = Array.from({ length: Math.ceil(text.length / 97) }, (_, part) => part * 97);
        for (const end of new Set([...breaks, ...middles])) {
          if (text.slice(end).trim() === '') continue;
          const cut = files.map((other, index) =>
            index === place ? { ...other, text: text.slice(0, end) } : other,
          );
          for (const evidence of readTranscripts(cut.map(withLines))) {
            const observation = observe(evidence, table, today);
            check(observation);
            expect(observation.measured).not.toBe('full');
          }
        }
      });
    },
  );

  it('a transcript of which only the question is left says that nothing was measured', () => {
    const [main] = transcriptFiles('sub');
    const first = main?.text.split('\n')[0] ?? '';
    const observation = observe(only(readUsage(first)), table, today);
    expect(observation).toMatchObject({ measured: 'none', session: '5328e1d6-4699-4c12-8b71-bcc77c536608' });
  });
});

/** A session as claude-code-action writes it: the main loop on haiku, one sub-agent on opus. */
function session(
  change: { readonly result?: object; readonly extra?: readonly object[] } = {},
): readonly object[] {
  const usage = (input: number, output: number, read: number, written: number): object => ({
    input_tokens: input,
    cache_creation_input_tokens: written,
    cache_read_input_tokens: read,
    output_tokens: output,
    service_tier: 'standard',
  });
  const base = { session_id: '6c1e' };
  return [
    { ...base, type: 'system', subtype: 'init', model: 'claude-haiku-5-5' },
    {
      ...base,
      type: 'assistant',
      uuid: 'a1',
      parent_tool_use_id: null,
      message: {
        id: 'msg_01',
        model: 'claude-haiku-5-5',
        content: [{ type: 'tool_use', id: 'toolu_1', name: 'Agent', input: { subagent_type: 'security' } }],
        usage: usage(12, 3, 0, 8100),
      },
    },
    {
      ...base,
      type: 'assistant',
      uuid: 'a2',
      parent_tool_use_id: 'toolu_1',
      agent_id: 'a7f3',
      subagent_type: 'security',
      message: { id: 'msg_02', model: 'claude-opus-5-5', content: [], usage: usage(40, 1, 9000, 0) },
    },
    {
      ...base,
      type: 'user',
      tool_use_result: {
        status: 'completed',
        agentId: 'a7f3',
        agentType: 'security',
        resolvedModel: 'claude-opus-5-5',
        modelsUsed: ['claude-opus-5-5'],
        totalDurationMs: 21000,
      },
    },
    ...(change.extra ?? []),
    ...(change.result === undefined ? [] : [{ ...base, type: 'result', ...change.result }]),
  ];
}

const done = {
  subtype: 'success',
  is_error: false,
  duration_ms: 48211,
  num_turns: 5,
  total_cost_usd: 0.016,
  usage: {
    input_tokens: 52,
    cache_creation_input_tokens: 8100,
    cache_read_input_tokens: 16200,
    output_tokens: 910,
  },
  modelUsage: {
    'claude-haiku-5-5': {
      inputTokens: 52,
      outputTokens: 910,
      cacheReadInputTokens: 16200,
      cacheCreationInputTokens: 8100,
      costUSD: 0.0016347,
      costBasis: 'list',
    },
    'claude-opus-5-5': {
      inputTokens: 40,
      outputTokens: 620,
      cacheReadInputTokens: 9000,
      cacheCreationInputTokens: 0,
      costUSD: 0.01436,
      costBasis: 'list',
    },
  },
};

function file(messages: readonly object[]): string {
  return JSON.stringify(messages, null, 2);
}

describe('an execution file', () => {
  it('counts what the sum of all models says, not the main loop’s usage nor the unfinished messages', () => {
    const observation = observed(file(session({ result: done })));
    expect(observation.source).toBe('claude-code-execution-file');
    expect(partTexts(observation)).toEqual([
      'main claude-haiku-5-5 52/910/16200/8100/0 1635 computed',
      'security claude-opus-5-5 40/620/9000/0/0 14360 computed',
    ]);
    expect(observation).toMatchObject({ measured: 'full', ending: 'completed', turns: 5, session: '6c1e' });
    expect(observation.parts[1]?.durationMs).toBe(21000);
    expect(observation.notes).toEqual([]);
  });

  it('is recognised whatever it is indented like, and as a stream with one message a line', () => {
    const stream = session({ result: done }).map((message) => JSON.stringify(message));
    const observation = observed(stream.join('\n'));
    expect(observation.source).toBe('claude-code-stream');
    expect(partTexts(observation)).toEqual(partTexts(observed(file(session({ result: done })))));
    expect(observed(`\ufeff\n ${JSON.stringify(session({ result: done }))}`).measured).toBe('full');
  });

  it('without a result is a lower bound', () => {
    const observation = observed(file(session()));
    expect(observation).toMatchObject({ measured: 'partial', ending: 'unknown', turns: null });
    expect(partTexts(observation)).toEqual([
      'main claude-haiku-5-5 12/3/0/8100/0 1015 computed',
      'security claude-opus-5-5 40/1/9000/0/0 1980 computed',
    ]);
  });

  it('takes several lines with one message id for one answer, at its largest', () => {
    const again = (output: number): object => ({
      type: 'assistant',
      session_id: '6c1e',
      uuid: `b${output}`,
      parent_tool_use_id: null,
      message: {
        id: 'msg_01',
        model: 'claude-haiku-5-5',
        content: [],
        usage: { input_tokens: 12, output_tokens: output },
      },
    });
    const observation = observed(file(session({ extra: [again(50), again(20)] })));
    expect(partTexts(observation)[0]).toBe('main claude-haiku-5-5 12/50/0/8100/0 1039 computed');
    expect(observation.parts[0]?.requests).toBe(1);
  });

  it('takes the last of several results and does not add them up', () => {
    const early = { ...done, type: 'result', session_id: '6c1e', num_turns: 1, modelUsage: {} };
    const observation = observed(file(session({ extra: [early], result: done })));
    expect(observation.turns).toBe(5);
    expect(partTexts(observation)).toEqual(partTexts(observed(file(session({ result: done })))));
  });

  it('calls an error what is named a success', () => {
    expect(observed(file(session({ result: { ...done, is_error: true } }))).ending).toBe('failed');
    expect(observed(file(session({ result: { ...done, is_error: undefined } }))).ending).toBe('failed');
    expect(observed(file(session({ result: { ...done, subtype: 'error_max_budget_usd' } }))).ending).toBe(
      'failed',
    );
  });

  it('is not measured when the client crashed and left zeros', () => {
    const zeros = {
      subtype: 'error_during_execution',
      is_error: true,
      total_cost_usd: 0,
      startup_failure_reason: 'x',
      usage: { input_tokens: 0, output_tokens: 0 },
      modelUsage: { 'claude-haiku-5-5': { inputTokens: 0, outputTokens: 0, costUSD: 0 } },
    };
    const text = file([{ type: 'result', session_id: 's', ...zeros }]);
    expect(observed(text)).toMatchObject({ measured: 'none', parts: [], ending: 'failed' });
    expect(observed(file(session({ result: zeros })))).toMatchObject({ measured: 'partial' });
  });

  it('books what nobody was seen to use on the client, where every sub-agent is accounted for', () => {
    const title = {
      'claude-haiku-4-5': { inputTokens: 300, outputTokens: 20, costUSD: 0.0004, costBasis: 'list' },
    };
    const result = { ...done, modelUsage: { ...done.modelUsage, ...title } };
    expect(partTexts(observed(file(session({ result }))))).toContain(
      'client claude-haiku-4-5 300/20/0/0/0 400 computed',
    );
    const background = {
      type: 'user',
      session_id: '6c1e',
      tool_use_result: {
        status: 'async_launched',
        agentId: 'b1',
        agentType: 'docs',
        resolvedModel: 'claude-haiku-4-5',
      },
    };
    const launch = {
      type: 'assistant',
      session_id: '6c1e',
      uuid: 'z',
      parent_tool_use_id: null,
      message: {
        id: 'msg_09',
        model: 'claude-haiku-5-5',
        content: [{ type: 'tool_use', id: 'toolu_9', name: 'Agent', input: { subagent_type: 'docs' } }],
        usage: { input_tokens: 1, output_tokens: 1 },
      },
    };
    expect(partTexts(observed(file(session({ extra: [launch, background], result }))))).toContain(
      'unknown claude-haiku-4-5 300/20/0/0/0 400 computed',
    );
  });

  it('gives a sub-agent whose text was not forwarded the model that its result names', () => {
    const [init, first, , told] = session();
    const messages = [init, first, told, { type: 'result', session_id: '6c1e', ...done }].filter(
      (message) => message !== undefined,
    );
    expect(partTexts(observed(file(messages)))).toContain(
      'security claude-opus-5-5 40/620/9000/0/0 14360 computed',
    );
  });

  it('does not guess which of two sub-agents used the rest of a model', () => {
    const other = {
      type: 'user',
      session_id: '6c1e',
      tool_use_result: {
        agentId: 'c1',
        agentType: 'docs',
        status: 'completed',
        modelsUsed: ['claude-opus-5-5'],
      },
    };
    const parts = partTexts(observed(file(session({ extra: [other], result: done }))));
    expect(parts).toContain('security claude-opus-5-5 40/1/9000/0/0 1980 computed');
    expect(parts).toContain('unknown claude-opus-5-5 0/619/0/0/0 12380 computed');
  });

  it('says only as much about the rest of a model as the source lets anybody know', () => {
    const answer = (by: object, id: string): object => ({
      type: 'assistant',
      session_id: '6c1e',
      uuid: id,
      parent_tool_use_id: null,
      ...by,
      message: { id, model: 'claude-opus-5-5', content: [], usage: { input_tokens: 10, output_tokens: 1 } },
    });
    const sum = (more: object): object => ({
      type: 'result',
      session_id: '6c1e',
      ...done,
      usage: null,
      modelUsage: { 'claude-opus-5-5': { inputTokens: 100, outputTokens: 9, ...more } },
    });
    const main = answer({}, 'm1');
    const named = answer({ agent_id: 'a', subagent_type: 'x' }, 'm2');
    const nameless = answer({ agent_id: 'b' }, 'm3');
    const read = (...messages: object[]): readonly string[] =>
      partTexts(observed(file([...messages, sum({})]))).map((text) => text.split(' ').slice(0, 3).join(' '));
    expect(read(main)).toEqual(['main claude-opus-5-5 100/9/0/0/0']);
    expect(read(named)).toEqual(['x claude-opus-5-5 100/9/0/0/0']);
    expect(read(nameless)).toEqual(['unknown claude-opus-5-5 100/9/0/0/0']);
    expect(read(main, named)).toEqual([
      'main claude-opus-5-5 10/1/0/0/0',
      'x claude-opus-5-5 10/1/0/0/0',
      'unknown claude-opus-5-5 80/7/0/0/0',
    ]);
    expect(read(named, nameless)).toEqual([
      'x claude-opus-5-5 10/1/0/0/0',
      'unknown claude-opus-5-5 90/8/0/0/0',
    ]);
    expect(read(main, nameless)).toEqual([
      'main claude-opus-5-5 10/1/0/0/0',
      'unknown claude-opus-5-5 90/8/0/0/0',
    ]);
  });

  it('does not call the client’s own what a sub-agent that nobody saw may have used', () => {
    const title = { 'claude-haiku-4-5': { inputTokens: 300, outputTokens: 20 } };
    const result = (spawned: number): object => ({
      ...done,
      modelUsage: { ...done.modelUsage, ...title },
      subagent_stats: { spawned },
    });
    expect(partTexts(observed(file(session({ result: result(1) }))))[2]).toMatch(/^client /);
    expect(partTexts(observed(file(session({ result: result(2) }))))[2]).toMatch(/^unknown /);
  });

  it('has no price for the rest of a model when the client reports less than the seen requests cost', () => {
    const own = { model: 'claude-haiku-5-5', input_tokens: 90_000, output_tokens: 0 };
    const evidence = only(readUsage(JSON.stringify([own, { ...own, agent: 'x' }])));
    const totals = [
      {
        model: 'claude-haiku-5-5',
        tokens: { input: 300_000, output: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0 },
        webSearches: 0,
        reported: exactFromUsd(0.001),
      },
    ];
    expect(partTexts(observe({ ...evidence, totals }, table, today))).toEqual([
      'main claude-haiku-5-5 90000/0/0/0/0 9000 computed',
      'x claude-haiku-5-5 90000/0/0/0/0 9000 computed',
      'unknown claude-haiku-5-5 120000/0/0/0/0 unpriced',
    ]);
  });

  it('takes the client’s cost where the price depends on the length of each prompt and only sums are there', () => {
    const big = { inputTokens: 90_000, outputTokens: 100, cacheReadInputTokens: 90_000, costUSD: 0.0099 };
    const text = (more: object): string =>
      JSON.stringify({
        type: 'result',
        session_id: 's',
        ...done,
        usage: { input_tokens: 90_000, output_tokens: 100, cache_read_input_tokens: 90_000 },
        modelUsage: { 'claude-haiku-5-5': { ...big, ...more } },
      });
    expect(partTexts(observed(text({ costBasis: 'list' })))).toEqual([
      'main claude-haiku-5-5 90000/100/90000/0/0 9900 reported',
    ]);
    expect(partTexts(observed(text({ costBasis: 'unknown' })))).toEqual([
      'main claude-haiku-5-5 90000/100/90000/0/0 unpriced',
    ]);
  });

  it('shares the client’s cost of what has no price by tokens, to the last fraction', () => {
    const use = (agent: string, tokens: number) => ({
      model: 'claude-opus-9',
      agent,
      usage: { input_tokens: tokens, output_tokens: 0 },
    });
    const evidence = only(readUsage(JSON.stringify([use('x', 100), use('y', 200), use('z', 600)])));
    const total = (tokens: number, usd: number) => ({
      model: 'claude-opus-9',
      tokens: { input: tokens, output: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0 },
      webSearches: 0,
      reported: exactFromUsd(usd),
    });
    const { parts } = observe({ ...evidence, totals: [total(900, 0.01)] }, table, today);
    expect(parts.map(({ cost }) => cost)).toEqual([
      11_111_111_111_111n,
      22_222_222_222_222n,
      66_666_666_666_667n,
    ]);
    expect(parts.map(({ basis }) => basis)).toEqual(['reported', 'reported', 'reported']);
  });

  it('takes the cost that a caller states of each request, where the table has no price', () => {
    const stated = { model: 'claude-opus-9', usage: { input_tokens: 5, output_tokens: 5 }, cost_usd: 0.25 };
    const { cost_usd: _, ...unstated } = stated;
    const read = (...list: readonly object[]) =>
      partTexts(observe(only(readUsage(JSON.stringify(list))), table, today));
    expect(read(stated, stated)).toEqual(['main claude-opus-9 10/10/0/0/0 500000 reported']);
    expect(read(stated, unstated)).toEqual(['main claude-opus-9 10/10/0/0/0 unpriced']);
  });

  it('says that it has no price, or the client’s, for a model that the table does not know', () => {
    const text = (costBasis: string): string =>
      JSON.stringify({
        type: 'result',
        session_id: 's',
        ...done,
        modelUsage: { 'claude-opus-9': { inputTokens: 5, outputTokens: 5, costUSD: 0.5, costBasis } },
      });
    expect(partTexts(observed(text('unknown')))).toEqual(['main claude-opus-9 5/5/0/0/0 unpriced']);
    expect(partTexts(observed(text('list')))).toEqual(['main claude-opus-9 5/5/0/0/0 500000 reported']);
  });

  it('says so when the client’s cost is not the table’s', () => {
    const modelUsage = {
      'claude-opus-5-5': { inputTokens: 1000, outputTokens: 0, costUSD: 0.005, costBasis: 'list' },
    };
    const observation = observed(JSON.stringify({ type: 'result', session_id: 's', ...done, modelUsage }));
    expect(observation.notes).toEqual([
      'claude-opus-5-5: the client reports 5000 micro-dollars, the price table gives 4000.',
    ]);
  });

  it('knows a provider’s id, and the context window’s mark, for the same model', () => {
    const modelUsage = {
      'claude-sonnet-5-5[1m]': { inputTokens: 1000, outputTokens: 0 },
      'eu.anthropic.claude-opus-5-5': {
        inputTokens: 1000,
        outputTokens: 0,
        canonicalModel: 'claude-opus-5-5',
      },
    };
    const text = JSON.stringify({ type: 'result', session_id: 's', ...done, usage: null, modelUsage });
    const models = observed(text).parts.map(({ model }) => model);
    expect(models).toEqual(['claude-sonnet-5-5', 'eu.anthropic.claude-opus-5-5']);
  });

  it('calls a refusal refused, and remembers who took over', () => {
    const refusal = {
      type: 'assistant',
      session_id: '6c1e',
      uuid: 'r',
      parent_tool_use_id: null,
      message: {
        id: 'msg_03',
        model: 'claude-haiku-5-5',
        content: [],
        stop_reason: 'refusal',
        usage: { input_tokens: 1, output_tokens: 1 },
      },
    };
    expect(observed(file(session({ extra: [refusal], result: done }))).ending).toBe('refused');
    const fallback = {
      type: 'system',
      subtype: 'model_refusal_fallback',
      session_id: '6c1e',
      original_model: 'claude-opus-5-5',
      fallback_model: 'claude-opus-5',
    };
    expect(observed(file(session({ extra: [fallback], result: done }))).fallbacks).toEqual([
      { from: 'claude-opus-5-5', to: 'claude-opus-5' },
    ]);
  });

  it('broken off at any place gives what is whole, and a note', () => {
    const text = file(session({ result: done }));
    for (let end = 1; end < text.length; end += 13) {
      for (const evidence of readUsage(text.slice(0, end))) {
        const observation = observe(evidence, table, today);
        expect(observation.measured).not.toBe('full');
        expect(observation.parts.length === 0).toBe(observation.measured === 'none');
      }
    }
    const most = observed(text.slice(0, -3));
    expect(most.measured).toBe('partial');
    expect(most.notes).toEqual(['1 line or value could not be read, or holds more than there can be.']);
  });

  it('does not take garbage for numbers', () => {
    const [init, first] = session();
    const bad = JSON.parse(JSON.stringify(first));
    for (const value of [-5, 1.5, '7', 1e300, [], {}]) {
      bad.message.usage.input_tokens = value;
      const observation = observed(file([init ?? {}, bad]));
      expect(observation).toMatchObject({ measured: 'none', parts: [] });
      expect(observation.notes).toEqual([
        '1 line or value could not be read, or holds more than there can be.',
      ]);
    }
  });

  it('does not take a text for a model id that could be something else', () => {
    const modelUsage = { 'opus\n::error::': { inputTokens: 1, outputTokens: 1 }, __proto__: null };
    const text = JSON.stringify({ type: 'result', session_id: 's', ...done, modelUsage });
    expect(observed(text).parts.map(({ model }) => model)).toEqual(['unreadable']);
  });
});

describe('an answer in which several models took part', () => {
  const request = (iterations: readonly object[]): string =>
    JSON.stringify([
      {
        model: 'claude-opus-5-5',
        id: 'm',
        usage: { input_tokens: 100, output_tokens: 50, iterations },
      },
    ]);

  it('is booked by iteration when a fallback served it', () => {
    const parts = partTexts(
      observed(
        request([
          { type: 'message', model: null, input_tokens: 60, output_tokens: 10 },
          { type: 'fallback_message', model: 'claude-opus-5', input_tokens: 40, output_tokens: 40 },
        ]),
      ),
    );
    expect(parts).toEqual([
      'main claude-opus-5-5 60/10/0/0/0 440 computed',
      'main claude-opus-5 40/40/0/0/0 1200 computed',
    ]);
  });

  it('adds a compaction, which the top level leaves out, and loses nothing that no iteration names', () => {
    const parts = partTexts(
      observed(
        request([
          { type: 'compaction', input_tokens: 1000, output_tokens: 10 },
          { type: 'message', input_tokens: 90, output_tokens: 50 },
        ]),
      ),
    );
    expect(parts).toEqual(['main claude-opus-5-5 1100/60/0/0/0 5600 computed']);
  });

  it('is one use when all iterations are its own model’s', () => {
    const parts = partTexts(
      observed(request([{ type: 'message', model: 'claude-opus-5-5', input_tokens: 1, output_tokens: 1 }])),
    );
    expect(parts).toEqual(['main claude-opus-5-5 100/50/0/0/0 1400 computed']);
  });
});

describe('transcripts', () => {
  const line = (more: object, usage: object = { input_tokens: 10, output_tokens: 5 }, id = 'm1'): string =>
    JSON.stringify({
      type: 'assistant',
      sessionId: 's1',
      isSidechain: false,
      requestId: 'r1',
      timestamp: '2026-10-06T23:59:59.999Z',
      message: { id, model: 'claude-sonnet-5-5', usage, content: [] },
      ...more,
    });
  const read = (
    ...files: { agentId?: string; meta?: object; lines: readonly string[] }[]
  ): readonly string[] => {
    const evidence = readTranscripts(
      files.map(({ agentId, meta, lines }) => ({ agentId: agentId ?? null, meta: meta ?? null, lines })),
    );
    return evidence.flatMap((found) => partTexts(observe(found, table, today)));
  };

  it('take the price of the day of each request', () => {
    const usage = { input_tokens: 0, output_tokens: 0, cache_read_input_tokens: 1_000_000 };
    expect(read({ lines: [line({}, usage)] })).toEqual([
      'main claude-sonnet-5-5 0/0/1000000/0/0 200000 computed',
    ]);
    expect(read({ lines: [line({ timestamp: '2026-10-07T00:00:00.000Z' }, usage)] })).toEqual([
      'main claude-sonnet-5-5 0/0/1000000/0/0 100000 computed',
    ]);
  });

  it('count a line that a sub-agent’s file repeats once, for the main loop', () => {
    expect(
      read(
        { lines: [line({})] },
        {
          agentId: 'a',
          meta: { agentType: 'x' },
          lines: [line({ requestId: 'other', isSidechain: true, agentId: 'a' })],
        },
      ),
    ).toEqual(['main claude-sonnet-5-5 10/5/0/0/0 70 computed']);
  });

  it('tell of an answer that two sessions have that it is one', () => {
    const [first, second] = readTranscripts([
      { agentId: null, meta: null, lines: [line({})] },
      {
        agentId: null,
        meta: null,
        lines: [line({ sessionId: 's2' }), line({ sessionId: 's2' }, undefined, 'm2')],
      },
    ]);
    const shared = (of: typeof first) => [...(of?.requests ?? [])].map((request) => request.shared);
    expect([shared(first), shared(second)]).toEqual([[1], [1, null]]);
  });

  it('know a sub-agent’s type from its meta file, its own lines, or the tool’s answer; else it has none', () => {
    const agent = (more: object): string => line({ agentId: 'a', isSidechain: true, ...more });
    const told = JSON.stringify({
      type: 'user',
      sessionId: 's1',
      toolUseResult: { agentId: 'a', agentType: 'told' },
    });
    expect(read({ agentId: 'a', meta: { agentType: 'meta' }, lines: [agent({})] })[0]).toMatch(/^meta /);
    expect(read({ agentId: 'a', lines: [agent({ attributionAgent: 'line' })] })[0]).toMatch(/^line /);
    expect(read({ lines: [told] }, { agentId: 'a', lines: [agent({})] })[0]).toMatch(/^told /);
    expect(read({ agentId: 'a', lines: [agent({})] })[0]).toMatch(/^unknown /);
    expect(read({ agentId: 'a', lines: [line({})] })[0]).toMatch(/^unknown /);
  });

  it('tell cache writes of an hour from those of five minutes', () => {
    const usage = {
      input_tokens: 0,
      output_tokens: 0,
      cache_creation_input_tokens: 100,
      cache_creation: { ephemeral_5m_input_tokens: 40, ephemeral_1h_input_tokens: 60 },
    };
    expect(read({ lines: [line({}, usage)] })).toEqual(['main claude-sonnet-5-5 0/0/0/40/60 340 computed']);
    const early = line({}, { input_tokens: 0, output_tokens: 0, cache_creation_input_tokens: 100 });
    expect(read({ lines: [early, line({}, usage)] })).toEqual([
      'main claude-sonnet-5-5 0/0/0/40/60 340 computed',
    ]);
    expect(read({ lines: [line({}, usage), early] })).toEqual([
      'main claude-sonnet-5-5 0/0/0/40/60 340 computed',
    ]);
  });

  it('leave out what no model wrote, and count what cannot be read', () => {
    const synthetic = line({
      message: { id: 'x', model: '<synthetic>', usage: { input_tokens: 9, output_tokens: 9 } },
    });
    const lines = [line({}), synthetic, '{"type":"assistant","usage":', 'null "usage"', ''];
    const found = only(readTranscripts([{ agentId: null, meta: null, lines }]));
    expect(found.requests).toHaveLength(1);
    expect(found.damaged).toBe(2);
    expect(observe(found, table, today).measured).toBe('partial');
  });

  it('add up with the client’s sum to exactly that sum, wherever the difference belongs', () => {
    const sums = only(readUsage(JSON.stringify({ type: 'result', session_id: 's1', ...done })));
    const mine = line({}, { input_tokens: 12, output_tokens: 910 }).replaceAll('sonnet', 'haiku');
    const theirs = line({ agentId: 'a' }, { input_tokens: 40, output_tokens: 600 }, 'm2').replaceAll(
      'sonnet',
      'opus',
    );
    const transcript = only(
      readTranscripts([
        { agentId: null, meta: null, lines: [mine] },
        { agentId: 'a', meta: { agentType: 'security' }, lines: [theirs] },
      ]),
    );
    for (const evidence of [mergeEvidence(sums, transcript), mergeEvidence(transcript, sums)]) {
      const observation = observe(evidence, table, today);
      expect(partTexts(observation)).toEqual([
        'main claude-haiku-5-5 52/910/16200/8100/0 1635 computed',
        'security claude-opus-5-5 40/620/9000/0/0 14360 computed',
      ]);
      expect(observation.measured).toBe('full');
    }
  });

  it('count more than the client’s sum where it began anew in between, and then call it partial', () => {
    const sums = only(readUsage(JSON.stringify({ type: 'result', session_id: 's1', ...done })));
    const more = line({}, { input_tokens: 999, output_tokens: 9999 }).replaceAll('sonnet', 'haiku');
    const transcript = only(readTranscripts([{ agentId: null, meta: null, lines: [more] }]));
    const observation = observe(mergeEvidence(sums, transcript), table, today);
    expect(observation.measured).toBe('partial');
    expect(partTexts(observation)[0]).toMatch(/^main claude-haiku-5-5 999\/9999\/16200\/8100\/0 /);
  });
});

describe('plain inputs', () => {
  it('are an answer of the Messages API, a list of them, or one a line', () => {
    const answer = {
      id: 'm',
      type: 'message',
      model: 'claude-opus-5-5',
      usage: { input_tokens: 10, output_tokens: 5 },
    };
    for (const text of [JSON.stringify(answer), JSON.stringify([answer]), `${JSON.stringify(answer)}\n`]) {
      expect(partTexts(observed(text))).toEqual(['main claude-opus-5-5 10/5/0/0/0 140 computed']);
      expect(observed(text).measured).toBe('full');
    }
  });

  it('may name agent, cost and session, and need no ids', () => {
    const one = {
      model: 'own-model',
      input_tokens: 1,
      output_tokens: 2,
      agent: 'SECURITY',
      cost_usd: 0.25,
      session: 'q',
    };
    const observation = observed(JSON.stringify([one, one]));
    expect(partTexts(observation)).toEqual(['SECURITY own-model 2/4/0/0/0 500000 reported']);
    expect(observation.session).toBe('q');
  });

  it('are partial when one of them cannot be read', () => {
    const good = { model: 'claude-opus-5-5', input_tokens: 1, output_tokens: 2 };
    expect(observed(JSON.stringify([good, 7, { ...good, input_tokens: -1 }])).measured).toBe('partial');
  });
});

describe('what is none of the formats', () => {
  it.each(['', ' \n', 'hello', '[]', '{}', '{"a":1}', '[1,2]', 'null', '\u0000\u0001'])(
    '%j is not read',
    (text) => {
      expect(readUsage(text)).toEqual([]);
    },
  );

  it('but the beginning of something is, as not measured', () => {
    for (const text of ['{', '[{"type":"sys', '{"type":"result","session_id"']) {
      expect(observe(only(readUsage(text)), table, today).measured).toBe('none');
    }
  });

  it('may be as deep as it likes', () => {
    for (const deep of ['['.repeat(1e6), '{"a":'.repeat(1e5), '[[[['.repeat(1e5) + ']'.repeat(10)]) {
      expect(() => readUsage(deep)).not.toThrow();
    }
  });
});

import { describe, expect, it } from 'vitest';
import { NO_TOKENS, type TokenCounts } from '../../../src/usage/models/tokens.ts';
import {
  type Ending,
  mergeEvidence,
  NO_TERMS,
  noEvidence,
  type ObservedRequest,
  type SessionEvidence,
} from '../../../src/usage/session/evidence.ts';
import { observe } from '../../../src/usage/session/observation.ts';
import { RequestLog } from '../../../src/usage/session/request-log.ts';
import { only, table, today } from '../sessions.ts';

function request(tokens: Partial<TokenCounts>, more: Partial<ObservedRequest> = {}): ObservedRequest {
  return {
    key: 'm1',
    asked: null,
    by: { agentId: null, agentType: null },
    uses: [{ model: 'claude-sonnet-5-5', tokens: { ...NO_TOKENS, ...tokens } }],
    terms: NO_TERMS,
    webSearches: 0,
    at: null,
    stopReason: null,
    reported: null,
    ...more,
  };
}

const source = (more: Partial<SessionEvidence>, name: SessionEvidence['source'] = 'claude-code-result') => ({
  ...noEvidence(name),
  ...more,
});
const transcript = (more: Partial<SessionEvidence>) => source(more, 'claude-code-transcript');

describe('two sources of one session', () => {
  const told = {
    session: 's1',
    mainTokens: NO_TOKENS,
    mainTerms: NO_TERMS,
    requestedModel: 'claude-opus-5-5',
    durationMs: 7,
    turns: 3,
    fallbacks: [{ from: 'a', to: 'b' }],
    attempt: {
      attempt: 1,
      agent: 'A',
      judging: false,
      outcome: null,
      quality: null,
      escalatedFromModel: null,
      escalationReason: null,
      escalationTrigger: null,
    },
  };

  it('say together what either says, and the first where both do', () => {
    expect(mergeEvidence(source(told), source({}))).toMatchObject(told);
    expect(mergeEvidence(source({}), source(told))).toMatchObject(told);
    const other = { ...told, session: 's2', durationMs: 8, turns: 4, fallbacks: [{ from: 'c', to: 'd' }] };
    expect(mergeEvidence(source(told), source(other))).toMatchObject(told);
  });

  it('are complete when both are, and as damaged as both together', () => {
    const merged = (a: boolean, b: boolean) =>
      mergeEvidence(source({ complete: a, damaged: 1 }), source({ complete: b, damaged: 2 }));
    expect(
      [merged(true, true), merged(true, false), merged(false, true)].map((each) => each.complete),
    ).toEqual([true, false, false]);
    expect(merged(true, true).damaged).toBe(3);
  });

  it('know the sub-agents when one of them does', () => {
    const known = (a: boolean, b: boolean) =>
      mergeEvidence(source({ agentsKnown: a }), source({ agentsKnown: b })).agentsKnown;
    expect([known(true, false), known(false, true), known(false, false)]).toEqual([true, true, false]);
    const report = (type: string) => ({ type, models: [], durationMs: null });
    const merged = mergeEvidence(
      source({ agents: new Map([['a', report('x')]]) }),
      source({
        agents: new Map([
          ['a', report('y')],
          ['b', report('z')],
        ]),
      }),
    );
    expect([...merged.agents].map(([id, { type }]) => `${id} ${type}`).sort()).toEqual(['a x', 'b z']);
  });

  it('leave no sub-agent without what only one of them knows of it', () => {
    const said = { type: null, models: ['m'], durationMs: null };
    const seen = { type: 'acme:x', models: [], durationMs: 7 };
    const whole = { type: 'acme:x', models: ['m'], durationMs: 7 };
    const of = (one: typeof said | typeof seen) => source({ agents: new Map([['a', one]]) });
    for (const merged of [mergeEvidence(of(said), of(seen)), mergeEvidence(of(seen), of(said))])
      expect(merged.agents.get('a')).toEqual(whole);
  });

  it('have the requests of the transcript, where it has any', () => {
    const one = [request({ input: 1 })];
    const two = [request({ input: 2 }), request({ input: 3 })];
    const of = (a: SessionEvidence, b: SessionEvidence) => mergeEvidence(a, b).requests;
    expect(of(source({ requests: one }), transcript({ requests: two }))).toEqual(two);
    expect(of(transcript({ requests: two }), source({ requests: one }))).toEqual(two);
    expect(of(source({ requests: one }), transcript({ requests: [] }))).toEqual(one);
    expect(of(transcript({ requests: [] }), source({ requests: one }))).toEqual(one);
  });

  it('are named after the one that sums up', () => {
    const named = (a: SessionEvidence, b: SessionEvidence) => mergeEvidence(a, b).source;
    expect(named(transcript({}), source({ totals: [] }))).toBe('claude-code-result');
    expect(named(source({ totals: [] }), transcript({}))).toBe('claude-code-result');
    expect(named(transcript({}), source({}))).toBe('claude-code-transcript');
    expect(named(transcript({ totals: [] }), source({ totals: [] }))).toBe('claude-code-transcript');
  });

  it('ended as badly as either says', () => {
    const order: readonly Ending[] = ['unknown', 'completed', 'failed', 'refused'];
    for (const [place, worse] of order.entries())
      for (const better of order.slice(0, place + 1)) {
        expect(mergeEvidence(source({ ending: worse }), source({ ending: better })).ending).toBe(worse);
        expect(mergeEvidence(source({ ending: better }), source({ ending: worse })).ending).toBe(worse);
      }
  });
});

describe('the lines of one answer', () => {
  const joined = (...requests: readonly ObservedRequest[]): ObservedRequest => {
    const log = new RequestLog();
    for (const each of requests) log.add(each);
    return only(log.requests());
  };
  const both = (a: ObservedRequest, b: ObservedRequest) => [joined(a, b), joined(b, a)];

  it('count at the largest of each class, whichever comes first', () => {
    for (const each of both(request({ input: 10, output: 1 }), request({ input: 9, output: 5 })))
      expect(only(each.uses).tokens).toEqual({ ...NO_TOKENS, input: 10, output: 5 });
    for (const each of both(request({ cacheWrite5m: 8 }), request({ cacheWrite1h: 8 })))
      expect(only(each.uses).tokens).toEqual({ ...NO_TOKENS, cacheWrite1h: 8 });
    for (const each of both(request({ cacheWrite5m: 8 }), request({ cacheWrite5m: 2, cacheWrite1h: 7 })))
      expect(only(each.uses).tokens).toEqual({ ...NO_TOKENS, cacheWrite5m: 2, cacheWrite1h: 7 });
  });

  it('count at the fuller one where they name other models', () => {
    const use = (model: string, input: number) => ({ model, tokens: { ...NO_TOKENS, input } });
    const two = [use('claude-opus-5-5', 5), use('claude-sonnet-5-5', 6)];
    for (const each of both(request({}, { uses: two }), request({ input: 10 })))
      expect(each.uses).toEqual(two);
    for (const each of both(request({}, { uses: two }), request({ input: 12 })))
      expect(each.uses).toEqual([use('claude-sonnet-5-5', 12)]);
    const other = [use('claude-opus-5-5', 3)];
    for (const each of both(request({}, { uses: other }), request({ input: 2, output: 0 })))
      expect(each.uses).toEqual(other);
  });

  it('belong to the main loop if one of them does, and pay the most searches once', () => {
    const by = { agentId: 'a', agentType: 'x' };
    for (const each of both(request({}, { by, webSearches: 2 }), request({}, { webSearches: 3 }))) {
      expect(each.by.agentId).toBeNull();
      expect(each.webSearches).toBe(3);
    }
    const other = { agentId: 'b', agentType: null };
    expect(joined(request({}, { by }), request({}, { by: other })).by).toEqual(by);
  });

  it('have the first time and the last stop that is told', () => {
    const early = request({}, { at: '2026-11-23T01:00:00Z', stopReason: 'tool_use' });
    const late = request({}, { at: '2026-11-23T02:00:00Z', stopReason: 'end_turn' });
    expect(joined(early, late)).toMatchObject({ at: early.at, stopReason: 'end_turn' });
    for (const each of both(early, request({})))
      expect(each).toMatchObject({ at: early.at, stopReason: 'tool_use' });
  });
});

describe('an observation', () => {
  it('tells when the session last got an answer', () => {
    const at = (hour: number) => request({ input: 1 }, { key: `m${hour}`, at: `2026-11-23T0${hour}:00:00Z` });
    const last = (...requests: readonly ObservedRequest[]) =>
      observe(source({ requests }), table, today).lastAt;
    expect(last(at(1), at(3), at(2))).toBe('2026-11-23T03:00:00Z');
    expect(last(request({}), at(1), request({}))).toBe('2026-11-23T01:00:00Z');
    expect(last(request({}))).toBeNull();
  });

  it('of a sub-agent lasted as long as all of its kind, as far as they say', () => {
    const agent = (id: string, key: string) =>
      request({ input: 1 }, { key, by: { agentId: id, agentType: null } });
    const report = (type: string, durationMs: number | null) => ({ type, models: [], durationMs });
    const evidence = source({
      requests: [request({ input: 1 }), agent('a', 'm2'), agent('b', 'm3'), agent('c', 'm4')],
      agents: new Map([
        ['a', report('x', 5)],
        ['b', report('x', 7)],
        ['c', report('y', null)],
        ['d', report('x', null)],
      ]),
    });
    expect(
      observe(evidence, table, today).parts.map(({ holder, durationMs, requests }) => [
        holder.kind === 'agent' ? holder.type : holder.kind,
        durationMs,
        requests,
      ]),
    ).toEqual([
      ['main', null, 1],
      ['x', 12, 2],
      ['y', null, 1],
    ]);
  });

  it('counts the searches that nobody was seen to make, once', () => {
    const total = (webSearches: number) => ({
      model: 'claude-sonnet-5-5',
      tokens: { ...NO_TOKENS, input: 1000 },
      webSearches,
      reported: null,
    });
    const cost = (seen: number, all: number) =>
      only(
        observe(
          source({ requests: [request({ input: 1000 }, { webSearches: seen })], totals: [total(all)] }),
          table,
          today,
        ).parts,
      ).cost;
    const micro = (amount: number) => BigInt(amount) * 10_000_000_000n;
    expect(cost(0, 0)).toBe(micro(2000));
    expect(cost(2, 2)).toBe(micro(22_000));
    expect(cost(2, 5)).toBe(micro(52_000));
    expect(cost(5, 2)).toBe(micro(52_000));
  });
});

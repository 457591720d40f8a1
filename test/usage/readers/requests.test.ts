import { describe, expect, it } from 'vitest';
import { readUsage } from '../../../src/usage/readers/read.ts';
import type { RequestsDocument, RunAttempt, RunRequest } from '../../../src/usage/readers/requests.ts';
import type { SessionEvidence } from '../../../src/usage/session/evidence.ts';
import { observe } from '../../../src/usage/session/observation.ts';
import { only, partTexts, table, today } from '../sessions.ts';

const AT = '2026-11-23T03:00:00Z';

function request(state: RunRequest['state'], input: number, more: object = {}): RunRequest {
  const usage = { input_tokens: input, output_tokens: 1 };
  return { state, at: AT, message: { id: 'm', model: 'claude-sonnet-5-5', usage, ...more } };
}

function attempt(requests: readonly RunRequest[], more: Partial<RunAttempt> = {}): RunAttempt {
  return {
    attempt: 2,
    judging: false,
    model: 'claude-sonnet-5-5',
    duration_ms: 500,
    outcome: 'fail',
    quality: 0.5,
    escalated_from_model: 'claude-haiku-5-5',
    escalation_reason: 'two tests fail',
    escalation_trigger: 'tests',
    requests,
    ...more,
  };
}

function read(...attempts: readonly unknown[]): readonly SessionEvidence[] {
  const document: Omit<RequestsDocument, 'attempts'> = {
    schema: 'haiku-first/requests@1',
    session: 's1',
    agent: 'TESTING',
  };
  return readUsage(JSON.stringify({ ...document, attempts }));
}

describe('what run writes of its own requests', () => {
  it('is evidence of each attempt, with what came of it', () => {
    const evidence = only(read(attempt([request('done', 10), request('done', 20)])));
    expect(evidence).toMatchObject({
      source: 'run',
      session: 's1',
      complete: true,
      agentsKnown: true,
      requestedModel: 'claude-sonnet-5-5',
      ending: 'unknown',
      durationMs: 500,
      turns: 2,
      attempt: {
        attempt: 2,
        agent: 'TESTING',
        judging: false,
        outcome: 'fail',
        quality: 0.5,
        escalatedFromModel: 'claude-haiku-5-5',
        escalationReason: 'two tests fail',
        escalationTrigger: 'tests',
      },
    });
    // The API may give two answers one id: here each request is one of its own.
    expect([...evidence.requests].map(({ key, at }) => [key, at])).toEqual([
      ['0 m', AT],
      ['1 m', AT],
    ]);
    const observation = observe(evidence, table, today);
    expect(partTexts(observation)).toEqual(['main claude-sonnet-5-5 30/2/0/0/0 80 computed']);
    expect(observation.measured).toBe('full');
  });

  it('of a judge is the client’s, and asks for no model', () => {
    const evidence = only(read(attempt([request('done', 10)], { judging: true })));
    expect(evidence).toMatchObject({ requestedModel: null, attempt: { judging: true } });
    expect(partTexts(observe(evidence, table, today))).toEqual([
      'client claude-sonnet-5-5 10/1/0/0/0 30 computed',
    ]);
  });

  it('is nothing where the API refused every request, which used nothing', () => {
    const refused: RunRequest = { state: 'refused', at: AT, message: null };
    expect(read(attempt([refused, refused]), attempt([]))).toEqual([]);
    expect(only(read(attempt([refused, request('done', 10)])))).toMatchObject({ turns: 1, complete: true });
  });

  it.each<[string, RunRequest, number]>([
    ['was sent, and nothing more is known', { state: 'open', at: AT, message: null }, 0],
    ['broke off', request('cut', 10), 1],
    ['cannot be read', request('done', -1), 0],
    ['has no message', { state: 'done', at: AT, message: null }, 0],
  ])('is a lower bound where a request %s', (_, one, seen) => {
    const evidence = only(read(attempt([request('done', 20), one])));
    expect(evidence).toMatchObject({ complete: false, turns: 2 });
    expect(evidence.requests).toHaveLength(1 + seen);
    expect(observe(evidence, table, today).measured).toBe('partial');
  });

  it('ended refused when its last answer was', () => {
    const refusal = request('done', 10, { stop_reason: 'refusal' });
    expect(only(read(attempt([request('done', 10), refusal]))).ending).toBe('refused');
    expect(only(read(attempt([refusal, request('done', 10)]))).ending).toBe('unknown');
  });

  it('says nothing that cannot be', () => {
    const report = (more: object): unknown =>
      only(read({ ...attempt([request('done', 1)]), ...more })).attempt;
    for (const value of [0, 1001, 1.5, '2']) expect(report({ attempt: value })).toMatchObject({ attempt: 1 });
    for (const value of [1, 1000]) expect(report({ attempt: value })).toMatchObject({ attempt: value });
    for (const value of [-0.1, 1.1, '1']) expect(report({ quality: value })).toMatchObject({ quality: null });
    for (const value of [0, 1]) expect(report({ quality: value })).toMatchObject({ quality: value });
    expect(report({ outcome: 'great', escalated_from_model: null })).toMatchObject({
      outcome: null,
      escalatedFromModel: null,
    });
    expect(read('x', null, { requests: 'x' }, { requests: ['x'] })).toEqual([]);
    expect(readUsage('{"schema":"haiku-first/requests@1"}')).toEqual([]);
  });
});

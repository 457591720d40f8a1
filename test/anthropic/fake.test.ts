import { describe, expect, it } from 'vitest';
import { KEY, startAnthropic } from '../support/anthropic/index.ts';
import { brokenTypes } from '../support/anthropic/types.ts';

const GOOD = {
  model: 'claude-haiku-5-5',
  max_tokens: 10,
  stream: true,
  messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
};

describe('the API for tests', () => {
  it('takes what the SDK’s types allow', async () => {
    expect(await brokenTypes([GOOD, { ...GOOD, output_config: { effort: 'high' } }])).toBe('');
  });

  it.each([
    { ...GOOD, maximum: 10 },
    { ...GOOD, max_tokens: '10' },
    { ...GOOD, stream: false },
    { ...GOOD, output_config: { effort: 'very' } },
    { ...GOOD, messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello', title: 'x' }] }] },
    { ...GOOD, messages: undefined },
  ])('does not take %j', async (body) => {
    expect(await brokenTypes([body])).toContain('error TS');
  });

  it('tells at its end what was wrong', async () => {
    const api = await startAnthropic();
    await fetch(`${api.url}/v1/messages`, {
      method: 'POST',
      headers: { 'x-api-key': KEY },
      body: JSON.stringify({ ...GOOD, maximum: 10 }),
    });
    await expect(api[Symbol.asyncDispose]()).rejects.toThrow(/"maximum"' does not exist/);
  });

  it('lets nobody in without credentials', async () => {
    await using api = await startAnthropic();
    const answer = await fetch(`${api.url}/v1/models/claude-haiku-5-5`, {
      headers: { 'x-api-key': 'wrong' },
    });
    expect(answer.status).toBe(401);
  });
});

import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import schema from '../../../schema/run.schema.json' with { type: 'json' };
import { startAnthropic } from '../../support/anthropic/index.ts';
import { RunShop } from './job.ts';

const fits = new Ajv2020({ strict: false }).compile(schema);

it('answers on the model of the cell, and says what it cost', async () => {
  await using api = await startAnthropic();
  using shop = new RunShop(api);
  api.script = () => ({ answer: 'All is tested.', usage: { input_tokens: 1000, output_tokens: 200 } });
  const { exitCode, json } = await shop.job(['--agent', 'TESTING', '--work-item', 'pr-12']);
  expect(exitCode).toBe(0);
  expect(json).toMatchObject({
    decision: 'run',
    tier: 'sonnet',
    model: 'claude-sonnet-5-5',
    outcome: 'unknown',
    answer: 'All is tested.',
    stop_reason: 'end_turn',
    cost_microusd: 4000,
    attempts: [{ attempt: 1, tier: 'sonnet', outcome: 'unknown', check: null }],
  });
  expect(json.records).toMatchObject([
    {
      agent: 'TESTING',
      model_used: 'claude-sonnet-5-5',
      attempt: 1,
      work_item: 'pr-12',
      source: 'run',
      measured: 'full',
      turns: 1,
      outcome: 'unknown',
      cost_microusd: 4000,
      tokens: { input: 1000, output: 200 },
    },
  ]);
  expect(fits(json), JSON.stringify(fits.errors)).toBe(true);
  expect(api.asked).toEqual({ 'claude-sonnet-5-5': 1 });
});

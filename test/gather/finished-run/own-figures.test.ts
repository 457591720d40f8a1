import { describe, expect, it } from 'vitest';
import { withOwnFigures } from '../../../src/gather/finished-run/index.ts';
import { extendTable } from '../../../src/usage/models/models.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { ALLOCATION, record } from '../../report/records.ts';

const RULES = {
  allocation: ALLOCATION,
  table: shippedModels(),
};

/** A hundred million tokens: $400 on opus, and on no model less than $10. */
const tokens = { input: 100_000_000, output: 0, cache_read: 0, cache_write_5m: 0, cache_write_1h: 0 };
const NOTHING = { ...tokens, input: 0 };
const OPUS = 'claude-opus-5-5';

function judged(change: Partial<UsageRecord>, rules: typeof RULES | null = RULES) {
  const { usage, remarks } = withOwnFigures({ records: [record(change)] }, rules);
  const [found] = usage.records;
  if (found === undefined) throw new Error('it was lost');
  return { ...found, remarks };
}

/** A job's claim of a cost, in the only form that a record may have. */
const claims = (cost: number | null): Partial<UsageRecord> => ({
  cost_microusd: cost,
  cost_basis: cost === null ? 'unpriced' : 'reported',
});
const ofModel = (model: string | null): Partial<UsageRecord> =>
  model === null ? { model_used: null, measured: 'none' } : { model_used: model };

describe('the figures of a record, whatever the job claims', () => {
  const large = 900_000_000;
  it.each<
    [model: string | null, claimed: number | null, cost: number | null, basis: UsageRecord['cost_basis']]
  >([
    // What has a price costs at least that.
    [OPUS, 0, 400_000_000, 'computed'],
    [OPUS, null, 400_000_000, 'computed'],
    [OPUS, 1, 400_000_000, 'computed'],
    [OPUS, 400_000_000, 400_000_000, 'reported'],
    [OPUS, large, large, 'reported'],
    // What has none is unpriced, and no claim makes it free, or as good as free.
    ['mystery-1', 0, null, 'unpriced'],
    ['mystery-1', null, null, 'unpriced'],
    ['mystery-1', 1, null, 'unpriced'],
    ['mystery-1', large, large, 'reported'],
    [null, 0, null, 'unpriced'],
    [null, null, null, 'unpriced'],
    [null, 1, null, 'unpriced'],
    [null, large, large, 'reported'],
  ])('on %s, claimed to cost %s: %s, %s', (model, claimed, cost, basis) => {
    for (const tier of ['haiku', 'opus', null]) {
      for (const rules of [RULES, null]) {
        const found = judged({ ...ofModel(model), tier_used: tier, tokens, ...claims(claimed) }, rules);
        expect(found).toMatchObject({ cost_microusd: cost, cost_basis: basis });
        if (rules !== null || model === null) expect(found.tier_used).toBe(model === OPUS ? 'opus' : null);
        if (found.cost_microusd !== claimed || found.tier_used !== tier) {
          expect(found.claimed).toEqual({
            ...(claimed === null ? {} : { cost_microusd: claimed }),
            ...(tier === null ? {} : { tier_used: tier }),
          });
          expect(found.remarks).toHaveLength(1);
          expect(found.remarks[0]).not.toContain('$0');
        } else {
          expect(found).not.toHaveProperty('claimed');
          expect(found.remarks).toEqual([]);
        }
      }
    }
  });

  it.each([OPUS, 'mystery-1', null])('that used nothing are nothing: %s', (model) => {
    expect(judged({ ...ofModel(model), tokens: NOTHING, ...claims(0) }).cost_microusd).toBe(0);
  });

  it.each([OPUS, null])('that nobody measured cost what nobody knows, and not nothing: %s', (model) => {
    const found = judged({ model_used: model, measured: 'none', tokens: null, ...claims(0) });
    expect(found).toMatchObject({
      cost_microusd: null,
      cost_basis: 'unmeasured',
      claimed: { cost_microusd: 0 },
    });
  });

  it('of a model that the allocation gives for nothing are nothing, and make no other one free', () => {
    const price = { input: 0, output: 0, cache_read: 0, cache_write_5m: 0, cache_write_1h: 0 };
    const table = extendTable(RULES.table, [{ id: 'local-1', line: 'haiku', prices: [price] }]);
    const rules = { ...RULES, table };
    expect(judged({ model_used: 'local-1', tokens, ...claims(0) }, rules)).toMatchObject({
      cost_microusd: 0,
      tier_used: 'haiku',
    });
    for (const cost of [0, 1])
      expect(judged({ model_used: 'mystery-1', tokens, ...claims(cost) }, rules).cost_microusd).toBeNull();
  });

  it('are unpriced and not free, however few the tokens are', () => {
    expect(
      judged({ model_used: 'mystery-1', tokens: { ...NOTHING, cache_read: 1 }, ...claims(0) }),
    ).toMatchObject({
      cost_microusd: null,
      cost_basis: 'unpriced',
    });
  });
});

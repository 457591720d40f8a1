import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MicroUsd } from '../../../src/allocation/names.ts';
import { type IsoDate, parseDate } from '../../../src/time/week.ts';
import {
  addCosts,
  exactFromMicroUsd,
  exactFromUsd,
  NO_COST,
  type PricedRequest,
  requestCost,
  roundCost,
  totalCost,
} from '../../../src/usage/models/cost.ts';
import { extendTable } from '../../../src/usage/models/models.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { NO_TOKENS, type TokenCounts } from '../../../src/usage/models/tokens.ts';

const table = shippedModels();

function day(text: string): IsoDate {
  const parsed = parseDate(text);
  if (parsed === null) throw new Error(`${text} is no date`);
  return parsed;
}

function request(
  model: string,
  tokens: Partial<TokenCounts>,
  more: Partial<PricedRequest> = {},
): PricedRequest {
  return {
    model,
    tokens: { ...NO_TOKENS, ...tokens },
    day: day('2026-11-23'),
    service: 'standard',
    fast: false,
    geo: null,
    webSearches: 0,
    ...more,
  };
}

/** In micro-dollars; 'unpriced' is a word, so that no test can take it for a number. */
function cost(priced: PricedRequest): number | 'unpriced' {
  const exact = requestCost(table, priced);
  return exact === null ? 'unpriced' : roundCost(exact);
}

const million = 1_000_000;

describe('the cost of a request', () => {
  it.each(['us', 'eu', 'apac', 'au', 'jp', 'us-gov'])('is a tenth more at the region %s, once', (region) => {
    const tokens = { input: million };
    expect(cost(request(`${region}.anthropic.claude-opus-5-5`, tokens))).toBe(4_400_000);
    expect(cost(request(`${region}.anthropic.claude-opus-5-5`, tokens, { geo: 'us' }))).toBe(4_400_000);
  });

  it('is the list price at a bare or a global id', () => {
    expect(cost(request('anthropic.claude-opus-5-5', { input: million }))).toBe(4_000_000);
    expect(cost(request('global.anthropic.claude-opus-5-5', { input: million }))).toBe(4_000_000);
  });

  it('counts each class of tokens at its own rate', () => {
    expect(cost(request('claude-opus-5-5', { input: million }))).toBe(4_000_000);
    expect(cost(request('claude-opus-5-5', { output: million }))).toBe(20_000_000);
    expect(cost(request('claude-opus-5-5', { cacheRead: million }))).toBe(200_000);
    expect(cost(request('claude-opus-5-5', { cacheWrite5m: million }))).toBe(5_000_000);
    expect(cost(request('claude-opus-5-5', { cacheWrite1h: million }))).toBe(8_000_000);
  });

  it('charges the whole request, output included, at the band of its prompt', () => {
    expect(cost(request('claude-haiku-5-5', { input: 100_000, output: 1000 }))).toBe(10_500);
    expect(cost(request('claude-haiku-5-5', { input: 100_001, output: 1000 }))).toBe(52_501);
  });

  it('measures the prompt with cache reads and both kinds of cache writes, and without the output', () => {
    const base = { input: 25_000, cacheRead: 25_000, cacheWrite5m: 25_000, cacheWrite1h: 25_000 };
    const short = cost(request('claude-haiku-5-5', { ...base, output: 90_000 }));
    expect(short).toBe(2500 + 250 + 3125 + 5000 + 45_000);
    for (const name of ['input', 'cacheRead', 'cacheWrite5m', 'cacheWrite1h'] as const) {
      const long = cost(request('claude-haiku-5-5', { ...base, output: 90_000, [name]: 25_001 }));
      expect(long, name).toBeGreaterThanOrEqual(5 * Number(short));
    }
  });

  it('takes the prices of the day', () => {
    const reads = { cacheRead: million };
    expect(cost(request('claude-sonnet-5-5', reads, { day: day('2026-10-06') }))).toBe(200_000);
    expect(cost(request('claude-sonnet-5-5', reads, { day: day('2026-10-07') }))).toBe(100_000);
  });

  it('takes a price that holds on one day for that day alone', () => {
    const price = { input: 1, output: 1, cache_read: 1, cache_write_5m: 1, cache_write_1h: 1 };
    const own = extendTable(table, [
      {
        id: 'mine',
        line: 'haiku',
        prices: [
          { ...price, to: '2026-11-22' },
          { ...price, from: '2026-11-23', to: '2026-11-23', input: 7 },
        ],
      },
    ]);
    const on = (text: string): number | null => {
      const exact = requestCost(own, request('mine', { input: million }, { day: day(text) }));
      return exact === null ? null : roundCost(exact);
    };
    expect(['2026-11-22', '2026-11-23', '2026-11-24'].map(on)).toEqual([1_000_000, 7_000_000, null]);
  });

  it('halves a batch, doubles the fast mode, adds a tenth for the us', () => {
    expect(cost(request('claude-opus-5-5', { input: million }, { service: 'batch' }))).toBe(2_000_000);
    expect(cost(request('claude-opus-5-5', { output: million }, { fast: true }))).toBe(40_000_000);
    expect(cost(request('claude-opus-5-5', { input: million }, { geo: 'us' }))).toBe(4_400_000);
    expect(cost(request('claude-opus-5-5', { input: million }, { geo: 'us', service: 'batch' }))).toBe(
      2_200_000,
    );
    for (const geo of ['global', '', 'not_available']) {
      expect(cost(request('claude-opus-5-5', { input: million }, { geo })), geo).toBe(4_000_000);
    }
  });

  it('adds a cent for each web search', () => {
    expect(cost(request('claude-opus-5-5', { input: 1000 }, { webSearches: 3 }))).toBe(34_000);
  });

  it('knows no price where the table has none, which is not the same as nothing', () => {
    const tokens = { input: million };
    expect(cost(request('claude-opus-9', tokens))).toBe('unpriced');
    expect(cost(request('claude-mythos-5-2', tokens))).toBe('unpriced');
    expect(cost(request('claude-opus-9', {}))).toBe('unpriced');
    expect(cost(request('claude-haiku-5-5', tokens, { fast: true }))).toBe('unpriced');
    expect(cost(request('claude-opus-5-5', tokens, { fast: true, service: 'batch' }))).toBe('unpriced');
    expect(cost(request('claude-opus-5-5', tokens, { geo: 'mars' }))).toBe('unpriced');
    expect(cost(request('claude-opus-5-5', tokens, { geo: 'toString' }))).toBe('unpriced');
    expect(cost(request('claude-haiku-4-5', tokens, { geo: 'us' }))).toBe('unpriced');
    expect(cost(request('claude-opus-4-8', tokens, { fast: true, day: day('2026-11-29') }))).toBe(10_000_000);
    expect(cost(request('claude-opus-4-8', tokens, { fast: true, day: day('2026-11-30') }))).toBe('unpriced');
  });

  it('has no price for a prompt beyond the last band', () => {
    const price = { input: 1, output: 1, cache_read: 1, cache_write_5m: 1, cache_write_1h: 1 };
    const own = extendTable(table, [
      { id: 'm', line: 'haiku', prices: [{ ...price, up_to_prompt_tokens: 10 }] },
    ]);
    expect(requestCost(own, request('m', { input: 10 }))).not.toBeNull();
    expect(requestCost(own, request('m', { input: 11 }))).toBeNull();
  });
});

describe('the cost of sums', () => {
  it('is known where the model has one band', () => {
    const total = totalCost(table, request('claude-sonnet-5-5', { input: 5 * million }));
    expect(total === null ? null : roundCost(total)).toBe(10_000_000);
  });

  it('is known below the first band, and not beyond, where one request might have been short', () => {
    expect(totalCost(table, request('claude-haiku-5-5', { input: 100_000 }))).not.toBeNull();
    expect(totalCost(table, request('claude-haiku-5-5', { input: 100_001 }))).toBeNull();
  });
});

describe('rounding', () => {
  it('rounds half a micro-dollar up, once', () => {
    const half = requestCost(table, request('claude-sonnet-5', { cacheRead: 5 }));
    const halves = requestCost(table, request('claude-haiku-5-5', { input: 5 }));
    expect(half === null ? null : roundCost(half)).toBe(1);
    expect(halves === null ? null : roundCost(halves)).toBe(1);
    expect(halves === null ? null : roundCost(addCosts(halves, halves))).toBe(1);
    const below = requestCost(table, request('claude-haiku-5-5', { input: 4 }));
    expect(below === null ? null : roundCost(below)).toBe(0);
  });

  it('takes the noise out of what a client reports', () => {
    expect(exactFromUsd(0.0011220000000000002)).toBe(exactFromMicroUsd(1122 as MicroUsd));
    const reported = exactFromUsd(3.855e-5);
    expect(reported === null ? null : roundCost(reported)).toBe(39);
    const half = exactFromUsd(0.0000385);
    expect(half === null ? null : roundCost(half)).toBe(39);
    for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1e300])
      expect(exactFromUsd(wrong)).toBeNull();
  });

  it('never depends on the order or the grouping of requests', () => {
    const tokens = fc.record({
      input: fc.nat(1_000_000),
      output: fc.nat(100_000),
      cacheRead: fc.nat(10_000_000),
      cacheWrite5m: fc.nat(1_000_000),
      cacheWrite1h: fc.nat(1_000_000),
    });
    const models = fc.constantFrom(...table.rows.filter((row) => row.prices.length > 0).map((row) => row.id));
    const requests = fc.array(fc.tuple(models, tokens, fc.boolean(), fc.constantFrom('us', null)), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(requests, (list) => {
        const known = list.map(([model, counts, batch, geo]) => {
          const oldModel = table.index.get(model)?.geoPercent.us === undefined;
          return (
            requestCost(
              table,
              request(model, counts, { service: batch ? 'batch' : 'standard', geo: oldModel ? null : geo }),
            ) ?? NO_COST
          );
        });
        const forwards = known.reduce(addCosts, NO_COST);
        const backwards = [...known].reverse().reduce(addCosts, NO_COST);
        expect(forwards).toBe(backwards);
        const floating = list.length === 0 ? 0 : Number(forwards) / 1e10;
        expect(Math.abs(roundCost(forwards) - floating)).toBeLessThanOrEqual(0.51 + floating * 1e-9);
      }),
    );
  });
});

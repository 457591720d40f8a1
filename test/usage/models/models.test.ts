import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { type IsoDate, parseDate } from '../../../src/time/week.ts';
import {
  type AddedModel,
  checkAddedModels,
  compareGenerations,
  extendTable,
  findModel,
  idsOf,
  lifecycleOn,
  lineRank,
  type ModelRow,
} from '../../../src/usage/models/models.ts';
import { modelTableVersion, shippedModels } from '../../../src/usage/models/shipped.ts';

const table = shippedModels();

function model(id: string): ModelRow {
  const found = findModel(table, id);
  if (found === null) throw new Error(`${id} is not in the table`);
  return found;
}

function day(text: string): IsoDate {
  const parsed = parseDate(text);
  if (parsed === null) throw new Error(`${text} is no date`);
  return parsed;
}

describe('the shipped table of models', () => {
  it('gives each id to one model', () => {
    const ids = table.rows.flatMap(idsOf);
    const shared = ids.filter((id, place) => ids.indexOf(id) !== place);
    expect(shared).toEqual([]);
  });

  it('has the ids of every region at Bedrock for every model, and they find it', () => {
    for (const row of table.rows) {
      const [bare = '', ...more] = row.providers.bedrock ?? [];
      const regions = ['global', 'us', 'eu', 'apac', 'au', 'jp', 'us-gov'];
      expect(more, row.id).toEqual(regions.map((region) => `${region}.${bare}`));
      for (const id of [bare, ...more]) expect(findModel(table, id)?.id, id).toBe(row.id);
    }
  });

  it('is dated, and so are its rows', () => {
    expect(parseDate(modelTableVersion)).toBe(modelTableVersion);
    for (const row of table.rows) {
      const dates = [row.released, row.deprecatedAt, row.retiresAt, row.retiresNotBefore];
      const priceDates = [...row.prices, ...row.fast].flatMap(({ from, to }) => [from, to]);
      for (const date of [...dates, ...priceDates]) {
        if (date !== null) expect(parseDate(date), `${row.id} ${date}`).toBe(date);
      }
    }
  });

  it('has whole, positive prices, and one price for each day and prompt length', () => {
    for (const row of table.rows) {
      const ends = row.prices.map(({ from, to }) => [from ?? '', to ?? '9999'] as const);
      ends.forEach(([from], place) => {
        if (place > 0) expect(from > (ends[place - 1]?.[1] ?? ''), row.id).toBe(true);
      });
      for (const { bands, source } of row.prices) {
        expect(source, row.id).not.toBe('');
        expect(bands.at(-1)?.upToPromptTokens, row.id).toBeNull();
        for (const price of bands.flatMap(({ rates }) => Object.values(rates))) {
          expect(Number.isSafeInteger(price) && price > 0, `${row.id} ${price}`).toBe(true);
        }
      }
    }
  });

  it('keeps the promise of at least a year, and never has a date of retirement without deprecation', () => {
    for (const row of table.rows) {
      if (row.retiresAt !== null) expect(row.lifecycle, row.id).not.toBe('active');
      if (row.released !== null && row.retiresNotBefore !== null) {
        expect(row.retiresNotBefore > row.released, row.id).toBe(true);
      }
    }
  });

  it('finds a model by its id, a dated alias or a provider id, and by nothing else', () => {
    for (const id of [
      'claude-haiku-4-5',
      'claude-haiku-4-5-20251001',
      'anthropic.claude-haiku-4-5-20251001-v1:0',
      'global.anthropic.claude-haiku-4-5-20251001-v1:0',
      'claude-haiku-4-5@20251001',
    ]) {
      expect(findModel(table, id)?.id, id).toBe('claude-haiku-4-5');
    }
    for (const id of [
      'claude-haiku-4',
      'claude-haiku-4-5-20990101',
      'claude-sonnet-5-6',
      'haiku',
      '',
      '__proto__',
    ]) {
      expect(findModel(table, id), id).toBeNull();
    }
  });

  it('does not take one model for another whose id it starts with', () => {
    expect(model('claude-sonnet-5-5').prices.at(-1)?.bands[0]?.rates.cacheRead).toBe(100_000);
    expect(model('claude-sonnet-5').prices.at(-1)?.bands[0]?.rates.cacheRead).toBe(200_000);
  });

  it('charges a long prompt to Haiku 5.5 five times as much', () => {
    const bands = model('claude-haiku-5-5').prices[0]?.bands ?? [];
    expect(bands.map((band) => band.upToPromptTokens)).toEqual([100_000, null]);
    expect(bands.map((band) => band.rates.input)).toEqual([100_000, 500_000]);
    expect(bands[0]?.rates.cacheRead).toBe(10_000);
  });

  it('ranks the lines from haiku to mythos', () => {
    expect(lineRank('haiku')).toBeLessThan(lineRank('sonnet'));
    expect(lineRank('sonnet')).toBeLessThan(lineRank('opus'));
    expect(lineRank('opus')).toBeLessThan(lineRank('fable'));
    expect(lineRank('fable')).toBeLessThan(lineRank('mythos'));
  });

  it('knows which of two models of a line is older', () => {
    expect(compareGenerations(model('claude-opus-4-8'), model('claude-opus-5'))).toBeLessThan(0);
    expect(compareGenerations(model('claude-opus-5-5'), model('claude-opus-5'))).toBeGreaterThan(0);
    expect(compareGenerations(model('claude-opus-5'), model('claude-opus-5'))).toBe(0);
    expect(compareGenerations(model('claude-opus-4-8'), model('claude-sonnet-5'))).toBeNull();
  });

  it('holds a model for retired from the day after its last day', () => {
    const sonnet = model('claude-sonnet-4-5');
    expect(lifecycleOn(sonnet, day('2026-11-30'))).toBe('deprecated');
    expect(lifecycleOn(sonnet, day('2026-12-01'))).toBe('retired');
    expect(lifecycleOn(model('claude-opus-4-5'), day('2026-12-01'))).toBe('active');
  });
});

describe('rows that an allocation adds', () => {
  it('may still be of a regional id alone, with its own prices and no other line', () => {
    const id = 'eu.anthropic.claude-opus-5-5';
    const extended = extendTable(table, [{ id, line: 'opus' }]);
    expect(findModel(extended, id)).toMatchObject({ id, line: 'opus', generation: [5, 5] });
    expect(findModel(extended, 'claude-opus-5-5')?.id).toBe('claude-opus-5-5');
    expect(checkAddedModels(table, [{ id, line: 'fable' }])).not.toEqual([]);
    expect(checkAddedModels(table, [{ id: 'anthropic.claude-opus-5-5', line: 'opus' }])).not.toEqual([]);
  });

  const price = { input: 0.01, output: 7, cache_read: 0.1, cache_write_5m: 1.25, cache_write_1h: 2 };

  it('make a model known, with its prices in micro-dollars', () => {
    const extended = extendTable(table, [
      {
        id: 'claude-opus-6',
        line: 'opus',
        providers: { bedrock: 'anthropic.claude-opus-6' },
        prices: [price],
      },
    ]);
    const added = findModel(extended, 'anthropic.claude-opus-6');
    expect(added?.id).toBe('claude-opus-6');
    expect(added?.lifecycle).toBe('active');
    expect(added?.prices[0]?.bands[0]?.rates.input).toBe(10_000);
    expect(findModel(table, 'claude-opus-6')).toBeNull();
  });

  it('may have a price for one day, and no two on one', () => {
    const checked = (...prices: AddedModel['prices'] & object): readonly string[] =>
      checkAddedModels(table, [{ id: 'mine', line: 'haiku', prices }]).map(({ what }) => what);
    const next = { ...price, from: '2026-11-24' };
    expect(checked({ ...price, from: '2026-11-23', to: '2026-11-23' }, next)).toEqual([]);
    expect(checked({ ...price, from: '2026-11-23', to: '2026-11-24' }, next)).toHaveLength(1);
  });

  it('may state bands and periods in any order', () => {
    const extended = extendTable(table, [
      {
        id: 'claude-haiku-6',
        line: 'haiku',
        prices: [
          { ...price, from: '2027-01-01' },
          { ...price, from: '2027-01-01', up_to_prompt_tokens: 1000, input: 0.5 },
          { ...price, to: '2026-12-31', input: 3 },
        ],
      },
    ]);
    const periods = findModel(extended, 'claude-haiku-6')?.prices ?? [];
    expect(periods.map(({ from, to }) => [from, to])).toEqual([
      ['2027-01-01', null],
      [null, '2026-12-31'],
    ]);
    expect(periods[0]?.bands.map((band) => band.upToPromptTokens)).toEqual([1000, null]);
  });

  it('may not postpone the retirement that is announced for a shipped model', () => {
    const row = { id: 'claude-sonnet-4-5', line: 'sonnet' as const, retires_at: '2030-01-01' };
    expect(checkAddedModels(shippedModels(), [row]).map(({ what }) => what)).toEqual([
      'claude-sonnet-4-5 retires on 2026-11-30, not later.',
    ]);
  });

  it('may bring new prices, a later lifecycle and provider ids for a shipped model', () => {
    const extended = extendTable(table, [
      {
        id: 'claude-opus-5',
        line: 'opus',
        lifecycle: 'deprecated',
        retires_at: '2027-08-01',
        providers: { bedrock: 'eu.anthropic.claude-opus-5' },
        prices: [price],
      },
    ]);
    const opus = findModel(extended, 'claude-opus-5');
    expect(opus?.lifecycle).toBe('deprecated');
    expect(opus?.retiresAt).toBe('2027-08-01');
    expect(opus?.prices).toHaveLength(1);
    expect(opus?.providers.bedrock?.slice(0, 3)).toEqual([
      'eu.anthropic.claude-opus-5',
      'anthropic.claude-opus-5',
      'global.anthropic.claude-opus-5',
    ]);
    expect(findModel(extended, 'eu.anthropic.claude-opus-5')?.id).toBe('claude-opus-5');
    expect(extended.rows).toHaveLength(table.rows.length);
  });

  it('leave as it was what they do not state of a shipped model', () => {
    for (const row of table.rows) {
      const { id, line, lifecycle } = row;
      const same = findModel(extendTable(table, [{ id, line, lifecycle }]), id);
      expect(same).toEqual(row);
    }
    const retires = { id: 'claude-sonnet-4-5', line: 'sonnet' as const, retires_at: '2026-11-30' };
    expect(checkAddedModels(table, [retires])).toEqual([]);
    expect(checkAddedModels(table, [{ ...retires, retires_at: '2026-11-29' }])).toEqual([]);
    expect(checkAddedModels(table, [{ id: 'mine', line: 'haiku', retires_at: '2030-01-01' }])).toEqual([]);
  });

  it('of a new model say nothing of what nobody knows', () => {
    const added = findModel(extendTable(table, [{ id: 'mine', line: 'haiku' }]), 'mine');
    expect(added).toEqual({
      id: 'mine',
      aliases: [],
      line: 'haiku',
      generation: null,
      released: null,
      lifecycle: 'active',
      deprecatedAt: null,
      retiresAt: null,
      retiresNotBefore: null,
      providers: {},
      prices: [],
      fast: [],
      geoPercent: {},
      idPercent: {},
    });
  });

  it('may not have two prices for one prompt length and one time, and may for two', () => {
    const overlap = (...prices: AddedModel['prices'] & object): boolean =>
      checkAddedModels(table, [{ id: 'mine', line: 'haiku', prices }]).length > 0;
    const year = { from: '2026-01-01', to: '2026-12-31' };
    expect(overlap(price, price)).toBe(true);
    expect(overlap({ ...price, up_to_prompt_tokens: 10 }, price)).toBe(false);
    expect(overlap({ ...price, ...year, up_to_prompt_tokens: 10 }, { ...price, ...year })).toBe(false);
    const half = { ...year, to: '2026-06-30' };
    expect(overlap({ ...price, ...year, up_to_prompt_tokens: 10 }, { ...price, ...half })).toBe(true);
    const rest = { ...year, from: '2026-06-01' };
    expect(overlap({ ...price, ...year, up_to_prompt_tokens: 10 }, { ...price, ...rest })).toBe(true);
    expect(overlap({ ...price, to: '2026-06-30' }, { ...price, from: '2026-07-01' })).toBe(false);
    expect(overlap({ ...price, from: '2026-07-01' }, { ...price, to: '2026-06-30' })).toBe(false);
  });

  it('are refused with the way out', () => {
    const ways = checkAddedModels(table, [
      { id: 'claude-haiku-4-5-20251001', line: 'haiku' },
      { id: 'claude-opus-4-1', line: 'opus', lifecycle: 'active' },
      { id: 'claude-sonnet-4-5', line: 'sonnet', retires_at: '2030-01-01' },
      { id: 'mine', line: 'haiku', providers: { vertex: 'claude-haiku-5-5' } },
    ]).map(({ fix }) => fix);
    expect(ways).toEqual([
      'Write the row for claude-haiku-4-5.',
      'Give each id to one model.',
      'Leave lifecycle out.',
      'Leave retires_at out.',
      'Give each id to one model.',
    ]);
  });

  const refused: readonly (readonly [string, readonly AddedModel[], RegExp])[] = [
    ['another line for a shipped model', [{ id: 'claude-haiku-5-5', line: 'opus' }], /line haiku, not opus/],
    [
      'a shipped alias as a model',
      [{ id: 'claude-haiku-4-5-20251001', line: 'haiku' }],
      /another id of claude-haiku-4-5/,
    ],
    [
      'a way back from retirement',
      [{ id: 'claude-opus-4-1', line: 'opus', lifecycle: 'active' }],
      /is retired, not active/,
    ],
    [
      "a lesser model's id under a greater model",
      [{ id: 'claude-opus-9', line: 'opus', providers: { bedrock: 'anthropic.claude-haiku-5-5' } }],
      /already belongs to claude-haiku-5-5/,
    ],
    [
      'the same id twice',
      [
        { id: 'm', line: 'haiku' },
        { id: 'm', line: 'opus' },
      ],
      /already belongs to m/,
    ],
    [
      'one provider id for two models',
      [
        { id: 'a', line: 'opus', providers: { vertex: 'x' } },
        { id: 'b', line: 'opus', providers: { vertex: 'x' } },
      ],
      /The id x already belongs to a/,
    ],
    [
      'two prices at once',
      [
        {
          id: 'a',
          line: 'opus',
          prices: [
            { ...price, from: '2026-01-01' },
            { ...price, from: '2027-01-01' },
          ],
        },
      ],
      /hold at the same time/,
    ],
  ];
  it.each(refused)('may not state %s', (_name, rows, message) => {
    expect(() => extendTable(table, rows)).toThrow(UserError);
    expect(() => extendTable(table, rows)).toThrow(message);
  });
});

import type { Line, MicroUsd } from '../../allocation/names.ts';
import type { IsoDate } from '../../time/week.ts';
import {
  type FastPeriod,
  type ModelRow,
  type ModelTable,
  makeTable,
  type Price,
  type PricePeriod,
  priceOf,
  type Rates,
} from './models.ts';

/** The day on which the shipped table was gathered. */
export const modelTableVersion = '2026-11-23';

const OVERVIEW = 'platform.claude.com models overview, read October to November 2026';
const PRICING = 'platform.claude.com pricing page, read 2026-08-22';

/** US dollars per million tokens: input, output, cache write 5 minutes, cache write 1 hour, cache read. */
type Dollars = readonly [input: number, output: number, write5m: number, write1h: number, read: number];

function rates([input, output, write5m, write1h, read]: Dollars): Rates {
  return {
    input: priceOf(input),
    output: priceOf(output),
    cacheRead: priceOf(read),
    cacheWrite5m: priceOf(write5m),
    cacheWrite1h: priceOf(write1h),
  };
}

/** One price for prompts of any length. */
function flat(dollars: Dollars, source: string, from?: string, to?: string): PricePeriod {
  return {
    from: date(from),
    to: date(to),
    bands: [{ upToPromptTokens: null, rates: rates(dollars) }],
    source,
  };
}

/** Fast mode doubles the price of input and output; the multipliers of the cache apply on top of it. */
function doubled(dollars: Dollars, to?: string): FastPeriod {
  const double = (price: Price): Price => (price * 2) as Price;
  const base = rates(dollars);
  return {
    from: null,
    to: date(to),
    rates: {
      input: double(base.input),
      output: double(base.output),
      cacheRead: double(base.cacheRead),
      cacheWrite5m: double(base.cacheWrite5m),
      cacheWrite1h: double(base.cacheWrite1h),
    },
  };
}

function date(text: string | undefined): IsoDate | null {
  return text === undefined ? null : (text as IsoDate);
}

/** The regions of Bedrock's inference profiles: what stands in front of an id; `global` is none of them. */
const BEDROCK_REGIONS = ['us', 'eu', 'apac', 'au', 'jp', 'us-gov'];
/** Regional endpoints cost a tenth more. Source: the pricing page. */
const REGIONAL_PERCENT = 110;

interface Entry {
  readonly generation: readonly number[];
  readonly released?: string;
  readonly aliases?: readonly string[];
  readonly lifecycle?: ModelRow['lifecycle'];
  readonly deprecatedAt?: string;
  readonly retiresAt?: string;
  readonly retiresNotBefore?: string;
  readonly bedrock?: string;
  readonly vertex?: string;
  readonly prices?: readonly PricePeriod[];
  readonly fast?: readonly FastPeriod[];
  /** Generations before 4.6 know no `inference_geo`. */
  readonly geo?: boolean;
}

function row(line: Line, id: string, entry: Entry): ModelRow {
  const providers: Record<string, readonly string[]> = {};
  const regional =
    entry.bedrock === undefined ? [] : BEDROCK_REGIONS.map((name) => `${name}.${entry.bedrock}`);
  if (entry.bedrock !== undefined)
    providers.bedrock = [entry.bedrock, `global.${entry.bedrock}`, ...regional];
  if (entry.vertex !== undefined) providers.vertex = [entry.vertex];
  return {
    id,
    aliases: entry.aliases ?? [],
    line,
    generation: entry.generation,
    released: date(entry.released),
    lifecycle: entry.lifecycle ?? 'active',
    deprecatedAt: date(entry.deprecatedAt),
    retiresAt: date(entry.retiresAt),
    retiresNotBefore: date(entry.retiresNotBefore),
    providers,
    prices: entry.prices ?? [],
    fast: entry.fast ?? [],
    geoPercent: entry.geo === false ? {} : { us: 110 },
    idPercent: Object.fromEntries(regional.map((id) => [id, REGIONAL_PERCENT])),
  };
}

const HAIKU_5_5: PricePeriod = {
  from: null,
  to: null,
  bands: [
    { upToPromptTokens: 100_000, rates: rates([0.1, 0.5, 0.125, 0.2, 0.01]) },
    { upToPromptTokens: null, rates: rates([0.5, 2.5, 0.625, 1, 0.05]) },
  ],
  source: OVERVIEW,
};
const HAIKU_4_5: Dollars = [1, 5, 1.25, 2, 0.1];
const SONNET_4: Dollars = [3, 15, 3.75, 6, 0.3];
const SONNET_5: Dollars = [2, 10, 2.5, 4, 0.2];
const OPUS_5: Dollars = [5, 25, 6.25, 10, 0.5];
const OPUS_5_5: Dollars = [4, 20, 5, 8, 0.2];
const FABLE_5_2: Dollars = [8, 40, 10, 16, 0.2];

/**
 * The models by exact id. Ids: the Anthropic SDK 1.12.0 and the deprecations page. Provider ids: the official page
 * "Model IDs and versioning" (Bedrock: `anthropic.` in front, a `-v1` up to Opus 4.6; Vertex: the same id from 4.6
 * on, `@` before the date earlier), only where a model is documented there; `global.` is Bedrock's world-wide profile.
 */
function rows(): readonly ModelRow[] {
  return [
    row('haiku', 'claude-haiku-5-5', {
      generation: [5, 5],
      released: '2026-10-07',
      retiresNotBefore: '2027-10-07',
      bedrock: 'anthropic.claude-haiku-5-5',
      vertex: 'claude-haiku-5-5',
      prices: [HAIKU_5_5],
    }),
    row('haiku', 'claude-haiku-4-5', {
      generation: [4, 5],
      released: '2025-10-15',
      aliases: ['claude-haiku-4-5-20251001'],
      retiresNotBefore: '2026-10-15',
      bedrock: 'anthropic.claude-haiku-4-5-20251001-v1:0',
      vertex: 'claude-haiku-4-5@20251001',
      prices: [flat(HAIKU_4_5, PRICING)],
      geo: false,
    }),
    row('sonnet', 'claude-sonnet-5-5', {
      generation: [5, 5],
      released: '2026-09-28',
      retiresNotBefore: '2027-09-28',
      bedrock: 'anthropic.claude-sonnet-5-5',
      vertex: 'claude-sonnet-5-5',
      prices: [
        flat([2, 10, 2.5, 4, 0.2], OVERVIEW, undefined, '2026-10-06'),
        flat([2, 10, 2.5, 4, 0.1], `${OVERVIEW}; cache reads halved on 2026-10-07`, '2026-10-07'),
      ],
    }),
    row('sonnet', 'claude-sonnet-5', {
      generation: [5],
      released: '2026-06-30',
      retiresNotBefore: '2027-06-30',
      bedrock: 'anthropic.claude-sonnet-5',
      vertex: 'claude-sonnet-5',
      prices: [flat(SONNET_5, PRICING)],
    }),
    row('sonnet', 'claude-sonnet-4-6', {
      generation: [4, 6],
      released: '2026-02-17',
      retiresNotBefore: '2027-02-17',
      bedrock: 'anthropic.claude-sonnet-4-6',
      vertex: 'claude-sonnet-4-6',
      prices: [flat(SONNET_4, PRICING)],
    }),
    row('sonnet', 'claude-sonnet-4-5', {
      generation: [4, 5],
      released: '2025-09-29',
      aliases: ['claude-sonnet-4-5-20250929'],
      lifecycle: 'deprecated',
      deprecatedAt: '2026-09-30',
      retiresAt: '2026-11-30',
      bedrock: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
      vertex: 'claude-sonnet-4-5@20250929',
      prices: [flat(SONNET_4, PRICING)],
      geo: false,
    }),
    row('sonnet', 'claude-sonnet-4-20250514', {
      generation: [4],
      aliases: ['claude-sonnet-4-0'],
      lifecycle: 'retired',
      retiresAt: '2026-06-15',
      bedrock: 'anthropic.claude-sonnet-4-20250514-v1:0',
      geo: false,
    }),
    row('opus', 'claude-opus-5-5', {
      generation: [5, 5],
      released: '2026-09-22',
      retiresNotBefore: '2027-09-22',
      bedrock: 'anthropic.claude-opus-5-5',
      vertex: 'claude-opus-5-5',
      prices: [flat(OPUS_5_5, OVERVIEW)],
      fast: [doubled(OPUS_5_5)],
    }),
    row('opus', 'claude-opus-5', {
      generation: [5],
      released: '2026-07-24',
      retiresNotBefore: '2027-07-24',
      bedrock: 'anthropic.claude-opus-5',
      vertex: 'claude-opus-5',
      prices: [flat(OPUS_5, PRICING)],
      fast: [doubled(OPUS_5)],
    }),
    row('opus', 'claude-opus-4-8', {
      generation: [4, 8],
      released: '2026-05-28',
      retiresNotBefore: '2027-05-28',
      bedrock: 'anthropic.claude-opus-4-8',
      vertex: 'claude-opus-4-8',
      prices: [flat(OPUS_5, PRICING)],
      fast: [doubled(OPUS_5, '2026-11-29')],
    }),
    row('opus', 'claude-opus-4-7', {
      generation: [4, 7],
      released: '2026-04-16',
      retiresNotBefore: '2027-04-16',
      bedrock: 'anthropic.claude-opus-4-7',
      vertex: 'claude-opus-4-7',
      prices: [flat(OPUS_5, PRICING)],
    }),
    row('opus', 'claude-opus-4-6', {
      generation: [4, 6],
      released: '2026-02-05',
      retiresNotBefore: '2027-02-05',
      bedrock: 'anthropic.claude-opus-4-6-v1',
      vertex: 'claude-opus-4-6',
      prices: [flat(OPUS_5, PRICING)],
    }),
    row('opus', 'claude-opus-4-5', {
      generation: [4, 5],
      released: '2025-11-24',
      aliases: ['claude-opus-4-5-20251101'],
      retiresNotBefore: '2026-11-24',
      bedrock: 'anthropic.claude-opus-4-5-20251101-v1:0',
      vertex: 'claude-opus-4-5@20251101',
      prices: [flat(OPUS_5, PRICING)],
      geo: false,
    }),
    row('opus', 'claude-opus-4-1', {
      generation: [4, 1],
      aliases: ['claude-opus-4-1-20250805'],
      lifecycle: 'retired',
      retiresAt: '2026-08-05',
      bedrock: 'anthropic.claude-opus-4-1-20250805-v1:0',
      geo: false,
    }),
    row('opus', 'claude-opus-4-20250514', {
      generation: [4],
      aliases: ['claude-opus-4-0'],
      lifecycle: 'retired',
      retiresAt: '2026-06-15',
      bedrock: 'anthropic.claude-opus-4-20250514-v1:0',
      geo: false,
    }),
    row('fable', 'claude-fable-5-2', {
      generation: [5, 2],
      retiresNotBefore: '2027-11-09',
      bedrock: 'anthropic.claude-fable-5-2',
      prices: [flat(FABLE_5_2, `${OVERVIEW} (input, output); third-party lists of 2026-11-12 (cache)`)],
      fast: [doubled(FABLE_5_2)],
    }),
    row('fable', 'claude-fable-5-1', {
      generation: [5, 1],
      released: '2026-09-01',
      retiresNotBefore: '2027-09-01',
      bedrock: 'anthropic.claude-fable-5-1',
      prices: [flat([10, 50, 12.5, 20, 0.25], 'platform.claude.com, read September to October 2026')],
    }),
    row('fable', 'claude-fable-5', {
      generation: [5],
      released: '2026-06-09',
      retiresNotBefore: '2027-06-09',
      bedrock: 'anthropic.claude-fable-5',
      prices: [flat([10, 50, 12.5, 20, 1], PRICING)],
    }),
    row('mythos', 'claude-mythos-5-2', { generation: [5, 2], bedrock: 'anthropic.claude-mythos-5-2' }),
    row('mythos', 'claude-mythos-5-1', { generation: [5, 1], bedrock: 'anthropic.claude-mythos-5-1' }),
    row('mythos', 'claude-mythos-5', { generation: [5], bedrock: 'anthropic.claude-mythos-5' }),
    row('mythos', 'claude-mythos-preview', { generation: [0], bedrock: 'anthropic.claude-mythos-preview' }),
  ];
}

/** The models and list prices that ship with this version. */
export function shippedModels(): ModelTable {
  return makeTable({
    version: modelTableVersion,
    rows: rows(),
    batchPercent: 50,
    webSearch: 10_000 as MicroUsd,
  });
}

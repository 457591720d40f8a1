import type { ModelRow, ModelTable, PricePeriod, Rates } from '../../src/usage/models/models.ts';
import { shippedModels } from '../../src/usage/models/shipped.ts';

const PRICE_HEADS = [
  'Model',
  'Holds',
  'Prompt',
  'Input',
  'Output',
  'Cache write 5 min',
  'Cache write 1 h',
  'Cache read',
  'Source',
] as const;
const MODEL_HEADS = [
  'Model',
  'Line',
  'Lifecycle',
  'Released',
  'Stays at least until',
  'Also known as',
] as const;
/** Columns of figures stand to the right. */
const FIGURES: readonly string[] = PRICE_HEADS.slice(3, 8);

/**
 * The models and prices of a table as the two markdown tables of docs/prices.md, without the text around them.
 * The same table gives the same bytes.
 */
export function renderPriceTable(table: ModelTable): string {
  return [
    `Table of ${table.version}. US dollars per million tokens.`,
    '',
    ...aligned(PRICE_HEADS, table.rows.flatMap(priceRows)),
    '',
    ...aligned(MODEL_HEADS, table.rows.map(modelRow)),
    '',
  ].join('\n');
}

const MARKED = /(<!-- generated: prices -->\n)[\s\S]*?(<!-- \/generated: prices -->)/;

/** docs/prices.md with the table that is shipped. */
export function withPrices(page: string): string {
  if (!MARKED.test(page)) throw new Error('docs/prices.md has no place for the table of prices.');
  return page.replace(
    MARKED,
    (_, open: string, end: string) => `${open}${renderPriceTable(shippedModels())}${end}`,
  );
}

function priceRows(row: ModelRow): readonly (readonly string[])[] {
  if (row.prices.length === 0) return [[code(row.id), 'unpriced', '', '', '', '', '', '', '']];
  const standard = row.prices.flatMap((period) =>
    period.bands.map(({ rates }, place) => [
      code(row.id),
      span(period),
      band(period, place),
      ...dollars(rates),
      period.source,
    ]),
  );
  const fast = row.fast.map((period) => [
    code(row.id),
    span(period),
    'fast mode',
    ...dollars(period.rates),
    'fast mode of the pricing page',
  ]);
  return [...standard, ...fast];
}

function modelRow(row: ModelRow): readonly string[] {
  const ends = row.retiresAt === null ? row.lifecycle : `${row.lifecycle}, ends ${row.retiresAt}`;
  const others = [...row.aliases, ...Object.values(row.providers).flat()].filter((id) => id !== row.id);
  return [
    code(row.id),
    row.line,
    ends,
    row.released ?? '',
    row.retiresNotBefore ?? '',
    [...new Set(others)].map(code).join(' '),
  ];
}

/** A markdown table, its columns padded as the formatter leaves them. */
function aligned(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = heads.map((head, column) =>
    Math.max(3, head.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const right = heads.map((head) => FIGURES.includes(head));
  const line = (values: readonly string[]): string =>
    `| ${widths
      .map((width, column) => {
        const value = values[column] ?? '';
        return right[column] === true ? value.padStart(width) : value.padEnd(width);
      })
      .join(' | ')} |`;
  const rule = widths.map((width, column) =>
    right[column] === true ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(heads), line(rule), ...rows.map(line)];
}

function code(id: string): string {
  return `\`${id}\``;
}

function span({ from, to }: { readonly from: string | null; readonly to: string | null }): string {
  if (from === null) return to === null ? 'always' : `until ${to}`;
  return to === null ? `from ${from}` : `${from} to ${to}`;
}

function band({ bands }: PricePeriod, place: number): string {
  const upTo = bands[place]?.upToPromptTokens ?? null;
  const above = bands[place - 1]?.upToPromptTokens ?? null;
  if (upTo !== null) return `up to ${grouped(upTo)}`;
  return above === null ? 'any' : `over ${grouped(above)}`;
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function dollars({ input, output, cacheWrite5m, cacheWrite1h, cacheRead }: Rates): readonly string[] {
  return [input, output, cacheWrite5m, cacheWrite1h, cacheRead].map((price) => {
    const [whole = '0', fraction = ''] = (price / 1_000_000).toFixed(6).split('.');
    return `${whole}.${fraction.replace(/0+$/, '').padEnd(2, '0')}`;
  });
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderPriceTable, withPrices } from '../../scripts/generate/price-page.ts';
import { extendTable } from '../../src/usage/models/models.ts';
import { shippedModels } from '../../src/usage/models/shipped.ts';

const table = shippedModels();

/** The tables without the blanks that align them. */
function compact(text: string): string {
  return text.replace(/ +/g, ' ');
}

describe('the table of prices in the documents', () => {
  it('is the one that is shipped, between its marks alone', () => {
    const page = readFileSync(new URL('../../docs/prices.md', import.meta.url), 'utf8');
    expect(withPrices(page)).toBe(page);
    expect(withPrices(page.replace(' 0.125 ', ' 0.126 '))).toBe(page);
    expect(() => withPrices('# Prices')).toThrow('no place');
  });

  it('names every model, and says which have no price', () => {
    const text = compact(renderPriceTable(table));
    for (const { id, prices } of table.rows) {
      expect(text).toContain(`| \`${id}\` |`);
      if (prices.length === 0) expect(text).toContain(`| \`${id}\` | unpriced |`);
    }
  });

  it('writes prices to the last digit, bands and periods', () => {
    const text = compact(renderPriceTable(table));
    expect(text).toContain(
      '| `claude-haiku-5-5` | always | up to 100,000 | 0.10 | 0.50 | 0.125 | 0.20 | 0.01 |',
    );
    expect(text).toContain(
      '| `claude-haiku-5-5` | always | over 100,000 | 0.50 | 2.50 | 0.625 | 1.00 | 0.05 |',
    );
    expect(text).toContain(
      '| `claude-sonnet-5-5` | from 2026-10-07 | any | 2.00 | 10.00 | 2.50 | 4.00 | 0.10 |',
    );
    expect(text).toContain('| `claude-opus-5-5` | always | fast mode | 8.00 | 40.00 |');
    expect(text).toContain('| deprecated, ends 2026-11-30 |');
  });

  it('shows the rows of an allocation, too', () => {
    const price = { input: 0.000001, output: 1234.5, cache_read: 1, cache_write_5m: 1, cache_write_1h: 1 };
    const own = extendTable(table, [
      { id: 'mine', line: 'haiku', prices: [{ ...price, from: '2026-01-01', to: '2026-12-31' }] },
    ]);
    expect(compact(renderPriceTable(own))).toContain(
      '| `mine` | 2026-01-01 to 2026-12-31 | any | 0.000001 | 1234.50 |',
    );
  });
});

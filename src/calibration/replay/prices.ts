import type { IsoDate } from '../../time/week.ts';
import { listBands } from '../../usage/models/cost.ts';
import type { ModelTable, Rates } from '../../usage/models/models.ts';
import type { RecordTokens } from '../../usage/records/record.ts';
import type { Attempt } from '../attempt.ts';

type Bands = ReturnType<typeof listBands>;

/** Of a run whose tokens nobody knows: two models mostly differ by one factor in every class. */
const ANY: RecordTokens = { input: 1, output: 1, cache_read: 0, cache_write_5m: 0, cache_write_1h: 0 };

function priceOf(rates: Rates, tokens: RecordTokens): number {
  return (
    (rates.input * tokens.input +
      rates.output * tokens.output +
      rates.cacheRead * tokens.cache_read +
      rates.cacheWrite5m * tokens.cache_write_5m +
      rates.cacheWrite1h * tokens.cache_write_1h) /
    1_000_000
  );
}

/** Runs repriced at list prices of one day: what they would cost on another model, if it used the same tokens. */
export class ListPrices {
  readonly #table: ModelTable;
  readonly #day: IsoDate;
  readonly #bands = new Map<string, Bands>();

  constructor(table: ModelTable, day: IsoDate) {
    this.#table = table;
    this.#day = day;
  }

  #bandsOf(model: string): Bands {
    const known = this.#bands.get(model);
    if (known !== undefined) return known;
    const found = listBands(this.#table, model, this.#day);
    this.#bands.set(model, found);
    return found;
  }

  /** How many times as much the same tokens cost on another model; null: one of the two is unpriced. */
  factor(
    { model, tokens, microusd }: Pick<Attempt, 'model' | 'tokens' | 'microusd'>,
    to: string,
  ): number | null {
    if (model === null) return null;
    if (model === to) return 1;
    const used = tokens === null || isNothing(tokens) ? ANY : tokens;
    const [here, there] = [this.#bandsOf(model), this.#bandsOf(to)];
    // Of its prompts only the cost tells how long they were: the band is the one that comes nearest to it.
    const off = (band: Bands[number]): number => Math.abs(priceOf(band.rates, used) - (microusd ?? 0));
    const first = here[0];
    if (first === undefined) return null;
    const mine = used === ANY || here.length === 1 ? first : here.reduce((a, b) => (off(b) < off(a) ? b : a));
    const longer = here[here.indexOf(mine) - 1]?.upToPromptTokens ?? 0;
    const theirs = there.find(({ upToPromptTokens: most }) => most === null || most > longer);
    const price = priceOf(mine.rates, used);
    return theirs === undefined || price === 0 ? null : priceOf(theirs.rates, used) / price;
  }
}

function isNothing({ input, output, cache_read, cache_write_5m, cache_write_1h }: RecordTokens): boolean {
  return input + output + cache_read + cache_write_5m + cache_write_1h === 0;
}

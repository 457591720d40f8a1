import type { Sink } from '../../ledger/index.ts';
import { budgetTokens, isCounted, plus, type Spending } from '../../policy/budget/budget.ts';
import type { UsageEntry } from '../../usage/records/ledger-line.ts';

/**
 * What the lines of a week say of its budget, summed as they come: kept one by one, twenty thousand of them take longer to
 * keep than to read.
 */
export class SpendingSums implements Sink<UsageEntry> {
  readonly #files = new Map<string, number>();
  readonly #sums = new Map<string | null, { tokens: number; microusd: number }>();
  readonly #others: UsageEntry[] = [];
  #isFinal = true;

  begin(): void {
    this.#files.clear();
    this.#sums.clear();
    this.#others.length = 0;
    this.#isFinal = true;
  }

  take(entry: UsageEntry, file: number): number | null {
    const { id, content } = entry;
    const known = this.#files.get(id);
    if (known !== undefined) return known;
    this.#files.set(id, file);
    if (content.kind === 'void') this.#isFinal = false;
    if (content.kind !== 'spent') {
      this.#others.push(entry);
      return null;
    }
    const { tier_used: tier, tokens, cost_microusd: cost } = content.spending;
    if (tokens === null || cost === null) this.#others.push(entry);
    else if (isCounted(content.spending)) {
      let sum = this.#sums.get(tier);
      if (sum === undefined) {
        sum = { tokens: 0, microusd: 0 };
        this.#sums.set(tier, sum);
      }
      sum.tokens = plus(sum.tokens, budgetTokens(tokens));
      sum.microusd = plus(sum.microusd, cost);
    }
    return null;
  }

  settle(): void {
    this.#isFinal = false;
  }

  /** What was taken; null: a line stands there twice, or was taken back, and only all of them together tell what counts. */
  end(): { readonly entries: readonly UsageEntry[]; readonly sums: readonly Spending[] } | null {
    if (!this.#isFinal) return null;
    const sums = [...this.#sums].map(
      ([tier, { tokens, microusd }]): Spending => ({
        tier_used: tier,
        tokens: { input: tokens, output: 0, cache_read: 0, cache_write_5m: 0, cache_write_1h: 0 },
        cost_microusd: microusd,
        task: {},
      }),
    );
    return { entries: this.#others, sums };
  }
}

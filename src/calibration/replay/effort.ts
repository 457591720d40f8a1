import { EFFORTS, type Effort } from '../../allocation/names.ts';
import { findModel, type ModelTable } from '../../usage/models/models.ts';

/** What a task costs at each effort, least first; `high` is 1. */
type Index = readonly [low: number, medium: number, high: 1, xhigh: number, max: number];

/**
 * The vendor's own index of cost by effort, as it stands in the client 2.1.332: a prior, no measurement. With it the
 * effort at which a model runs where nobody names one.
 */
const INDEX: Readonly<Record<string, { readonly index: Index; readonly standard: Effort }>> = {
  'claude-haiku-5-5': { index: [0.38, 0.52, 1, 2.03, 4.34], standard: 'medium' },
  'claude-sonnet-5-5': { index: [0.49, 0.54, 1, 1.87, 5.5], standard: 'medium' },
  'claude-opus-5-5': { index: [0.48, 0.66, 1, 1.66, 3.44], standard: 'medium' },
  'claude-opus-5': { index: [0.67, 0.76, 1, 1.6, 1.7], standard: 'high' },
  'claude-sonnet-5': { index: [0.47, 0.74, 1, 2.41, 5.59], standard: 'high' },
  'claude-opus-4-8': { index: [0.72, 0.9, 1, 1.65, 1.88], standard: 'high' },
  'claude-fable-5-1': { index: [0.75, 0.86, 1, 1.38, 1.74], standard: 'high' },
};

/** How many times as much a model costs at one effort as at another; null: the index does not have it. */
export function effortFactor(
  table: ModelTable,
  model: string,
  from: Effort | null,
  to: Effort | null,
): number | null {
  if (from === to) return 1;
  const known = INDEX[findModel(table, model)?.id ?? model];
  if (known === undefined) return null;
  const at = (effort: Effort | null): number => known.index[EFFORTS.indexOf(effort ?? known.standard)] ?? 1;
  return at(to) / at(from);
}

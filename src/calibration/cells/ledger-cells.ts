import type { Attempt } from '../attempt.ts';
import { type Counts, NO_PRIOR, type Prior, priorOf, weeklyCorrelation } from '../statistics/index.ts';
import { attemptOrder, type Evidence, evidenceOf } from './evidence.ts';
import type { PlannedCell } from './plan.ts';

/** A cell of the allocation with what the ledger says of it. */
export interface LedgerCell {
  readonly cell: PlannedCell;
  /** All attempts in it, on whatever tier, by instant. */
  readonly attempts: readonly Attempt[];
  readonly evidence: Evidence;
  /** What the cells of its tier have in common. */
  readonly prior: Prior;
}

/** The cells of an allocation, with the attempts in each: the order of the attempts does not matter. */
export function ledgerCells(
  cells: readonly PlannedCell[],
  attempts: readonly Attempt[],
  asOf: number,
): readonly LedgerCell[] {
  const byAgent = new Map<string, Map<string, Attempt[]>>();
  for (const { agent, phase } of cells) {
    const phases = byAgent.get(agent) ?? new Map<string, Attempt[]>();
    byAgent.set(agent, phases.set(phase, []));
  }
  for (const attempt of attempts)
    if (attempt.phase !== null) byAgent.get(attempt.agent)?.get(attempt.phase)?.push(attempt);
  const known = cells.map((cell) => {
    const own = (byAgent.get(cell.agent)?.get(cell.phase) ?? []).sort(attemptOrder);
    return { cell, attempts: own, evidence: evidenceOf(cell, own, asOf) };
  });
  const priors = new Map<string, Prior>();
  for (const { cell } of known) {
    const ofTier = known.filter((each) => each.cell.assigned === cell.assigned);
    if (!priors.has(cell.assigned)) priors.set(cell.assigned, priorOfTier(ofTier));
  }
  return known.map((each) => ({ ...each, prior: priors.get(each.cell.assigned) ?? NO_PRIOR }));
}

/** A cell that no other one stands beside is no prior of its own: what it says would count twice. */
function priorOfTier(cells: readonly { readonly evidence: Evidence }[]): Prior {
  const seen = cells.map(({ evidence }) => evidence.counts).filter(({ n }) => n > 0);
  return seen.length < 2 ? NO_PRIOR : priorOf(seen);
}

/** Runs of a week share repositories, prompts and outages: so alike they are said to be at least. */
const LEAST_ALIKE = 0.02;
/** From so many weeks of cells on it is measured: with fewer it is noise. */
const ENOUGH_WEEKS = 100;

/** How alike the runs of one week are. */
export function alikeness(cells: readonly LedgerCell[]): number {
  const weeks: readonly (readonly Counts[])[] = cells.map(({ evidence }) => evidence.weeks);
  const seen = weeks.reduce((sum, { length }) => sum + length, 0);
  const measured = seen < ENOUGH_WEEKS ? null : weeklyCorrelation(weeks);
  return Math.max(LEAST_ALIKE, measured ?? 0);
}

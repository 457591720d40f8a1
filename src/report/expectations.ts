import type { Allocation } from '../allocation/allocation.ts';
import type { Report } from './document.ts';
import type { AttemptFate } from './fates.ts';
import { bounded, contrary, type OpenShare, reworkBy, together } from './open-share.ts';
import type { Run } from './runs.ts';
import { ENOUGH, interval } from './targets.ts';

type Expectation = Report['expectations'][number];

/** Missed: so few passed that chance does not explain it, nor what becomes of those that are not known. */
function statusOf({ hits, unknown, n }: OpenShare, least: number): Expectation['status'] {
  if (n < ENOUGH) return 'not-enough-data';
  if (interval(hits, n).high >= least) return 'met';
  // Bad news comes first: nothing is known to be well yet.
  if (unknown > 0 && hits === 0) return 'not-enough-data';
  return interval(hits + unknown, n).high < least ? 'missed' : 'not-enough-data';
}

/** What each agent's `expected_pass_rate` says, and what happened: first attempts that need not be made again. */
export function expectationsOf(
  allocation: Allocation,
  fates: ReadonlyMap<Run, AttemptFate>,
): readonly Expectation[] {
  const byAgent = reworkBy(fates, ({ main }) => main.agent);
  return [...allocation.agents.values()].flatMap((agent): Expectation[] => {
    const { name, aliases, expectedPassRate } = agent;
    if (expectedPassRate === null) return [];
    const own = [...new Set<string>([name, ...aliases])].flatMap((each) => byAgent.get(each) ?? []);
    const passed = contrary(together(own));
    const [low, high] = expectedPassRate;
    const status = statusOf(passed, low);
    return [{ agent: name, expected: { low, high }, passed: bounded(passed), status }];
  });
}

/** The mean quality score of the runs that have one. */
export function qualityOf(runs: readonly Run[]): { readonly mean: number | null; readonly n: number } {
  const scores = runs.flatMap(({ main }) => (main.quality_score === null ? [] : [main.quality_score]));
  const sum = scores.reduce((total, score) => total + score, 0);
  return { mean: scores.length === 0 ? null : sum / scores.length, n: scores.length };
}

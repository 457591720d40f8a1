import type { InFlight } from '../policy/budget/budget.ts';
import { later } from '../time/instant.ts';
import type { Deferral, DrainEvent } from '../usage/records/deferral.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import { isLapsed, type Standings, standingOf } from './states.ts';

/** A run that was started longer ago, in seconds, has ended: GitHub ends a job after six hours. */
const LONGEST = 6 * 3600;

/** The numbers of the runs that drains have started. */
export function startedRuns(steps: readonly DrainEvent[]): ReadonlySet<string> {
  return new Set(steps.flatMap(({ run_id: run }) => run ?? []));
}

/**
 * The runs that drains have started, or are starting, and that no record tells of yet. Each is counted at what its
 * deferral waited for.
 */
export function startedInFlight(
  deferrals: readonly Deferral[],
  standings: Standings,
  records: readonly UsageRecord[],
  now: string,
): readonly InFlight[] {
  const recorded = new Set(records.map(({ run }) => run.id));
  return deferrals.flatMap((deferral) => {
    const standing = standingOf(standings, deferral);
    const step =
      standing.kind === 'started'
        ? standing.step
        : standing.kind === 'claimed' && !isLapsed(standing.claim, now)
          ? standing.claim
          : null;
    if (step === null || later(step.at, LONGEST) < now) return [];
    if (step.run_id !== null && recorded.has(step.run_id)) return [];
    return [{ agent: deferral.agent, phase: deferral.phase, tier: deferral.tier }];
  });
}

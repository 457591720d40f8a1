import type { Decision } from '../policy/resolve.ts';
import { renderDecisionAlerts } from '../render/decision-alert.ts';
import type { Surroundings } from './outcome.ts';
import type { Github } from './repository.ts';
import { runPlaceOf } from './run-place.ts';

/** Flags what decisions show for post-mortem, on an issue; what could not be written comes back as remarks. */
export async function flagDecisions(
  decisions: readonly Decision[],
  surroundings: Surroundings,
  github: () => Promise<Github>,
): Promise<readonly string[]> {
  const alerts = renderDecisionAlerts(decisions, runPlaceOf(surroundings));
  if (alerts.length === 0) return [];
  // Loaded only now: other runs need no network.
  const { flag } = await import('./resolve-alert.ts');
  return flag(alerts, github);
}

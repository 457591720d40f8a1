import type { Github } from '../../gather/repository.ts';
import { runPlaceOf } from '../../gather/run-place.ts';
import type { Decision } from '../../policy/decision/resolve.ts';
import { renderDecisionAlerts } from '../../render/decision-alert.ts';
import type { Surroundings } from '../../surface/outcome.ts';

/** Flags what decisions show for post-mortem, on an issue; what could not be written comes back as remarks. */
export async function flagDecisions(
  decisions: readonly Decision[],
  surroundings: Surroundings,
  github: () => Promise<Github>,
): Promise<readonly string[]> {
  const alerts = renderDecisionAlerts(decisions, runPlaceOf(surroundings));
  if (alerts.length === 0) return [];
  // Loaded only now: other runs need no network.
  const { flag } = await import('./alert.ts');
  return flag(alerts, github);
}

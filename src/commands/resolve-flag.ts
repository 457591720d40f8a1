import type { Decision } from '../policy/resolve.ts';
import { type RunPlace, renderDecisionAlerts } from '../render/decision-alert.ts';
import type { Surroundings } from './outcome.ts';
import type { Github } from './repository.ts';

/** Flags what decisions show for post-mortem, on an issue; what could not be written comes back as remarks. */
export async function flagDecisions(
  decisions: readonly Decision[],
  surroundings: Surroundings,
  github: () => Promise<Github>,
): Promise<readonly string[]> {
  const alerts = renderDecisionAlerts(decisions, placeOf(surroundings));
  if (alerts.length === 0) return [];
  // Loaded only now: other runs need no network.
  const { flag } = await import('./resolve-alert.ts');
  return flag(alerts, github);
}

/** The run, for those who read of it elsewhere. */
function placeOf({ env }: Surroundings): RunPlace {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  const known = server !== undefined && repository !== undefined && id !== undefined;
  return { id: id ?? 'unknown', url: known ? `${server}/${repository}/actions/runs/${id}` : null };
}

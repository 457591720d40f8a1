import type { Context } from '../../gather/context.ts';
import { runPlaceOf } from '../../gather/run-place.ts';
import type { Decision } from '../../policy/decision/resolve.ts';
import { FLOORS_TITLE, renderDecisionAlerts } from '../../render/decision-alert.ts';

/**
 * Flags what decisions show for post-mortem, on an issue. Best effort, and it never changes a decision: what could not
 * be written becomes a remark.
 */
export async function flagDecisions(decisions: readonly Decision[], context: Context): Promise<void> {
  const { surface, event, github, notes } = context;
  if (surface !== 'action' || event === null) return;
  const alerts = renderDecisionAlerts(decisions, runPlaceOf(context));
  if (alerts.length === 0) return;
  try {
    // Loaded only now: other runs need no network.
    const { raiseAlert } = await import('../../github/index.ts');
    const { client, repository } = await github();
    for (const { body, about } of alerts) {
      const alert = { repository, key: 'floors', title: FLOORS_TITLE, body, event: about };
      const published = await raiseAlert(client, alert);
      if (!published.written && published.failed) notes.push(published.why);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    notes.push(`The alert could not be raised: ${why}`);
  }
}

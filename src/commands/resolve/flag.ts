import type { Context } from '../../gather/context.ts';
import { jobPlace, type PlaceOptions } from '../../gather/job-place.ts';
import { runPlaceOf } from '../../gather/run-place.ts';
import type { Decision } from '../../policy/decision/resolve.ts';

/**
 * Flags what decisions show for post-mortem, on an issue. Best effort, and it never changes a decision: what could not
 * be written becomes a remark.
 */
export async function flagDecisions(decisions: readonly Decision[], context: Context): Promise<void> {
  const { surface, event, github, notes } = context;
  if (surface !== 'action' || event === null) return;
  const { FLOORS_TITLE, renderDecisionAlerts } = await import('../../render/decision-alert.ts');
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

/** What the post step hands on to the collector, which may write issues: overrides that were refused. */
export async function refusalsOf(
  decisions: readonly Decision[],
  context: Context<PlaceOptions>,
): Promise<Readonly<Record<string, string>>> {
  if (context.surface !== 'action' || decisions.every(({ decision }) => decision !== 'refuse')) return {};
  // Loaded only now: few runs are refused.
  const { refusalState } = await import('../../job/refusals.ts');
  return refusalState(decisions, jobPlace(context), context.now);
}

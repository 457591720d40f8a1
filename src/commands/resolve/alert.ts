import type { Github } from '../../gather/repository.ts';
import type { DecisionAlert } from '../../render/decision-alert.ts';

/** One title for all that concerns the floors: they share the issue that the gate opens, too. */
const TITLE = 'haiku-first: quality floors to look into';

/**
 * Flags what happened for post-mortem, on an issue. Best effort, and it never changes a decision: what could not be
 * written comes back as remarks.
 */
export async function flag(
  alerts: readonly DecisionAlert[],
  connect: () => Promise<Github>,
): Promise<readonly string[]> {
  const remarks: string[] = [];
  try {
    const { raiseAlert } = await import('../../github/index.ts');
    const { client, repository } = await connect();
    for (const { body, about } of alerts) {
      const alert = { repository, key: 'floors', title: TITLE, body, event: about };
      const published = await raiseAlert(client, alert);
      if (!published.written && published.failed) remarks.push(published.why);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    remarks.push(`The alert could not be raised: ${why}`);
  }
  return remarks;
}

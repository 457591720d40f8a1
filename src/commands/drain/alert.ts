import { describe, UserError } from '../../errors.ts';
import type { Github } from '../../gather/repository.ts';
import type { DrainReport } from '../../generated/drain-report.ts';
import type { RunPlace } from '../../render/decision-alert.ts';
import { renderDrainAlert } from '../../render/drained.ts';

const TITLE = 'haiku-first: deferred work needs a person';

/** Flags what was deferred for too long or could not be started, on an issue. Best effort: what failed comes back as remarks. */
export async function raiseDrainAlert(
  report: DrainReport,
  place: RunPlace,
  { client, repository }: Github,
): Promise<readonly string[]> {
  const alert = renderDrainAlert(report, place);
  if (alert === null) return [];
  const { raiseAlert } = await import('../../github/index.ts');
  try {
    const told = { repository, key: 'deferred', title: TITLE, body: alert.body, event: alert.about };
    const done = await raiseAlert(client, told);
    return done.written || !done.failed ? [] : [done.why];
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(describe);
    throw error;
  }
}

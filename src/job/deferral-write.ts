import { describe, UserError } from '../errors.ts';
import { annotation } from '../render/annotation.ts';
import { count } from '../render/figures.ts';
import type { Outcome } from '../surface/outcome.ts';
import type { Deferral } from '../usage/records/deferral.ts';
import { deferralLine } from '../usage/records/deferral.ts';
import { deferralEntry } from '../usage/records/ledger-line.ts';
import type { DeliveryCall, Way } from './delivery.ts';
import { within } from './end.ts';
import { jobFile } from './file.ts';

/**
 * Hands deferrals on: to the collector, or into the ledger. Where they are now, in words. Throws `UserError`, or what
 * the artifact service's toolkit throws: they are then nowhere.
 */
export async function putDeferrals(
  deferrals: readonly Deferral[],
  way: Way,
  call: DeliveryCall,
): Promise<string> {
  const [first] = deferrals;
  if (first === undefined || way === 'off') return 'no ledger';
  const { repository, run } = first;
  if (way === 'artifact') {
    const { artifactName, uploadArtifact } = await import('../github/artifacts/index.ts');
    const name = artifactName(run.attempt, run.job);
    const head = { schema: 'haiku-first/job@1', repository, run, job_id: call.options.jobId } as const;
    await uploadArtifact(name, jobFile(head, [], deferrals), call.env);
    return `the artifact ${name}, for the collector`;
  }
  const { openUsageLedger } = await import('../gather/ledger.ts');
  const { readStoredLine } = await import('../usage/records/ledger-line.ts');
  const ledger = await openUsageLedger(call, readStoredLine);
  try {
    await ledger.append(deferrals.map(deferralEntry), { run: run.id, attempt: run.attempt });
    return `the ledger (${ledger.description})`;
  } finally {
    await ledger.close();
  }
}

/** The end of a job that deferred work. Never fails the job: what could not be passed on is in its log. */
export async function handOnDeferrals(
  deferrals: readonly Deferral[],
  way: Way,
  call: DeliveryCall,
): Promise<Outcome> {
  const nothing = { exitCode: 0, json: { schema: 'haiku-first/job-end@1' }, outputs: {} } as const;
  const what = count(deferrals.length, 'deferred run');
  const said = { ...nothing, summary: null, failure: null, annotations: [] };
  try {
    const where = await within(putDeferrals(deferrals, way, call));
    return { ...said, text: `${what} went to ${where}.`, notes: [] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const why = error instanceof UserError ? error.problems.map(describe).join(' ') : error.message;
    const message = `What this job deferred is in its log alone. ${why}`;
    const notes = [
      'To save it: haiku-first ledger import FILE, with these lines:',
      ...deferrals.map(deferralLine),
    ];
    return {
      ...said,
      text: `${what} could not be passed on.`,
      notes,
      annotations: [annotation('warning', 'Deferred work not passed on', message)],
    };
  }
}

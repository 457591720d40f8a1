import { describe, type Problem, UserError } from '../errors.ts';
import type { JobPlace } from '../gather/job-place.ts';
import type { LedgerCall } from '../gather/ledger.ts';
import type { Call } from '../surface/call.ts';
import type { OptionValues } from '../surface/options/index.ts';
import { textOf } from '../time/instant.ts';
import { whyNoClock } from '../usage/records/believable-time.ts';
import { maskedRecords } from '../usage/records/masked.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import { checkRecord } from '../usage/records/record-check.ts';
import { jobFile } from './file.ts';
import { addRecorded } from './files.ts';

interface Delivery {
  readonly written: number;
  readonly duplicates: number;
  /** Where the records are now, in words. */
  readonly where: string;
}

/** What handing on depends on. */
export type DeliveryCall = LedgerCall & Pick<Call<Pick<OptionValues, 'jobId'>>, 'options' | 'secrets'>;

/** How records reach the ledger: through the collector, directly, or not at all. */
export type Way = 'artifact' | 'push' | 'off';

function problemsOf(record: UsageRecord): readonly Problem[] {
  const checked = checkRecord(record);
  if (checked.ok) return [];
  return checked.problems.map(({ field, what }) => ({
    what: `The record of ${record.agent} cannot be kept: \`${field}\` ${what}.`,
    file: null,
    line: null,
    column: null,
    fix: null,
  }));
}

/** Throws `UserError` when a record would be refused by whoever reads it, as for a run's name that is too long. */
export function requireSoundRecords(records: readonly UsageRecord[]): void {
  const [first = []] = records.map(problemsOf).filter((problems) => problems.length > 0);
  if (first.length > 0) throw new UserError(first);
}

/** The records that whoever reads them takes, and of the others why not: one must not cost a job all of them. */
export function soundRecords(records: readonly UsageRecord[]): {
  readonly records: readonly UsageRecord[];
  readonly notes: readonly string[];
} {
  const judged = records.map((record) => ({ record, problems: problemsOf(record) }));
  return {
    records: judged.flatMap(({ record, problems }) => (problems.length === 0 ? [record] : [])),
    notes: judged.flatMap(({ problems }) => problems.map(describe)),
  };
}

/**
 * Hands the records of a job on, and notes them for the later steps of the job. Throws `UserError`, or what the
 * artifact service's toolkit throws: the records are then nowhere.
 * @param said what earlier steps are said to have passed on, where nothing else shows what the job used
 */
export async function deliver(
  found: readonly UsageRecord[],
  place: JobPlace,
  way: Way,
  call: DeliveryCall,
  said: readonly UsageRecord[] = [],
): Promise<Delivery> {
  const nothing = { written: 0, duplicates: 0 };
  const records = maskedRecords(found, (text) => call.secrets?.mask(text) ?? text);
  if (records.length === 0) return { ...nothing, where: 'no ledger: there was nothing new' };
  requireSoundRecords(records);
  const { env, options, now } = call;
  if (way === 'off') return { ...nothing, where: 'no ledger, as asked' };
  const done = way === 'artifact' ? await upload() : await push();
  addRecorded(env, records);
  return done;

  async function upload(): Promise<Delivery> {
    const { artifactName, uploadArtifact } = await import('../github/artifacts/index.ts');
    const name = artifactName(place.run.attempt, place.run.job);
    const { repository, run } = place;
    const claim = said.length === 0 ? {} : { recorded: said.map(({ id }) => id) };
    const head = {
      schema: 'haiku-first/job@1',
      repository,
      run,
      job_id: options.jobId,
      ...claim,
    } as const;
    await uploadArtifact(name, jobFile(head, records), env);
    return { written: records.length, duplicates: 0, where: `the artifact ${name}, for the collector` };
  }

  async function push(): Promise<Delivery> {
    // Nobody looks at what is pushed. It would be of another week, and out of every budget.
    const clock = whyNoClock(textOf(now));
    if (clock !== null)
      throw new UserError(`${clock} The usage is not written.`, 'Set the clock right, and record it again.');
    const { keepingUnwritten, openUsageLedger } = await import('../gather/ledger.ts');
    const { readStoredLine, recordEntry } = await import('../usage/records/ledger-line.ts');
    const { recentRecords, writeNew } = await import('./write.ts');
    const entries = records.map(recordEntry);
    const ledger = await keepingUnwritten(call, entries, () => openUsageLedger(call, readStoredLine));
    try {
      const known = await keepingUnwritten(call, entries, () => recentRecords(ledger, now));
      const { id, attempt } = place.run;
      const ids = new Set(known.map((record) => record.id));
      if (said.length > 0 && said.every((record) => ids.has(record.id)))
        return { ...nothing, where: 'no ledger: earlier steps of the job have written it' };
      const written = await writeNew(ledger, records, known, { run: id, attempt });
      return { ...written, where: `the ledger (${ledger.description})` };
    } finally {
      await ledger.close();
    }
  }
}

import { ARTIFACT_FILE, readArchive } from '../../github/artifacts/index.ts';
import { GitHubError } from '../../github/errors/index.ts';
import { type RepositoryName, repositoryName } from '../../github/event/index.ts';
import type { GithubClient } from '../../github/index.ts';
import {
  downloadArtifact,
  type FinishedRun,
  listJobs,
  listUsageArtifacts,
  type RunArtifact,
  type RunJob,
} from '../../github/index.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import type { Refusal } from '../../usage/records/refusal.ts';
import { acceptJobFile, type KnownRun } from './collected.ts';
import { isCountedOrigin, markOrigin, type RunOrigin } from './origin.ts';

/** A run has at most 256 jobs; some have several artifacts. */
const MOST_ARTIFACTS = 1000;
/** Of runs that do not count: each is a request, and nobody outside is to use up what GitHub allows in an hour. */
const MOST_UNCOUNTED = 100;
/** An archive's packed size. */
const MOST_BYTES = 4 << 20;

/** Of all jobs of a run: more is no work, but somebody who fills the ledger, or the memory of whoever reads it. */
const MOST_RECORDS = 10_000;
/** In all files of a run that speak of deferred work, in characters. */
const MOST_PUT_OFF = 16 << 20;

/** Whose workflows GitHub runs with a token that may not write, whatever they ask for. */
const DEPENDABOT = 'dependabot[bot]';

/** Whose run it was. A run whose repository is gone was a fork's. */
export function originOf(run: FinishedRun, repository: string): RunOrigin {
  return {
    fork: run.headRepository?.toLowerCase() !== repository.toLowerCase(),
    dependabot: run.actors.includes(DEPENDABOT),
  };
}

/** Why a run's records do not count towards the budget; null: they do. */
export function whyUncounted(origin: RunOrigin): string | null {
  if (isCountedOrigin(origin)) return null;
  return origin.fork
    ? 'the run is from a fork, whose author controls what it reports'
    : 'the run is from Dependabot';
}

export interface RunUsage {
  readonly run: FinishedRun;
  readonly origin: RunOrigin;
  readonly jobs: readonly RunJob[];
  /** How many artifacts of usage it has. */
  readonly artifacts: number;
  /** What agrees with what GitHub says of the run, marked as the run's origin is; sorted by id, each once. */
  readonly records: readonly UsageRecord[];
  /** The files that speak of deferred work, unjudged; none for runs that do not count. */
  readonly deferralFiles: readonly { readonly artifact: string; readonly text: string }[];
  /** Overrides that were refused in its jobs, each once; none for runs that do not count. */
  readonly refusals: readonly Refusal[];
  /** GitHub's numbers of the jobs of which records were taken, as far as they are known. */
  readonly spoke: ReadonlySet<number>;
  /** By artifact, in words. */
  readonly refused: readonly { readonly artifact: string; readonly why: string }[];
}

/**
 * The usage that the jobs of a run have uploaded, held against what GitHub says of the run. Throws `GitHubError`.
 * @param most how many artifacts are read
 */
export async function readRunUsage(
  client: GithubClient,
  repository: string,
  run: FinishedRun,
  now: Date,
  most = isCountedOrigin(originOf(run, repository)) ? MOST_ARTIFACTS : MOST_UNCOUNTED,
): Promise<RunUsage> {
  const name = repositoryName(repository);
  const jobs = await listJobs(client, name, run.id);
  const { artifacts, all } = await listUsageArtifacts(client, name, run.id);
  const { id, attempt, workflow } = run;
  const known: KnownRun = { repository, id, attempt, workflow, jobs };
  const origin = originOf(run, repository);
  const records = new Map<string, UsageRecord>();
  const spoke = new Set<number>();
  const refusals = new Map<string, Refusal>();
  const deferralFiles: { artifact: string; text: string }[] = [];
  const refused: { artifact: string; why: string }[] = [];
  const refuse = (artifact: string, why: string): void => {
    refused.push({ artifact, why });
  };
  if (!all) refuse('the run', 'It has too many artifacts: not all of them were read.');
  if (artifacts.length > most)
    refuse('the run', `It has ${artifacts.length} usage artifacts: ${most} were read.`);
  const files: { artifact: string; records: readonly UsageRecord[]; recorded: readonly string[] }[] = [];
  let left = 0;
  let room = MOST_PUT_OFF;
  for (const artifact of artifacts.slice(0, most)) {
    const file = await readArtifact(client, name, artifact);
    if ('problem' in file) {
      refuse(artifact.name, file.problem);
      continue;
    }
    if (isCountedOrigin(origin) && file.text.includes('haiku-first/deferral@')) {
      room -= file.text.length;
      if (room >= 0) deferralFiles.push({ artifact: artifact.name, text: file.text });
      else refuse(artifact.name, 'Its deferred work was not read: the files of this run are too long.');
    }
    const accepted = acceptJobFile(file.text, known, now);
    for (const why of accepted.refused) refuse(artifact.name, why);
    for (const record of accepted.records) {
      if (records.has(record.id)) continue;
      if (records.size < MOST_RECORDS) records.set(record.id, markOrigin(record, origin));
      else left += 1;
    }
    for (const each of isCountedOrigin(origin) ? accepted.refusals : [])
      refusals.set(JSON.stringify([each.run, each.agent, each.phase]), each);
    if (accepted.jobId !== null) spoke.add(accepted.jobId);
    if (accepted.recorded.length > 0)
      files.push({ artifact: artifact.name, records: accepted.records, recorded: accepted.recorded });
  }
  for (const file of files) {
    const missing = file.recorded.filter((each) => !records.has(each));
    // Another step of the job has told what it used: that the last one found nothing more is as it should be.
    const superfluous = missing.length > 0 ? [] : file.records.filter(({ measured }) => measured === 'none');
    for (const record of superfluous) records.delete(record.id);
    if (missing.length > 0)
      refuse(
        file.artifact,
        `Earlier steps of its job are said to have recorded ${file.recorded.length} records, of which ${missing.length} were never uploaded: what the job used is not measured.`,
      );
  }
  if (left > 0) refuse('the run', `${left} of its records were left out: at most ${MOST_RECORDS} are taken.`);
  const sorted = [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    run,
    origin,
    jobs,
    artifacts: artifacts.length,
    records: sorted,
    deferralFiles,
    refusals: [...refusals.values()],
    spoke,
    refused,
  };
}

async function readArtifact(
  client: GithubClient,
  repository: RepositoryName,
  artifact: RunArtifact,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  if (artifact.expired) return { problem: 'It has expired.' };
  if (artifact.bytes > MOST_BYTES)
    return { problem: `It has ${artifact.bytes} bytes: at most ${MOST_BYTES} are read.` };
  try {
    return await readArchive(await downloadArtifact(client, repository, artifact), ARTIFACT_FILE);
  } catch (error) {
    // Gone since it was listed, or taken away by its own job: that must not cost the other jobs their records.
    if (error instanceof GitHubError && (error.status === 404 || error.status === 410))
      return { problem: 'It is gone.' };
    throw error;
  }
}

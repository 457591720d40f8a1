import { readFileSync } from 'node:fs';
import { acceptJobFile, type KnownRun } from '../capture/collected.ts';
import { UserError } from '../errors.ts';
import { readArchive } from '../github/artifact-archive.ts';
import { ARTIFACT_FILE } from '../github/artifact-names.ts';
import {
  downloadArtifact,
  type FinishedRun,
  listJobs,
  listUsageArtifacts,
  type RunArtifact,
  readRun,
} from '../github/artifacts.ts';
import { repositoryName } from '../github/event.ts';
import { at } from '../github/event-fields.ts';
import type { Client } from '../github/index.ts';
import { inMarkdown } from '../render/escape.ts';
import { renderJobUsage, renderJobUsageText } from '../render/job-usage.ts';
import { readStoredLine } from '../usage/ledger-line.ts';
import type { UsageRecord } from '../usage/record.ts';
import { openUsageLedger } from './ledger-access.ts';
import type { ParsedOptions } from './options.ts';
import type { Annotation, Outcome, Surroundings } from './outcome.ts';
import { recentRecords, writeNew } from './record-write.ts';

/** A run has at most 256 jobs; some have several artifacts. */
const MOST_ARTIFACTS = 1000;
/** An archive's packed size. */
const MOST_BYTES = 4 << 20;

/** Whose workflows GitHub runs with a token that may not write, whatever they ask for. */
const DEPENDABOT = 'dependabot[bot]';

/** The number of the run: from the option, or of the run that the event is about. Throws `UserError` when there is none. */
function runOf(options: ParsedOptions, { env }: Surroundings): number {
  const text = options.run ?? fromEvent(env);
  if (text === null || !/^[1-9]\d{0,17}$/.test(text))
    throw new UserError(
      'collect needs the number of a workflow run.',
      'Run it in a workflow that starts on workflow_run, or give --run.',
    );
  return Number(text);
}

function fromEvent(env: Surroundings['env']): string | null {
  if (env.GITHUB_EVENT_NAME !== 'workflow_run' || !env.GITHUB_EVENT_PATH) return null;
  const payload: unknown = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
  const id = at(payload, 'workflow_run.id');
  return typeof id === 'number' ? String(id) : null;
}

/** Why a run's records do not count towards the budget; null: they do. */
function whyUncounted(run: FinishedRun, repository: string): string | null {
  if (run.headRepository?.toLowerCase() !== repository.toLowerCase())
    return 'the run is of a fork, whose author wrote what it reports';
  if (run.actors.includes(DEPENDABOT)) return 'the run is of Dependabot';
  return null;
}

interface Collected {
  readonly records: readonly UsageRecord[];
  /** By artifact, in words. */
  readonly refused: readonly { readonly artifact: string; readonly why: string }[];
}

async function readArtifacts(
  client: Client,
  run: KnownRun,
  artifacts: readonly RunArtifact[],
  now: Date,
): Promise<Collected> {
  const records = new Map<string, UsageRecord>();
  const refused: { artifact: string; why: string }[] = [];
  const refuse = (artifact: string, why: string): void => {
    refused.push({ artifact, why });
  };
  if (artifacts.length > MOST_ARTIFACTS)
    refuse('the run', `It has ${artifacts.length} artifacts of usage: ${MOST_ARTIFACTS} were read.`);
  for (const artifact of artifacts.slice(0, MOST_ARTIFACTS)) {
    if (artifact.expired) refuse(artifact.name, 'It has expired.');
    else if (artifact.bytes > MOST_BYTES)
      refuse(artifact.name, `It has ${artifact.bytes} bytes: at most ${MOST_BYTES} are read.`);
    else {
      const bytes = await downloadArtifact(client, repositoryName(run.repository), artifact);
      const file = await readArchive(bytes, ARTIFACT_FILE);
      if ('problem' in file) refuse(artifact.name, file.problem);
      else {
        const accepted = acceptJobFile(file.text, run, now);
        for (const why of accepted.refused) refuse(artifact.name, why);
        for (const record of accepted.records) records.set(record.id, records.get(record.id) ?? record);
      }
    }
  }
  return { records: [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), refused };
}

interface Stored {
  readonly written: number;
  readonly duplicates: number;
  readonly where: string;
}

async function store(
  records: readonly UsageRecord[],
  run: KnownRun,
  options: ParsedOptions,
  surroundings: Surroundings,
): Promise<Stored> {
  const ledger = await openUsageLedger(options, surroundings, readStoredLine);
  try {
    const known = await recentRecords(ledger, surroundings.now);
    const source = { run: String(run.id), attempt: run.attempt };
    return { ...(await writeNew(ledger, records, known, source)), where: ledger.description };
  } finally {
    await ledger.close();
  }
}

/** `collect`: the usage of a finished run, checked against what GitHub says of it, into the ledger in one push. */
export async function run(options: ParsedOptions, given: Surroundings): Promise<Outcome> {
  const now = options.now ?? given.now;
  const surroundings = { ...given, now };
  const { env } = surroundings;
  const id = runOf(options, surroundings);
  const repository = env.GITHUB_REPOSITORY ?? '';
  const name = repositoryName(repository);
  const notes: string[] = [];
  const { createClient } = await import('../github/index.ts');
  const token = options.githubToken ?? env.GITHUB_TOKEN ?? env.GH_TOKEN ?? '';
  const client = await createClient({
    ...{ token: token === '' ? null : token, userAgent: 'haiku-first', env },
    log: (line) => notes.push(line),
  });
  const finished = await readRun(client, name, id);
  const jobs = await listJobs(client, name, id);
  const artifacts = await listUsageArtifacts(client, name, id);
  const { attempt, workflow } = finished;
  const known: KnownRun = { repository, id, attempt, workflow, jobs };
  const { records, refused } = await readArtifacts(client, known, artifacts, now);
  const uncounted = whyUncounted(finished, repository);
  const writes = uncounted === null && !options.dryRun && records.length > 0;
  const stored = writes ? await store(records, known, options, surroundings) : null;
  const what = outcomeText(stored, uncounted, options.dryRun, records.length);
  const told = refused.map(({ artifact, why }) => `${artifact}: ${why}`);
  return {
    exitCode: 0,
    json: {
      ...{ schema: 'haiku-first/collect@1', run: { id: String(id), attempt } },
      ...{ artifacts: artifacts.length, counted: uncounted === null, why_not_counted: uncounted },
      ...{ dry_run: options.dryRun, written: stored?.written ?? 0, duplicates: stored?.duplicates ?? 0 },
      ...{ records, refused },
    } as Outcome['json'],
    text: [what, renderJobUsageText(records, [])].join('\n'),
    notes: [...notes, ...told],
    outputs: {},
    annotations: refused.map(
      ({ artifact, why }): Annotation => ({
        ...{ severity: 'warning', title: 'Usage refused', message: `${artifact}: ${why}` },
        ...{ file: null, line: null, column: null },
      }),
    ),
    summary: [
      renderJobUsage(records, [], told).replace('usage of this job', `usage of run ${id}`),
      inMarkdown(what),
      '',
    ].join('\n'),
    failure: null,
  };
}

function outcomeText(
  stored: Stored | null,
  uncounted: string | null,
  dryRun: boolean,
  count: number,
): string {
  if (stored !== null)
    return `${stored.written} records written to the ledger (${stored.where}), ${stored.duplicates} duplicates.`;
  if (count === 0) return 'The run has no usage to collect.';
  if (uncounted !== null) return `${count} records are shown and not counted: ${uncounted}.`;
  return dryRun ? `${count} records would be written.` : 'Nothing was written.';
}

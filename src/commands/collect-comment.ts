import { tallyJobs, type WatchedJob } from '../capture/expected-jobs.ts';
import { isCountedOrigin } from '../capture/run-origin.ts';
import { UserError } from '../errors.ts';
import { type FinishedRun, listJobs, type RunJob } from '../github/artifacts.ts';
import { upsertComment } from '../github/index.ts';
import { pullRequestsOf, type RunPullRequest } from '../github/run-pull-requests.ts';
import { siblingsOf } from '../github/run-siblings.ts';
import { renderUsageComment } from '../render/usage-comment.ts';
import type { Report } from '../report/model.ts';
import { weekOf } from '../time/week.ts';
import { contentsOf } from '../usage/ledger-line.ts';
import { originOf, type RunUsage, readRunUsage } from './collect-artifacts.ts';
import type { LedgerOption } from './ledger-access.ts';
import type { Surroundings } from './outcome.ts';
import { type Rules, readForReport, reportOf } from './report-data.ts';
import type { Github } from './repository.ts';

/** Artifacts of all other runs of a fork's commit together that are read. */
const MOST_SIBLING_ARTIFACTS = 100;

/** How often a comment is written again because the ledger has grown meanwhile. */
const MOST_ROUNDS = 3;

/** What became of the comment on one pull request. */
export interface CommentDone {
  readonly pull_request: number;
  readonly written: boolean;
  /** Why not; null when it was. */
  readonly why: string | null;
}

interface Scene {
  readonly usage: RunUsage;
  readonly rules: Rules;
  readonly github: Github;
  readonly options: LedgerOption;
  readonly surroundings: Surroundings;
}

/** What runs have uploaded that have ended: it does not change any more. */
type Ended = Map<number, RunUsage>;

function watched(run: FinishedRun, jobs: readonly RunJob[]): readonly WatchedJob[] {
  return jobs.filter(({ attempt }) => attempt === run.attempt).map((job) => ({ ...job, run: run.id }));
}

interface Around {
  readonly jobs: readonly WatchedJob[];
  /** What is in no ledger: runs of forks and of Dependabot. */
  readonly usages: readonly RunUsage[];
  /** False: nobody knows how many jobs there are. */
  readonly all: boolean;
}

/** The runs of the same commit. Of those that count the ledger has what ended; only the jobs that still run are asked for. */
async function lookAround({ usage, github, surroundings }: Scene, ended: Ended): Promise<Around> {
  const { client, repository } = github;
  const { run, origin } = usage;
  const siblings = await siblingsOf(client, repository, run);
  const jobs = [...watched(run, usage.jobs)];
  const usages = isCountedOrigin(origin) ? [] : [usage];
  const name = `${repository.owner}/${repository.name}`;
  let left = MOST_SIBLING_ARTIFACTS;
  for (const sibling of siblings.runs) {
    if (!isCountedOrigin(originOf(sibling, name))) {
      const { now } = surroundings;
      const theirs = ended.get(sibling.id) ?? (await readRunUsage(client, name, sibling, now, left));
      if (sibling.status === 'completed') ended.set(sibling.id, theirs);
      left = Math.max(0, left - theirs.artifacts);
      usages.push(theirs);
      jobs.push(...watched(sibling, theirs.jobs));
    } else if (sibling.status !== 'completed') {
      jobs.push(...watched(sibling, await listJobs(client, repository, sibling.id)));
    }
  }
  return { jobs, usages, all: siblings.all && left > 0 };
}

/** The report on one pull request, from the ledger as it is now. */
async function reportOn(pull: RunPullRequest, scene: Scene, ended: Ended): Promise<Report> {
  const { usage, rules, options, surroundings } = scene;
  const { now } = surroundings;
  const around = await lookAround(scene, ended);
  const week = weekOf(now, rules.allocation.budget?.timezone ?? 'UTC');
  const workItem = `pr-${pull.number}`;
  const read = await readForReport(options, surroundings, rules, { week, workItem });
  const { records } = contentsOf(read.entries);
  const known = new Set(records.map(({ id }) => id));
  // Whatever a fork's job says that it worked on: GitHub says that its run is about this pull request.
  const others = around.usages.flatMap((each) => each.records).filter(({ id }) => !known.has(id));
  const shown = [...records.filter((record) => record.work_item === workItem), ...others];
  const spoke = new Set([usage, ...around.usages].flatMap((each) => [...each.spoke]));
  const { reported, missing } = tallyJobs(shown, around.jobs, [...records, ...others], spoke);
  const jobs = { reported, expected: around.all ? reported + missing.length : null, missing };
  return reportOf(rules, { week, workItem, jobs, others, figures: null }, read, now);
}

async function commentOn(pull: RunPullRequest, scene: Scene, onlyIfExists: boolean): Promise<CommentDone> {
  const { usage, github } = scene;
  const { client, repository } = github;
  const notWritten = (why: string): CommentDone => ({ pull_request: pull.number, written: false, why });
  // Only the ledger joins the commits of a pull request, and what forks report is not in it.
  if (!isCountedOrigin(usage.origin) && pull.headSha !== usage.run.headSha)
    return notWritten('The pull request has moved on to another commit.');
  let said: string | null = null;
  let done: CommentDone = notWritten('There is nothing to say.');
  // Two collectors may work for one pull request. Each reads the ledger after its own write to it, and again after its
  // comment, until both agree: so whoever writes the comment last has seen what every other one had collected.
  const ended: Ended = new Map();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const report = await reportOn(pull, scene, ended);
    const body = report.uses.length === 0 ? null : renderUsageComment(report, { recommended: [] });
    if (body === null || body === said) return done;
    const comment = { repository, issue: pull.number, key: 'usage', body, onlyIfExists };
    const published = await upsertComment(client, comment);
    if (published.written) done = { pull_request: pull.number, written: true, why: null };
    else if (published.failed) return notWritten(published.why);
    else if (!done.written) done = notWritten(published.why);
    said = body;
  }
  return done;
}

export interface Comments {
  readonly done: readonly CommentDone[];
  readonly remarks: readonly string[];
}

/** Pull requests that only the jobs of a run name. */
const MOST_CLAIMED = 5;

/**
 * The pull requests that a run's records name and GitHub does not, as after a comment on one: such a run belongs to the
 * default branch. None for runs that do not count.
 */
function claimed(
  { run, origin, records }: RunUsage,
  found: readonly RunPullRequest[],
): readonly RunPullRequest[] {
  if (!isCountedOrigin(origin)) return [];
  const numbers = records.flatMap(({ work_item: item }) => /^pr-([1-9]\d{0,9})$/.exec(item ?? '')?.[1] ?? []);
  return [...new Set(numbers.map(Number))]
    .filter((number) => found.every((each) => each.number !== number))
    .sort((a, b) => a - b)
    .slice(0, MOST_CLAIMED)
    .map((number) => ({ number, headSha: run.headSha }));
}

/**
 * Brings the usage comments of the pull requests that a run is about up to date. Best effort: what GitHub refuses, or a
 * ledger that cannot be read again, is a remark. A job's own word never starts a comment. It can only have one that is
 * there brought up to date, and that says what the ledger says, whoever asks.
 */
export async function updateComments(scene: Scene): Promise<Comments> {
  const { usage, github } = scene;
  const done: CommentDone[] = [];
  try {
    const pulls = await pullRequestsOf(github.client, github.repository, usage.run);
    for (const pull of pulls) done.push(await commentOn(pull, scene, false));
    for (const pull of claimed(usage, pulls)) done.push(await commentOn(pull, scene, true));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { done, remarks: [`The usage comment could not be brought up to date. ${error.message}`] };
  }
  const remarks = done.flatMap(({ pull_request, written, why }) =>
    written || why === null ? [] : [`Pull request #${pull_request}: ${why}`],
  );
  return { done, remarks };
}

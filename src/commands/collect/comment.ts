import { UserError } from '../../errors.ts';
import {
  type Ended,
  isCountedOrigin,
  type RunScene,
  type RunUsage,
  reportOn,
} from '../../gather/finished-run/index.ts';
import type { Github } from '../../gather/repository.ts';
import { textPlaceOf } from '../../gather/run-place.ts';
import { GitHubError } from '../../github/errors/index.ts';
import { pullRequestsOf, type RunPullRequest, upsertComment } from '../../github/index.ts';
import { renderUsageComment } from '../../render/usage/comment.ts';
import { pullRequestOf } from '../../usage/records/work-item.ts';

/** How often a comment is written again because the ledger has grown meanwhile. */
const MOST_ROUNDS = 3;

/** What became of the comment on one pull request. */
interface CommentDone {
  readonly pull_request: number;
  readonly written: boolean;
  /** Why not; null when it was. */
  readonly why: string | null;
}

async function commentOn(pull: RunPullRequest, scene: RunScene, onlyIfExists: boolean): Promise<CommentDone> {
  const { usage, github } = scene;
  const { client, repository } = github;
  const notWritten = (why: string): CommentDone => ({ pull_request: pull.number, written: false, why });
  // Only the ledger joins the commits of a pull request, and what forks report is not in it.
  if (!isCountedOrigin(usage.origin) && pull.headSha !== usage.run.headSha)
    return notWritten('The pull request has moved on to another commit.');
  const { call } = scene;
  const place = textPlaceOf(call);
  const commit = onlyIfExists ? await headOf(pull, github) : pull.headSha;
  let said: string | null = null;
  let done: CommentDone = notWritten('There is nothing to say.');
  // Two collectors may work for one pull request. Each reads the ledger after its own write to it, and again after its
  // comment, until both agree: so whoever writes the comment last has seen what every other one had collected.
  const ended: Ended = new Map();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const report = await reportOn(pull.number, scene, ended, !onlyIfExists);
    const body = renderUsageComment(report, { recommended: [], advice: [], place, commit });
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

/** The latest commit of a pull request for which GitHub does not know the run; null: it does not say. */
async function headOf({ number }: RunPullRequest, { reader }: Github): Promise<string | null> {
  try {
    return (await reader.pullRequestNumbers(number)).head.sha;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return null;
  }
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
  const numbers = records.flatMap(({ work_item: item }) => pullRequestOf(item) ?? []);
  return [...new Set(numbers)]
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
export async function updateComments(scene: RunScene): Promise<Comments> {
  const { usage, github } = scene;
  const done: CommentDone[] = [];
  try {
    const pulls = await pullRequestsOf(github.client, github.repository, usage.run);
    for (const pull of pulls) done.push(await commentOn(pull, scene, false));
    for (const pull of claimed(usage, pulls)) done.push(await commentOn(pull, scene, true));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { done, remarks: [`The usage comment could not be updated. ${error.message}`] };
  }
  const remarks = done.flatMap(({ pull_request, written, why }) =>
    written || why === null ? [] : [`Pull request #${pull_request}: ${why}`],
  );
  return { done, remarks };
}

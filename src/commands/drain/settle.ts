import { whyNotOf, whyNotShown } from '../../deferral/done.ts';
import type { Lines } from '../../deferral/ports.ts';
import type { Settled, SettledWork } from '../../deferral/settled.ts';
import type { ToldDeferral } from '../../deferral/sift.ts';
import { standingOf, standingsOf } from '../../deferral/states.ts';
import { judgeDeferral } from '../../deferral/work.ts';
import { UserError } from '../../errors.ts';
import type { Loaded } from '../../gather/allocation.ts';
import { isJobName } from '../../gather/finished-run/index.ts';
import type { Github } from '../../gather/repository.ts';
import {
  type BranchTip,
  latestTokenRuns,
  listJobs,
  type RunJob,
  readRun,
  rerunJob,
  workItemFates,
} from '../../github/index.ts';
import { grouped } from '../../grouped.ts';
import { later, textOf } from '../../time/instant.ts';
import { claimToken, type Deferral } from '../../usage/records/deferral.ts';
import { pullRequestOf } from '../../usage/records/work-item.ts';

/** So far back, in seconds, work that was done is looked for. */
const FAR = 3 * 86_400;

/** Jobs that are looked at in one drain: each takes two requests. */
const MOST_JOBS = 50;

/** Work that is secure or under a floor: what its job is red for. */
const FLOORED = 80;

export const NOTHING_SETTLED: Settled = { settled: [], red: [], notes: [] };

interface Scene {
  readonly lines: Lines;
  readonly tip: BranchTip;
  readonly github: Github;
  readonly loaded: Loaded;
  readonly now: Date;
}

/** A deferral whose work was done, or why it is not known to be. */
type Judged =
  | { readonly deferral: Deferral; readonly run: string }
  | { readonly deferral: Deferral; readonly why: string };

/**
 * Runs red jobs of pull requests again whose deferred work was done by the run that a drain started: their `resolve`
 * sees that by itself, and ends well without doing it once more. A job that somebody has run again is left alone, so
 * that it happens once. Best effort: what GitHub does not answer is a note.
 */
export async function settleJobs(scene: Scene): Promise<Settled> {
  const settled: SettledWork[] = [];
  const red: ToldDeferral[] = [];
  const notes: string[] = [];
  try {
    const groups = await doneByJob(scene);
    const fates = await workItemFates(
      scene.github.client,
      scene.github.repository,
      groups.flatMap((each) => each.map(({ deferral }) => deferral)),
    );
    for (const group of groups.slice(0, MOST_JOBS)) {
      const [first] = group;
      const job = first === undefined ? null : await redJobOf(first.deferral, scene.github);
      if (job === null) continue;
      const stays = group.flatMap((each): readonly ToldDeferral[] => {
        const fate = fates(each.deferral);
        if (fate.kind !== 'goes-on') return [{ deferral: each.deferral, why: `stays red: ${fate.why}` }];
        return 'why' in each ? [{ deferral: each.deferral, why: `stays red: ${each.why}` }] : [];
      });
      red.push(...stays);
      if (stays.length > 0) continue;
      await rerunJob(scene.github.client, scene.github.repository, job.id);
      settled.push(...group.flatMap((each) => ('run' in each ? [each] : [])));
    }
    const left = groups.length - MOST_JOBS;
    if (left > 0) notes.push(`${left} more jobs of done work are looked at by the next drain.`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    notes.push(`Jobs whose deferred work is done could not all be run again: ${error.message}`);
  }
  return { settled, red, notes };
}

/** The started work of pull requests, by the job that deferred it: jobs of whose work something is done. */
async function doneByJob(scene: Scene): Promise<readonly (readonly Judged[])[]> {
  const { lines, tip, github, now } = scene;
  const standings = standingsOf(lines.steps);
  const since = later(textOf(now), -FAR);
  const isRecent = (deferral: Deferral): boolean => {
    const standing = standingOf(standings, deferral);
    return standing.kind === 'started' && standing.step.at >= since;
  };
  const jobs = grouped(lines.deferrals, ({ work_item, head, run }) =>
    pullRequestOf(work_item) === null || head === null ? null : JSON.stringify(run),
  );
  const groups = [...jobs.values()].filter((group) => group.some(isRecent));
  if (groups.length === 0) return [];
  const search = { branch: tip.name, since, now: textOf(now) };
  const { runs } = await latestTokenRuns(github.client, github.repository, search);
  const judged = groups.map((group) => {
    const floored = group.filter(({ priority }) => priority >= FLOORED);
    return (floored.length > 0 ? floored : group).map((deferral) => judge(deferral, runs, scene));
  });
  return judged.filter((group) => group.some((each) => 'run' in each || each.why !== NOT_ENDED));
}

const NOT_ENDED = 'its work is not done yet';

function judge(
  deferral: Deferral,
  runs: Awaited<ReturnType<typeof latestTokenRuns>>['runs'],
  { lines, github, now, loaded: { allocation } }: Scene,
): Judged {
  const { work_item: workItem, head } = deferral;
  const here = {
    allocation,
    repository: `${github.repository.owner}/${github.repository.name}`,
    now: textOf(now),
  };
  const judged = judgeDeferral(deferral, here);
  if (!judged.ok) return { deferral, why: `its deferral ${judged.why}` };
  if (head === null) return { deferral, why: 'its deferral names no commit' };
  const { agent, phase } = judged.work;
  const work = { agent: agent.name, phase, workItem, head };
  let why = NOT_ENDED;
  for (const run of runs) {
    if (run.claim !== claimToken(deferral.id) || run.conclusion !== 'success') continue;
    // At which floor it must have been, its own `resolve` judges.
    const not =
      whyNotOf(run, work, allocation.deferred) ?? whyNotShown(run.id, work, lines.records, () => true);
    if (not === null) return { deferral, run: String(run.id) };
    why = `run ${run.id} ended well, but ${not}`;
  }
  return { deferral, why };
}

/** The job that deferred the work, if it failed, and nobody has run it again. */
async function redJobOf(
  { run: { id, attempt, job } }: Deferral,
  { client, repository }: Github,
): Promise<RunJob | null> {
  const number = Number(id);
  if (!Number.isSafeInteger(number)) return null;
  const run = await readRun(client, repository, number);
  if (run.attempt !== attempt || run.status !== 'completed') return null;
  const failed = (await listJobs(client, repository, number)).filter(
    (each) => each.attempt === attempt && each.conclusion === 'failure' && isJobName(job, each.name),
  );
  const [only] = failed;
  return failed.length === 1 && only !== undefined ? only : null;
}

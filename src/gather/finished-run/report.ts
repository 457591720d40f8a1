import { type FinishedRun, listJobs, type RunJob, readRun, siblingsOf } from '../../github/index.ts';
import { isCounted } from '../../policy/budget/budget.ts';
import type { Report } from '../../report/document.ts';
import { weekOf } from '../../time/week.ts';
import type { Deferral } from '../../usage/records/deferral.ts';
import { contentsOf } from '../../usage/records/ledger-line.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import type { Refusal } from '../../usage/records/refusal.ts';
import { workItemOfThread } from '../../usage/records/work-item.ts';
import type { LedgerHistory } from '../budget/ledger-history.ts';
import type { LedgerCall } from '../ledger.ts';
import { type Rules, readForReport, reportOf } from '../report.ts';
import type { Github } from '../repository.ts';
import { deferredWork, NOTHING_DEFERRED } from './deferred-work.ts';
import { tallyJobs, type WatchedJob } from './expected-jobs.ts';
import { isCountedOrigin } from './origin.ts';
import { withOwnFigures } from './own-figures.ts';
import { withOwnWork } from './own-work.ts';
import { originOf, type RunUsage, readRunUsage } from './usage.ts';

/** Artifacts of all other runs of a fork's commit together that are read. */
const MOST_SIBLING_ARTIFACTS = 100;

/** A run about a pull request, and what its report is made with. */
export interface RunScene {
  readonly usage: RunUsage;
  /** What its jobs put off, judged. */
  readonly deferrals: readonly Deferral[];
  readonly rules: Rules;
  readonly github: Github;
  readonly call: LedgerCall;
  /** Asked for what was taken from the ledger; null: nobody knows. */
  readonly history: LedgerHistory | null;
}

/** What runs have uploaded that have ended: it does not change any more. */
export type Ended = Map<number, RunUsage>;

function watched(run: FinishedRun, jobs: readonly RunJob[]): readonly WatchedJob[] {
  return jobs.filter(({ attempt }) => attempt === run.attempt).map((job) => ({ ...job, run: run.id }));
}

interface Around {
  readonly jobs: readonly WatchedJob[];
  /** What may be in no ledger: that of this run, and of other runs of forks and of Dependabot. */
  readonly usages: readonly RunUsage[];
  /** Overrides that their jobs were refused: no ledger has them. */
  readonly refusals: readonly Refusal[];
  /** False: nobody knows how many jobs there are. */
  readonly all: boolean;
}

/**
 * The runs of the same commit. Of those that count the ledger has what ended; only the jobs that still run are asked for,
 * and what was refused in one that failed.
 */
async function lookAround({ usage, rules, github, call }: RunScene, ended: Ended): Promise<Around> {
  const { client, repository } = github;
  const { run } = usage;
  const siblings = await siblingsOf(client, repository, run);
  const jobs = [...watched(run, usage.jobs)];
  const usages = [usage];
  const refusals = [...usage.refusals];
  const name = `${repository.owner}/${repository.name}`;
  let left = MOST_SIBLING_ARTIFACTS;
  let room = MOST_SIBLING_ARTIFACTS;
  for (const sibling of siblings.runs) {
    if (!isCountedOrigin(originOf(sibling, name))) {
      const theirs =
        ended.get(sibling.id) ??
        withOwnFigures(await readRunUsage(client, name, sibling, call.now, left), rules).usage;
      if (sibling.status === 'completed') ended.set(sibling.id, theirs);
      left = Math.max(0, left - theirs.artifacts);
      usages.push(theirs);
      jobs.push(...watched(sibling, theirs.jobs));
    } else if (sibling.status !== 'completed') {
      jobs.push(...watched(sibling, await listJobs(client, repository, sibling.id)));
    } else if (sibling.conclusion === 'failure' && room > 0) {
      // A step that is refused fails its job.
      const theirs = ended.get(sibling.id) ?? (await readRunUsage(client, name, sibling, call.now, room));
      ended.set(sibling.id, theirs);
      room -= theirs.artifacts;
      refusals.push(...theirs.refusals);
    }
  }
  return { jobs, usages, refusals, all: siblings.all && left > 0 };
}

/**
 * The report on one pull request: from the ledger as it is now, and from what the run's jobs reported if it is not there yet.
 * @param isAbout GitHub says that the run is about it, and not only its jobs
 */
export async function reportOn(pull: number, scene: RunScene, ended: Ended, isAbout = true): Promise<Report> {
  const { rules, call, history } = scene;
  const { now } = call;
  const around = await lookAround(scene, ended);
  const week = weekOf(now, rules.allocation.budget?.timezone ?? 'UTC');
  const workItem = workItemOfThread({ kind: 'pr', number: pull });
  const read = await readForReport(call, rules, { week, workItem }, history, true);
  const { records } = contentsOf(read.entries);
  const known = new Set(records.map(({ id }) => id));
  // Whatever a fork's job says that it worked on: GitHub says that its run is about this pull request.
  const others = around.usages.flatMap((each) => each.records).filter(({ id }) => !known.has(id));
  const isShown = (record: UsageRecord): boolean => !isCounted(record) || record.work_item === workItem;
  const shown = [...records.filter((record) => record.work_item === workItem), ...others.filter(isShown)];
  const spoke = new Set(around.usages.flatMap((each) => [...each.spoke]));
  const { reported, missing } = tallyJobs(shown, around.jobs, [...records, ...others], spoke);
  const jobs = { reported, expected: around.all ? reported + missing.length : null, missing };
  const asked = {
    week,
    workItem,
    jobs,
    others: others.filter(isShown),
    uncollected: others.filter(isCounted),
    deferrals: scene.deferrals,
    refusals: isAbout ? around.refusals : [],
    figures: null,
  };
  return reportOf(rules, asked, read, now);
}

/**
 * The report on a pull request from within a workflow run about it: what its jobs have uploaded is judged as the
 * collector judges it, so that both say the same of it. Throws `GitHubError` where GitHub does not say.
 */
export async function reportOfThisRun(
  pull: number,
  id: number,
  repository: string,
  scene: Omit<RunScene, 'usage' | 'deferrals'>,
): Promise<Report> {
  const { client, repository: name } = scene.github;
  const run = await readRun(client, name, id);
  const { github, rules, call } = scene;
  const read = await readRunUsage(client, repository, run, call.now);
  const { usage } = withOwnFigures((await withOwnWork(read, github)).usage, rules);
  const counts = isCountedOrigin(usage.origin);
  const { deferrals } = counts ? await deferredWork(usage, github, call.now) : NOTHING_DEFERRED;
  return reportOn(pull, { ...scene, usage, deferrals }, new Map());
}

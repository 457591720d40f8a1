import type { AgentName } from '../../allocation/names.ts';
import { type EndedRun, type WorkOnHead, whyNotOf, whyNotShown } from '../../deferral/done.ts';
import { UserError } from '../../errors.ts';
import type { Loaded } from '../../gather/allocation.ts';
import { jobPlace, workItemOf } from '../../gather/job-place.ts';
import { openUsageLedger, READING_PATIENCE } from '../../gather/ledger.ts';
import type { PullRequestEvent } from '../../github/event/index.ts';
import { latestTokenRuns } from '../../github/index.ts';
import { knownModels, tiersOfUse } from '../../policy/decision/known-models.ts';
import type { Decision } from '../../policy/decision/resolve.ts';
import { type Annotation, annotation } from '../../render/annotation.ts';
import { later, textOf } from '../../time/instant.ts';
import { claimToken, deferralId } from '../../usage/records/deferral.ts';
import { contentsOf, readStoredLine } from '../../usage/records/ledger-line.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import { type Claimed, type DoneContext, leftToOther } from './other-runs.ts';

/** So far back, in seconds, a run that did the work is looked for. */
const FAR = 7 * 86_400;
const DAY = 86_400_000;

/** Earlier attempts whose deferrals are looked for. */
const MOST_ATTEMPTS = 20;

/** A run that an earlier attempt's deferral led to. */
interface Led extends EndedRun {
  readonly decision: Decision;
  readonly work: WorkOnHead;
}

/**
 * Whether the work of a job that is run again was done meanwhile, by the run that a drain started for what an earlier
 * attempt of it deferred: then it ends well without doing it once more. Nothing of that is believed of the job itself.
 * Where it cannot be told, the work is decided as ever.
 */
export async function judgeDone(
  decisions: readonly Decision[],
  event: PullRequestEvent,
  loaded: Loaded,
  context: DoneContext,
): Promise<Claimed> {
  const open: Claimed = { decisions, left: new Set(), failure: null, annotations: [] };
  // Others were green when they were deferred; an override is one person's wish for this run.
  const asked = decisions.filter(
    ({ decision, failsFor, choice }) =>
      decision !== 'refuse' && choice === null && (failsFor !== null || context.options.onDefer === 'fail'),
  );
  try {
    const led = asked.length === 0 ? [] : await runsFor(asked, event, context);
    if (led.length === 0) return open;
    const doubts: string[] = [];
    const ended = led.filter((run) => {
      const why = whyNotOf(run, run.work, loaded.allocation.deferred);
      if (why !== null) doubts.push(doubtOf(run, why));
      return why === null;
    });
    const records = ended.length === 0 ? [] : await recentRecords(context);
    const models = knownModels(tiersOfUse(loaded.allocation, loaded.table), loaded.table);
    const done = new Map<AgentName, number>();
    for (const run of ended) {
      const { floor } = run.decision;
      const keeps = (model: string): boolean => floor === null || models.keeps(model, floor);
      const why = whyNotShown(run.id, run.work, records, keeps);
      if (why === null) done.set(run.work.agent, run.id);
      else doubts.push(doubtOf(run, why));
    }
    return { ...open, ...leaving(decisions, done), annotations: annotationsOf(done, doubts, decisions) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    context.notes.push(
      `It is not known whether deferred work of this job was done meanwhile: ${error.message}`,
    );
    return open;
  }
}

/** The runs that were started for what earlier attempts of this job deferred. */
async function runsFor(
  decisions: readonly Decision[],
  event: PullRequestEvent,
  context: DoneContext,
): Promise<readonly Led[]> {
  const { client, repository } = await context.github();
  const { run, ...place } = jobPlace(context);
  const item = workItemOf(context);
  const { sha: head } = event.head;
  const earlier = Array.from(
    { length: Math.min(run.attempt - 1, MOST_ATTEMPTS) },
    (_, back) => run.attempt - 1 - back,
  );
  const byClaim = new Map<string, Omit<Led, keyof EndedRun>>();
  for (const decision of decisions)
    for (const attempt of earlier) {
      const { agent, phase } = decision;
      const key = {
        repository: place.repository,
        run: { ...run, attempt },
        work_item: item,
        head,
        agent,
        phase,
      };
      byClaim.set(claimToken(deferralId(key)), { decision, work: { agent, phase, workItem: item, head } });
    }
  const now = textOf(context.now);
  const search = { branch: event.defaultBranch, since: later(now, -FAR), now };
  const { runs } = await latestTokenRuns(client, repository, search);
  return runs.flatMap((each): readonly Led[] => {
    const led = byClaim.get(each.claim);
    return led === undefined ? [] : [{ ...each, ...led }];
  });
}

async function recentRecords(context: DoneContext): Promise<readonly UsageRecord[]> {
  const { now } = context;
  const ledger = await openUsageLedger(context, readStoredLine, READING_PATIENCE);
  try {
    const from = new Date(now.getTime() - FAR * 1000 - DAY);
    return contentsOf((await ledger.readRange(from, new Date(now.getTime() + DAY))).entries).records;
  } finally {
    await ledger.close();
  }
}

function doubtOf({ id, work }: Led, why: string): string {
  return `Run ${id} was started for ${work.agent} in ${work.phase}, but it is not taken for the work of this job: ${why}.`;
}

function leaving(
  decisions: readonly Decision[],
  done: ReadonlyMap<AgentName, number>,
): Pick<Claimed, 'decisions' | 'left'> {
  const ruled = decisions.map((decision): Decision => {
    const run = done.get(decision.agent);
    return run === undefined
      ? decision
      : leftToOther(decision, `already done by run ${run}, at this commit`, null);
  });
  return { decisions: ruled, left: new Set(done.keys()) };
}

function annotationsOf(
  done: ReadonlyMap<AgentName, number>,
  doubts: readonly string[],
  decisions: readonly Decision[],
): readonly Annotation[] {
  const phase = decisions[0]?.phase ?? '';
  return [
    ...[...done].map(([agent, run]) =>
      annotation('notice', `${agent}/${phase} is done`, `Run ${run} did this work at this commit.`),
    ),
    ...doubts.slice(0, 5).map((doubt) => annotation('warning', 'Deferred work not taken for done', doubt)),
  ];
}

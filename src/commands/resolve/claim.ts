import { FORMS } from '../../allocation/patterns.ts';
import { titleWords } from '../../deferral/done.ts';
import { UserError } from '../../errors.ts';
import type { Context } from '../../gather/context.ts';
import { isCommitId, isPartOf } from '../../git/index.ts';
import type { Decision } from '../../policy/decision/resolve.ts';
import { annotation } from '../../render/annotation.ts';
import { later, textOf } from '../../time/instant.ts';
import { workflowPath } from '../../usage/records/workflow-path.ts';
import { type Claimed, leftToOther } from './other-runs.ts';

/** So far back, in seconds, an older run of the same claim is looked for. */
const FAR = 2 * 86_400;

/** A run that ended like this has not done the work. */
const UNDONE = ['cancelled', 'skipped', 'startup_failure', 'stale'];
/** A guarded cell is done by a run that ended well, and perhaps by one that has not ended. */
const PERHAPS_DONE = ['success', null];

/** An older run that does the work. */
interface Older {
  readonly id: number;
  /** How it ended; null while it has not. */
  readonly conclusion: string | null;
}

interface Seen {
  /** Null: there is none. */
  readonly older: Older | null;
  /** Why nobody could look; null: somebody did. */
  readonly doubt: string | null;
}

/**
 * Whether this run was started for a deferral that an older run was started for, too. That cannot happen unless a
 * drain stood still between its claim and its start; here it costs a request, and the work is done once all the same.
 * Where nobody can look the work is done: to do it twice is better than not at all. Throws `UserError` for a claim
 * that is none.
 */
export async function judgeClaim(
  claim: string,
  decisions: readonly Decision[],
  context: Context,
): Promise<Claimed> {
  if (!FORMS.claim.pattern.test(claim))
    throw new UserError(
      'The claim is not one that drain made.',
      'Pass on, unchanged, the input that `claim: claim` of deferred.workflows sets.',
    );
  const { older, doubt } = await look(claim, decisions, context);
  if (older !== null) {
    const { id, conclusion } = older;
    const message = `Run ${id} was started for the same deferral, and does its work.`;
    const annotations = [annotation('notice', 'Already started', message)];
    const waits = conclusion === null && decisions.some(({ guarded }) => guarded);
    const failure = waits
      ? `Run ${id} does this work, and it is under an absolute floor: run this job again when that one has ended well.`
      : null;
    return {
      decisions: decisions.map((decision) => leftToOther(decision, `already started by run ${id}`, 'claim')),
      left: new Set(decisions.map(({ agent }) => agent)),
      failure,
      annotations,
    };
  }
  const message = `It is not known whether an older run does the same work: ${doubt}`;
  const annotations = doubt === null ? [] : [annotation('warning', 'Started, perhaps once more', message)];
  return { decisions, left: new Set(), failure: null, annotations };
}

async function look(
  claim: string,
  decisions: readonly Decision[],
  { github, env, now }: Context,
): Promise<Seen> {
  const own = Number(env.GITHUB_RUN_ID);
  if (!Number.isSafeInteger(own) || own < 1) return { older: null, doubt: 'GITHUB_RUN_ID is not a number.' };
  // Drains start runs at one branch. On another one anybody may write a workflow whose runs bear any name.
  const branch = env.GITHUB_REF_NAME;
  if (!branch) return { older: null, doubt: 'GITHUB_REF_NAME is not set.' };
  // A tag may have the branch's name: then the commits of its runs are no part of what this one is at.
  const { GITHUB_SHA: commit } = env;
  if (!isCommitId(commit)) return { older: null, doubt: 'GITHUB_SHA does not name a commit.' };
  try {
    const { client, repository, reader } = await github();
    const { latestTokenRuns } = await import('../../github/index.ts');
    const at = textOf(now);
    const search = { branch, since: later(at, -FAR), now: at };
    const { runs, all } = await latestTokenRuns(client, repository, search);
    const guarded = decisions.some((decision) => decision.guarded);
    const isDone = (conclusion: string | null): boolean =>
      guarded ? PERHAPS_DONE.includes(conclusion) : !UNDONE.includes(conclusion ?? '');
    const called = runs.filter((run) => run.claim === claim && run.id < own && isDone(run.conclusion));
    const sameClaim: typeof called = [];
    for (const run of called) if (await isPartOf(reader, commit, run.headSha)) sameClaim.push(run);
    const workflow = workflowPath(env.GITHUB_WORKFLOW_REF ?? '');
    const [older] = sameClaim
      .filter((run) => run.workflow === workflow && namesCells(run.title, decisions))
      .sort((a, b) => a.id - b.id);
    if (older !== undefined) return { older, doubt: null };
    const [other] = sameClaim;
    if (other !== undefined) {
      const why = `run ${other.id} has the same claim, but it is not of this workflow, or does not name this agent and phase.`;
      return { older: null, doubt: why };
    }
    return { older: null, doubt: all ? null : 'There are too many runs: only the latest were checked.' };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { older: null, doubt: error.message };
  }
}

/** Whether a run's name has the agent and the phase of what is decided, as words. The claim alone anybody may repeat. */
function namesCells(title: string, decisions: readonly Decision[]): boolean {
  const words = titleWords(title);
  return decisions.every(({ agent, phase }) => words.has(agent) && words.has(phase));
}

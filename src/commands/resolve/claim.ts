import { FORMS } from '../../allocation/patterns.ts';
import { UserError } from '../../errors.ts';
import type { Context } from '../../gather/context.ts';
import type { Decision } from '../../policy/decision/resolve.ts';
import { type Annotation, annotation } from '../../render/annotation.ts';
import { later, textOf } from '../../time/instant.ts';

/** So far back, in seconds, an older run of the same claim is looked for. */
const FAR = 2 * 86_400;

/** A run that ended like this has not done the work. */
const UNDONE = ['cancelled', 'skipped', 'startup_failure', 'stale'];

/** Decisions in the light of the claim that the run was started with. */
export interface Claimed {
  readonly decisions: readonly Decision[];
  /** An older run does the work: this one puts nothing off, and does not fail. */
  readonly left: boolean;
  readonly annotations: readonly Annotation[];
}

interface Seen {
  /** The older run that does the work; null: there is none. */
  readonly older: number | null;
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
  const { older, doubt } = await look(claim, context);
  if (older !== null) {
    const message = `Run ${older} was started for the same deferral, and does its work.`;
    const annotations = [annotation('notice', 'Already started', message)];
    return { decisions: decisions.map((decision) => leftTo(older, decision)), left: true, annotations };
  }
  const message = `It is not known whether an older run does the same work: ${doubt}`;
  const annotations = doubt === null ? [] : [annotation('warning', 'Started, perhaps once more', message)];
  return { decisions, left: false, annotations };
}

async function look(claim: string, { github, env, now }: Context): Promise<Seen> {
  const own = Number(env.GITHUB_RUN_ID);
  if (!Number.isSafeInteger(own) || own < 1) return { older: null, doubt: 'GITHUB_RUN_ID is not a number.' };
  // Drains start runs at one branch. On another one anybody may write a workflow whose runs bear any name.
  const branch = env.GITHUB_REF_NAME;
  if (!branch) return { older: null, doubt: 'GITHUB_REF_NAME is not set.' };
  try {
    const { client, repository } = await github();
    const { latestTokenRuns } = await import('../../github/index.ts');
    const at = textOf(now);
    const search = { branch, since: later(at, -FAR), now: at };
    const { runs, all } = await latestTokenRuns(client, repository, search);
    const older = runs
      .filter((run) => run.claim === claim && run.id < own && !UNDONE.includes(run.conclusion ?? ''))
      .map(({ id }) => id);
    if (older.length > 0) return { older: Math.min(...older), doubt: null };
    return { older: null, doubt: all ? null : 'There are too many runs: only the latest were checked.' };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { older: null, doubt: error.message };
  }
}

function leftTo(older: number, decision: Decision): Decision {
  const text = `already started by run ${older}: this run does nothing`;
  return {
    ...decision,
    decision: 'defer',
    tier: null,
    model: null,
    fallback: [],
    available: [],
    exceptions: [],
    trace: [...decision.trace, { step: 'claim', text, source: 'claim' }],
  };
}

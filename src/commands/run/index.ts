import { type Allocation, tierName } from '../../allocation/allocation.ts';
import { UserError } from '../../errors.ts';
import { readsBase } from '../../gather/base-files.ts';
import { type Context, workContextOf } from '../../gather/context.ts';
import { gather } from '../../gather/decision.ts';
import { wayOf } from '../../job/way.ts';
import { floorOverJudge } from '../../policy/decision/floors-beside.ts';
import { type Request, resolve } from '../../policy/decision/resolve.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import type { Outcome } from '../../surface/outcome.ts';
import { textOf } from '../../time/instant.ts';
import { doubt, flagDecisions, refusalsOf, withClaim } from '../resolve/index.ts';
import type { JobResult } from './agent-job.ts';
import { readInput } from './input.ts';
import { type Finished, outcomeOf } from './outcome.ts';

/** `run`: one agent job on the model that it may use, its check, and the step up where the allocation allows one. */
export async function run(call: Call<OptionsOf<'run'>>): Promise<Outcome> {
  const context = workContextOf(call);
  const gathered = await gather('run', context);
  const { loaded, state, warning } = gathered;
  const request = requireSingle(gathered.requests);
  requireJudge(request, loaded.allocation);
  // Also where it will not run now: a mistake in it should not wait for that.
  const input = await readInput(context, readsBase(context));
  const decided = resolve(loaded.allocation, loaded.exceptions, request, state);
  const claimed = await withClaim([decided], loaded, context);
  const [first = decided] = claimed.decisions;
  let finished: Finished = {
    result: { decision: first, attempts: [], end: { kind: 'not-run', notBefore: null } },
    records: [],
    belowFloor: [],
    answerPath: null,
    lostUsage: null,
  };
  if (first.decision === 'run') {
    // Loaded only now: a job that is deferred needs neither the SDK nor credentials.
    const { work } = await import('./work.ts');
    finished = await work({ context, gathered, request, first, input });
  }
  const { result } = finished;
  const isLeft = claimed.left.size > 0;
  const isDeferred = result.decision.decision === 'defer' && !isLeft;
  const forPost = {
    ...(isDeferred ? await deferRun(result, request, context) : {}),
    ...(await refusalsOf([result.decision], context)),
  };
  await flagDecisions([result.decision], context);
  if (warning !== null) context.notes.push(`warning: ${warning}`);
  const outcome = outcomeOf(finished, context, loaded, doubt(warning));
  return isLeft
    ? { ...outcome, failure: claimed.failure, annotations: claimed.annotations }
    : { ...outcome, annotations: [...claimed.annotations, ...outcome.annotations], state: forPost };
}

/** Keeps deferred work, to be started again: in a job through its post step, on a laptop in the ledger. */
async function deferRun(
  { decision, end }: JobResult,
  request: Request,
  context: Context<OptionsOf<'run'>>,
): Promise<Readonly<Record<string, string>>> {
  // Loaded only now: what runs has nothing to defer.
  const { deferWork } = await import('../../job/deferrals.ts');
  // The earliest time to try again, where the API names one.
  const at = end.kind !== 'not-run' || end.notBefore === null ? null : textOf(end.notBefore);
  const { deferrals, state } = await deferWork([decision], [request], context, at);
  if (context.surface === 'action') return state;
  // What is about no repository on GitHub nobody could start again.
  if (!context.env.GITHUB_REPOSITORY) return {};
  const { putDeferrals } = await import('../../job/deferral-write.ts');
  const where = await putDeferrals(deferrals, wayOf(context), context);
  if (deferrals.length > 0) context.notes.push(`The deferral went to ${where}.`);
  return {};
}

/** Throws `UserError` for a judge below what another branch asks for, as parsing does where it is below a floor of its file. */
function requireJudge({ agent, phase }: Request, allocation: Allocation): void {
  const floor = floorOverJudge(allocation, agent, phase);
  const judge = agent.check?.judge ?? null;
  if (floor === null || judge === null) return;
  const [tier, minimum] = [tierName(allocation, judge.tier), tierName(allocation, floor.minimum)];
  throw new UserError([
    {
      what: `The judge of ${agent.name} is on ${tier}, but the floor ${floor.id} of another branch, which holds as well, asks for ${minimum}.`,
      file: allocation.file,
      ...judge.origin.position,
      fix: 'Bring this branch up to it: let a tier at or above the floor judge.',
    },
  ]);
}

/** The one cell that a run is for. Throws `UserError` where no agent is named. */
function requireSingle(requests: readonly Request[]): Request {
  const [request] = requests;
  if (request !== undefined && requests.length === 1) return request;
  throw new UserError('run needs an agent.', 'Give --agent, for example --agent TESTING.');
}

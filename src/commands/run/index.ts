import { UserError } from '../../errors.ts';
import { readsBase } from '../../gather/base-files.ts';
import { type Gathered, gather } from '../../gather/decision.ts';
import { workItemOf } from '../../gather/job-place.ts';
import { wayOf } from '../../job/way.ts';
import { type Decision, type Request, resolve } from '../../policy/decision/resolve.ts';
import type { ParsedOptions } from '../../surface/options.ts';
import type { Outcome, Surroundings } from '../../surface/outcome.ts';
import { textOf } from '../../time/instant.ts';
import { withClaim } from '../resolve/claimed.ts';
import { flagDecisions } from '../resolve/flag.ts';
import { doubt } from '../resolve/remarks.ts';
import { readInput } from './input.ts';
import { type Finished, outcomeOf } from './outcome.ts';

/** `run`: one agent job on the model that it may use, its check, and the step up where the allocation allows one. */
export async function run(options: ParsedOptions, given: Surroundings): Promise<Outcome> {
  const surroundings = { ...given, now: options.now ?? given.now };
  const gathered = await gather('run', options, surroundings);
  const { loaded, world, notes, event, github } = gathered;
  const request = requireSingle(gathered.requests);
  // Also where it will not run now: a mistake in it should not wait for that.
  const readBase = readsBase(event, surroundings, github, (line) => notes.push(line));
  const input = await readInput(options, surroundings, readBase);
  const decided = resolve(loaded.allocation, loaded.exceptions, request, world.state);
  const claimed = await withClaim(options.claim, [decided], github, surroundings);
  const [first = decided] = claimed.decisions;
  const workItem = options.workItem ?? workItemOf(event, surroundings);
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
    finished = await work({ options, surroundings, gathered, request, first, workItem, input });
  }
  const { decision, end } = finished.result;
  const notBefore = end.kind === 'not-run' ? end.notBefore : null;
  const state =
    decision.decision === 'defer' && !claimed.left
      ? await putOffRun({ decision, request, notBefore }, gathered, options, surroundings)
      : {};
  if (surroundings.surface === 'action' && event !== null)
    notes.push(...(await flagDecisions([decision], surroundings, github)));
  if (world.warning !== null) notes.push(`warning: ${world.warning}`);
  const outcome = outcomeOf(finished, options, surroundings, loaded, notes, doubt(world.warning));
  return claimed.left
    ? { ...outcome, failure: null, annotations: claimed.annotations }
    : { ...outcome, annotations: [...claimed.annotations, ...outcome.annotations], state };
}

interface PutOffWork {
  readonly decision: Decision;
  readonly request: Request;
  /** The earliest time to try again, where the API names one. */
  readonly notBefore: Date | null;
}

/** Keeps deferred work, to be started again: in a job through its post step, on a laptop in the ledger. */
async function putOffRun(
  { decision, request, notBefore }: PutOffWork,
  { event, github, notes }: Gathered,
  options: ParsedOptions,
  surroundings: Surroundings,
): Promise<Readonly<Record<string, string>>> {
  // Loaded only now: what runs has nothing to put off.
  const { putOff } = await import('../resolve/deferrals.ts');
  const at = notBefore === null ? null : textOf(notBefore);
  const later = await putOff([decision], [request], event, options, surroundings, github, at);
  notes.push(...later.notes);
  if (surroundings.surface === 'action') return later.state;
  // What is about no repository on GitHub nobody could start again.
  if (!surroundings.env.GITHUB_REPOSITORY) return {};
  const { putDeferrals } = await import('../../job/deferral-write.ts');
  const where = await putDeferrals(later.deferrals, wayOf(options, surroundings), options, surroundings);
  if (later.deferrals.length > 0) notes.push(`The deferral went to ${where}.`);
  return {};
}

/** The one cell that a run is for. Throws `UserError` where no agent is named. */
function requireSingle(requests: readonly Request[]): Request {
  const [request] = requests;
  if (request !== undefined && requests.length === 1) return request;
  throw new UserError('run needs an agent.', 'Give --agent, for example --agent TESTING.');
}

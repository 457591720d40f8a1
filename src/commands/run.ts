import { UserError } from '../errors.ts';
import { type Request, resolve } from '../policy/resolve.ts';
import { workItemOf } from './job-place.ts';
import type { ParsedOptions } from './options.ts';
import type { Outcome, Surroundings } from './outcome.ts';
import { flagDecisions } from './resolve-flag.ts';
import { gather } from './resolve-gather.ts';
import { doubt } from './resolve-remarks.ts';
import { readInput } from './run-input.ts';
import { type Finished, outcomeOf } from './run-outcome.ts';

/** `run`: one agent job on the model that it may use, its check, and the step up where the allocation allows one. */
export async function run(options: ParsedOptions, given: Surroundings): Promise<Outcome> {
  const surroundings = { ...given, now: options.now ?? given.now };
  const gathered = await gather('run', options, surroundings);
  const { loaded, world, notes, event, github } = gathered;
  const request = requireSingle(gathered.requests);
  // Also where it will not run now: a mistake in it should not wait for that.
  const input = readInput(options, surroundings);
  const first = resolve(loaded.allocation, loaded.exceptions, request, world.state);
  const workItem = options.workItem ?? workItemOf(event, surroundings);
  let finished: Finished = {
    result: { decision: first, attempts: [], end: { kind: 'not-run', notBefore: null } },
    ...{ records: [], belowFloor: [], answerPath: null, lostUsage: null },
  };
  if (first.decision === 'run') {
    // Loaded only now: a job that is deferred needs neither the SDK nor credentials.
    const { work } = await import('./run-work.ts');
    finished = await work({ options, surroundings, gathered, request, first, workItem, input });
  }
  const { decision } = finished.result;
  if (surroundings.surface === 'action' && event !== null)
    notes.push(...(await flagDecisions([decision], surroundings, github)));
  if (world.warning !== null) notes.push(`warning: ${world.warning}`);
  return outcomeOf(finished, options, surroundings, loaded, notes, doubt(world.warning));
}

/** The one cell that a run is for. Throws `UserError` where no agent is named. */
function requireSingle(requests: readonly Request[]): Request {
  const [request] = requests;
  if (request !== undefined && requests.length === 1) return request;
  throw new UserError('run needs an agent.', 'Give --agent, for example --agent TESTING.');
}

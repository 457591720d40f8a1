import type { Allocation } from '../allocation/allocation.ts';
import { UserError } from '../errors.ts';
import type { InFlight } from '../policy/budget/budget.ts';
import { expectedInFlight, type OwnRun } from '../policy/budget/in-flight.ts';
import { type IsoWeek, weekOf } from '../time/week.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import type { Context } from './context.ts';
import { connectTo, type Github, patienceOf, repositoryOf, type TokenOption } from './repository.ts';
import { githubToken } from './token.ts';

/** An agent's job waits for the answer: there is one try, of at most so many milliseconds. */
const MOST_WAITED = 4_000;

interface Flights {
  readonly inFlight: readonly InFlight[];
  /** Remarks for people: what is not counted, or only estimated. */
  readonly notes: readonly string[];
}

/** Says what the runs in flight are expected to spend, as far as the week's records tell. */
export type AskFlights = (records: readonly UsageRecord[]) => Promise<Flights>;

/**
 * Asks GitHub for the runs in flight. Its trouble never stops a decision: what it did not say is not counted, and a
 * note says so. GitHub is not asked when the records do not know any workflow of the repository.
 * @param own the run that asks; null: it is none of those that spend
 * @param counted runs that the caller counts himself
 */
export async function flightsBeside(
  records: readonly UsageRecord[],
  repository: string,
  own: OwnRun | null,
  github: () => Promise<Github>,
  counted: ReadonlySet<string> = new Set(),
): Promise<Flights> {
  const knows = records.some((each) => each.workflow !== undefined && each.repository === repository);
  if (!knows) return { inFlight: [], notes: [] };
  try {
    const { client, repository: name } = await github();
    const { runsInFlight } = await import('../github/index.ts');
    const seen = await runsInFlight(client, name);
    const runs = seen.runs.filter(({ id }) => !counted.has(id));
    const total = seen.total - (seen.runs.length - runs.length);
    const estimated = `Of ${total} workflow runs in flight ${runs.length} were read; the others are counted as if they were like these.`;
    return {
      inFlight: expectedInFlight(records, repository, { runs, total }, own),
      notes: total > runs.length ? [estimated] : [],
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { inFlight: [], notes: [`Runs in flight are not counted: ${reason(error)}`] };
  }
}

/** GitHub hides what a token may not see: either answer is that of a token without the permission. */
function reason(error: UserError): string {
  const isRefused = 'status' in error && (error.status === 403 || error.status === 404);
  return isRefused ? 'the token lacks actions: read. Give the job that permission.' : error.message;
}

/**
 * How a decision of a workflow asks for the runs in flight; null where nobody asks: on the command line, without a
 * token, for another week than the present one, and while the budget is not enforced.
 */
export function askFlights(
  { options, surface, env, now, event }: Context<TokenOption>,
  { budget }: Pick<Allocation, 'budget'>,
  week: IsoWeek,
  cells: OwnRun['cells'],
): AskFlights | null {
  const token = githubToken(options.githubToken, env);
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id, GITHUB_JOB: job } = env;
  if (surface !== 'action' || event === null || token === null || !repository) return null;
  if (budget === null || !budget.enforced || week !== weekOf(now, budget.timezone)) return null;
  const own = id ? { id, job: job ?? '', cells } : null;
  const attempt = Math.min(patienceOf(env).attempt ?? MOST_WAITED, MOST_WAITED);
  return (records) =>
    flightsBeside(records, repository, own, () =>
      connectTo(repositoryOf(event, { env }), { env, options }, () => undefined, { attempt, waiting: 0 }),
    );
}

import { tmpdir } from 'node:os';
import { dirname, join, resolve as resolvePath } from 'node:path';
import type { Check } from '../allocation/allocation.ts';
import { type Pace, REAL_PACE } from '../anthropic/patience.ts';
import { runFile } from '../capture/job-files.ts';
import { describe, UserError } from '../errors.ts';
import { type Decision, resolve } from '../policy/resolve.ts';
import { writeWhole } from './files.ts';
import { deliver } from './job-delivery.ts';
import { jobPlace, workItemOf } from './job-place.ts';
import { jobState, knownOf } from './job-state.ts';
import type { ParsedOptions } from './options.ts';
import type { Annotation, Outcome, Surroundings } from './outcome.ts';
import { wayOf } from './record-way.ts';
import { flagDecisions } from './resolve-flag.ts';
import { type Gathered, gather } from './resolve-gather.ts';
import { doubt } from './resolve-remarks.ts';
import { accessOf, baseUrlOf } from './run-access.ts';
import { type AgentJob, type Attempt, type JobResult, requireSingle, runJob } from './run-attempts.ts';
import { Availability } from './run-availability.ts';
import { readCheckFiles } from './run-check-files.ts';
import { schemaCheck } from './run-check-schema.ts';
import type { Examiner } from './run-examine.ts';
import { readInput } from './run-input.ts';
import { Journal } from './run-journal.ts';
import { outcomeOf } from './run-outcome.ts';
import { costOf, type RecordsContext, recordsOfRun } from './run-records.ts';

/** `run`: one agent job on the model that it may use, its check, and the step up where the allocation allows one. */
export async function run(options: ParsedOptions, given: Surroundings): Promise<Outcome> {
  const surroundings = { ...given, now: options.now ?? given.now };
  const pace = paceOf(surroundings);
  const gathered = await gather('run', options, surroundings);
  const { loaded, requests, world, notes, github, event } = gathered;
  const request = requireSingle(requests);
  const input = readInput(options, surroundings);
  const { check } = request.agent;
  const files =
    check === null
      ? { schema: null, command: null, judge: null }
      : await readCheckFiles(check, surroundings, event, github);
  const first = resolve(loaded.allocation, loaded.exceptions, request, world.state);
  const workItem = options.workItem ?? workItemOf(event, surroundings);
  const note = (line: string): void => {
    notes.push(line);
  };
  // Before the first call: a job that is ended in the middle leaves nothing but this and the journal.
  surroundings.keep?.(jobState(first, request, loaded, workItem, surroundings.now));
  const access = await accessOf(options, surroundings, pace, note);
  const { API, attachmentBlock, createClient, Waiting } = await import('../anthropic/index.ts');
  const baseUrl = baseUrlOf(surroundings);
  const client = createClient(access, baseUrl);
  const { env } = surroundings;
  const temporary = env.RUNNER_TEMP || tmpdir();
  const session = crypto.randomUUID();
  const journal = new Journal(runFile(temporary, session), session, request.agent.name, pace.now);
  const { provider } = options;
  const availability = new Availability({
    ...{ client, provider, pace, note, allocation: loaded.allocation, table: loaded.table },
    baseUrl: baseUrl ?? API,
    folder: env.RUNNER_TEMP ? join(env.RUNNER_TEMP, 'haiku-first') : null,
  });
  const line = {
    ...{ client, note, progress: surroundings.progress ?? null },
    waiting: new Waiting(waitingBudget(surroundings), pace),
  };
  const examiner: Examiner = {
    ...{ files, provider, availability, journal, line, surroundings, allocation: loaded.allocation },
    meetsSchema: await schemaOf(check, files.schema),
  };
  const place = jobPlace(options, surroundings);
  const context: RecordsContext = {
    ...{ loaded, request, place, journal, now: pace.now },
    known: knownOf(first, request, loaded, workItem),
  };
  const job: AgentJob = {
    ...{ loaded, request, state: world.state, check, examiner, availability, journal, line },
    content: [...input.attachments.map(attachmentBlock), { type: 'text', text: input.prompt }],
    ...{ system: input.system, maxTokens: options.maxTokens, effort: options.effort },
    stop: () => spent(context, options),
    nextMonth: () => nextMonth(pace.now()),
  };
  const result = await runOrTell(job, context.known.attempt, first);
  const answerPath = keepAnswer(result, options, surroundings, session);
  const { records, belowFloor, notes: remarks } = recordsOfRun(context);
  notes.push(...remarks);
  let lostUsage: string | null = null;
  const annotations: Annotation[] = [...doubt(world.warning)];
  try {
    const way = wayOf(options, surroundings);
    const { where } = await deliver(records, place, way, options, surroundings);
    if (records.length > 0) note(`Usage went to ${where}.`);
    // Later steps of a job look for it; on a laptop nobody does.
    if (surroundings.surface === 'cli') journal.remove();
  } catch (error) {
    const why = error instanceof UserError ? error.problems.map(describe).join(' ') : String(error);
    lostUsage = `The usage could not be handed on: ${why} It is in ${journal.path}, for haiku-first record --from.`;
    annotations.push({ severity: 'warning', title: 'Usage not handed on', message: lostUsage, ...NOWHERE });
  }
  notes.push(...(await alerts(result.decision, gathered, surroundings)));
  if (world.warning !== null) note(`warning: ${world.warning}`);
  // In the Action the post step tries once more.
  const finished = {
    ...{ result, records, belowFloor, answerPath, seen: surroundings.progress?.seen === true },
    lostUsage: surroundings.surface === 'cli' ? lostUsage : null,
  };
  return outcomeOf(finished, options, loaded, notes, annotations);
}

const NOWHERE = { file: null, line: null, column: null } as const;

/** Trouble that ends the job must not take along what was used until then. */
async function runOrTell(job: AgentJob, first: number, decision: Decision): Promise<JobResult> {
  const attempts: Attempt[] = [];
  try {
    return await runJob(job, first, attempts);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const why = error.problems.map(describe).join(' ');
    return { decision, attempts, end: { kind: 'undone', why, fix: null } };
  }
}

async function alerts(
  decision: Decision,
  gathered: Gathered,
  surroundings: Surroundings,
): Promise<readonly string[]> {
  return surroundings.surface === 'action' && gathered.event !== null
    ? flagDecisions([decision], surroundings, gathered.github)
    : [];
}

async function schemaOf(check: Check | null, text: string | null): Promise<Examiner['meetsSchema']> {
  return check === null || check.schema === null || text === null ? null : schemaCheck(check.schema, text);
}

/** The clock goes on from the instant that was given: waits and calls take time. */
function paceOf({ now, pace }: Surroundings): Pace {
  if (pace !== undefined) return pace;
  const start = REAL_PACE.monotonic();
  return { ...REAL_PACE, now: () => new Date(now.getTime() + REAL_PACE.monotonic() - start) };
}

/** How long a job may wait in all, in milliseconds. Throws `UserError` for anything but a number of up to an hour. */
function waitingBudget({ env }: Surroundings): number {
  const text = env.HAIKU_FIRST_MAX_WAIT_MS ?? '';
  if (text === '') return 600_000;
  if (/^\d{1,7}$/.test(text) && Number(text) <= 3_600_000) return Number(text);
  throw new UserError('HAIKU_FIRST_MAX_WAIT_MS is not a number of milliseconds from 0 to 3600000.');
}

/** Why no further attempt is begun for its cost; null: one may be. */
function spent(context: RecordsContext, { maxUsd }: ParsedOptions): string | null {
  if (maxUsd === null) return null;
  const cost = costOf(recordsOfRun(context).records);
  if (cost === null) return 'what is spent is not known, and max-usd limits it';
  return cost >= maxUsd ? 'as much is spent as max-usd allows' : null;
}

/** 00:00 UTC on the first of the next month, when monthly limits of the API begin anew. */
function nextMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
}

/** Writes the last answer to its file; null where it goes to none. */
function keepAnswer(
  { attempts }: JobResult,
  options: ParsedOptions,
  { surface, cwd, env, secrets }: Surroundings,
  session: string,
): string | null {
  const answer = attempts.at(-1)?.answer ?? null;
  if (answer === null) return null;
  const temporary = join(env.RUNNER_TEMP || tmpdir(), `haiku-first-answer-${session}.md`);
  const path = options.answer ?? (surface === 'action' ? temporary : null);
  if (path === null) return null;
  const full = resolvePath(cwd, path);
  writeWhole(dirname(full), full, secrets?.mask(answer.text) ?? answer.text);
  return full;
}

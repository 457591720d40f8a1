import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from '../../allocation/allocation.ts';
import { API, attachmentBlock, createClaudeClient, WAITING_BUDGET, Waiting } from '../../anthropic/index.ts';
import { describe, UserError } from '../../errors.ts';
import type { Gathered } from '../../gather/decision.ts';
import { jobPlace } from '../../gather/job-place.ts';
import { deliver } from '../../job/delivery.ts';
import { runFile } from '../../job/files.ts';
import { jobState, knownOf } from '../../job/known.ts';
import { wayOf } from '../../job/way.ts';
import { type Pace, REAL_PACE } from '../../pace/index.ts';
import type { Decision, Request } from '../../policy/decision/resolve.ts';
import type { ParsedOptions } from '../../surface/options.ts';
import type { Surroundings } from '../../surface/outcome.ts';
import { accessOf, baseUrlOf } from './access.ts';
import type { AgentJob, Attempt, JobResult } from './agent-job.ts';
import { answerFileOf, keepAnswer } from './answer.ts';
import { runJob } from './attempts.ts';
import { Availability } from './availability.ts';
import { type CheckFiles, readCheckFiles } from './check/files.ts';
import { schemaCheck } from './check/schema.ts';
import type { RunInput } from './input.ts';
import { Journal } from './journal.ts';
import type { Finished } from './outcome.ts';
import { costOf, type RecordsContext, recordsOfRun } from './records.ts';

/** A job that may run, as far as the first decision tells. */
export interface Work {
  readonly options: ParsedOptions;
  readonly surroundings: Surroundings;
  readonly gathered: Gathered;
  readonly request: Request;
  readonly first: Decision;
  readonly workItem: string | null;
  readonly input: RunInput;
}

const NO_FILES: CheckFiles = { schema: null, command: null, judge: null };

/** Does the work: calls, checks, records. Throws `UserError` for what is wrong before anything was spent. */
export async function work(given: Work): Promise<Finished> {
  const { options, surroundings, gathered, request, first, workItem } = given;
  const { loaded, event, github, notes } = gathered;
  const { check } = request.agent;
  const pace = paceOf(surroundings);
  const files = check === null ? NO_FILES : await readCheckFiles(check, surroundings, event, github);
  const temporary = surroundings.env.RUNNER_TEMP || tmpdir();
  const session = crypto.randomUUID();
  const answerFile = answerFileOf(options, surroundings, session);
  const journal = new Journal({
    path: runFile(temporary, session),
    session,
    agent: request.agent.name,
    now: pace.now,
    mask: maskOf(surroundings),
  });
  const place = jobPlace(options, surroundings);
  const context: RecordsContext = {
    loaded,
    request,
    place,
    journal,
    now: pace.now,
    known: knownOf(first, request, loaded, workItem),
  };
  const job = await prepared(given, files, journal, pace, () => spent(context, options));
  // Before the first call: a job that is ended in the middle leaves nothing but this and the journal.
  surroundings.keep?.(jobState(first, request, loaded, workItem, surroundings.now, true));
  const result = await runOrTell(job, context.known.attempt, first);
  const answerPath = keepAnswer(result, answerFile, surroundings, (line) => notes.push(line));
  const { records, belowFloor, notes: remarks } = recordsOfRun(context);
  notes.push(...remarks);
  let lostUsage: string | null = null;
  try {
    const way = wayOf(options, surroundings);
    const { where } = await deliver(records, place, way, options, surroundings);
    if (records.length > 0) notes.push(`Usage went to ${where}.`);
    // The end of a job looks for it; on a laptop nobody does.
    if (surroundings.surface === 'cli') journal.remove();
  } catch (error) {
    const why = error instanceof UserError ? said(error) : String(error);
    lostUsage = `The usage could not be handed on: ${why} It is in ${journal.path}, for haiku-first record --from.`;
  }
  if (belowFloor.length > 0) {
    const { raiseFloorAlert } = await import('../../job/floor-alert.ts');
    notes.push(...(await raiseFloorAlert(belowFloor, place, options, surroundings)));
  }
  return { result, records, belowFloor, answerPath, lostUsage };
}

async function prepared(
  { options, surroundings, gathered, request, input }: Work,
  files: CheckFiles,
  journal: Journal,
  pace: Pace,
  stop: () => string | null,
): Promise<AgentJob> {
  const { loaded, world, notes } = gathered;
  const { allocation, table } = loaded;
  const { check } = request.agent;
  const { provider, maxTokens, effort } = options;
  const { env, progress = null } = surroundings;
  const meetsSchema = await schemaOf(check, files.schema);
  const content: AgentJob['content'] = [
    ...input.attachments.map(attachmentBlock),
    { type: 'text', text: input.prompt },
  ];
  const note = (line: string): void => {
    notes.push(line);
  };
  const baseUrl = baseUrlOf(surroundings);
  if (provider !== 'anthropic' && baseUrl === null) {
    throw new UserError(
      `run speaks Claude's own API, which ${provider} is not.`,
      'Set ANTHROPIC_BASE_URL to a gateway that passes it on, or leave provider out.',
    );
  }
  const client = createClaudeClient(await accessOf(options, surroundings, pace, note), baseUrl);
  const availability = new Availability({
    client,
    provider,
    pace,
    note,
    allocation,
    table,
    baseUrl: baseUrl ?? API,
    folder: env.RUNNER_TEMP ? join(env.RUNNER_TEMP, 'haiku-first') : null,
  });
  const mask = maskOf(surroundings);
  const waiting = new Waiting(waitingBudget(surroundings), pace);
  const line = { client, note, progress, waiting, stop, mask };
  return {
    loaded,
    request,
    state: world.state,
    check,
    availability,
    journal,
    line,
    examiner: { files, meetsSchema, allocation, provider, availability, journal, line, surroundings },
    content,
    system: input.system,
    maxTokens,
    effort,
    nextMonth: () => nextMonth(pace.now()),
  };
}

/** Trouble that ends the job must not take along what was used until then. */
async function runOrTell(job: AgentJob, first: number, decision: Decision): Promise<JobResult> {
  const attempts: Attempt[] = [];
  try {
    return await runJob(job, first, attempts);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { decision, attempts, end: { kind: 'undone', why: said(error), fix: null } };
  }
}

/** Masks with what is known by then: secrets are learnt on the way. */
function maskOf({ secrets }: Surroundings): (text: string) => string {
  return (text) => secrets?.mask(text) ?? text;
}

function said(error: UserError): string {
  return error.problems.map(describe).join(' ');
}

async function schemaOf(
  check: Check | null,
  text: string | null,
): Promise<AgentJob['examiner']['meetsSchema']> {
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
  if (text === '') return WAITING_BUDGET;
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

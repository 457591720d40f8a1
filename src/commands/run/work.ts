import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from '../../allocation/allocation.ts';
import {
  API,
  attachmentBlock,
  createClaudeClient,
  QUESTION_PATIENCE,
  WAITING_BUDGET,
  Waiting,
} from '../../anthropic/index.ts';
import { describe, UserError } from '../../errors.ts';
import { baseUrlOf } from '../../gather/api-address.ts';
import { Availability } from '../../gather/availability.ts';
import type { Context } from '../../gather/context.ts';
import type { Gathered } from '../../gather/decision.ts';
import { jobPlace, workItemOf } from '../../gather/job-place.ts';
import { deliver } from '../../job/delivery.ts';
import { runFile } from '../../job/files.ts';
import { jobState, knownOf } from '../../job/known.ts';
import { wayOf } from '../../job/way.ts';
import { type Pace, paceFrom } from '../../pace/index.ts';
import type { Decision, Request } from '../../policy/decision/resolve.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf, OptionValues } from '../../surface/options/index.ts';
import { accessOf } from './access.ts';
import type { AgentAttempt, AgentJob, JobResult } from './agent-job.ts';
import { answerFileOf, keepAnswer } from './answer.ts';
import { runJob } from './attempts.ts';
import { type CheckFiles, readCheckFiles, schemaCheck } from './check/index.ts';
import type { RunInput } from './input.ts';
import { Journal } from './journal.ts';
import type { Finished } from './outcome.ts';
import { costOfRecords, type RunUse, recordsOfRun } from './records.ts';

/** A job that may run, as far as the first decision tells. */
interface PossibleRun {
  readonly context: Context<OptionsOf<'run'>>;
  readonly gathered: Gathered;
  readonly request: Request;
  readonly first: Decision;
  readonly input: RunInput;
}

const NO_FILES: CheckFiles = { schema: null, command: null, judge: null };

/** Does the work: calls, checks, records. Throws `UserError` for what is wrong before anything was spent. */
export async function work(given: PossibleRun): Promise<Finished> {
  const { context, gathered, request, first } = given;
  const { env, now, notes, options } = context;
  const { loaded, state } = gathered;
  const judged = { ...loaded, state };
  const workItem = workItemOf(context);
  const { check } = request.agent;
  const pace = context.pace ?? paceFrom(context.now);
  const files = check === null ? NO_FILES : await readCheckFiles(check, context);
  const temporary = env.RUNNER_TEMP || tmpdir();
  const session = crypto.randomUUID();
  const answerFile = answerFileOf(context, session);
  const journal = new Journal({
    path: runFile(temporary, session),
    session,
    agent: request.agent.name,
    now: pace.now,
    mask: maskOf(context),
  });
  const place = jobPlace(context);
  const known = knownOf(first, request, judged, workItem);
  const used: RunUse = { loaded, request, place, journal, now: pace.now, known };
  const job = await prepared(given, files, journal, pace, () => spent(used, options));
  // Before the first call: a job that is ended in the middle leaves nothing but this and the journal.
  context.keep?.(jobState(first, request, judged, workItem, now, true));
  const result = await runOrTell(job, known.attempt, first);
  const answerPath = keepAnswer(result, answerFile, context);
  const { records, belowFloor, notes: remarks } = recordsOfRun(used);
  notes.push(...remarks);
  let lostUsage: string | null = null;
  try {
    const { where } = await deliver(records, place, wayOf(context), context);
    if (records.length > 0) notes.push(`Usage went to ${where}.`);
    // The end of a job looks for it; on a laptop nobody does.
    if (context.surface === 'cli') journal.remove();
  } catch (error) {
    const why = error instanceof UserError ? said(error) : String(error);
    lostUsage = `The usage could not be passed on: ${why} It is in ${journal.path}, for haiku-first record --from.`;
  }
  if (belowFloor.length > 0) {
    const { raiseFloorAlert } = await import('../../job/floor-alert.ts');
    notes.push(...(await raiseFloorAlert(belowFloor, place, context)));
  }
  return { result, records, belowFloor, answerPath, lostUsage };
}

async function prepared(
  { context, gathered, request, input }: PossibleRun,
  files: CheckFiles,
  journal: Journal,
  pace: Pace,
  stop: () => string | null,
): Promise<AgentJob> {
  const { loaded, state } = gathered;
  const { allocation, table } = loaded;
  const { check } = request.agent;
  const { provider, maxTokens, effort } = context.options;
  const { env, notes, progress = null } = context;
  const meetsSchema = await schemaOf(check, files.schema);
  const content: AgentJob['content'] = [
    ...input.attachments.map(attachmentBlock),
    { type: 'text', text: input.prompt },
  ];
  const note = (line: string): void => {
    notes.push(line);
  };
  const baseUrl = baseUrlOf(context);
  if (provider !== 'anthropic' && baseUrl === null) {
    throw new UserError(
      `run needs Claude's own API, which ${provider} is not.`,
      'Set ANTHROPIC_BASE_URL to a gateway that offers it, or leave provider out.',
    );
  }
  const client = createClaudeClient(await accessOf(context, pace), baseUrl);
  const availability = new Availability({
    client,
    provider,
    pace,
    patience: QUESTION_PATIENCE,
    note,
    allocation,
    table,
    baseUrl: baseUrl ?? API,
    folder: env.RUNNER_TEMP ? join(env.RUNNER_TEMP, 'haiku-first') : null,
  });
  const mask = maskOf(context);
  const waiting = new Waiting(waitingBudget(context), pace);
  const line = { client, note, progress, waiting, stop, mask };
  return {
    loaded,
    request,
    state,
    check,
    availability,
    journal,
    line,
    examiner: { files, meetsSchema, allocation, provider, availability, journal, line, call: context },
    content,
    system: input.system,
    maxTokens,
    effort,
    nextMonth: () => nextMonth(pace.now()),
  };
}

/** Trouble that ends the job must not take along what was used until then. */
async function runOrTell(job: AgentJob, first: number, decision: Decision): Promise<JobResult> {
  const attempts: AgentAttempt[] = [];
  try {
    return await runJob(job, first, attempts);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { decision, attempts, end: { kind: 'undone', why: said(error), fix: null } };
  }
}

/** Masks with what is known by then: secrets are learnt on the way. */
function maskOf({ secrets }: Pick<Call, 'secrets'>): (text: string) => string {
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

/** How long a job may wait in all, in milliseconds. Throws `UserError` for anything but a number of up to an hour. */
function waitingBudget({ env }: Pick<Call, 'env'>): number {
  const text = env.HAIKU_FIRST_MAX_WAIT_MS ?? '';
  if (text === '') return WAITING_BUDGET;
  if (/^\d{1,7}$/.test(text) && Number(text) <= 3_600_000) return Number(text);
  throw new UserError('HAIKU_FIRST_MAX_WAIT_MS is not a number of milliseconds from 0 to 3600000.');
}

/** Why no further attempt is begun for its cost; null: one may be. */
function spent(used: RunUse, { maxUsd }: Pick<OptionValues, 'maxUsd'>): string | null {
  if (maxUsd === null) return null;
  const cost = costOfRecords(recordsOfRun(used).records);
  if (cost === null) return 'the cost so far is not known, and max-usd limits it';
  return cost >= maxUsd ? 'the limit of max-usd is reached' : null;
}

/** 00:00 UTC on the first of the next month, when monthly limits of the API begin anew. */
function nextMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
}

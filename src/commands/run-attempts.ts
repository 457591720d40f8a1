import { type Allocation, type Check, rankOf } from '../allocation/allocation.ts';
import { EFFORTS, type Effort, type ModelId, type Rank, type Tier } from '../allocation/names.ts';
import type { ApiFailure, Ask, Reply } from '../anthropic/index.ts';
import { supportedEffort } from '../anthropic/index.ts';
import { InternalError, UserError } from '../errors.ts';
import { effortRank } from '../policy/cell-policy.ts';
import type { Choice } from '../policy/decide.ts';
import { type Decision, modelAt, type Request, resolve, type State } from '../policy/resolve.ts';
import type { Outcome } from '../usage/record.ts';
import type { Loaded } from './resolve-files.ts';
import type { Availability } from './run-availability.ts';
import { askModel, type Line } from './run-call.ts';
import { type Examiner, examine } from './run-examine.ts';
import type { Entry, Journal } from './run-journal.ts';
import type { Verdict } from './run-verdict.ts';

/** What an agent job is to do, and with what. */
export interface AgentJob {
  readonly loaded: Loaded;
  readonly request: Request;
  readonly state: State;
  readonly content: Ask['content'];
  readonly system: string | null;
  /** Null: what suits the model. */
  readonly maxTokens: number | null;
  /** The least effort that the caller asks for; null: what the decision says. */
  readonly effort: Effort | null;
  readonly check: Check | null;
  readonly examiner: Examiner;
  readonly availability: Availability;
  readonly journal: Journal;
  readonly line: Line;
  /** Why there must be no further attempt, such as a spent amount; null: there may be one. */
  readonly stop: () => string | null;
  /** When the month is over whose spend limit is reached. */
  readonly nextMonth: () => Date;
}

/** One attempt that a model answered, or that was given up. */
export interface Attempt {
  readonly attempt: number;
  readonly tier: Tier;
  readonly model: ModelId;
  readonly effort: Effort | null;
  readonly outcome: Outcome;
  /** Why it failed, or could not be judged; null where neither. */
  readonly reason: string | null;
  readonly verdict: Verdict | null;
  readonly durationMs: number | null;
  /** Null where no answer came. */
  readonly answer: { readonly text: string; readonly stopReason: string } | null;
}

/** How a job ended. */
export type End =
  /** A model answered, and nothing speaks against the answer. */
  | { readonly kind: 'answered' }
  /** The last answer is not good enough, and there is no further attempt. */
  | { readonly kind: 'poor'; readonly why: string }
  /** Nothing was started: the decision says why. `notBefore`: null where the decision's own reasons say it. */
  | { readonly kind: 'not-run'; readonly notBefore: Date | null }
  /** It could not be done, or not be judged. */
  | { readonly kind: 'undone'; readonly why: string; readonly fix: string | null };

export interface JobResult {
  /** The decision of the last attempt; where none was begun, the one that says why. */
  readonly decision: Decision;
  readonly attempts: readonly Attempt[];
  readonly end: End;
}

/** What is asked for where neither the caller nor the model says less. */
const MAX_TOKENS = 32_000;
/** Answers that came to their own end. */
const WHOLE: readonly string[] = ['end_turn', 'stop_sequence'];

/**
 * Runs the job to its end: decides, calls, checks, and goes up where the allocation says so.
 * @param first the number of the first attempt
 * @param attempts takes each attempt when it ends, so that what is done is known whatever happens then
 */
export async function runJob(job: AgentJob, first: number, attempts: Attempt[]): Promise<JobResult> {
  const unavailable = new Map(job.state.unavailable);
  let { choice } = job.request;
  let number = first;
  let steps = choice?.kind === 'escalation' ? 1 : 0;
  let began: Decision | null = null;
  let notBefore: Date | null = null;
  const finish = (decision: Decision, end: End): JobResult => ({ decision, attempts, end });
  for (;;) {
    const decision = await settled(job, choice, unavailable);
    if (decision.decision !== 'run' || decision.tier === null || decision.model === null) {
      const last = attempts.at(-1);
      if (began === null || last === undefined) return finish(decision, { kind: 'not-run', notBefore });
      return finish(began, {
        kind: 'poor',
        why: `${poorness(last)}; no further attempt: ${lastStep(decision)}`,
      });
    }
    const rank = rankNamed(job.loaded.allocation, decision.tier);
    const effort = effortOf(job, decision, rank);
    const entry = job.journal.begin(number, false, decision.model, decision, escalatedFrom(job, choice));
    const reply = await called(job, decision.model, rank, effort, entry, number, decision);
    if (reply.kind === 'failure') {
      const why = lost(reply.failure, job.nextMonth());
      if (why.kind === 'tier') unavailable.set(rank, why.why);
      else if (why.kind === 'all') {
        notBefore = why.notBefore;
        for (const tier of job.loaded.allocation.tiers) unavailable.set(tier.rank, why.why);
      } else {
        const end: End = { kind: 'undone', why: sentence(reply.failure), fix: reply.failure.fix };
        return finish(decision, end);
      }
      continue;
    }
    began = decision;
    const attempt = await judged(
      job,
      { attempt: number, tier: decision.tier, model: decision.model, effort },
      reply,
      entry,
      decision,
    );
    attempts.push(attempt);
    const next = after(job, attempt, rank, steps);
    if (next.kind !== 'escalation') return finish(decision, next);
    choice = next;
    steps += 1;
    number += 1;
  }
}

/** What follows from an attempt that was answered: the end of the job, or a step up. */
function after(
  job: AgentJob,
  attempt: Attempt,
  rank: Rank,
  steps: number,
): End | (Choice & { kind: 'escalation' }) {
  const { verdict, outcome } = attempt;
  if (verdict?.kind === 'unclear')
    return { kind: 'undone', why: `The answer could not be judged: ${verdict.why}.`, fix: null };
  if (outcome !== 'fail') return { kind: 'answered' };
  const poor = poorness(attempt);
  if (verdict?.kind !== 'fail') return { kind: 'poor', why: poor };
  const none = (why: string): End => ({ kind: 'poor', why: `${poor}; no further attempt: ${why}` });
  const limit = job.check?.escalations ?? 0;
  if (steps >= limit) return none(`the check allows ${limit === 0 ? 'none' : stepsUp(limit)}`);
  const stop = job.stop();
  if (stop !== null) return none(stop);
  return { kind: 'escalation', from: rank, reason: verdict.reason, trigger: `check: ${verdict.by}` };
}

function stepsUp(count: number): string {
  return `${count} step${count === 1 ? '' : 's'} up`;
}

/** Decides, and asks whether the tier's model can be had, until both agree. */
async function settled(
  { loaded, request, state, availability }: AgentJob,
  choice: Choice | null,
  unavailable: Map<Rank, string>,
): Promise<Decision> {
  for (;;) {
    const decision = resolve(
      ...[loaded.allocation, loaded.exceptions],
      { ...request, choice },
      { ...state, unavailable },
    );
    if (decision.decision !== 'run' || decision.tier === null) return decision;
    const rank = rankNamed(loaded.allocation, decision.tier);
    const why = await availability.why(rank);
    if (why === null) return decision;
    unavailable.set(rank, why);
  }
}

async function called(
  job: AgentJob,
  model: ModelId,
  rank: Rank,
  effort: Effort | null,
  entry: Entry,
  number: number,
  decision: Decision,
): Promise<Reply> {
  const most = job.availability.facts(rank)?.maxTokens ?? MAX_TOKENS;
  const maxTokens = Math.min(job.maxTokens ?? MAX_TOKENS, most);
  const ask: Ask = { model, system: job.system, content: job.content, maxTokens, effort };
  const title = `${decision.agent}/${decision.phase} on ${decision.tier} (${model}), attempt ${number}`;
  return askModel(job.line, ask, entry, title);
}

async function judged(
  job: AgentJob,
  about: Pick<Attempt, 'attempt' | 'tier' | 'model' | 'effort'>,
  reply: Reply & { kind: 'answer' },
  entry: Entry,
  decision: Decision,
): Promise<Attempt> {
  const { text, stopReason } = reply;
  const broken = brokenAnswer(stopReason);
  const verdict =
    broken !== null || job.check === null
      ? null
      : await examine(job.check, text, job.examiner, about.attempt, decision);
  const outcome: Outcome =
    broken !== null || verdict?.kind === 'fail' ? 'fail' : verdict?.kind === 'pass' ? 'pass' : 'unknown';
  const quality = verdict === null || verdict.kind === 'unclear' ? null : verdict.score;
  entry.end({ outcome, quality });
  const reason =
    broken ?? (verdict?.kind === 'fail' ? verdict.reason : verdict?.kind === 'unclear' ? verdict.why : null);
  return { ...about, outcome, reason, verdict, durationMs: entry.duration, answer: { text, stopReason } };
}

/** Why an answer is no whole one; null where it is. A higher tier would not help: such an attempt is not repeated. */
function brokenAnswer(stopReason: string): string | null {
  if (WHOLE.includes(stopReason)) return null;
  if (stopReason === 'refusal') return 'the model refused to answer';
  if (stopReason === 'max_tokens') return 'the answer was cut off at max-tokens';
  return `the answer ended early (${/^[a-z_]{1,40}$/.test(stopReason) ? stopReason : 'for no known reason'})`;
}

function poorness({ attempt, tier, reason, verdict }: Attempt): string {
  const what = verdict?.kind === 'fail' ? `failed its check (${verdict.by})` : 'failed';
  return `Attempt ${attempt} on ${tier} ${what}: ${reason ?? 'no reason is known'}`;
}

function lastStep(decision: Decision): string {
  return decision.trace.at(-1)?.text ?? decision.decision;
}

function escalatedFrom({ loaded, request }: AgentJob, choice: Choice | null): string | null {
  return choice?.kind === 'escalation' ? modelAt(loaded.allocation, choice.from, request.provider) : null;
}

/** The effort to ask for: never less than the decision says, and only one that the model has. */
function effortOf({ effort, availability, line }: AgentJob, decision: Decision, rank: Rank): Effort | null {
  const least = Math.max(effortRank(effort), effortRank(decision.effort));
  const wanted = EFFORTS[least];
  if (wanted === undefined) return null;
  const given = supportedEffort(wanted, availability.facts(rank)?.efforts ?? null);
  if (given === null)
    line.note(`${decision.model} has no effort ${wanted}: it thinks as hard as it does by itself.`);
  return given;
}

type Lost =
  /** The tier's model cannot be had now. */
  | { readonly kind: 'tier'; readonly why: string }
  /** No model can. */
  | { readonly kind: 'all'; readonly why: string; readonly notBefore: Date }
  | { readonly kind: 'futile' };

function lost(failure: ApiFailure, nextMonth: Date): Lost {
  if (failure.kind === 'no-model') return { kind: 'tier', why: failure.what };
  if (failure.kind === 'spend-limit') {
    const until = nextMonth.toISOString().slice(0, 10);
    return { kind: 'all', why: `${failure.what}, until ${until} 00:00 UTC`, notBefore: nextMonth };
  }
  // Nobody answered at all: that is no word about the model, and waiting for the budget would hide a wrong address.
  if (failure.kind === 'busy' && failure.status !== null)
    return { kind: 'tier', why: `${failure.what}, for as long as a job waits` };
  return { kind: 'futile' };
}

function sentence({ what }: ApiFailure): string {
  return `The model could not be asked: ${what}.`;
}

function rankNamed(allocation: Allocation, tier: Tier): Rank {
  const rank = rankOf(allocation, tier);
  if (rank === null) throw new InternalError(`the decision names the tier ${tier}, which there is not`);
  return rank;
}

/** What keeps a check from being made before anything is spent. */
export function requireSingle(requests: readonly Request[]): Request {
  const [request] = requests;
  if (request !== undefined && requests.length === 1) return request;
  throw new UserError('run needs an agent.', 'Give --agent, for example --agent TESTING.');
}

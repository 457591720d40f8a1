import { type Allocation, rankOf } from '../../allocation/allocation.ts';
import type { Rank, Tier } from '../../allocation/names.ts';
import type { Reply } from '../../anthropic/index.ts';
import { InternalError } from '../../errors.ts';
import type { Choice } from '../../policy/decision/decide.ts';
import { type Decision, modelAt, resolve } from '../../policy/decision/resolve.ts';
import { count } from '../../render/figures.ts';
import type { RecordOutcome } from '../../usage/records/record.ts';
import type { AgentAttempt, AgentJob, End, JobResult } from './agent-job.ts';
import { askAgent, effortLacking, effortOf, lost, sentence } from './ask.ts';
import { examine } from './check/index.ts';
import type { Entry } from './journal.ts';

/** Answers that came to their own end. */
const WHOLE: readonly string[] = ['end_turn', 'stop_sequence'];

/**
 * Runs the job to its end: decides, calls, checks, and goes up where the allocation says so.
 * @param first the number of the first attempt
 * @param attempts takes each attempt when it ends, so that what is done is known whatever happens then
 */
export async function runJob(job: AgentJob, first: number, attempts: AgentAttempt[]): Promise<JobResult> {
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
    const reply = await askAgent(job, decision.model, rank, effort, entry, number, decision);
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
  attempt: AgentAttempt,
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
  if (steps >= limit) return none(`the check allows ${limit === 0 ? 'none' : `${count(limit, 'step')} up`}`);
  const stop = job.line.stop();
  if (stop !== null) return none(stop);
  return { kind: 'escalation', from: rank, reason: verdict.reason, trigger: `check: ${verdict.by}` };
}

/** Decides, and asks whether the tier's model can be had, until both agree. */
async function settled(
  job: AgentJob,
  choice: Choice | null,
  unavailable: Map<Rank, string>,
): Promise<Decision> {
  const { loaded, request, state, availability } = job;
  for (;;) {
    const { allocation, exceptions } = loaded;
    const decision = resolve(allocation, exceptions, { ...request, choice }, { ...state, unavailable });
    if (decision.decision !== 'run' || decision.tier === null) return decision;
    const rank = rankNamed(loaded.allocation, decision.tier);
    const why = (await availability.why(rank)) ?? effortLacking(job, rank);
    if (why === null) return decision;
    unavailable.set(rank, why);
  }
}

async function judged(
  job: AgentJob,
  about: Pick<AgentAttempt, 'attempt' | 'tier' | 'model' | 'effort'>,
  reply: Reply & { kind: 'answer' },
  entry: Entry,
  decision: Decision,
): Promise<AgentAttempt> {
  const { text, stopReason } = reply;
  // What a check says of an empty answer counts; without one it is no answer.
  const empty = job.check === null && text.trim() === '' ? 'the answer is empty' : null;
  const broken = brokenAnswer(stopReason) ?? empty;
  const verdict =
    broken !== null || job.check === null
      ? null
      : await examine(job.check, text, job.examiner, about.attempt, decision);
  const outcome: RecordOutcome =
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

function poorness({ attempt, tier, reason, verdict }: AgentAttempt): string {
  const what = verdict?.kind === 'fail' ? `failed its check (${verdict.by})` : 'failed';
  return `Attempt ${attempt} on ${tier} ${what}: ${reason ?? 'no reason is known'}`;
}

function lastStep(decision: Decision): string {
  return decision.trace.at(-1)?.text ?? decision.decision;
}

function escalatedFrom({ loaded, request }: AgentJob, choice: Choice | null): string | null {
  return choice?.kind === 'escalation' ? modelAt(loaded.allocation, choice.from, request.provider) : null;
}

function rankNamed(allocation: Allocation, tier: Tier): Rank {
  const rank = rankOf(allocation, tier);
  if (rank === null) throw new InternalError(`the decision names the tier ${tier}, which there is not`);
  return rank;
}

import type { Loaded } from '../../gather/allocation.ts';
import type { Context } from '../../gather/context.ts';
import type { RunDocument } from '../../generated/run.ts';
import type { BelowFloor } from '../../policy/decision/below-floor.ts';
import { claudeCode, plainSession } from '../../policy/session/index.ts';
import { afterwardsOf } from '../../render/afterwards.ts';
import { type Annotation, annotation } from '../../render/annotation.ts';
import {
  decidedFields,
  renderDecision,
  renderDecisionSummary,
  traceDocument,
} from '../../render/decision.ts';
import { attemptLines, renderAttempts, type ShownAttempt } from '../../render/run.ts';
import { breachSentence, totalSentence } from '../../render/usage/job.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import type { ExitCode, Outcome } from '../../surface/outcome.ts';
import type { RecordOutcome, UsageRecord } from '../../usage/records/record.ts';
import { decisionAnnotations, decisionPlace, outputsOf, whyStepFails } from '../resolve/index.ts';
import type { AgentAttempt, JobResult } from './agent-job.ts';
import { costOfRecords } from './records.ts';

/** GitHub takes an output of a megabyte, and a step that reads it into its environment much less. */
const MOST_OUTPUT = 60_000;

export interface Finished {
  readonly result: JobResult;
  readonly records: readonly UsageRecord[];
  readonly belowFloor: readonly BelowFloor[];
  /** Where the answer is; null: in no file. */
  readonly answerPath: string | null;
  /** Why the usage is in no ledger; null: it was handed on. */
  readonly lostUsage: string | null;
}

interface Said {
  readonly exitCode: ExitCode;
  /** Null: nothing went wrong. */
  readonly reason: string | null;
  readonly outcome: RecordOutcome;
}

function saidOf({ result, belowFloor }: Finished): Said {
  const { decision, end } = result;
  const last = result.attempts.at(-1);
  const [breach] = belowFloor;
  // Whatever the answer is worth: it does not come from a model that may give it.
  if (breach !== undefined) return { exitCode: 1, reason: breachSentence(breach), outcome: 'fail' };
  switch (end.kind) {
    case 'answered':
      return { exitCode: 0, reason: null, outcome: last?.outcome ?? 'unknown' };
    case 'poor':
      return { exitCode: 1, reason: `${end.why}.`, outcome: 'fail' };
    case 'undone':
      return {
        exitCode: 2,
        reason: end.fix === null ? end.why : `${end.why} ${end.fix}`,
        outcome: 'unknown',
      };
    case 'not-run': {
      const reason = decision.trace.at(-1)?.text ?? decision.decision;
      return { exitCode: decision.decision === 'refuse' ? 1 : 3, reason, outcome: 'unknown' };
    }
  }
}

function costOfAttempt(attempt: AgentAttempt, records: readonly UsageRecord[]): number | null {
  return costOfRecords(records.filter((each) => !each.auxiliary && each.attempt === attempt.attempt));
}

function documentOf(finished: Finished, said: Said): RunDocument {
  const { result, records, answerPath } = finished;
  const { decision, attempts, end } = result;
  const answer = attempts.at(-1)?.answer ?? null;
  return {
    schema: 'haiku-first/run@1',
    ...decidedFields(decision),
    trace: traceDocument(decision),
    outcome: said.outcome,
    reason: said.reason,
    not_before: end.kind === 'not-run' ? (end.notBefore?.toISOString() ?? null) : null,
    answer: answerPath === null ? (answer?.text ?? null) : null,
    answer_path: answerPath,
    stop_reason: answer?.stopReason ?? null,
    attempts: attempts.map((attempt) => ({
      attempt: attempt.attempt,
      tier: attempt.tier,
      model: attempt.model,
      effort: attempt.effort,
      outcome: attempt.outcome,
      reason: attempt.reason,
      check: checkOf(attempt),
      stop_reason: attempt.answer?.stopReason ?? null,
      duration_ms: attempt.durationMs,
      cost_microusd: costOfAttempt(attempt, records),
    })),
    cost_microusd: costOfRecords(records),
    records: [...records],
  };
}

function checkOf({ verdict }: AgentAttempt): RunDocument['attempts'][number]['check'] {
  if (verdict === null) return null;
  return {
    verdict: verdict.kind,
    by: verdict.kind === 'pass' ? null : verdict.by,
    score: verdict.kind === 'unclear' ? null : verdict.score,
  };
}

function outputAnswer(text: string, path: string | null): string {
  if (text.length <= MOST_OUTPUT) return text;
  const rest = path === null ? 'The rest does not fit here.' : `The whole answer is in ${path}.`;
  return `${text.slice(0, MOST_OUTPUT).replace(/[\uD800-\uDBFF]$/, '')}\n\n[Cut after ${MOST_OUTPUT} characters. ${rest}]`;
}

/** What the run comes to for its surface. */
export function outcomeOf(
  finished: Finished,
  { options, surface, progress, notes, event }: Context<OptionsOf<'run'>>,
  { allocation }: Loaded,
  remarks: readonly Annotation[],
): Outcome {
  const { result, records, belowFloor, answerPath, lostUsage } = finished;
  const { decision, attempts, end } = result;
  const said = saidOf(finished);
  const json = documentOf(finished, said);
  const shown = attempts.map((attempt): ShownAttempt => {
    const { attempt: number, tier, model, outcome, reason, durationMs } = attempt;
    return {
      attempt: number,
      tier,
      model,
      outcome,
      reason,
      durationMs,
      costMicrousd: costOfAttempt(attempt, records),
    };
  });
  const answer = attempts.at(-1)?.answer?.text ?? null;
  const lines = [...attemptLines(shown), ...(records.length === 0 ? [] : [totalSentence(records)])];
  const after = (each: typeof decision) => afterwardsOf(each, allocation, decisionPlace({ event, surface }));
  const report = [renderDecision(decision, after(decision)), ...lines].join('\n');
  const isShown = answer === null || answerPath !== null || progress?.seen === true;
  const notRun = end.kind === 'not-run';
  const maxUsd = options.maxUsd === null ? null : options.maxUsd / 1_000_000;
  const session = decision.model === null ? null : plainSession(decision);
  const handed = claudeCode(decision, session, { maxUsd, pins: {}, file: null });
  const started = { decision, handed };
  const failed = notRun ? whyStepFails([decision], options) : said.exitCode === 0 ? null : said.reason;
  const { cost_microusd: cost } = json;
  return {
    // In the Action the end of the job tries once more.
    exitCode: lostUsage !== null && surface === 'cli' && said.exitCode === 0 ? 2 : said.exitCode,
    json,
    text: isShown ? report : answer,
    notes: [
      ...notes,
      ...(isShown ? [] : lines),
      ...(answerPath === null ? [] : [`The answer is in ${answerPath}.`]),
      ...(said.reason === null || notRun ? [] : [said.reason]),
      ...(lostUsage === null ? [] : [lostUsage]),
    ],
    outputs: {
      ...outputsOf([started], started, options, allocation),
      answer: answer === null ? '' : outputAnswer(answer, answerPath),
      'answer-path': answerPath ?? '',
      outcome: said.outcome,
      'cost-usd': cost === null ? '' : (cost / 1_000_000).toFixed(6),
    },
    annotations: [
      ...remarks,
      ...decisionAnnotations([decision]),
      ...(lostUsage === null ? [] : [annotation('warning', 'Usage not passed on', lostUsage)]),
      ...belowFloor.map((breach) => annotation('error', 'Below its floor', breachSentence(breach))),
    ],
    summary: `${renderDecisionSummary([decision], after)}\n${renderAttempts(shown)}`,
    failure: failed,
  };
}

import type { Allocation, Check } from '../../../allocation/allocation.ts';
import type { Ask } from '../../../anthropic/index.ts';
import { textDocument } from '../../../anthropic/index.ts';
import type { Availability } from '../../../gather/availability.ts';
import { type Decision, modelAt } from '../../../policy/decision/resolve.ts';
import type { Call } from '../../../surface/call.ts';
import { askModel, type ModelLine } from '../call.ts';
import type { Journal } from '../journal.ts';
import { runCheckCommand } from './command.ts';
import type { CheckFiles } from './files.ts';
import { JUDGE_SYSTEM, JUDGE_TOKENS, readJudgement } from './judge.ts';
import type { CheckVerdict } from './verdict.ts';

export { type CheckFiles, readCheckFiles } from './files.ts';
export { schemaCheck } from './schema.ts';
export type { CheckVerdict } from './verdict.ts';

/** What the check of an answer needs. */
export interface Examiner {
  readonly files: CheckFiles;
  /** Made before anything was spent; null where the check has no schema. */
  readonly meetsSchema: ((answer: string) => CheckVerdict) | null;
  readonly allocation: Allocation;
  readonly provider: string;
  readonly availability: Availability;
  readonly journal: Journal;
  readonly line: ModelLine;
  readonly call: Call;
}

/** Checks an answer: the cheap parts first, and no further than the first that fails or cannot judge. */
export async function examine(
  check: Check,
  answer: string,
  examiner: Examiner,
  attempt: number,
  decision: Decision,
): Promise<CheckVerdict> {
  const { files, meetsSchema, call } = examiner;
  let verdict: CheckVerdict = { kind: 'pass', score: null };
  if (meetsSchema !== null) verdict = meetsSchema(answer);
  if (verdict.kind === 'pass' && check.command !== null && files.command !== null)
    verdict = await runCheckCommand({ ...check.command, bytes: files.command }, answer, call);
  if (verdict.kind === 'pass' && check.judge !== null && files.judge !== null)
    verdict = await askJudge(check.judge, files.judge, answer, examiner, attempt, decision);
  return verdict;
}

async function askJudge(
  judge: NonNullable<Check['judge']>,
  prompt: string,
  answer: string,
  { allocation, provider, availability, journal, line }: Examiner,
  attempt: number,
  decision: Decision,
): Promise<CheckVerdict> {
  const unclear = (why: string): CheckVerdict => ({ kind: 'unclear', by: 'judge', why });
  if (answer.trim() === '') return { kind: 'fail', by: 'judge', reason: 'the answer is empty', score: null };
  const gone = await availability.why(judge.tier);
  if (gone !== null) return unclear(`the judge is not available: ${gone}`);
  const model = modelAt(allocation, judge.tier, provider);
  const most = availability.facts(judge.tier)?.maxTokens ?? JUDGE_TOKENS;
  const ask: Ask = {
    model,
    system: JUDGE_SYSTEM,
    maxTokens: Math.min(JUDGE_TOKENS, most),
    effort: null,
    content: [{ type: 'text', text: prompt }, textDocument('answer', answer)],
  };
  const entry = journal.begin(attempt, true, model, decision, null);
  const silent = { ...line, progress: null };
  const reply = await askModel(silent, ask, entry, '');
  if (reply.kind === 'failure') return unclear(`the judge could not be asked: ${reply.failure.what}`);
  if (!availability.standsIn(judge.tier, reply.seen.model))
    return unclear(`a model other than ${model}, or an unknown one, answered for the judge`);
  if (reply.stopReason !== 'end_turn') return unclear('the judge did not finish');
  return readJudgement(reply.text, judge);
}

import type { Allocation, Check } from '../../../allocation/allocation.ts';
import type { Ask } from '../../../anthropic/index.ts';
import { textDocument } from '../../../anthropic/index.ts';
import { type Decision, modelAt } from '../../../policy/decision/resolve.ts';
import type { Surroundings } from '../../../surface/outcome.ts';
import type { Availability } from '../availability.ts';
import { askModel, type Line } from '../call.ts';
import type { Journal } from '../journal.ts';
import { runCheckCommand } from './command.ts';
import type { CheckFiles } from './files.ts';
import { JUDGE_SYSTEM, JUDGE_TOKENS, readJudgement } from './judge.ts';
import type { Verdict } from './verdict.ts';

/** What the check of an answer needs. */
export interface Examiner {
  readonly files: CheckFiles;
  /** Made before anything was spent; null where the check has no schema. */
  readonly meetsSchema: ((answer: string) => Verdict) | null;
  readonly allocation: Allocation;
  readonly provider: string;
  readonly availability: Availability;
  readonly journal: Journal;
  readonly line: Line;
  readonly surroundings: Surroundings;
}

/** Checks an answer: the cheap parts first, and no further than the first that fails or cannot judge. */
export async function examine(
  check: Check,
  answer: string,
  examiner: Examiner,
  attempt: number,
  decision: Decision,
): Promise<Verdict> {
  const { files, meetsSchema, surroundings } = examiner;
  let verdict: Verdict = { kind: 'pass', score: null };
  if (meetsSchema !== null) verdict = meetsSchema(answer);
  if (verdict.kind === 'pass' && check.command !== null && files.command !== null)
    verdict = await runCheckCommand({ ...check.command, bytes: files.command }, answer, surroundings);
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
): Promise<Verdict> {
  const unclear = (why: string): Verdict => ({ kind: 'unclear', by: 'judge', why });
  if (answer.trim() === '') return { kind: 'fail', by: 'judge', reason: 'the answer is empty', score: null };
  const gone = await availability.why(judge.tier);
  if (gone !== null) return unclear(`the judge cannot be had: ${gone}`);
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
    return unclear(`another model than ${model}, or one that nobody knows, answered for the judge`);
  if (reply.stopReason !== 'end_turn') return unclear('the judge did not come to an end');
  return readJudgement(reply.text, judge);
}

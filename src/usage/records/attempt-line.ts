import { ATTEMPT_LINE } from '../../generated/attempt-line.ts';
import { agree, factsIn, MOST_LENGTH, numberOr, tokensOf } from './canonical-line.ts';
import type { UsageRecord } from './record.ts';

/** What calibration needs of a record. A whole record is one. */
export type AttemptRecord = Pick<
  UsageRecord,
  | 'id'
  | 'at'
  | 'repository'
  | 'run'
  | 'session'
  | 'work_item'
  | 'agent'
  | 'phase'
  | 'attempt'
  | 'tier_assigned'
  | 'tier_used'
  | 'model_used'
  | 'auxiliary'
  | 'escalated_from_model'
  | 'planned_upgrade'
  | 'critical'
  | 'trial'
  | 'tokens'
  | 'cost_microusd'
  | 'duration_ms'
  | 'outcome'
  | 'quality_score'
  | 'task'
  | 'agent_hash'
> & {
  /** Null: nobody picked its tier. */
  readonly override: object | null;
};

const OVERRIDDEN = {};

/**
 * What calibration needs of the record on a line of the ledger's own form; null for any other line, whatever it may
 * hold. It may refuse what is right, and never takes what the validator would refuse; the id is not computed again.
 */
export function readAttempt(line: string): AttemptRecord | null {
  const match = line.length > MOST_LENGTH ? null : ATTEMPT_LINE.exec(line);
  if (match === null) return null;
  const { 1: agent = '', 2: hash, 3: at = '', 4: attempt, 5: auxiliary, 6: basis, 7: cost } = match;
  const { 8: critical, 9: duration, 10: escalated, 11: id = '', 12: measured, 13: model } = match;
  const { 14: outcome, 15: override, 16: phase = '', 17: upgrade, 18: quality, 19: repository = '' } = match;
  const { 20: runAttempt, 21: run = '', 22: job = '', 23: session, 24: task = '', 25: assigned } = match;
  const { 26: used, 27: read, 28: write1h, 29: write5m, 30: input, 31: output, 32: trial, 33: work } = match;
  if (!agree(measured, input !== undefined && model !== undefined, basis, cost !== undefined)) return null;
  return {
    id,
    at,
    repository,
    run: { id: run, attempt: Number(runAttempt), job },
    session: session ?? null,
    work_item: work ?? null,
    agent,
    phase,
    attempt: Number(attempt),
    tier_assigned: assigned ?? null,
    tier_used: used ?? null,
    model_used: model ?? null,
    auxiliary: auxiliary === 'true',
    escalated_from_model: escalated ?? null,
    planned_upgrade: upgrade === 'true',
    critical: critical === 'true',
    trial: trial === undefined ? null : JSON.parse(trial),
    tokens: tokensOf(input, output, read, write5m, write1h),
    cost_microusd: numberOr(cost),
    duration_ms: numberOr(duration),
    outcome: outcome === 'pass' || outcome === 'fail' ? outcome : 'unknown',
    quality_score: numberOr(quality),
    task: factsIn(task),
    agent_hash: hash ?? null,
    override: override === undefined ? null : OVERRIDDEN,
  };
}

import { validateOutcome, validateUsageRecord, validateVoid } from '../../generated/record-validators.ts';
import { type Checked, conform, identified, refused } from './conform.ts';
import type { FieldProblem } from './fields.ts';
import { type OutcomeEvent, recordId, type UsageRecord, type VoidEvent } from './record.ts';

/** What the caller knows of a record from elsewhere. What is left out is not asked for. */
export interface Expectations {
  readonly repository?: string;
  readonly run?: { readonly id: string; readonly attempt: number; readonly jobs?: readonly string[] };
  /** Instants in UTC, whole seconds: the record's time must lie between them, both included. */
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** Characters of the line that the record was read from: saves making the line again to measure it. */
  readonly length?: number;
}

/**
 * A record from an untrusted value: shape, sizes, ranges, and agreement with what is known of its run. Fields that
 * may be left out get their defaults; unknown fields are dropped; an `id` must be the one that its key gives.
 */
export function checkRecord(value: unknown, expected: Expectations = {}): Checked<UsageRecord> {
  const conforming = conform(value, validateUsageRecord, 'at');
  if (!conforming.ok) return conforming;
  const { cost_microusd: cost, cost_basis = cost === null ? 'unpriced' : 'reported' } = conforming.value;
  const record = Object.assign(conforming.value, { cost_basis });
  const checked = identified(record, recordId(record), expected.length);
  const problems = checked.ok ? expectationProblems(checked.value, expected) : [];
  return problems.length > 0 ? refused(...problems) : checked;
}

function expectationProblems(record: UsageRecord, expected: Expectations): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const differs = (field: string, found: string | number, wanted: string | number | undefined): void => {
    if (wanted !== undefined && found !== wanted) problems.push({ field, what: `must be ${wanted}` });
  };
  differs('repository', record.repository, expected.repository);
  differs('run.id', record.run.id, expected.run?.id);
  differs('run.attempt', record.run.attempt, expected.run?.attempt);
  if (expected.run?.jobs !== undefined && !expected.run.jobs.includes(record.run.job)) {
    problems.push({ field: 'run.job', what: 'must be a job of the run' });
  }
  if (expected.notBefore !== undefined && record.at < expected.notBefore) {
    problems.push({ field: 'at', what: `must not be before ${expected.notBefore}` });
  }
  if (expected.notAfter !== undefined && record.at > expected.notAfter) {
    problems.push({ field: 'at', what: `must not be after ${expected.notAfter}` });
  }
  return problems;
}

/** An outcome event from an untrusted value. */
export function checkOutcomeEvent(value: unknown): Checked<OutcomeEvent> {
  return conform(value, validateOutcome, 'at');
}

/** A voiding from an untrusted value. */
export function checkVoidEvent(value: unknown): Checked<VoidEvent> {
  return conform(value, validateVoid, 'at', 'voided_at');
}

import { noExceptions } from '../../src/allocation/exceptions.ts';
import { tableOf } from '../../src/policy/decision/models-of-tiers.ts';
import type { Report } from '../../src/report/document.ts';
import { makeReport, type ReportInput } from '../../src/report/model.ts';
import { NO_OUTLOOK } from '../../src/report/outlook.ts';
import { parseDate, parseWeek } from '../../src/time/week.ts';
import { shippedModels } from '../../src/usage/models/shipped.ts';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { ALLOCATION, output, run } from './records.ts';

function must<T>(value: T | null): T {
  if (value === null) throw new Error('not a date or a week');
  return value;
}

/** The report on these records of week 48, as if it were read on the Monday after it. */
export function reportOn(records: readonly UsageRecord[], changes: Partial<ReportInput> = {}): Report {
  return makeReport({
    allocation: ALLOCATION,
    exceptions: noExceptions('allocation.exceptions.yaml'),
    table: tableOf(ALLOCATION, shippedModels()),
    week: must(parseWeek('2026-W48')),
    today: must(parseDate('2026-11-30')),
    weekOver: true,
    workItem: null,
    weekRecords: records,
    records,
    before: null,
    events: [],
    laterEvents: [],
    damage: [],
    outlook: NO_OUTLOOK,
    jobs: null,
    reviews: null,
    endToEnd: null,
    ends: '2026-11-30T00:00:00Z',
    nextEnds: '2026-12-07T00:00:00Z',
    completed: null,
    span: {
      before: Date.parse('2026-11-16T00:00:00Z'),
      from: Date.parse('2026-11-23T00:00:00Z'),
      to: Date.parse('2026-11-30T00:00:00Z'),
    },
    laterAttempts: [],
    deferred: [],
    begins: '2026-11-23T00:00:00Z',
    now: Date.parse('2026-11-30T00:00:00Z'),
    instantOf: Date.parse,
    ...changes,
  });
}

/** What the agents of one pull request used: security on the wrong model, testing done again. */
export const PULL_REQUEST: readonly UsageRecord[] = [
  run('1', {
    agent: 'SECURITY',
    model_requested: 'claude-opus-5-5',
    model_used: 'claude-sonnet-5-5',
    tier_assigned: 'opus',
    tier_used: 'sonnet',
    tokens: output(41_000),
    cost_microusd: 310_000,
  }),
  run('2', {
    agent: 'TESTING',
    model_requested: 'claude-sonnet-5-5',
    model_used: 'claude-sonnet-5-5',
    tier_assigned: 'sonnet',
    tier_used: 'sonnet',
    tokens: output(88_000),
    cost_microusd: 420_000,
  }),
  run('2', {
    agent: 'unattributed',
    model_requested: null,
    tokens: output(2000),
    cost_microusd: 4000,
    outcome: 'unknown',
  }),
];

/** The report on that pull request, a job of which is still running. */
export function pullRequestReport(changes: Partial<ReportInput> = {}): Report {
  return reportOn(PULL_REQUEST, {
    workItem: 'pr-12',
    weekRecords: [run('0', { tokens: output(370_000) })],
    jobs: { reported: 4, expected: 5, missing: ['VALIDATION/EXEC (running)'] },
    ...changes,
  });
}

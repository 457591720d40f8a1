import type { UsageCommentOptions } from '../../../src/render/usage/comment.ts';
import type { Report } from '../../../src/report/document.ts';
import type { ReportInput } from '../../../src/report/model.ts';
import { type Deferral, deferralId } from '../../../src/usage/records/deferral.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { ALLOCATION, output, run } from '../../report/records.ts';
import { reportOn } from '../../report/reports.ts';

/** Where the links of the examples lead. */
export const PLACE = { address: 'https://github.com/octo/demo', repository: 'octo/demo' };

export const OPTIONS: UsageCommentOptions = {
  recommended: [],
  advice: [],
  place: PLACE,
  commit: '3f2a91c0'.padEnd(40, '0'),
};

/** A use at list price on a tier. */
export function on(tier: string, changes: Partial<UsageRecord> = {}): Partial<UsageRecord> {
  const model = `claude-${tier}-5-5`;
  return { model_requested: model, model_used: model, tier_assigned: tier, tier_used: tier, ...changes };
}

/** The deferral of a cell of pull request 12. */
export function putOff(changes: Partial<Deferral> = {}): ReportInput['deferred'][number] {
  const whole: Deferral = {
    schema: 'haiku-first/deferral@1',
    id: '',
    at: '2026-11-27T14:30:00Z',
    repository: 'octo/demo',
    run: { id: '19101', attempt: 1, job: 'design' },
    work_item: 'pr-12',
    head: null,
    agent: 'DESIGN',
    phase: 'PLAN',
    tier: 'sonnet',
    priority: 50,
    critical: false,
    reason: 'deferred: in RED only the cheapest tier and security-critical work run',
    not_before: '2026-11-27T14:30:00Z',
    task: {},
    ...changes,
  };
  return { deferral: { ...whole, id: deferralId(whole) }, standing: 'open', since: null };
}

const WELL: readonly UsageRecord[] = [
  run('18741', { agent: 'SECURITY', ...on('opus'), tokens: output(72_000), cost_microusd: 670_000 }),
  run('18742', { agent: 'TESTING', ...on('sonnet'), tokens: output(90_000), cost_microusd: 420_000 }),
  run('18743', { agent: 'DOCMON', tokens: output(47_000), cost_microusd: 12_000 }),
  run('18744', { tokens: output(24_000), cost_microusd: 4000, outcome: 'unknown' }),
];
const BELOW: readonly UsageRecord[] = [
  run('18734', {
    agent: 'SECURITY',
    ...on('sonnet', { model_requested: 'claude-opus-5-5', tier_assigned: 'opus' }),
    tokens: { input: 10, output: 8000, cache_read: 910_000, cache_write_5m: 64_000, cache_write_1h: 0 },
    cost_microusd: 330_000,
  }),
  run('18735', {
    agent: 'TESTING',
    ...on('sonnet'),
    outcome: 'fail',
    at: '2026-11-24T10:00:00Z',
    tokens: output(90_000),
    cost_microusd: 420_000,
  }),
  run('18735', {
    agent: 'TESTING',
    ...on('opus', { tier_assigned: 'sonnet' }),
    attempt: 2,
    escalated_from_model: 'claude-sonnet-5-5',
    escalation_reason: 'tests failed',
    escalation_trigger: 'check',
    override: { tier: 'opus', by: 'octocat', reason: 'a big *merge*' },
    at: '2026-11-24T10:05:00Z',
    tokens: output(83_000),
    cost_microusd: 750_000,
  }),
  run('18736', { agent: 'DOCMON', tokens: output(47_000), cost_microusd: 12_000 }),
  run('18737', {
    agent: 'unattributed',
    model_requested: null,
    sub_agents: ['x'],
    tokens: output(2000),
    cost_microusd: 4000,
    outcome: 'unknown',
  }),
];
const PART: readonly UsageRecord[] = [
  run('18766', { agent: 'SECURITY', ...on('opus'), tokens: output(72_000), cost_microusd: 660_000 }),
  run('18767', {
    agent: 'API',
    phase: 'PLAN',
    ...on('sonnet', { model_used: 'gateway/sonnet', tier_used: null }),
    tokens: output(61_000),
    cost_microusd: null,
    cost_basis: 'unpriced',
  }),
  run('18768', { measured: 'partial', tokens: output(19_000), cost_microusd: 11_000, outcome: 'unknown' }),
  run('18769', {
    agent: 'DESIGN',
    phase: 'PLAN',
    ...on('sonnet', { model_used: null, tier_used: null }),
    tokens: null,
    cost_microusd: null,
    cost_basis: 'unmeasured',
    measured: 'none',
    outcome: 'unknown',
  }),
];

const week = (tokens: number): Partial<ReportInput> => ({
  workItem: 'pr-12',
  weekRecords: [run('0', { tokens: output(tokens) })],
});
const jobs = (reported: number, missing: readonly string[] = []): Partial<ReportInput> => ({
  jobs: { reported, expected: reported + missing.length, missing: [...missing] },
});
const sixty = Array.from({ length: 60 }, (_, place) =>
  run(String(20_000 + place), {
    agent: `AGENT${place + 1}`,
    ...on(place % 3 === 0 ? 'sonnet' : 'haiku'),
    tokens: output(1000 * (place + 1)),
    cost_microusd: 10_000 * (place + 1),
  }),
);

interface Case {
  readonly name: string;
  readonly report: Report;
  readonly options: UsageCommentOptions;
}

const casesOf: readonly (readonly [string, readonly UsageRecord[], Partial<ReportInput>])[] = [
  ['well', WELL, { ...week(163_000), ...jobs(4) }],
  ['below-floor', BELOW, { ...week(131_000), ...jobs(4) }],
  ['deferred', WELL.slice(0, 2), { ...week(480_000), ...jobs(2), deferred: [putOff()] }],
  [
    'refused',
    WELL.slice(1, 3),
    {
      ...week(163_000),
      ...jobs(3),
      refusals: [
        {
          schema: 'haiku-first/refusal@1',
          at: '2026-11-24T10:00:00Z',
          repository: 'octo/demo',
          run: { id: '18740', attempt: 1, job: 'security' },
          agent: 'SECURITY',
          phase: 'EXEC',
          tier: 'sonnet',
          floor: 'opus',
          by: 'octocat',
          reason: 'quota',
        },
      ],
    },
  ],
  [
    'deferred-for-ever',
    [],
    {
      ...week(480_000),
      ...jobs(0),
      allocation: { ...ALLOCATION, deferred: null },
      deferred: [putOff(), putOff({ agent: 'DATABASE' })],
    },
  ],
  ['partial', PART, { ...week(190_000), ...jobs(4, ['DOCMON/EXEC (waiting)', 'VALIDATION/EXEC (running)']) }],
  [
    'nothing-reported',
    [],
    { ...week(190_000), ...jobs(0, ['SECURITY/EXEC (cancelled)', 'TESTING/EXEC (running)']) },
  ],
  ['sixty-jobs', sixty, { ...week(190_000), ...jobs(60) }],
  [
    'fork',
    WELL.slice(1, 3).map((each) => ({ ...each, task: { fork: true } })),
    { ...week(190_000), ...jobs(2) },
  ],
  ['before', [], { ...week(190_000), ...jobs(0) }],
];

/** The situations in which a reviewer reads the comment, each with its report. */
export const CASES: readonly Case[] = casesOf.map(([name, records, input]) => {
  const [, , phase] = ALLOCATION.phases;
  if (phase === undefined) throw new Error('there are three phases');
  const report = reportOn(records, input);
  const recommended = report.recommended.filter((each) => each.phase === phase);
  return { name, report, options: { ...OPTIONS, recommended } };
});

import { describe, expect, it } from 'vitest';
import { noExceptions } from '../../../src/allocation/exceptions.ts';
import { parseAllocation } from '../../../src/allocation/parse.ts';
import { breachesOfRun } from '../../../src/commands/collect/breaches.ts';
import { jobRecords } from '../../../src/job/records.ts';
import { jobRoster } from '../../../src/job/roster.ts';
import { tableOf } from '../../../src/policy/decision/models-of-tiers.ts';
import { dateOf, weekOf } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { readPlain } from '../../../src/usage/readers/plain.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { run } from '../../report/records.ts';
import { reportOn } from '../../report/reports.ts';

const allocation = parseAllocation(
  'allocation.yaml',
  new TextEncoder().encode(`version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: former, model: claude-sonnet-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [EXEC]
facts: { final: { type: boolean } }
agents:
  SECURITY: { default: opus, aliases: [security-agent] }
  WRITER: { default: haiku }
  TESTING: { default: sonnet }
  STRICT: { default: opus }
  FREE: { default: haiku }
floors:
  - { id: a, agents: [SECURITY], minimum: opus, exceptions: never }
  - { id: b, agents: [WRITER], minimum: haiku, exceptions: never }
  - { id: c, agents: [TESTING], if: task.final, minimum: sonnet, exceptions: never }
  - { id: d, agents: [STRICT], minimum: opus, exceptions: never }
  - { id: e, agents: [STRICT], minimum: haiku, exceptions: never }
`),
);
const table = tableOf(allocation, shippedModels());
const exceptions = noExceptions('allocation.exceptions.yaml');

/** What `record` says of an agent's use of a model. */
function recorded(agent: string, model: string): readonly unknown[] {
  const [exec] = allocation.phases;
  if (exec === undefined) throw new Error('no phase');
  const evidence = readPlain([{ agent, model, usage: { input_tokens: 1, output_tokens: 1 } }], 0);
  const { id: _, outcome, ...job } = run('1', { at: '2026-11-24T10:00:00Z' });
  const now = new Date(job.at);
  const request = { phase: exec, week: weekOf(now, 'UTC'), today: dateOf(now), facts: new Map() };
  const roster = jobRoster(allocation, exceptions, table, request);
  const found = jobRecords([evidence], {
    job: { ...job, outcome },
    agent: 'FREE',
    roster,
    since: null,
    booked: [],
  });
  return found.belowFloor.map(({ agent: name, floor, tier }) => [name, floor, tier]);
}

/** What each of those who judge says of one record: below its floor, or not. */
function verdicts(changes: Partial<UsageRecord>): readonly boolean[] {
  const record = run('1', { work_item: 'pr-1', tier_used: null, ...changes });
  const { mismatches } = reportOn([record], { allocation, table });
  return [
    breachesOfRun([record], { allocation, exceptions, table }).length > 0,
    mismatches.some(({ below_floor }) => below_floor),
  ];
}

describe('work below its floor is the same for all who judge it', () => {
  it.each<[string, Partial<UsageRecord>, boolean]>([
    ['a lesser tier', { agent: 'SECURITY', model_used: 'claude-sonnet-5-5' }, true],
    ['the strictest of its floors', { agent: 'STRICT', model_used: 'claude-sonnet-5-5' }, true],
    ['an older model of a lesser line', { agent: 'TESTING', model_used: 'claude-haiku-4-5' }, true],
    ['the tier of the floor', { agent: 'SECURITY', model_used: 'claude-opus-5-5' }, false],
    ['an alias of the agent', { agent: 'security-agent', model_used: 'claude-sonnet-5-5' }, true],
    ['a model that nobody knows', { agent: 'SECURITY', model_used: 'mystery-1' }, true],
    ['such a model, under the cheapest tier', { agent: 'WRITER', model_used: 'mystery-1' }, true],
    ['the cheapest tier', { agent: 'WRITER', model_used: 'claude-haiku-5-5' }, false],
    ['such a model, without a floor', { agent: 'FREE', model_used: 'mystery-1' }, false],
    ['a greater line that no tier has', { agent: 'SECURITY', model_used: 'claude-mythos-5' }, false],
    ['an older model of the line', { agent: 'TESTING', model_used: 'claude-sonnet-4-6' }, true],
    ['a provider’s id', { agent: 'TESTING', model_used: 'anthropic.claude-sonnet-5-5' }, false],
    ['a floor whose fact is not given', { agent: 'TESTING', model_used: 'claude-haiku-5-5' }, true],
    [
      'a fact that is false',
      { agent: 'TESTING', model_used: 'claude-haiku-5-5', task: { final: false } },
      false,
    ],
    ['the client’s own call', { agent: 'SECURITY', model_used: 'claude-haiku-5-5', auxiliary: true }, false],
    ['use that nobody measured', { agent: 'SECURITY', model_used: null, tokens: null }, false],
    ['a phase that is not declared', { agent: 'SECURITY', phase: 'PLAN', model_used: 'mystery-1' }, false],
    ['an agent that is not declared', { agent: 'NOBODY', model_used: 'mystery-1' }, false],
  ])('%s', (_, changes, below) => {
    expect(verdicts(changes)).toEqual([below, below]);
  });

  it('and for the step that records it', () => {
    expect(recorded('SECURITY', 'claude-sonnet-5-5')).toEqual([['SECURITY', 'opus', 'sonnet']]);
    expect(recorded('security-agent', 'claude-sonnet-5-5')).toEqual([['SECURITY', 'opus', 'sonnet']]);
    expect(recorded('WRITER', 'mystery-1')).toEqual([['WRITER', 'haiku', null]]);
    expect(recorded('TESTING', 'anthropic.claude-sonnet-5-5')).toEqual([]);
    expect(recorded('FREE', 'mystery-1')).toEqual([]);
  });
});

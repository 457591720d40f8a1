import type { Allocation } from '../../src/allocation/allocation.ts';
import { noExceptions } from '../../src/allocation/exceptions.ts';
import { parseAllocation } from '../../src/allocation/parse.ts';
import type { ForecastWorld } from '../../src/deferral/choose.ts';
import type { Setup } from '../../src/deferral/drain.ts';
import { BudgetMeter } from '../../src/policy/budget/meter.ts';
import { later } from '../../src/time/instant.ts';
import type { IsoDate, IsoWeek } from '../../src/time/week.ts';
import { type Deferral, deferralId } from '../../src/usage/records/deferral.ts';

export const NOW = '2026-11-25T12:00:00Z';
export const REPOSITORY = 'octo/demo';

/** An allocation with a guarded cell, a budget of a million tokens, and workflows for everything but GITHUB. */
export const ALLOCATION = `
version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [PLAN, EXEC]
facts:
  security_critical: { type: boolean }
agents:
  GITHUB: { default: haiku }
  STORIES: { default: sonnet }
  TESTING: { default: sonnet }
  SECURITY: { default: opus }
floors:
  - { id: security-always-opus, agents: [SECURITY], minimum: opus, exceptions: never }
budget:
  mode: enforce
  weekly: { tokens: 1000000 }
  critical_reserve: 0.10
  tiers: { sonnet: { share: 0.50, reserve: 0.20 } }
deferred:
  max_days: 7
  workflows:
    - workflow: stories.yml
      agents: [STORIES]
      phases: [PLAN]
      inputs: { agent: agent, claim: claim, depth: { value: deep } }
    - workflow: agent.yml
      agents: [STORIES, TESTING, SECURITY]
      inputs: { agent: agent, phase: phase, pull: pull_request, work: work_item, head: head, claim: claim }
`;

export function allocationOf(text = ALLOCATION): Allocation {
  return parseAllocation('allocation.yaml', Buffer.from(text));
}

/** A deferral of TESTING in EXEC, an hour old; each number is other work. */
export function deferral(number: number, change: Partial<Deferral> = {}): Deferral {
  const whole: Deferral = {
    schema: 'haiku-first/deferral@1',
    id: '',
    at: later(NOW, -3600),
    repository: REPOSITORY,
    run: { id: String(1000 + number), attempt: 1, job: 'review' },
    work_item: `pr-${number}`,
    head: String(number).padStart(40, 'a'),
    agent: 'TESTING',
    phase: 'EXEC',
    tier: 'sonnet',
    priority: 50,
    critical: false,
    reason: 'zone ORANGE',
    not_before: later(NOW, -3600),
    task: {},
    ...change,
  };
  return { ...whole, id: deferralId(whole) };
}

export function worldOf(allocation = allocationOf()): Setup['worldOf'] {
  return async (records, inFlight): Promise<ForecastWorld> => {
    const { budget } = allocation;
    const meter = budget === null ? null : new BudgetMeter(allocation, budget, records);
    for (const run of inFlight) meter?.start(run);
    return {
      allocation,
      exceptions: noExceptions('allocation.exceptions.yaml'),
      meter,
      week: '2026-W48' as IsoWeek,
      today: '2026-11-25' as IsoDate,
      unavailable: new Map(),
    };
  };
}

export function setup(nonce: string, change: Partial<Setup> = {}): Setup {
  const allocation = allocationOf();
  return {
    drain: { run: '9', attempt: 1, nonce: nonce.padStart(16, '0') },
    repository: REPOSITORY,
    batch: 100,
    dryRun: false,
    deferred: allocation.deferred,
    maxDays: 7,
    worldOf: worldOf(allocation),
    ...change,
  };
}

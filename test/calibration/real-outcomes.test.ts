import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllocation } from '../../src/allocation/parse.ts';
import { plannedCells } from '../../src/calibration/cells/index.ts';
import { ratiosOf } from '../../src/calibration/replay/index.ts';
import {
  type Calibration,
  type CalibrationPolicy,
  calibrate,
  costByRatios,
  STANDARD_POLICY,
} from '../../src/calibration/rules/index.ts';
import { type Random, randomFrom, seedOf } from '../../src/calibration/statistics/index.ts';
import { attemptsOf } from '../../src/calibration/table/index.ts';
import { dateOf, weekAfter } from '../../src/time/week.ts';
import { shippedModels } from '../../src/usage/models/shipped.ts';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { record } from '../report/records.ts';
import { startOf, week } from './attempts.ts';

/** Tasks that three tiers worked on, where they are at hand; they are not part of the repository. */
const file = new URL('../../../shared/data/swe-tasks.csv', import.meta.url);
const atHand = existsSync(file);

interface Task {
  readonly name: string;
  readonly group: string;
  /** By tier. */
  readonly passed: ReadonlyMap<string, boolean>;
  readonly microusd: ReadonlyMap<string, number>;
}

function readTasks(): readonly Task[] {
  const tasks = new Map<
    string,
    { group: string; passed: Map<string, boolean>; microusd: Map<string, number> }
  >();
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [name = '', group = '', tier = '', passed, usd] = line.split(',');
    const task = tasks.get(name) ?? { group, passed: new Map(), microusd: new Map() };
    task.passed.set(tier, passed === '1');
    task.microusd.set(tier, Math.round(Number(usd) * 1e6));
    tasks.set(name, task);
  }
  return [...tasks].map(([name, task]) => ({ name, ...task }));
}

const WEEKS = 12;
const LAST = week('2026-W46');

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** One attempt at a task, in one of twelve weeks. */
function attempted(
  task: Task,
  place: number,
  tier: string,
  agent: string,
  changes: Partial<UsageRecord> = {},
) {
  const on = weekAfter(LAST, -(place % WEEKS));
  const model = `claude-${tier}-5-5`;
  return record({
    at: `${new Date(startOf(on) + (1 + place) * 60_000).toISOString().slice(0, 19)}Z`,
    run: { id: `${place}-${tier}`, attempt: 1, job: 'agent' },
    work_item: task.name.slice(0, 60),
    agent,
    tier_assigned: tier,
    tier_used: tier,
    model_requested: model,
    model_used: model,
    cost_microusd: task.microusd.get(tier) ?? null,
    outcome: task.passed.get(tier) === true ? 'pass' : 'fail',
    ...changes,
  });
}

/** What `calibrate` makes of records, all the way: attempts, fates, cells, rules. */
function calibrated(
  records: readonly UsageRecord[],
  agents: Readonly<Record<string, string>>,
  policy: CalibrationPolicy,
): Calibration {
  const text = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [EXEC]
agents:
${Object.entries(agents)
  .map(([name, tier]) => `  ${name}: { default: ${tier} }`)
  .join('\n')}
`;
  const allocation = parseAllocation('allocation.yaml', new TextEncoder().encode(text));
  const now = week('2026-W49');
  const asOf = startOf(now);
  const weeks = Array.from({ length: 20 }, (_, back) => weekAfter(now, -back))
    .reverse()
    .map((each) => ({ week: each, from: startOf(each), to: startOf(weekAfter(each, 1)) }));
  const reading = {
    present: (agent: string) => agent,
    tierOf: (model: string) => /haiku|sonnet|opus/.exec(model)?.[0] ?? null,
    instantOf: Date.parse,
  };
  const { attempts } = attemptsOf(records, reading, { events: [], weeks, now: asOf });
  return calibrate({
    cells: plannedCells(allocation, now, shippedModels()),
    attempts,
    week: now,
    asOf,
    policy,
    costOn: costByRatios(ratiosOf(attempts, allocation, shippedModels(), dateOf(new Date(asOf)))),
    snoozes: [],
  });
}

describe(`real outcomes${atHand ? '' : ' (not at hand: shared/data/swe-tasks.csv beside the repository)'}`, () => {
  const agentOf = (group: string): string => group.replace(/[^a-z]/g, '').toUpperCase();
  const SHUFFLES = 30;

  it.each(['haiku', 'sonnet', 'opus'])('of %s under shuffled labels call for nothing', (tier) => {
    if (!atHand) return;
    const tasks = readTasks();
    const reworked = tasks.filter(({ passed }) => passed.get(tier) !== true).length / tasks.length;
    // What all groups have in common is allowed: the labels tell nothing besides.
    const policy = { ...STANDARD_POLICY, reworkAllowed: Math.ceil(reworked * 100) / 100 };
    for (let shuffle = 0; shuffle < SHUFFLES; shuffle += 1) {
      const random = randomFrom(seedOf(`${tier} ${shuffle}`));
      const labels = shuffled(
        tasks.map(({ group }) => agentOf(group)),
        random,
      );
      const records = shuffled(tasks, random).map((task, place) =>
        attempted(task, place, tier, labels[place] ?? ''),
      );
      const { proposals } = calibrated(
        records,
        Object.fromEntries(labels.map((each) => [each, tier])),
        policy,
      );
      expect(proposals.map(({ kind, agent }) => `${kind} ${agent}`)).toEqual([]);
    }
  });

  it('that a cascade wrote promote the cell that is due, and say nothing against opus', () => {
    if (!atHand) return;
    const tasks = shuffled(readTasks(), randomFrom(seedOf('cascade')));
    const records = tasks.flatMap((task, place) => {
      const first = attempted(task, place, 'haiku', 'TESTING');
      if (task.passed.get('haiku') === true) return [first];
      const at = first.at.replace('T0', 'T1');
      const escalation = { attempt: 2, tier_assigned: 'haiku', escalated_from_model: 'claude-haiku-5-5' };
      return [first, attempted(task, place, 'opus', 'TESTING', { at, ...escalation })];
    });
    const failed = tasks.filter(({ passed }) => passed.get('haiku') !== true);
    const { proposals, cells } = calibrated(records, { TESTING: 'haiku' }, STANDARD_POLICY);
    expect(proposals).toMatchObject([
      {
        kind: 'promote',
        from: 'haiku',
        to: 'sonnet',
        counts: { n: tasks.length, x: failed.length },
        rescuedHigher: [{ tier: 'opus', n: failed.length }],
      },
    ]);
    // Where opus has the cell, its escalated runs are no evidence of it: nobody gave it an easy task.
    const onOpus = calibrated(records, { TESTING: 'opus' }, STANDARD_POLICY);
    expect(onOpus.proposals).toEqual([]);
    expect(onOpus.cells.map(({ known }) => known.evidence.counts.n)).toEqual([0]);
    expect(cells.map(({ status }) => status)).toEqual(['alarm']);
  });
});

import { combinations, grouped } from '../grouped.ts';
import { isCounted } from '../policy/budget/budget.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import type { AttemptFate } from './fates.ts';
import { type Lacking, lackingIn } from './lacking.ts';
import { byCodeUnit, classesOf, type Run, runsOf, sumOf } from './runs.ts';

/** What one agent used of one model in a phase: a row of the usage comment. */
export interface Use extends Lacking {
  readonly agent: string;
  readonly phase: string;
  readonly requested: string | null;
  /** Null: not measured. */
  readonly used: string | null;
  readonly auxiliary: boolean;
  /** Input, cache writes and output. */
  readonly tokens: number;
  readonly input: number;
  readonly cache_write: number;
  readonly output: number;
  readonly cache_read: number;
  /** Null: nothing of it has a price. */
  readonly microusd: number | null;
  readonly result: 'pass' | 'fail' | 'rework' | 'unknown';
  /** How many runs it is of, and how many of these failed or had to be done again. */
  readonly runs: number;
  readonly failed: number;
  /** Types of sub-agents that are no agent's; left out where there is none. */
  readonly sub_agents?: readonly string[];
  /** False: a fork's or Dependabot's own word, in no total. */
  readonly counted: boolean;
  /** Tier of the model used, and of the one asked for; null: of none. */
  readonly tier: string | null;
  readonly tier_requested: string | null;
  /** When the first of it ended, in UTC. */
  readonly first: string;
}

const GRAVITY = ['unknown', 'pass', 'fail', 'rework'] as const;

function resultOf(run: Run, fates: ReadonlyMap<Run, AttemptFate>): Use['result'] {
  const fate = fates.get(run);
  if (fate === 'reworked') return run.outcome === 'fail' ? 'fail' : 'rework';
  return fate === 'good' ? 'pass' : run.outcome;
}

/** Records by agent, phase, model asked for and model used, sorted by them. */
export function usesOf(
  records: readonly UsageRecord[],
  runs: readonly Run[],
  fates: ReadonlyMap<Run, AttemptFate>,
  tierOf: (model: string) => string | null,
): readonly Use[] {
  const runOf = new Map(runs.map((run) => [run.main.id, run]));
  const key = combinations();
  const groups = grouped(records, (record) => {
    const { agent, phase, model_requested, model_used, auxiliary } = record;
    return key(agent, phase, auxiliary, model_requested, model_used, isCounted(record));
  });
  return [...groups]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([, group]): Use[] => {
      const [first] = group;
      if (first === undefined) return [];
      const { tokens, microusd } = sumOf(group);
      const priced = group.some((record) => record.cost_microusd !== null);
      const types = [...new Set(group.flatMap(({ sub_agents }) => sub_agents ?? []))].sort(byCodeUnit);
      const tier = (model: string | null): string | null => (model === null ? null : tierOf(model));
      const ofRuns: Use['result'][] = [];
      for (const { id } of group) {
        const run = runOf.get(id);
        if (run !== undefined) ofRuns.push(resultOf(run, fates));
      }
      const results = new Set(ofRuns);
      return [
        {
          agent: first.agent,
          phase: first.phase,
          requested: first.model_requested,
          used: first.model_used,
          auxiliary: first.auxiliary,
          tokens,
          ...classesOf(group),
          microusd: priced ? microusd : null,
          ...lackingIn(group),
          result: [...GRAVITY].reverse().find((result) => results.has(result)) ?? 'unknown',
          runs: ofRuns.length,
          failed: ofRuns.filter((result) => result === 'fail' || result === 'rework').length,
          counted: isCounted(first),
          tier: tier(first.model_used),
          tier_requested: tier(first.model_requested),
          first: group.reduce((least, { at }) => (at < least ? at : least), first.at),
          ...(types.length === 0 ? {} : { sub_agents: types }),
        },
      ];
    });
}

/** The same of records that no report has judged: their own tiers and outcomes count. */
export function usesAsRecorded(records: readonly UsageRecord[]): readonly Use[] {
  const tiers = new Map(records.map(({ model_used: model, tier_used: tier }) => [model, tier]));
  return usesOf(records, runsOf(records), new Map(), (model) => tiers.get(model) ?? null);
}

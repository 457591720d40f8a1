import type { EscalationModel } from '../../generated/escalation-model.ts';
import { grouped } from '../../grouped.ts';
import type { Complexity } from '../attempt.ts';
import { priorOf } from '../statistics/index.ts';
import { type KnownTask, rounded } from './features.ts';

/** A first attempt, and whether it had to be done again. */
export interface Example {
  readonly task: KnownTask;
  readonly again: boolean;
}

type Table = EscalationModel['table'];

const keyOf = (agent: string, complexity: Complexity | null): string => JSON.stringify([agent, complexity]);

/** The rate of each agent and complexity, drawn towards all of them by moments: empirical Bayes. */
export function tableOfRates(examples: readonly Example[]): Table {
  const groups = [...grouped(examples, ({ task }) => keyOf(task.agent, task.complexity))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const { agent, complexity } = first.task;
      return [{ agent, complexity, n: group.length, events: group.filter(({ again }) => again).length }];
    });
  const prior = priorOf(groups.map(({ n, events }) => ({ n, x: events })));
  const [mean, strength] = [rounded(prior.mean), rounded(prior.strength)];
  const rows = groups.map((group) => ({
    ...group,
    p: rounded((group.events + strength * mean) / (group.n + strength)),
  }));
  return { mean, strength, rows };
}

/** What a table knows of a task, and from how many; of an agent or complexity that it has not seen it knows the mean. */
export function rateIn(table: Table): (task: KnownTask) => { readonly p: number; readonly n: number } {
  const rows = new Map(table.rows.map((row) => [keyOf(row.agent, row.complexity), row]));
  return ({ agent, complexity }) => rows.get(keyOf(agent, complexity)) ?? { p: table.mean, n: 0 };
}

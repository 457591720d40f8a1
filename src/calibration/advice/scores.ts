import type { EscalationModel } from '../../generated/escalation-model.ts';
import { grouped } from '../../grouped.ts';
import type { IsoWeek } from '../../time/week.ts';
import { blockBootstrap, quantile, type Random } from '../statistics/index.ts';
import { rounded } from './features.ts';
import { fitLogistic } from './fit.ts';

/** What was foretold of an attempt, and what came. */
export interface Foretold {
  readonly week: IsoWeek;
  readonly p: number;
  /** By the table. */
  readonly plain: number;
  readonly again: boolean;
}

type Metrics = NonNullable<EscalationModel['metrics']>;

const ROUNDS = 500;
/** Outside of an interval of 90 %, at each end. */
const TAIL = 0.05;
const FIFTHS = 5;

/** The chance that of two attempts, one of each fate, the one that came again had the higher probability. */
function aucOf(foretold: readonly Foretold[]): number | null {
  const sorted = foretold.toSorted((a, b) => a.p - b.p);
  let [events, ranks] = [0, 0];
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (sorted[to]?.p === sorted[from]?.p && to < sorted.length) to += 1;
    const hits = sorted.slice(from, to).filter(({ again }) => again).length;
    events += hits;
    // What has the same probability shares a rank.
    ranks += hits * ((from + 1 + to) / 2);
    from = to;
  }
  const others = sorted.length - events;
  return events === 0 || others === 0 ? null : (ranks - (events * (events + 1)) / 2) / (events * others);
}

function squares(foretold: readonly Foretold[]) {
  let [model, table] = [0, 0];
  for (const { p, plain, again } of foretold) {
    model += (p - (again ? 1 : 0)) ** 2;
    table += (plain - (again ? 1 : 0)) ** 2;
  }
  return { model, table };
}

type Squares = ReturnType<typeof squares>;

function skillOf(blocks: readonly Squares[]): number {
  const sum = (of: (block: Squares) => number): number => blocks.reduce((all, block) => all + of(block), 0);
  const table = sum((block) => block.table);
  return table === 0 ? 0 : 1 - sum((block) => block.model) / table;
}

function logit(p: number): number {
  const kept = Math.min(1 - 1e-9, Math.max(1e-9, p));
  return Math.log(kept / (1 - kept));
}

function reliabilityOf(foretold: readonly Foretold[]): Metrics['reliability'] {
  const sorted = foretold.toSorted((a, b) => a.p - b.p || Number(a.again) - Number(b.again));
  return Array.from({ length: FIFTHS }, (_, fifth) => {
    const part = sorted.slice(
      Math.round((fifth * sorted.length) / FIFTHS),
      Math.round(((fifth + 1) * sorted.length) / FIFTHS),
    );
    return {
      n: part.length,
      predicted: rounded(part.reduce((sum, { p }) => sum + p, 0) / part.length),
      observed: rounded(part.filter(({ again }) => again).length / part.length),
    };
  }).filter(({ n }) => n > 0);
}

/** How well it was foretold. Null of nothing. */
export function scoresOf(
  foretold: readonly Foretold[],
  trainedEvents: number,
  random: Random,
): Metrics | null {
  const n = foretold.length;
  if (n === 0) return null;
  const all = squares(foretold);
  const weeks = [...grouped(foretold, ({ week }) => week)].sort(([a], [b]) => (a < b ? -1 : 1));
  const blocks = weeks.map(([, group]) => squares(group));
  const low = quantile(blockBootstrap(blocks, skillOf, { rounds: ROUNDS, random }), TAIL);
  const line = fitLogistic(
    foretold.map(({ p }) => [logit(p)]),
    foretold.map(({ again }) => again),
    0,
  );
  const auc = aucOf(foretold);
  return {
    n,
    events: foretold.filter(({ again }) => again).length,
    trained_events: trainedEvents,
    auc: auc === null ? null : rounded(auc),
    brier: rounded(all.model / n),
    brier_of_table: rounded(all.table / n),
    brier_skill: rounded(skillOf(blocks)),
    brier_skill_low: low === null ? null : rounded(low),
    slope: line === null ? null : rounded(line.coefficients[0] ?? 0),
    intercept: line === null ? null : rounded(line.intercept),
    reliability: reliabilityOf(foretold),
  };
}

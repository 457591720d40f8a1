import { grouped } from '../../grouped.ts';
import { type IsoWeek, parseWeek, weekAfter } from '../../time/week.ts';
import type { LoggedWhatIf } from '../../usage/records/what-if.ts';
import type { Attempt } from '../attempt.ts';
import type { PastWhatIf } from './score.ts';

/** So many weeks of a change are held against its what-if. */
const SCORED_WEEKS = 4;

type Cell = LoggedWhatIf['cells'][number];

/**
 * What came of the what-ifs of proposals, in the order of their weeks, in micro-dollars a run. One whose proposal was not
 * merged, so that its cells do not run on the new tier, is none of them; nor is one of which no whole week has passed.
 * @param over the weeks that are over, in order; of them the first four of a change count
 */
export function pastWhatIfs(
  logged: readonly LoggedWhatIf[],
  attempts: readonly Attempt[],
  over: readonly IsoWeek[],
): readonly PastWhatIf[] {
  if (logged.length === 0) return [];
  const agents = new Set(logged.flatMap(({ cells }) => cells.map(({ agent }) => agent)));
  const byCell = grouped(
    attempts.filter(({ agent }) => agents.has(agent)),
    keyOf,
  );
  const known = new Set<IsoWeek>(over);
  const taken = new Set<string>();
  const found: { readonly since: string; readonly past: PastWhatIf }[] = [];
  // What was proposed again with more cells takes the place of what it was before; of two of one change the first counts.
  for (const each of [...logged].sort(byCells)) {
    const since = parseWeek(each.since);
    if (since === null) continue;
    const keys = each.cells.map((cell) => `${each.since} ${keyOf(cell)}`);
    if (keys.some((key) => taken.has(key))) continue;
    const weeks = Array.from({ length: SCORED_WEEKS }, (_, place) => weekAfter(since, place)).filter((week) =>
      known.has(week),
    );
    const actual = actualOf(each, weeks, byCell);
    if (actual === null) continue;
    for (const key of keys) taken.add(key);
    found.push({ since, past: { ...each.interval, actual } });
  }
  return found.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)).map(({ past }) => past);
}

function keyOf({ agent, phase }: { readonly agent: string; readonly phase: string | null }): string {
  return JSON.stringify([agent, phase]);
}

function byCells(a: LoggedWhatIf, b: LoggedWhatIf): number {
  return b.cells.length - a.cells.length || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
}

/** What a run of its cells cost, each cell counting as it did in the what-if; null: it was not merged, or nobody knows. */
function actualOf(
  { cells }: LoggedWhatIf,
  weeks: readonly IsoWeek[],
  byCell: ReadonlyMap<string, readonly Attempt[]>,
): number | null {
  let [sum, runs] = [0, 0];
  for (const cell of cells) {
    const costs = onNewTier(cell, weeks, byCell.get(keyOf(cell)) ?? []).flatMap(({ microusd }) =>
      microusd === null ? [] : [microusd],
    );
    if (costs.length === 0) return null;
    sum += (cell.runs * costs.reduce((all, each) => all + each, 0)) / costs.length;
    runs += cell.runs;
  }
  return runs === 0 ? null : sum / runs;
}

/**
 * The attempts of a cell in the weeks in which it had its new tier: up to the first one in which its first attempts were
 * assigned another, but for those that a trial or a person decided.
 */
function onNewTier(
  { to }: Cell,
  weeks: readonly IsoWeek[],
  attempts: readonly Attempt[],
): readonly Attempt[] {
  const kept: Attempt[] = [];
  for (const week of weeks) {
    const mine = attempts.filter((attempt) => attempt.week === week);
    const plain = mine.filter(
      ({ isFirst, isOverridden, isPlannedUpgrade, trial }) =>
        isFirst && !isOverridden && !isPlannedUpgrade && trial === null,
    );
    if (2 * plain.filter(({ assigned }) => assigned === to).length < plain.length) return kept;
    if (plain.length > 0) kept.push(...mine);
  }
  return kept;
}

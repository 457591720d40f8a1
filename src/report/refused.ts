import type { UsageRecord } from '../usage/records/record.ts';
import type { Refusal } from '../usage/records/refusal.ts';
import type { Report } from './document.ts';
import { byCodeUnit } from './runs.ts';

type Refused = NonNullable<Report['refused']>[number];

/**
 * The overrides that were refused and whose cell has not worked since: the latest of each cell. `records` are those
 * that the report is about.
 */
export function refusedWork(
  refusals: readonly Refusal[],
  records: readonly UsageRecord[],
): readonly Refused[] {
  if (refusals.length === 0) return [];
  const cellOf = ({ agent, phase }: Pick<UsageRecord, 'agent' | 'phase'>): string =>
    JSON.stringify([agent, phase]);
  const worked = new Map<string, string>();
  for (const record of records) {
    const before = worked.get(cellOf(record)) ?? '';
    if (record.at > before) worked.set(cellOf(record), record.at);
  }
  const latest = new Map<string, Refusal>();
  for (const each of [...refusals].sort((a, b) => byCodeUnit(a.at, b.at) || byCodeUnit(a.run.id, b.run.id)))
    latest.set(cellOf(each), each);
  return [...latest]
    .filter(([cell, { at }]) => (worked.get(cell) ?? '') <= at)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, { agent, phase, tier, floor, by, reason, at, run }]) => ({
      agent,
      phase,
      tier,
      floor,
      by,
      reason,
      at,
      run: run.id,
    }));
}

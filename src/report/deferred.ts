import type { Deferral } from '../usage/records/deferral.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import type { Report } from './document.ts';
import { byCodeUnit } from './runs.ts';

type DeferredWork = Report['deferred'][number];

/** A deferral, and what drains have made of it. */
export interface PutOff {
  readonly deferral: Deferral;
  readonly standing: 'open' | 'claimed' | 'started' | 'dropped';
  /** When it came to stand so, in UTC; null: it has stood open from the beginning. */
  readonly since: string | null;
}

/**
 * The deferred work of a week: what was put off in it, and what still waits from before it. Of a cell that was put off
 * several times for one piece of work the latest time; it waits no more when it has run since, by whoever's start.
 * @param ends when the week ends, and with it what its budget puts off
 * @param startedBy the workflow that a drain starts it by; null: none
 */
export function workPutOff(
  told: readonly PutOff[],
  records: readonly UsageRecord[],
  from: string,
  ends: string,
  startedBy: (deferral: Deferral) => string | null,
): readonly DeferredWork[] {
  const cellOf = (each: Pick<Deferral, 'repository' | 'work_item' | 'agent' | 'phase'>): string =>
    JSON.stringify([each.repository, each.work_item, each.agent, each.phase]);
  const latest = new Map<string, PutOff>();
  for (const each of [...told].sort((a, b) => byCodeUnit(a.deferral.id, b.deferral.id))) {
    const known = latest.get(cellOf(each.deferral));
    if (known === undefined || each.deferral.at > known.deferral.at) latest.set(cellOf(each.deferral), each);
  }
  const ran = new Map<string, string>();
  for (const record of latest.size === 0 ? [] : records) {
    const cell = cellOf(record);
    const put = latest.get(cell);
    if (put === undefined || record.at < put.deferral.at) continue;
    const known = ran.get(cell);
    if (known === undefined || record.at < known) ran.set(cell, record.at);
  }
  return [...latest]
    .map(([cell, { deferral, standing, since }]): DeferredWork => {
      const done = ran.get(cell);
      const { agent, phase, work_item, tier, critical, reason, at, not_before, escalation = null } = deferral;
      const state =
        done !== undefined ? 'ran' : standing === 'open' || standing === 'claimed' ? 'waiting' : standing;
      return {
        agent,
        phase,
        work_item,
        tier,
        critical: critical === true,
        reason,
        at,
        not_before,
        state,
        starts: startedBy(deferral),
        next: not_before > at ? not_before : ends,
        since: done ?? since,
        escalation,
      };
    })
    .filter(({ at, state }) => at >= from || state === 'waiting')
    .sort((a, b) => byCodeUnit(a.at, b.at) || byCodeUnit(a.agent, b.agent) || byCodeUnit(a.phase, b.phase));
}

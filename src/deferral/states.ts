import { grouped } from '../grouped.ts';
import { later } from '../time/instant.ts';
import type { Deferral, DrainEvent } from '../usage/records/deferral.ts';

/** A drain starts what it claimed within this time, in seconds, or gives the claim up. */
export const LEASE = 5 * 60;

/**
 * A claim that is older than this, in seconds, and not confirmed, may be taken over. The time between it and the lease
 * is for a request on its way and for clocks that differ.
 */
const TAKEOVER = 15 * 60;

/** Where a deferral stands. */
export type Standing =
  | { readonly kind: 'open' }
  /** Somebody may be starting it: this is the latest claim that was not given up. */
  | { readonly kind: 'claimed'; readonly claim: DrainEvent; readonly first: string }
  /** `since`: it was started no earlier. A run whose start was not answered is told of only when it is found. */
  | { readonly kind: 'started'; readonly step: DrainEvent; readonly since: string }
  | { readonly kind: 'dropped'; readonly step: DrainEvent };

/** Where each deferral stands, by its id. One that is not there is open. */
export type Standings = ReadonlyMap<string, Standing>;

const OPEN: Standing = { kind: 'open' };

/** Where one deferral stands. */
export function standingOf(standings: Standings, deferral: Pick<Deferral, 'id'>): Standing {
  return standings.get(deferral.id) ?? OPEN;
}

/**
 * What drains have made of the deferrals. The order of the steps does not matter, since the ledger has none: what is
 * started or dropped stays so, and a claim stands until the drain that made it says that it gave it up.
 */
export function standingsOf(steps: readonly DrainEvent[]): Standings {
  const byDeferral = grouped(steps, ({ deferral }) => deferral);
  return new Map([...byDeferral].map(([id, own]) => [id, standing(own)]));
}

function standing(steps: readonly DrainEvent[]): Standing {
  const released = steps.filter(({ event }) => event === 'released');
  const claims = steps.filter(
    (step) => step.event === 'claimed' && !released.some((other) => isSameDrain(step, other)),
  );
  const first = earliest(claims);
  const started = earliest(steps.filter(({ event }) => event === 'started'));
  if (started !== null) return { kind: 'started', step: started, since: first?.at ?? started.at };
  const dropped = earliest(steps.filter(({ event }) => event === 'dropped'));
  if (dropped !== null) return { kind: 'dropped', step: dropped };
  const claim = claims.reduce<DrainEvent | null>(
    (latest, each) => (latest === null || compare(each, latest) > 0 ? each : latest),
    null,
  );
  return claim === null || first === null ? OPEN : { kind: 'claimed', claim, first: first.at };
}

/** A drain claims a deferral at most once, so that what it gives up is that claim. */
function isSameDrain(a: Pick<DrainEvent, 'drain'>, b: Pick<DrainEvent, 'drain'>): boolean {
  return (
    a.drain.run === b.drain.run && a.drain.attempt === b.drain.attempt && a.drain.nonce === b.drain.nonce
  );
}

function earliest(steps: readonly DrainEvent[]): DrainEvent | null {
  return steps.reduce<DrainEvent | null>(
    (first, each) => (first === null || compare(each, first) < 0 ? each : first),
    null,
  );
}

function compare(a: DrainEvent, b: DrainEvent): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Whether a claim is so old that whoever made it can no longer start anything. */
export function isLapsed(claim: DrainEvent, now: string): boolean {
  return later(claim.at, TAKEOVER) <= now;
}

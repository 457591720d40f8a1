import {
  claimToken,
  type Deferral,
  type DrainEvent,
  type DrainEventName,
  drainEventId,
} from '../usage/records/deferral.ts';
import { type Standing, standingOf, standingsOf } from './states.ts';

/** Which drain it is. */
export type Drain = DrainEvent['drain'];

/** A step of a drain, ready for the ledger. */
export function stepOf(
  deferral: Pick<Deferral, 'id' | 'repository'>,
  event: DrainEventName,
  drain: Drain,
  at: string,
  said: { readonly run_id?: string | null; readonly note?: string | null } = {},
): DrainEvent {
  const key = { repository: deferral.repository, deferral: deferral.id, event, drain, at };
  return {
    schema: 'haiku-first/drain@1',
    id: drainEventId(key),
    ...key,
    claim: event === 'dropped' ? null : claimToken(deferral.id),
    run_id: said.run_id ?? null,
    note: said.note?.slice(0, 300) ?? null,
  };
}

/** A claim or a drop that holds only if nobody else has a hand on the deferral. */
export interface Wish {
  readonly step: DrainEvent;
  /** The lapsed claim that it takes over; null: the deferral must be open. */
  readonly after: string | null;
}

interface Granted {
  readonly steps: readonly DrainEvent[];
  /** The deferrals of the wishes that are granted. */
  readonly granted: ReadonlySet<string>;
}

/**
 * Which wishes the steps in a ledger leave room for. To be asked anew for every state of the ledger that a write
 * meets: it knows its own steps again, where they have arrived already.
 */
export function grant(steps: readonly DrainEvent[], wishes: readonly Wish[]): Granted {
  const wanted = new Set(wishes.map(({ step }) => step.deferral));
  const standings = standingsOf(steps.filter(({ deferral }) => wanted.has(deferral)));
  const allowed = wishes.filter((wish) => isFree(standingOf(standings, { id: wish.step.deferral }), wish));
  return {
    steps: allowed.map(({ step }) => step),
    granted: new Set(allowed.map(({ step }) => step.deferral)),
  };
}

function isFree(standing: Standing, { step, after }: Wish): boolean {
  switch (standing.kind) {
    case 'open':
      return after === null;
    case 'claimed':
      return standing.claim.id === step.id || standing.claim.id === after;
    case 'dropped':
      return standing.step.id === step.id;
    case 'started':
      return false;
  }
}

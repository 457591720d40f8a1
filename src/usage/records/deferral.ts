import { createHash } from 'node:crypto';
import type { StoredDeferral } from '../../generated/deferral.ts';
import type { StoredDrainEvent } from '../../generated/drain.ts';
import { canonicalJson, type Filled } from './record.ts';

/**
 * One deferred run of an agent, as the ledger keeps it: see schema/deferral.schema.json. It names no command
 * and no workflow: what starts it again stands in the allocation alone.
 */
export type Deferral = Filled<StoredDeferral, 'id'>;

/** One step of a drain with one deferral, as the ledger keeps it: see schema/drain.schema.json. */
export type DrainEvent = Filled<StoredDrainEvent, 'id'>;
export type DrainEventName = DrainEvent['event'];

/** What makes a deferral the deferral that it is: one job puts one cell off once. */
type DeferralKey = Pick<Deferral, 'repository' | 'run' | 'agent' | 'phase' | 'work_item' | 'head'>;

/** SHA-256, in hexadecimal, over the natural key. */
export function deferralId({ repository, run, agent, phase, work_item, head }: DeferralKey): string {
  return hash([repository, run.id, run.attempt, run.job, agent, phase, work_item, head]);
}

/** SHA-256, in hexadecimal, over what happened, when, and in which drain. */
export function drainEventId({
  repository,
  deferral,
  event,
  drain,
  at,
}: Pick<DrainEvent, 'repository' | 'deferral' | 'event' | 'drain' | 'at'>): string {
  return hash([repository, deferral, event, drain.run, drain.attempt, drain.nonce, at]);
}

function hash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * The token that a workflow started for this deferral carries in its name. It depends on the deferral alone, so that
 * whoever takes a claim over looks for, and starts, a run of the same name.
 */
export function claimToken(deferral: string): string {
  return `hf-${deferral.slice(0, 32)}`;
}

/** The line of the ledger: its keys sorted. */
export function deferralLine(deferral: Deferral | DrainEvent): string {
  return canonicalJson(deferral);
}

import { createHash } from 'node:crypto';
import { canonicalJson, type TaskFact } from './record.ts';

/**
 * One run of an agent that was put off, as the ledger keeps it: see schema/deferral.schema.json. It names no command
 * and no workflow: what starts it again stands in the allocation alone.
 */
export interface Deferral {
  readonly schema: 'haiku-first/deferral@1';
  readonly id: string;
  /** UTC, whole seconds: `2026-11-23T03:10:41Z`. */
  readonly at: string;
  readonly repository: string;
  /** The run that was put off. */
  readonly run: { readonly id: string; readonly attempt: number; readonly job: string };
  readonly work_item: string | null;
  /** The commit that the work is about: 40 hexadecimal digits. */
  readonly head: string | null;
  readonly agent: string;
  readonly phase: string;
  /** The tier that it waits for. */
  readonly tier: string;
  /** 0 to 100; the highest goes first. */
  readonly priority: number;
  readonly critical: boolean;
  readonly reason: string;
  /** Not to be started before this time. */
  readonly not_before: string;
  readonly task: Readonly<Record<string, TaskFact>>;
}

export const DRAIN_EVENTS = ['claimed', 'started', 'released', 'dropped'] as const;
export type DrainEventName = (typeof DRAIN_EVENTS)[number];

/** One step of a drain with one deferral, as the ledger keeps it: see schema/drain.schema.json. */
export interface DrainEvent {
  readonly schema: 'haiku-first/drain@1';
  readonly id: string;
  /** UTC, whole seconds. */
  readonly at: string;
  readonly repository: string;
  /** The deferral's id. */
  readonly deferral: string;
  /** `released`: the claim was given up, and nothing was started. */
  readonly event: DrainEventName;
  /** The run that drained; the nonce tells two drains of one run apart. */
  readonly drain: { readonly run: string; readonly attempt: number; readonly nonce: string };
  /** The token by which a started run is found again. */
  readonly claim: string | null;
  /** The run that was started, where it is known. */
  readonly run_id: string | null;
  readonly note: string | null;
}

/** What makes a deferral the deferral that it is: one job puts one cell off once. */
export type DeferralKey = Pick<Deferral, 'repository' | 'run' | 'agent' | 'phase' | 'work_item' | 'head'>;

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

export const CLAIM_TOKEN = /^hf-[0-9a-f]{32}$/;

/** The line of the ledger: its keys sorted. */
export function deferralLine(deferral: Deferral | DrainEvent): string {
  return canonicalJson(deferral);
}

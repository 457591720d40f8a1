import { UserError } from '../errors.ts';
import { later } from '../time/instant.ts';
import type { DrainEvent } from '../usage/records/deferral.ts';
import { type Drain, stepOf } from './claims.ts';
import type { Ports, Tick } from './ports.ts';
import type { ToldDeferral } from './sift.ts';
import type { Start } from './start.ts';
import { LEASE } from './states.ts';
import type { DeferredWork } from './work.ts';

/** Work that is to be started now, and how. */
export interface Candidate {
  readonly work: DeferredWork;
  readonly start: Start;
}

/** A run that was started. */
export interface StartedWork extends Candidate {
  /** Its number; null where it is not known. */
  readonly run: string | null;
}

/** What came of the claims of one batch. */
interface Dispatched {
  /** To be told to the ledger: what was started, and which claims were given up. */
  readonly steps: readonly DrainEvent[];
  readonly started: readonly StartedWork[];
  /** Nobody can say yet whether they were started: their claims stay, and a later drain looks for the runs. */
  readonly unconfirmed: readonly ToldDeferral[];
  /** GitHub would not start them: somebody has to fix something. */
  readonly refused: readonly ToldDeferral[];
  /** Given up for now. */
  readonly released: readonly ToldDeferral[];
}

/** Waits, in milliseconds, before a run whose start was not answered is looked for. */
const LOOKS = [2_000, 5_000, 10_000];
/** So many refusals of one workflow, and it is not asked for again. */
const MOST_REFUSALS = 3;
/** So many requests in a row without an answer, and no more are sent. */
const MOST_SILENCES = 3;

/** Starts what was claimed, over all batches of one drain. */
export class Dispatching {
  readonly #ports: Ports;
  readonly #drain: Drain;
  readonly #refusals = new Map<string, number>();
  #silences = 0;
  /** Why nothing more may be started in this drain; null: it may. */
  stopped: string | null = null;

  constructor(ports: Ports, drain: Drain) {
    this.#ports = ports;
    this.#drain = drain;
  }

  /**
   * Starts the candidates, whose claims were made at `claimed` and are in the ledger. None is asked for twice, and
   * none after the lease: then somebody else may have taken it over.
   */
  async startAll(candidates: readonly Candidate[], claimed: Tick): Promise<Dispatched> {
    const steps: DrainEvent[] = [];
    const started: StartedWork[] = [];
    const refused: ToldDeferral[] = [];
    const released: ToldDeferral[] = [];
    const unsure: (Candidate & { readonly why: string | null })[] = [];
    const giveUp = (candidate: Candidate, why: string): ToldDeferral => {
      const { deferral } = candidate.work;
      steps.push(stepOf(deferral, 'released', this.#drain, this.#ports.clock().at, { note: why }));
      return { deferral, why };
    };
    for (const candidate of candidates) {
      const hindrance = this.#hindrance(candidate, claimed);
      if (hindrance !== null) {
        released.push(giveUp(candidate, hindrance));
        continue;
      }
      const answer = await this.#ports.dispatch(candidate.start);
      this.#silences = answer.kind === 'unknown' ? this.#silences + 1 : 0;
      if (this.#silences >= MOST_SILENCES) this.stopped ??= 'GitHub does not answer';
      if (answer.kind === 'limited') {
        released.push(giveUp(candidate, answer.why));
        this.stopped ??= answer.why;
      } else if (answer.kind === 'refused') {
        refused.push(giveUp(candidate, answer.why));
        this.#count(candidate, answer.why, answer.everything);
      } else if (answer.kind === 'started' && answer.run !== null)
        started.push({ ...candidate, run: answer.run });
      else unsure.push({ ...candidate, why: answer.kind === 'unknown' ? answer.why : null });
    }
    const found = unsure.length === 0 ? new Map<string, string>() : await this.#look(unsure, claimed);
    const unconfirmed: ToldDeferral[] = [];
    for (const { work, start, why } of unsure) {
      const run = found.get(start.claim) ?? null;
      if (run === null && why !== null) unconfirmed.push({ deferral: work.deferral, why });
      else started.push({ work, start, run });
    }
    const { at } = this.#ports.clock();
    for (const { work, run } of started)
      steps.push(stepOf(work.deferral, 'started', this.#drain, at, { run_id: run }));
    return { steps, started, unconfirmed, refused, released };
  }

  #hindrance({ start }: Candidate, claimed: Tick): string | null {
    if (this.stopped !== null) return this.stopped;
    const { at, elapsed } = this.#ports.clock();
    if (elapsed - claimed.elapsed > LEASE * 1000 || at > later(claimed.at, LEASE) || at < claimed.at)
      return 'there was no time left to start it under this claim';
    if ((this.#refusals.get(start.workflow) ?? 0) >= MOST_REFUSALS)
      return `${start.workflow} could not be started`;
    return null;
  }

  #count({ start }: Candidate, why: string, everything: boolean): void {
    if (everything) this.stopped ??= why;
    this.#refusals.set(start.workflow, (this.#refusals.get(start.workflow) ?? 0) + 1);
  }

  /** Looks for runs, a few times. That it cannot look is no failure: the claims stay, and a later drain looks. */
  async #look(
    unsure: readonly (Candidate & { readonly why: string | null })[],
    claimed: Tick,
  ): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const wait of LOOKS) {
      const missing = unsure.filter(({ start }) => !found.has(start.claim));
      if (missing.length === 0) break;
      await this.#ports.sleep(wait);
      try {
        const sought = missing.map(({ start }) => ({ claim: start.claim, since: claimed.at }));
        for (const [claim, run] of await this.#ports.find(sought)) found.set(claim, run);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        this.stopped ??= 'GitHub does not answer';
      }
    }
    return found;
  }
}

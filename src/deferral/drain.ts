import type { Deferred } from '../allocation/deferred.ts';
import { UserError } from '../errors.ts';
import type { InFlight } from '../policy/budget/budget.ts';
import type { Deferral, DrainEvent } from '../usage/records/deferral.ts';
import { claimToken } from '../usage/records/deferral.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import { decisionFor, type ForecastWorld } from './choose.ts';
import { type Drain, grant, stepOf, type Wish } from './claims.ts';
import { type Candidate, Dispatching, type StartedWork } from './dispatching.ts';
import { startedInFlight, startedRuns } from './in-flight.ts';
import type { Lines, Ports, Tick } from './ports.ts';
import { type Fate, inTurn, type Sifted, sift, type ToldDeferral } from './sift.ts';
import { startOf, withoutSecrets } from './start.ts';
import { isLapsed, type Standings, standingOf, standingsOf } from './states.ts';
import type { DeferredWork } from './work.ts';

/** What a drain is told once. */
export interface Setup {
  readonly drain: Drain;
  /** `owner/name`. */
  readonly repository: string;
  /** How many claims go into the ledger together. */
  readonly batch: number;
  /** Show what would be done, and do nothing. */
  readonly dryRun: boolean;
  readonly deferred: Deferred | null;
  readonly maxDays: number;
  /** Takes the secrets out of what is to stand at GitHub; left out: nobody knows of any. */
  readonly mask?: (text: string) => string;
  /** The world, with the budget as these records leave it, and these runs and all others in flight but the `known`. */
  readonly worldOf: (
    records: readonly UsageRecord[],
    inFlight: readonly InFlight[],
    known: ReadonlySet<string>,
  ) => Promise<ForecastWorld>;
}

/** The result of a drain. */
export interface Drained {
  /** With `dryRun`: what would be started. */
  readonly started: readonly StartedWork[];
  readonly waiting: readonly ToldDeferral[];
  readonly dropped: readonly ToldDeferral[];
  readonly unconfirmed: readonly ToldDeferral[];
  readonly refused: readonly ToldDeferral[];
  readonly ignored: readonly ToldDeferral[];
  readonly tooOld: readonly ToldDeferral[];
  /** Claims of earlier drains whose runs were found, by deferral. */
  readonly confirmed: readonly { readonly deferral: Deferral; readonly run: string }[];
  readonly pushes: number;
  /** Why it ended before it was done; null: it was done. */
  readonly stopped: string | null;
}

/**
 * Starts deferred work, each exactly once: a claim is in the ledger before anything is started, and nobody else
 * claims what is claimed; what was started is told to the ledger afterwards. Of a claim that was never confirmed the
 * run is looked for, and only when there is none it is claimed anew. See "Deferred work" in docs/allocation.md.
 */
export async function drain(setup: Setup, ports: Ports): Promise<Drained> {
  const { result: lines } = await ports.transact((found) => ({ steps: [], result: found }));
  const found = await findLapsed(setup, lines, ports);
  const standings = standingsOf([...lines.steps, ...found.steps]);
  const { at: now } = ports.clock();
  const { repository, maxDays } = setup;
  const { records } = lines;
  const flying = startedInFlight(lines.deferrals, standings, records, now);
  const world = await setup.worldOf(records, flying, startedRuns(lines.steps));
  const { allocation } = world;
  const fates = await ports.fates(inTurn(lines.deferrals, { standings, now, repository, allocation }));
  const fateOf = (deferral: Deferral): Fate => found.unseen.get(deferral.id) ?? fates(deferral);
  const sifted = sift(lines.deferrals, { standings, now, maxDays, fateOf, repository, allocation });
  return new Draining(setup, ports, { standings, sifted, world }).run(found);
}

interface Found {
  /** To be told to the ledger: the runs of earlier claims. */
  readonly steps: readonly DrainEvent[];
  readonly confirmed: Drained['confirmed'];
  /** Claims that nobody could look for, by deferral. */
  readonly unseen: ReadonlyMap<string, Fate>;
}

/** Looks for the runs of claims that were never confirmed. */
async function findLapsed({ drain: own }: Setup, lines: Lines, ports: Ports): Promise<Found> {
  const { at } = ports.clock();
  const standings = standingsOf(lines.steps);
  const lapsed = lines.deferrals.flatMap((deferral) => {
    const standing = standingOf(standings, deferral);
    return standing.kind === 'claimed' && isLapsed(standing.claim, at)
      ? [{ deferral, sought: { claim: claimToken(deferral.id), since: standing.first } }]
      : [];
  });
  if (lapsed.length === 0) return { steps: [], confirmed: [], unseen: new Map() };
  try {
    const runs = await ports.find(lapsed.map(({ sought }) => sought));
    const confirmed = lapsed.flatMap(({ deferral, sought }) => {
      const run = runs.get(sought.claim);
      return run === undefined ? [] : [{ deferral, run }];
    });
    const steps = confirmed.map(({ deferral, run }) =>
      stepOf(deferral, 'started', own, at, { run_id: run, note: 'found again by its claim' }),
    );
    return { steps, confirmed, unseen: new Map() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const fate: Fate = { kind: 'not-known', why: `its run could not be searched for: ${error.message}` };
    return { steps: [], confirmed: [], unseen: new Map(lapsed.map(({ deferral }) => [deferral.id, fate])) };
  }
}

class Draining {
  readonly #setup: Setup;
  readonly #ports: Ports;
  readonly #standings: Standings;
  readonly #world: ForecastWorld;
  readonly #sifted: Sifted;
  readonly #queue: DeferredWork[];
  readonly #dispatching: Dispatching;
  readonly #started: StartedWork[] = [];
  readonly #waiting: ToldDeferral[];
  readonly #dropped: ToldDeferral[] = [];
  readonly #unconfirmed: ToldDeferral[] = [];
  readonly #refused: ToldDeferral[] = [];
  #pushes = 0;
  #stopped: string | null = null;

  constructor(
    setup: Setup,
    ports: Ports,
    seen: { readonly standings: Standings; readonly sifted: Sifted; readonly world: ForecastWorld },
  ) {
    this.#setup = setup;
    this.#ports = ports;
    this.#standings = seen.standings;
    this.#world = seen.world;
    this.#sifted = seen.sifted;
    this.#queue = [...seen.sifted.due];
    this.#waiting = [...seen.sifted.waiting];
    this.#dispatching = new Dispatching(ports, setup.drain);
  }

  async run(found: Found): Promise<Drained> {
    if (this.#setup.dryRun) this.#rehearse();
    else await this.#work(found.steps);
    return {
      started: this.#started,
      waiting: this.#waiting,
      dropped: this.#dropped,
      unconfirmed: this.#unconfirmed,
      refused: this.#refused,
      ignored: this.#sifted.ignored,
      tooOld: this.#sifted.tooOld,
      confirmed: found.confirmed,
      pushes: this.#pushes,
      stopped: this.#stopped ?? this.#dispatching.stopped,
    };
  }

  #rehearse(): void {
    this.#dropped.push(...this.#sifted.over);
    for (const candidate of this.#next(Number.POSITIVE_INFINITY))
      this.#started.push({ ...candidate, run: null });
  }

  /** Batch by batch; what one batch has come to goes into the ledger together with the claims of the next. */
  async #work(steps: readonly DrainEvent[]): Promise<void> {
    let outbox = steps;
    let over = this.#sifted.over;
    for (;;) {
      const batch = this.#dispatching.stopped === null ? this.#next(this.#setup.batch) : [];
      if (batch.length === 0 && outbox.length === 0 && over.length === 0) break;
      const claimed = this.#ports.clock();
      const granted = await this.#write(outbox, over, batch, claimed);
      if (granted === null) return;
      this.#dropped.push(...over.filter(({ deferral }) => granted.has(deferral.id)));
      over = [];
      const [mine, others] = parted(batch, ({ work }) => granted.has(work.deferral.id));
      for (const { work } of others) this.#wait(work, 'another drain is starting it');
      const done = await this.#dispatching.startAll(mine, claimed);
      this.#started.push(...done.started);
      this.#unconfirmed.push(...done.unconfirmed);
      this.#refused.push(...done.refused);
      this.#waiting.push(...done.released);
      outbox = done.steps;
    }
    const why = this.#dispatching.stopped;
    if (why !== null) for (const work of this.#queue.splice(0)) this.#wait(work, why);
  }

  /** The deferrals that are ours now; null when the ledger could not be written. */
  async #write(
    outbox: readonly DrainEvent[],
    over: readonly ToldDeferral[],
    batch: readonly Candidate[],
    { at }: Tick,
  ): Promise<ReadonlySet<string> | null> {
    const wishes = [
      ...over.map(({ deferral, why }) => this.#wish(deferral, 'dropped', at, why)),
      ...batch.map(({ work }) => this.#wish(work.deferral, 'claimed', at, null)),
    ];
    try {
      const { result, pushes } = await this.#ports.transact((lines) => {
        const { steps, granted } = grant(lines.steps, wishes);
        return { steps: [...outbox, ...steps], result: granted };
      });
      this.#pushes += pushes;
      return result;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#stopped = error.message;
      for (const { work } of batch) this.#wait(work, 'its claim could not be written');
      for (const work of this.#queue.splice(0)) this.#wait(work, 'the ledger could not be written');
      return null;
    }
  }

  #wish(deferral: Deferral, event: 'claimed' | 'dropped', at: string, note: string | null): Wish {
    const standing = standingOf(this.#standings, deferral);
    const after = standing.kind === 'claimed' ? standing.claim.id : null;
    return { step: stepOf(deferral, event, this.#setup.drain, at, { note }), after };
  }

  /** Up to `most` of the queue that may run now; the rest of what is looked at must wait. */
  #next(most: number): readonly Candidate[] {
    const batch: Candidate[] = [];
    while (batch.length < most) {
      const work = this.#queue.shift();
      if (work === undefined) break;
      const decision = decisionFor(work, this.#world);
      const { deferred, mask } = this.#setup;
      const startable = withoutSecrets(startOf(work, deferred), mask ?? ((text) => text));
      if (!startable.ok) this.#wait(work, startable.why);
      else if (decision.decision !== 'run')
        this.#wait(work, decision.trace.at(-1)?.text ?? `zone ${decision.zone}`);
      else {
        batch.push({ work, start: startable.start });
        const { agent, phase } = work;
        this.#world.meter?.start({ agent: agent.name, phase, tier: decision.tier });
      }
    }
    return batch;
  }

  #wait({ deferral }: DeferredWork, why: string): void {
    this.#waiting.push({ deferral, why });
  }
}

function parted<T>(items: readonly T[], is: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(is), items.filter((item) => !is(item))];
}

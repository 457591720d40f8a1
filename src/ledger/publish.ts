import { InternalError } from '../errors.ts';
import { backoff, type Pace } from '../pace/index.ts';
import type { FileChange } from './change.ts';
import { applyChanges, foldersOf, wholeFolders } from './change.ts';
import { countsAfter, countsOf, withCounts } from './counts.ts';
import type { Depot } from './depot.ts';
import { DepotError } from './depot.ts';
import type { Committer, LedgerObjects, ObjectId } from './objects.ts';
import { objectId } from './objects.ts';
import type { GitFailure } from './refusal.ts';
import { unlessStale } from './stale-lock.ts';

/** How long to go on. */
export interface LedgerPatience {
  readonly tries: number;
  /** Of the whole write, waits included. */
  readonly totalMs: number;
  /** Of the first wait, at most; null: what suits the place of the ledger (0.2 s on this machine, 1 s elsewhere). */
  readonly baseMs: number | null;
  /** Of one wait, at most. */
  readonly capMs: number;
  /** How often a server that cannot be reached is asked. */
  readonly unreachableTries: number;
}

/** 64 writers at once need up to about 15 tries each; the time bound is what a job's last step can afford. */
export const LEDGER_PATIENCE: LedgerPatience = {
  tries: 60,
  totalMs: 300_000,
  baseMs: null,
  capMs: 30_000,
  unreachableTries: 3,
};

/** What a write is to do, decided anew for every head that it meets; null: nothing is left to do. */
type Plan = (head: ObjectId | null) => Promise<{
  readonly changes: readonly FileChange[];
  /** Contents of the blobs that `changes` put in. */
  readonly contents: readonly Uint8Array[];
  readonly message: string;
} | null>;

interface Published {
  /** The commit that holds the change; null when there is no branch and nothing to do. */
  readonly commit: ObjectId | null;
  /** Whether this call made a commit (as opposed to finding its work done). */
  readonly changed: boolean;
  /** How many times the branch was tried to be moved. */
  readonly pushes: number;
}

/** The blobs that a write has made, by where they are: a clone that is made anew has none of them. */
type Written = WeakMap<LedgerObjects, Set<ObjectId>>;

/**
 * Does work that only reads again when the network or the server failed: a server that nobody hears of a few times, one
 * that is there as long as there is time. Throws what the last try threw.
 * @param start when the time began, as `pace.monotonic` has it
 */
export async function again<T>(
  work: () => Promise<T>,
  base: number,
  pace: Pace,
  patience: LedgerPatience,
  start = pace.monotonic(),
): Promise<T> {
  let unreachable = 0;
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DepotError)) throw error;
      const { kind } = error.failure;
      unreachable = kind === 'unreachable' ? unreachable + 1 : 0;
      const isPassing = kind === 'disturbed' || kind === 'unreachable';
      if (!isPassing || unreachable >= patience.unreachableTries || tries >= patience.tries) throw error;
      const bounds = { first: patience.baseMs ?? base, longest: patience.capMs };
      const wait = backoff(tries - 1, bounds, pace.random);
      if (pace.monotonic() - start + wait > patience.totalMs) throw error;
      await pace.sleep(wait);
    }
  }
}

/**
 * Brings a plan onto the branch by compare-and-swap: read the head, build on it, move the branch; after a lost race
 * again from the start. Safe to be killed anywhere: until the branch moves nothing is visible, and file names come
 * from contents, so that doing it again finds it done. Throws `DepotError` when it gives up.
 */
export async function publishChange(
  depot: Depot,
  plan: Plan,
  identity: Committer,
  pace: Pace,
  patience: LedgerPatience = LEDGER_PATIENCE,
): Promise<Published> {
  const start = pace.monotonic();
  const written: Written = new WeakMap();
  let pushes = 0;
  let losses = 0;
  let unreachable = 0;
  /** A push whose answer was lost may have arrived all the same. */
  let unsure = false;
  for (;;) {
    let failure: GitFailure;
    const begun = pace.monotonic();
    let slept = 0;
    const counting: Pace = {
      ...pace,
      sleep: (wait) => {
        slept += wait;
        return pace.sleep(wait);
      },
    };
    const persist = <T>(reading: () => Promise<T>): Promise<T> =>
      again(reading, depot.baseDelay, counting, patience, start);
    try {
      const head = await persist(() => depot.head());
      const work = await persist(() => plan(head));
      if (work === null) return { commit: head, changed: unsure, pushes };
      const commit = await build(depot, head, work, identity, pace, written);
      pushes += 1;
      const failed = await depot.publish(commit, head);
      if (failed === null) return { commit, changed: true, pushes };
      failure = failed;
      // The transport sends a push again whose connection broke: then the second is told of the first.
      const metItself = failed.why.includes(`is at ${commit} but expected`);
      unsure ||= failed.kind === 'unreachable' || failed.kind === 'disturbed' || metItself;
    } catch (error) {
      // What only reads was tried again already.
      if (!(error instanceof DepotError) || error.failure.kind !== 'raced') throw error;
      failure = error.failure;
    }
    failure = await unlessStale(failure);
    if (failure.kind === 'refused') throw new DepotError(failure);
    unreachable = failure.kind === 'unreachable' ? unreachable + 1 : 0;
    losses += 1;
    // A try that took long met a crowd, or a slow server: the next wait is measured by it.
    const first = Math.max(patience.baseMs ?? depot.baseDelay, pace.monotonic() - begun - slept);
    const wait = backoff(losses - 1, { first, longest: patience.capMs }, pace.random);
    const elapsed = pace.monotonic() - start;
    if (unreachable >= patience.unreachableTries) throw new DepotError(failure);
    if (losses >= patience.tries || elapsed + wait > patience.totalMs) {
      const why = `gave up after ${losses} tries in ${Math.round(elapsed / 1000)} s: ${failure.why}`;
      throw new DepotError({
        ...failure,
        why,
        fix: failure.fix ?? 'Many jobs write at once; try again later.',
      });
    }
    await pace.sleep(wait);
  }
}

async function build(
  depot: Depot,
  head: ObjectId | null,
  work: NonNullable<Awaited<ReturnType<Plan>>>,
  identity: Committer,
  pace: Pace,
  written: Written,
): Promise<ObjectId> {
  const { objects } = depot;
  const here = written.get(objects) ?? new Set();
  written.set(objects, here);
  const folders = foldersOf(work.changes.map((change) => change.path));
  const trees = head === null ? new Map<string, null>() : wholeFolders(await objects.trees(head, folders));
  for (const content of work.contents) {
    const oid = objectId(objects.format, 'blob', content);
    if (here.has(oid)) continue;
    await objects.writeBlob(content);
    here.add(oid);
  }
  if (work.changes.length === 0) throw new InternalError('a write that changes nothing');
  const edited = applyChanges(objects.format, trees, work.changes);
  await objects.writeTrees(edited.trees);
  const before = countsOf(head === null ? '' : await objects.message(head));
  const message = withCounts(work.message, countsAfter(before, trees, work.changes));
  return objects.writeCommit({ tree: edited.root, parent: head, message, identity, at: pace.now() });
}

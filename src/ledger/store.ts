import { tmpdir } from 'node:os';
import { type Problem, UserError } from '../errors.ts';
import type { Env, Git } from '../git/local/index.ts';
import { createGit, requireGit } from '../git/local/index.ts';
import type { Pace } from '../pace/index.ts';
import type { IsoDate, IsoWeek } from '../time/week.ts';
import type { Appended, Writer } from './append.ts';
import { append, NOTHING_WRITTEN } from './append.ts';
import { type ChartFile, putCharts } from './charts.ts';
import type { Compaction } from './compact.ts';
import { compact } from './compact.ts';
import type { Token } from './credentials.ts';
import { credentialsFor } from './credentials.ts';
import type { Depot } from './depot.ts';
import { bareDepot, DepotError, embeddedDepot, remoteDepot } from './depot.ts';
import type { LedgerEntry, LineReader } from './entry.ts';
import type { BatchSource } from './layout.ts';
import { dayOfEntry } from './layout.ts';
import { merge } from './merge.ts';
import type { Committer, ObjectId } from './objects.ts';
import { findPlace } from './place.ts';
import type { LedgerPatience } from './publish.ts';
import { again, LEDGER_PATIENCE } from './publish.ts';
import type { FileReading, Hurry, LedgerContents, Listing } from './read.ts';
import { listAll, listDays, read } from './read.ts';
import { type Sink, type Streamed, stream } from './stream.ts';
import type { Decided, Transacted } from './transact.ts';
import { transact } from './transact.ts';
import { linesOf, validated } from './transfer.ts';
import type { Verification } from './verify.ts';
import { verify } from './verify.ts';
import type { Span } from './weeks.ts';
import { daysOf, weekSpan } from './weeks.ts';

/** The branch that holds the ledger, where nobody names another. */
export const LEDGER_BRANCH = 'haiku-first-ledger';

/** `.invalid` is reserved (RFC 2606): commits of the ledger are never taken for a person's. */
const DEFAULT_IDENTITY: Committer = { name: 'haiku-first', email: 'ledger@haiku-first.invalid' };

export interface LedgerOptions<E extends LedgerEntry> {
  /** `none`, a repository's path, an address, the name of a remote; null: `origin`, else the repository at `cwd`. */
  readonly location: string | null;
  readonly cwd: string;
  readonly env: Env;
  readonly branch?: string;
  /** Who the ledger's commits are by. */
  readonly identity?: Committer;
  /** Sent to its own server only. */
  readonly token?: Token | null;
  /** Where records are kept while they are not in the ledger yet. */
  readonly unwrittenDir: string;
  /** Where the private clone is made and removed; default: the system's. */
  readonly temporaryDir?: string;
  readonly readLine: LineReader<E>;
  readonly hurry?: Hurry;
  readonly pace: Pace;
  readonly patience?: LedgerPatience;
}

/**
 * The ledger. Every method reads the branch as it is at that moment. All of them throw `UserError` when the
 * ledger cannot be read or written; a branch that does not exist is an empty ledger.
 */
export interface Ledger<E extends LedgerEntry> {
  /** For messages; holds no secret. */
  readonly description: string;
  append(entries: readonly LedgerEntry[], source: BatchSource): Promise<Appended>;
  /**
   * Writes what is decided on the ledger as it is, by compare-and-swap: see `transact`. The reading is of the same
   * range as that of `readRange`.
   */
  transact<R>(
    range: { readonly from: Date; readonly to: Date },
    decide: (reading: LedgerContents<E>) => Decided<R>,
    source: BatchSource,
  ): Promise<Transacted<R>>;
  readWeek(week: IsoWeek, timezone: string): Promise<LedgerContents<E>>;
  /** From an instant up to, but not including, another. */
  readRange(from: Date, to: Date): Promise<LedgerContents<E>>;
  readAll(): Promise<LedgerContents<E>>;
  /** What `readRange` reads, one by one, for a sink that keeps no more than it needs. */
  stream(from: Date, to: Date, sink: Sink<E>): Promise<Streamed>;
  verify(): Promise<Verification>;
  /** Months that ended before `before` become month files. */
  compact(options: { readonly before: IsoDate; readonly dryRun: boolean }): Promise<Compaction>;
  /** Puts pictures beside the records; null: there is no ledger. Gives the commit that holds them. */
  draw(charts: readonly ChartFile[]): Promise<string | null>;
  /** Validates every line, tells all problems at once with their lines in `file`, and writes none if one is bad. */
  importLines(lines: readonly string[], file: string | null): Promise<Appended>;
  /** Every line that was ever written, once, by instant and id; rivals of one id all included. */
  exportLines(): Promise<{ readonly lines: readonly string[]; readonly problems: readonly Problem[] }>;
  /** Removes the temporary clone, if there is one. */
  close(): Promise<void>;
}

/** Opens the ledger at `options.location`. Nothing is fetched yet. Throws `UserError` when there is no such place. */
export async function openLedger<E extends LedgerEntry>(options: LedgerOptions<E>): Promise<Ledger<E>> {
  const branch = options.branch ?? LEDGER_BRANCH;
  if (
    !/^[A-Za-z0-9_](?:[A-Za-z0-9_/-]|\.(?!\.))*$/.test(branch) ||
    /\/\/|\/\.|[./]$|\.lock(?:\/|$)/.test(branch)
  ) {
    throw new UserError(`${JSON.stringify(branch)} cannot be the name of the ledger branch.`);
  }
  if (options.location === 'none') return withoutDepot();
  const git = createGit(options.env);
  // Side by side: each start of git costs as much as reading a thousand records.
  const [version, depot] = await Promise.allSettled([requireGit(git), openDepot(git, branch, options)]);
  // A git that is too old fails in other ways, too: that it is too old goes first.
  if (version.status === 'rejected') throw version.reason;
  if (depot.status === 'rejected') throw depot.reason;
  return depot.value === null ? withoutDepot() : withDepot(depot.value, options);
}

async function openDepot<E extends LedgerEntry>(
  git: Git,
  branch: string,
  { location, cwd, token, temporaryDir = tmpdir() }: LedgerOptions<E>,
): Promise<Depot | null> {
  const place = await findPlace(git, location, cwd);
  switch (place.kind) {
    case 'none':
      return null;
    case 'embedded':
      return embeddedDepot(git, place.repository, branch);
    case 'bare':
      return bareDepot(git, place.repository, branch, temporaryDir);
    case 'remote': {
      const credentials = await credentialsFor(git, place.url, cwd, token ?? null);
      return remoteDepot(git, place.url, branch, credentials, temporaryDir);
    }
  }
}

/** The ledger of `--ledger none`: nothing was ever spent, and nothing is written. */
function withoutDepot<E extends LedgerEntry>(): Ledger<E> {
  const empty: LedgerContents<E> = {
    ...merge<E>([]),
    problems: [],
    commit: null,
    files: 0,
    fetched: 'in-place',
  };
  return {
    description: 'no ledger',
    append: () => Promise.resolve(NOTHING_WRITTEN),
    transact: (_range, decide) => Promise.resolve({ ...NOTHING_WRITTEN, result: decide(empty).result }),
    readWeek: () => Promise.resolve(empty),
    readRange: () => Promise.resolve(empty),
    readAll: () => Promise.resolve(empty),
    stream: () => Promise.resolve({ problems: [], commit: null }),
    verify: () =>
      Promise.resolve({ files: 0, entries: 0, duplicates: 0, conflicts: [], problems: [], commit: null }),
    compact: () => Promise.resolve({ months: [], commit: null, problems: [] }),
    draw: () => Promise.resolve(null),
    importLines: () => Promise.resolve(NOTHING_WRITTEN),
    exportLines: () => Promise.resolve({ lines: [], problems: [] }),
    close: () => Promise.resolve(),
  };
}

function withDepot<E extends LedgerEntry>(depot: Depot, options: LedgerOptions<E>): Ledger<E> {
  const { pace, readLine, hurry } = options;
  const patience = options.patience ?? LEDGER_PATIENCE;
  const identity = options.identity ?? DEFAULT_IDENTITY;
  const writer: Writer = { depot, identity, pace, patience, unwrittenDir: options.unwrittenDir };

  /** What transactions have read, so that the next one reads only what is new. */
  const known = new Map<ObjectId, FileReading<E>>();

  // One after the other: two fetches into one private clone would get in each other's way.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  /** Runs work on the depot, and says where it failed. */
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DepotError)) throw error;
      throw new UserError(
        `The ledger (${depot.description}) cannot be used: ${error.message}.`,
        error.failure.fix,
      );
    }
  };
  /** The same for reading, which does not mind being done again when the network has failed. */
  const reading = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(() => told(() => again(work, depot.baseDelay, pace, patience)));
  const span = (within: Span): Promise<LedgerContents<E>> =>
    reading(() => read(depot, readLine, (head) => listDays(depot, head, daysOf(within)), within, hurry));
  const all = (head: ObjectId): Promise<Listing> => listAll(depot, head);

  return {
    description: depot.description,
    append: (entries, source) => inTurn(() => append(writer, entries, source)),
    transact: ({ from, to }, decide, source) =>
      inTurn(() =>
        told(() =>
          transact(writer, readLine, { from: from.getTime(), to: to.getTime() }, known, decide, source),
        ),
      ),
    readWeek: async (week, timezone) => span(weekSpan(week, timezone)),
    readRange: (from, to) => span({ from: from.getTime(), to: to.getTime() }),
    readAll: () => reading(() => read(depot, readLine, all, null)),
    stream: (from, to, sink) => {
      const within = { from: from.getTime(), to: to.getTime() };
      const list = (head: ObjectId): Promise<Listing> => listDays(depot, head, daysOf(within));
      return reading(() => stream(depot, readLine, list, within, sink));
    },
    verify: () => reading(() => verify(depot, readLine)),
    compact: ({ before, dryRun }) => inTurn(() => told(() => compact(writer, before, dryRun))),
    draw: (charts) => inTurn(() => told(() => putCharts(writer, charts))),
    async importLines(lines, file) {
      const entries = validated(lines, file, readLine);
      if (entries.length === 0) return NOTHING_WRITTEN;
      const days = [...new Set(entries.map(dayOfEntry))];
      const there = await reading(() => read(depot, readLine, (head) => listDays(depot, head, days), null));
      const known = new Set(linesOf(there));
      const fresh = entries.filter((entry) => !known.has(entry.line));
      const { commit } = there;
      const appended =
        fresh.length === 0
          ? { ...NOTHING_WRITTEN, commit }
          : await inTurn(() => append(writer, fresh, { run: 'import', attempt: 1 }));
      return { ...appended, duplicates: entries.length - appended.written };
    },
    async exportLines() {
      const { problems, ...rest } = await reading(() => read(depot, readLine, all, null));
      return { lines: linesOf(rest), problems };
    },
    close: () => inTurn(() => depot.close()),
  };
}

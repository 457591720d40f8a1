import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Problem } from '../errors.ts';
import { InternalError, UserError } from '../errors.ts';
import { FILE_MODE, FOLDER_MODE } from '../git/index.ts';
import type { IsoDate } from '../time/week.ts';
import { REPAIR_FOLDER } from './change.ts';
import { countsOf, shortfalls } from './counts.ts';
import type { Depot, Fetched } from './depot.ts';
import type { LedgerEntry, LineReader } from './entry.ts';
import { compareText, instantOf } from './entry.ts';
import type { LedgerPath } from './layout.ts';
import { dayFolder, dayOfEntry, monthFolder, nameOfHash, parsePath, ROOT } from './layout.ts';
import type { Merged } from './merge.ts';
import { merge } from './merge.ts';
import {
  type BlobReading,
  entriesOf,
  type FolderReading,
  type FolderReadings,
  type ObjectId,
} from './objects.ts';
import type { Span } from './weeks.ts';

/** A file of the ledger that can be read. */
export interface StoredFile {
  readonly path: string;
  readonly oid: ObjectId;
}

export interface Listing {
  /** By path. */
  readonly files: readonly StoredFile[];
  readonly problems: readonly Problem[];
}

/** What one file holds. Lines that cannot be read are problems; the others still count. */
export interface FileReading<E extends LedgerEntry> {
  readonly file: StoredFile;
  readonly entries: readonly E[];
  /** No line is bad and the name fits the content. */
  readonly sound: boolean;
  readonly problems: readonly Problem[];
  /** How many entries were handed out before it showed that the file cannot be read: they count for nothing. */
  readonly takenBack?: number;
}

/** Tells the lines of a day that need not be looked into; null: all of them are. */
type PassesOver = (day: IsoDate) => ((line: string) => boolean) | null;

/** What a reader can do without. */
export interface Hurry {
  /** Left out: every line is read. */
  readonly passesOver?: PassesOver;
  /** True: the entries may come in any order. */
  readonly inAnyOrder?: boolean;
}

/** Told of one file; a file of garbage has as many problems as lines. */
const MAX_PROBLEMS = 20;

const REPAIR = 'Restore it from the history of the ledger branch.';

function problem(
  file: string | null,
  what: string,
  line: number | null = null,
  fix: string | null = REPAIR,
): Problem {
  return { what, file, line, column: null, fix };
}

/** The files that may hold entries of these UTC days: the days' own, and compacted ones of their months. */
export async function listDays(depot: Depot, head: ObjectId, days: readonly IsoDate[]): Promise<Listing> {
  const months = [...new Set(days.map(monthFolder))];
  const folders = [...months, ...days.map(dayFolder)];
  const [trees, message] = await Promise.all([
    depot.objects.trees(head, ['', ROOT, ...folders]),
    depot.objects.message(head),
  ]);
  const { files, problems } = toListing(trees, folders, new Set(months));
  return { files, problems: [...problems, ...shortfalls(countsOf(message), trees)] };
}

/** Every file of the ledger. */
export async function listAll(depot: Depot, head: ObjectId): Promise<Listing> {
  const found = new Map<string, FolderReading>();
  let level = [''];
  // Five levels (root, version, year, month, day), each asked for at once.
  for (let depth = 0; depth < 5 && level.length > 0; depth += 1) {
    const trees = await depot.objects.trees(head, level);
    level = level.flatMap((folder) => {
      const tree = trees.get(folder) ?? null;
      found.set(folder, tree);
      return entriesOf(tree)
        .filter((entry) => entry.mode === FOLDER_MODE && (folder !== '' || entry.name === ROOT))
        .map((entry) => (folder === '' ? entry.name : `${folder}/${entry.name}`));
    });
  }
  const folders = [...found.keys()].filter((folder) => folder !== '');
  const { files, problems } = toListing(
    found,
    folders,
    new Set(folders.filter((folder) => folder.split('/').length < 4)),
  );
  const counts = countsOf(await depot.objects.message(head));
  // A folder that was counted and is not there was not found, either.
  for (const folder of counts.keys()) if (!found.has(folder)) found.set(folder, null);
  return { files, problems: [...problems, ...shortfalls(counts, found)] };
}

function toListing(trees: FolderReadings, folders: readonly string[], parents: ReadonlySet<string>): Listing {
  const newer = entriesOf(trees.get('')).filter((entry) => /^v\d+$/.test(entry.name) && entry.name !== ROOT);
  if (newer.length > 0) {
    throw new UserError(
      `The ledger holds ${newer.map((entry) => entry.name).join(', ')}, written by a newer haiku-first.`,
      'Use that version; this one would not see all records.',
    );
  }
  const files: StoredFile[] = [];
  const problems: Problem[] = [];
  for (const [folder, reading] of trees) {
    if (reading === null || !('damaged' in reading)) continue;
    const what = folder === '' ? 'The root of the ledger' : 'This folder of the ledger';
    problems.push(
      problem(
        folder === '' ? null : folder,
        `${what} cannot be read: ${reading.damaged}.`,
        null,
        REPAIR_FOLDER,
      ),
    );
  }
  for (const folder of folders) {
    for (const entry of entriesOf(trees.get(folder))) {
      const path = `${folder}/${entry.name}`;
      if (parents.has(folder) && entry.mode === FOLDER_MODE) continue;
      if (entry.mode !== FILE_MODE)
        problems.push(problem(path, 'The ledger holds something that is not a plain file.'));
      else if (parsePath(path) === null)
        problems.push(problem(path, 'The ledger holds a file that it did not write.'));
      else files.push({ path, oid: entry.id });
    }
  }
  files.sort((a, b) => compareText(a.path, b.path));
  return { files, problems };
}

/** What reading has come to. With problems, it is not all that was written. */
export interface LedgerContents<E extends LedgerEntry> extends Merged<E> {
  readonly problems: readonly Problem[];
  /** The commit that was read; null: the ledger is empty. */
  readonly commit: ObjectId | null;
  /** How many files were read, and how they came here. */
  readonly files: number;
  readonly fetched: Fetched;
}

/**
 * Reads the files that `list` finds and merges what they hold, limited to `span` (null: everything). Throws
 * `DepotError` or `UserError` when the ledger cannot be read; a damaged file is a problem of the reading.
 */
export async function read<E extends LedgerEntry>(
  depot: Depot,
  readLine: LineReader<E>,
  list: (head: ObjectId) => Promise<Listing>,
  span: Span | null,
  hurry: Hurry = {},
): Promise<LedgerContents<E>> {
  return readAt(depot, await depot.head(), readLine, list, span, hurry);
}

/**
 * The same at a commit of the branch; null: there is none.
 * @param known files that were read before, by blob: they are not read again, and new ones are put there
 */
export async function readAt<E extends LedgerEntry>(
  depot: Depot,
  head: ObjectId | null,
  readLine: LineReader<E>,
  list: (head: ObjectId) => Promise<Listing>,
  span: Span | null,
  hurry: Hurry = {},
  known: Map<ObjectId, FileReading<E>> | null = null,
): Promise<LedgerContents<E>> {
  const { files, problems: found } = head === null ? { files: [], problems: [] } : await list(head);
  const entries: E[] = [];
  const problems = [...found];
  const inside = span === null ? null : inSpan(span);
  const take = (file: FileReading<E>): void => {
    problems.push(...file.problems);
    for (const entry of file.entries) if (inside === null || inside(entry)) entries.push(entry);
  };
  for (const { oid } of files) {
    const reading = known?.get(oid);
    if (reading !== undefined) take(reading);
  }
  const others = files.filter(({ oid }) => known?.has(oid) !== true);
  const onFile = (file: FileReading<E>): void => {
    known?.set(file.file.oid, file);
    take(file);
  };
  await readStoredFiles(depot, others, readLine, onFile, hurry.passesOver);
  return {
    ...merge(entries, hurry.inAnyOrder),
    problems,
    commit: head,
    files: files.length,
    fetched: depot.fetched,
  };
}

/** Whether an entry is of a time. Instants in whole seconds of UTC compare as texts, which is much the cheaper way. */
export function inSpan(span: Span): (entry: LedgerEntry) => boolean {
  const [from, to] = [secondText(span.from), secondText(span.to)];
  return ({ at }) => {
    if (from !== null && to !== null && at.length === from.length && at.endsWith('Z'))
      return at >= from && at < to;
    const instant = instantOf(at) ?? -1;
    return instant >= span.from && instant < span.to;
  };
}

/** `2026-11-23T03:10:41Z`; null for an instant that is no whole second, or has another form. */
function secondText(instant: number): string | null {
  const text = new Date(instant).toISOString();
  return /^\d{4}-.*\.000Z$/.test(text) ? text.replace('.000Z', 'Z') : null;
}

/**
 * Reads files one after the other, calling back for each in the order given. Fetches what is missing in one go.
 * A file that is damaged is reported in its own reading and does not hide the others.
 * @param onEntry takes the entries of a file, which then has none in its reading
 */
export async function readStoredFiles<E extends LedgerEntry>(
  depot: Depot,
  files: readonly StoredFile[],
  readLine: LineReader<E>,
  onFile: (reading: FileReading<E>) => void,
  passesOver?: PassesOver,
  onEntry?: (entry: E) => void,
): Promise<void> {
  const oids = files.map((file) => file.oid);
  await depot.bring(oids);
  const room = { bytes: Buffer.allocUnsafe(PIECE) };
  const left = files.values();
  const begin = (): FileInParts<E> | null => {
    const { done, value } = left.next();
    return done === true ? null : new FileInParts(value, room, readLine, passesOver, onEntry);
  };
  let reading = begin();
  await depot.objects.blobs(
    oids,
    (bytes) => reading?.add(bytes),
    (oid, blob) => {
      if (reading?.file.oid !== oid) throw new InternalError('blobs came out of order');
      onFile(reading.end(blob));
      reading = begin();
    },
  );
}

/** Lines are read when so many bytes are together: a longer text is no faster, and git fills the pipe meanwhile. */
const PIECE = 256 * 1024;

/** Where parts are put together, for one file after the other: to make room for each anew takes longer than the copying. */
interface Room {
  bytes: Buffer;
}

/** The lines of one file, each read when the bytes of its piece have come. */
class FileInParts<E extends LedgerEntry> {
  readonly file: StoredFile;
  readonly #path: LedgerPath | null;
  readonly #readLine: LineReader<E>;
  readonly #isOverlooked: ((line: string) => boolean) | null;
  readonly #onEntry: ((entry: E) => void) | null;
  #handedOut = 0;
  readonly #hash = createHash('sha256');
  readonly #entries: E[] = [];
  readonly #problems: Problem[] = [];
  #lines = 0;
  #isText = true;
  readonly #room: Room;
  /** How many bytes there are not read yet. */
  #filled = 0;

  constructor(
    file: StoredFile,
    room: Room,
    readLine: LineReader<E>,
    passesOver?: PassesOver,
    onEntry?: (entry: E) => void,
  ) {
    this.#onEntry = onEntry ?? null;
    this.file = file;
    this.#room = room;
    this.#path = parsePath(file.path);
    this.#readLine = readLine;
    this.#isOverlooked = this.#path?.kind === 'day' ? (passesOver?.(this.#path.day) ?? null) : null;
  }

  add(part: Buffer): void {
    for (let at = 0; at < part.length; ) {
      const taken = part.copy(this.#room.bytes, this.#filled, at);
      at += taken;
      this.#filled += taken;
      if (this.#filled === this.#room.bytes.length) this.#makeRoom();
    }
  }

  /** Reads the lines that are whole; where the room is too small for one, there is more. */
  #makeRoom(): void {
    const { bytes } = this.#room;
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (end > 0) {
      this.#hash.update(bytes.subarray(0, end));
      this.#read(bytes.subarray(0, end - 1));
    } else this.#room.bytes = Buffer.allocUnsafe(2 * bytes.length);
    bytes.copy(this.#room.bytes, 0, end);
    this.#filled = bytes.length - end;
  }

  /** @param blob how it ended, with its last bytes */
  end(blob: BlobReading): FileReading<E> {
    const { file } = this;
    const unreadable = (why: string): FileReading<E> => {
      const problems = [problem(file.path, `The file cannot be read: ${why}.`)];
      return { file, entries: [], sound: false, problems, takenBack: this.#handedOut };
    };
    if (blob.kind === 'unreadable') return unreadable(blob.why);
    this.add(blob.bytes);
    const rest = this.#room.bytes.subarray(0, this.#filled);
    this.#hash.update(rest);
    const isWhole = rest.length === 0 || rest.at(-1) === 0x0a;
    if (rest.length > 0) this.#read(isWhole ? rest.subarray(0, -1) : rest);
    if (!this.#isText) return unreadable('it is not UTF-8');
    const problems: Problem[] = [];
    if (this.#path?.hash !== nameOfHash(this.#hash)) {
      problems.push(problem(file.path, 'The content is not what was written: the hash in the name differs.'));
    }
    if (!isWhole) problems.push(problem(file.path, 'The last line is cut off.', this.#lines));
    problems.push(...this.#problems);
    const sound = problems.length === 0;
    if (problems.length > MAX_PROBLEMS) {
      const more = problems.length - MAX_PROBLEMS;
      problems.splice(MAX_PROBLEMS, more, problem(file.path, `${more} more problems in this file.`));
    }
    return { file, entries: this.#entries, sound, problems };
  }

  /** Whole lines, without the line feed of the last one. */
  #read(bytes: Buffer): void {
    const text = decode(bytes);
    if (text === null) this.#isText = false;
    if (text === null || !this.#isText) return;
    const { path } = this.file;
    for (let start = 0; start <= text.length; ) {
      const known = this.#readLine.at?.(text, start) ?? null;
      const line = known?.line ?? lineAt(text, start);
      start += line.length + 1;
      this.#lines += 1;
      if (known === null && this.#isOverlooked?.(line) === true) continue;
      const reading = known === null ? this.#readLine(line) : ({ ok: true, entry: known } as const);
      if (!reading.ok) {
        const what = `Not a record: ${reading.problems.join('; ')}.`;
        this.#problems.push(problem(path, what, this.#lines));
        continue;
      }
      const { entry } = reading;
      if (this.#onEntry === null) this.#entries.push(entry);
      else {
        this.#handedOut += 1;
        this.#onEntry(entry);
      }
      if (!isFiled(entry, this.#path)) {
        const what = `A record of ${dayOfEntry(entry)} is in the wrong folder.`;
        this.#problems.push(problem(path, what, this.#lines));
      }
    }
  }
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

/** Whether an entry stands where its instant belongs. In UTC that can be seen; another zone must be converted. */
function isFiled(entry: LedgerEntry, path: LedgerPath | null): boolean {
  if (path === null) return false;
  const folder = path.kind === 'day' ? path.day : path.month;
  if (entry.at.endsWith('Z') && entry.at.startsWith(folder)) return true;
  return dayOfEntry(entry).startsWith(folder);
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | null {
  // Nearly every file is plain ASCII, which needs no decoding.
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  try {
    return UTF8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

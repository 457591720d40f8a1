import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import { count } from '../render/figures.ts';
import { textOf } from '../time/instant.ts';
import { readUsage } from '../usage/readers/read.ts';
import { typeInMeta } from '../usage/readers/transcript.ts';
import { mergeEvidence, type SessionEvidence } from '../usage/session/evidence.ts';
import { type Environment, findJobFiles, olderTranscripts } from './files.ts';
import { isPipe, readPipe } from './pipe.ts';
import {
  agentIdOf,
  findFiles,
  isAgentFile,
  JOB_LIMITS,
  type LeftOut,
  type Limits,
  NOTHING_LEFT_OUT,
  readSessionFile,
  sumOfLeftOut,
} from './session-files.ts';
import { readTranscriptFiles, type Sniffed, sniff, type TranscriptPath } from './transcripts/transcripts.ts';

export interface FoundEvidence {
  /** One for each session; what several files say about a session is merged. */
  readonly evidence: readonly SessionEvidence[];
  /** Sentences: what was left out, and why; what was read although it is not as it should be. */
  readonly notes: readonly string[];
  /** What was left out, in all. */
  readonly leftOut: LeftOut;
  /** Sessions that ended before, and that others may go on from. */
  readonly older: readonly SessionEvidence[];
  /** At a desk: those of the paths in which nothing says anything about usage. Elsewhere that is a note. */
  readonly empty: readonly string[];
}

/** How paths are read. */
interface Reading {
  readonly limits?: Limits;
  /** True: a person waits at a terminal. Pipes are read to their end, and `-` is the standard input. */
  readonly atDesk?: boolean;
}

/**
 * Everything that files and folders say about usage. A path that is named is read even if it is a link; below it no
 * link is followed. Throws `UserError` for a path that does not exist.
 */
export function gatherEvidence(
  paths: readonly string[],
  { limits = JOB_LIMITS, atDesk = false }: Reading = {},
): FoundEvidence {
  const gatherer = new Gatherer(limits, atDesk);
  for (const path of paths) gatherer.addPath(path);
  return gatherer.gathered();
}

/** What a job's agent left behind since the job began. */
export function gatherJobEvidence(env: Environment, since: Date): FoundEvidence {
  const files = findJobFiles(env, since);
  const found = withParents(gatherEvidence(files.paths), files.paths, since);
  return {
    ...found,
    // What was not looked at might belong to any session, so none is complete.
    evidence:
      files.notes.length === 0
        ? found.evidence
        : found.evidence.map((one) => ({ ...one, damaged: one.damaged + 1 })),
    notes: [...files.notes, ...found.notes],
    leftOut: sumOfLeftOut(files.leftOut, found.leftOut),
  };
}

/**
 * A fork's totals have those of its parent in them, whose transcript is older than the job and stands in the same
 * folder: it says what the client itself had used, which no answer shows.
 */
function withParents(found: FoundEvidence, paths: readonly string[], since: Date): FoundEvidence {
  if (!found.evidence.some((one) => isContinued(one, textOf(since)))) return found;
  const folders = new Set(paths.filter((path) => path.endsWith('.jsonl') && !isAgentFile(path)).map(dirname));
  const older = [...folders].flatMap((folder) => olderTranscripts(folder, new Set(paths)));
  if (older.length === 0) return found;
  const known = new Set(found.evidence.map(({ session }) => session));
  const { evidence, ...all } = gatherEvidence([...paths, ...older]);
  return {
    ...all,
    evidence: evidence.filter(({ session }) => known.has(session)),
    older: evidence.filter(({ session }) => !known.has(session)),
  };
}

/** True for sums that have use of an earlier time in them, of which the client's own sum is not there. */
function isContinued({ totals, requests, saved }: SessionEvidence, first: string): boolean {
  if (totals === null || saved.some(({ until }) => until !== null && until < first)) return false;
  for (const { at } of requests) if (at !== null && at < first) return true;
  return false;
}

class Gatherer {
  private readonly limits: Limits;
  private readonly atDesk: boolean;
  private readonly notes: string[] = [];
  private readonly empty: string[] = [];
  private readonly found: SessionEvidence[] = [];
  private readonly transcripts: TranscriptPath[] = [];
  private readonly seen = new Set<string>();
  /** True when something is missing that might belong to any session. */
  private isMissing = false;
  private leftOut = NOTHING_LEFT_OUT;
  private left: number;
  private leftText: number;

  constructor(limits: Limits, atDesk: boolean) {
    this.limits = limits;
    this.atDesk = atDesk;
    this.left = limits.bytesInAll;
    this.leftText = limits.bytesOfTexts;
  }

  addPath(path: string): void {
    const isTelling =
      this.atDesk && isPipe(path)
        ? this.addText(readPipe(path, this.limits.bytesOfText))
        : this.addStored(path);
    if (isTelling) return;
    if (this.atDesk) this.empty.push(path);
    else if (!isFolder(path)) this.leaveOut(`${path} is not in a known format.`, NOTHING_LEFT_OUT);
  }

  /** False where nothing was found, and nothing is missing. As the others below. */
  private addStored(path: string): boolean {
    let real: string;
    try {
      real = realpathSync(path);
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      throw new UserError(`${path} cannot be read (${String(error.code)}).`, 'Name a file or a folder.');
    }
    if (!isFolder(real)) return this.addFile(real);
    const wanted = (name: string): boolean => /\.jsonl?$/.test(name) && !name.endsWith('.meta.json');
    const { paths, notes, leftOut } = findFiles(real, wanted, this.limits);
    this.notes.push(...notes);
    this.leftOut = sumOfLeftOut(this.leftOut, leftOut);
    this.isMissing ||= notes.length > 0;
    const telling = paths.filter((file) => this.addFile(file));
    return telling.length > 0 || notes.length > 0;
  }

  private leaveOut(note: string, what: LeftOut): void {
    this.notes.push(note);
    this.leftOut = sumOfLeftOut(this.leftOut, what);
    this.isMissing = true;
  }

  private addFile(path: string): boolean {
    if (this.seen.has(path)) return true;
    this.seen.add(path);
    const head = sniff(path);
    if (head !== null && (head.isTranscript || isAgentFile(path))) {
      this.addTranscript(path, head);
      return true;
    }
    const most = Math.min(this.limits.bytesOfText, this.leftText);
    const file = readSessionFile(path, most);
    if ('problem' in file) {
      this.leaveOut(file.problem, { files: 1, bytes: head?.size ?? 0, folders: 0 });
      return true;
    }
    this.leftText -= file.text.length;
    return this.addText(file.text);
  }

  private addText(text: string): boolean {
    const evidence = readUsage(text);
    this.found.push(...evidence);
    return evidence.length > 0 || isRun(text);
  }

  private addTranscript(path: string, { size, encoding, marked }: Sniffed): void {
    const most = Math.min(this.limits.bytesOfFile, this.left);
    if (size > most) {
      const note = `${path} has ${size} bytes: at most ${most} are read.`;
      this.leaveOut(note, { files: 1, bytes: size, folders: 0 });
      return;
    }
    this.left -= size;
    if (encoding !== 'utf-8')
      this.notes.push(`${path} is not UTF-8: it was read as ${encoding.toUpperCase()}.`);
    else if (marked) this.notes.push(`${path} begins with a byte order mark: it was read without it.`);
    const agentType = isAgentFile(path) ? typeInMeta(this.meta(path)) : null;
    this.transcripts.push({ path, size, encoding, agentId: agentIdOf(path), agentType });
  }

  private meta(path: string): unknown {
    const file = readSessionFile(path.replace(/\.jsonl$/, '.meta.json'), 1 << 20);
    if ('problem' in file) return null;
    try {
      return JSON.parse(file.text);
    } catch (error) {
      // Every field of the meta file is optional, and so is the file.
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }

  gathered(): FoundEvidence {
    // A sub-agent's file may repeat lines of the main loop, to which they belong.
    const ordered = [...this.transcripts].sort(
      (a, b) => Number(a.agentId !== null) - Number(b.agentId !== null),
    );
    const read = readTranscriptFiles(ordered);
    if (read.glued > 0)
      this.notes.push(
        `${count(read.glued, 'line')} could not be read as one document: each document in ${read.glued === 1 ? 'it' : 'them'} was read.`,
      );
    if (read.lost > 0) this.leaveOut(`${count(read.lost, 'line')} could not be read.`, NOTHING_LEFT_OUT);
    const merged = new Map<string, SessionEvidence>();
    [...this.found, ...read.evidence].forEach((evidence, place) => {
      const key = keyOf(evidence, place);
      const known = merged.get(key);
      merged.set(key, known === undefined ? evidence : mergeEvidence(known, evidence));
    });
    // What was left out might belong to any session, so none is complete.
    const missing = this.isMissing ? 1 : 0;
    const evidence = [...merged.values()].map((one) => ({ ...one, damaged: one.damaged + missing }));
    return { evidence, notes: this.notes, leftOut: this.leftOut, older: [], empty: this.empty };
  }
}

function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}

/** A run that the API refused altogether used nothing, and its file says nothing else. */
function isRun(text: string): boolean {
  return text.startsWith('{"schema":"haiku-first/requests@1"');
}

/** What several files say of one session is one; attempts of a run share a session and are several. */
function keyOf({ session, attempt }: SessionEvidence, place: number): string {
  if (session === null) return `#${place}`;
  return attempt === null ? session : `${session} ${attempt.attempt} ${attempt.judging}`;
}

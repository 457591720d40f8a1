import { realpathSync, statSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { readUsage } from '../usage/readers/read.ts';
import { readTranscripts, type TranscriptFile } from '../usage/readers/transcript.ts';
import { mergeEvidence, type SessionEvidence } from '../usage/session/evidence.ts';
import { isPipe, readPipe } from './pipe.ts';
import {
  agentIdOf,
  findFiles,
  isAgentFile,
  JOB_LIMITS,
  type Limits,
  readSessionFile,
} from './session-files.ts';

interface FoundEvidence {
  /** One for each session; what several files say about a session is merged. */
  readonly evidence: readonly SessionEvidence[];
  /** Sentences: what was left out, and why. */
  readonly notes: readonly string[];
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

class Gatherer {
  private readonly limits: Limits;
  private readonly atDesk: boolean;
  private readonly notes: string[] = [];
  private readonly empty: string[] = [];
  private readonly found: SessionEvidence[] = [];
  private readonly transcripts: (TranscriptFile & { readonly path: string })[] = [];
  private readonly seen = new Set<string>();
  private refusedRuns = false;
  private left: number;

  constructor(limits: Limits, atDesk: boolean) {
    this.limits = limits;
    this.atDesk = atDesk;
    this.left = limits.bytesInAll;
  }

  addPath(path: string): void {
    const before = this.found.length + this.transcripts.length + this.notes.length;
    if (this.atDesk && isPipe(path)) this.addText(path, readPipe(path, this.limits.bytesOfFile));
    else this.addStored(path);
    if (this.found.length + this.transcripts.length + this.notes.length > before || this.refusedRuns) return;
    if (this.atDesk) this.empty.push(path);
    else if (!isFolder(path)) this.notes.push(`${path} is not in a known format.`);
  }

  private addStored(path: string): void {
    let real: string;
    try {
      real = realpathSync(path);
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      throw new UserError(`${path} cannot be read (${String(error.code)}).`, 'Name a file or a folder.');
    }
    if (!isFolder(real)) {
      this.addFile(real);
      return;
    }
    const wanted = (name: string): boolean => /\.jsonl?$/.test(name) && !name.endsWith('.meta.json');
    const { paths, leftOut } = findFiles(real, wanted, this.limits);
    this.notes.push(...leftOut);
    for (const file of paths) this.addFile(file);
  }

  private addFile(path: string): void {
    if (this.seen.has(path)) return;
    this.seen.add(path);
    const text = this.read(path);
    if (text !== null) this.addText(path, text);
  }

  private addText(path: string, text: string): void {
    if (isAgentFile(path) || isTranscript(text)) {
      const meta = isAgentFile(path) ? this.meta(path) : null;
      this.transcripts.push({ path, agentId: agentIdOf(path), meta, lines: linesOf(text) });
    } else this.found.push(...readUsage(text));
    this.refusedRuns ||= isRun(text);
  }

  private read(path: string): string | null {
    const file = readSessionFile(path, Math.min(this.limits.bytesOfFile, this.left));
    if ('problem' in file) {
      this.notes.push(file.problem);
      return null;
    }
    this.left -= file.text.length;
    return file.text;
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
      (a, b) => Number(isAgentFile(a.path)) - Number(isAgentFile(b.path)),
    );
    const merged = new Map<string, SessionEvidence>();
    [...this.found, ...readTranscripts(ordered)].forEach((evidence, place) => {
      const key = keyOf(evidence, place);
      const known = merged.get(key);
      merged.set(key, known === undefined ? evidence : mergeEvidence(known, evidence));
    });
    // What was left out might belong to any session, so none is complete.
    const missing = this.notes.length > 0 ? 1 : 0;
    const evidence = [...merged.values()].map((one) => ({ ...one, damaged: one.damaged + missing }));
    return { evidence, notes: this.notes, empty: this.empty };
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

function isTranscript(text: string): boolean {
  const [first] = readUsage(text.slice(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n')));
  return first?.source === 'claude-code-transcript';
}

/** The lines of a text, one at a time: a list of them all would double what a long transcript takes. */
function* linesOf(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    yield text.slice(start, end === -1 ? text.length : end);
    if (end === -1) return;
    start = end + 1;
  }
}

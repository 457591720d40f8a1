import { realpathSync, statSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { readUsage } from '../usage/readers/read.ts';
import { readTranscripts, type TranscriptFile } from '../usage/readers/transcript.ts';
import { mergeEvidence, type SessionEvidence } from '../usage/session/evidence.ts';
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
}

/**
 * Everything that files and folders say about usage. A path that is named is read even if it is a link; below it no
 * link is followed. Throws `UserError` for a path that does not exist.
 */
export function gatherEvidence(paths: readonly string[], limits: Limits = JOB_LIMITS): FoundEvidence {
  const gatherer = new Gatherer(limits);
  for (const path of paths) gatherer.addPath(path);
  return gatherer.gathered();
}

class Gatherer {
  private readonly limits: Limits;
  private readonly notes: string[] = [];
  private readonly found: SessionEvidence[] = [];
  private readonly transcripts: (TranscriptFile & { readonly path: string })[] = [];
  private readonly seen = new Set<string>();
  private left: number;

  constructor(limits: Limits) {
    this.limits = limits;
    this.left = limits.bytesInAll;
  }

  addPath(path: string): void {
    let real: string;
    try {
      real = realpathSync(path);
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      throw new UserError(`${path} cannot be read (${String(error.code)}).`, 'Name a file or a folder.');
    }
    if (!statSync(real).isDirectory()) {
      if (!this.addFile(real)) this.notes.push(`${path} is not in a known format.`);
      return;
    }
    const wanted = (name: string): boolean => /\.jsonl?$/.test(name) && !name.endsWith('.meta.json');
    const { paths, leftOut } = findFiles(real, wanted, this.limits);
    this.notes.push(...leftOut);
    for (const file of paths) this.addFile(file);
  }

  /** False for a file that can be read and is in no known format. */
  private addFile(path: string): boolean {
    if (this.seen.has(path)) return true;
    this.seen.add(path);
    const text = this.read(path);
    if (text === null) return true;
    if (isAgentFile(path) || isTranscript(text)) {
      const meta = isAgentFile(path) ? this.meta(path) : null;
      this.transcripts.push({ path, agentId: agentIdOf(path), meta, lines: linesOf(text) });
      return true;
    }
    const evidence = readUsage(text);
    this.found.push(...evidence);
    return evidence.length > 0 || isRun(text);
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
    return { evidence, notes: this.notes };
  }
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

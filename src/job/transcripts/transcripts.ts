import { closeSync, fstatSync, readSync } from 'node:fs';
import { isObject } from '../../usage/records/fields.ts';
import { LineScanner, PATHS } from '../../usage/transcripts/line-scanner.ts';
import { type TranscriptsRead, transcriptEvidence } from '../../usage/transcripts/transcript-evidence.ts';
import { type Encoding, type FilePart, openRegular, SIZES } from './read-part.ts';
import { readParts } from './threads.ts';

/** What the beginning of a file tells. */
export interface Sniffed {
  readonly size: number;
  readonly encoding: Encoding;
  /** True for a file that begins with a byte order mark. */
  readonly marked: boolean;
  readonly isTranscript: boolean;
}

/** A transcript to be read. */
export interface TranscriptPath {
  readonly path: string;
  readonly size: number;
  readonly encoding: Encoding;
  readonly agentId: string | null;
  readonly agentType: string | null;
}

/** One thread reads so much at a time. */
const PART = 16 << 20;
const HEADS = [1 << 16, 1 << 20, 1 << 23, SIZES.longestLine];
const NEWLINE = 0x0a;

/** Looks at the beginning of a regular file; null where it is none, or cannot be opened. */
export function sniff(path: string): Sniffed | null {
  let handle: number | null = null;
  try {
    handle = openRegular(path);
    if (handle === null) return null;
    const { size } = fstatSync(handle);
    for (const length of HEADS) {
      const head = Buffer.alloc(Math.min(length, size));
      const got = readSync(handle, head, 0, head.length, 0);
      const bytes = head.subarray(0, got);
      const { encoding, marked } = encodingOf(bytes);
      const text = encoding === 'utf-8' ? bytes : Buffer.from(new TextDecoder(encoding).decode(bytes));
      const isWhole = got >= size;
      if (text.includes(NEWLINE) || isWhole || length === HEADS.at(-1))
        return { size, encoding, marked, isTranscript: hasTranscriptLine(text) };
    }
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

function encodingOf(bytes: Uint8Array): Pick<Sniffed, 'encoding' | 'marked'> {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', marked: true };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', marked: true };
  if (a !== undefined && a !== 0 && b === 0) return { encoding: 'utf-16le', marked: false };
  return { encoding: 'utf-8', marked: a === 0xef && b === 0xbb && c === 0xbf };
}

const TYPE = PATHS.indexOf('type');
const SESSION = PATHS.indexOf('sessionId');

/** True when a whole line is one of a transcript: not always the first, which may be lost. */
function hasTranscriptLine(head: Buffer): boolean {
  const scanner = new LineScanner();
  for (let start = 0; start < head.length; ) {
    const next = head.indexOf(NEWLINE, start);
    const end = next === -1 ? head.length : next;
    const open = head.indexOf('{', start);
    if (open !== -1 && open < end && scanner.scan(head, open, end)) {
      const isText = (path: number): boolean => head[scanner.starts[path] ?? -1] === 0x22;
      if (isText(TYPE) && isText(SESSION)) return true;
      if (scanner.escaped && isTranscriptLine(head.toString('utf8', open, scanner.after))) return true;
    }
    start = end + 1;
  }
  return false;
}

function isTranscriptLine(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && typeof value.sessionId === 'string' && typeof value.type === 'string';
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** What transcripts of any size say. Main files are to come before those of sub-agents. */
export function readTranscriptFiles(files: readonly TranscriptPath[]): TranscriptsRead {
  const parts: FilePart[] = [];
  let base = 0;
  files.forEach(({ path, size, encoding, agentId, agentType }, file) => {
    // What is not UTF-8 cannot be entered in the middle.
    const step = encoding === 'utf-8' ? PART : Math.max(size, 1);
    for (let from = 0; from < size; from += step)
      parts.push({ path, file, from, to: Math.min(size, from + step), base, agentId, agentType, encoding });
    base += size;
  });
  return transcriptEvidence(readParts(parts));
}

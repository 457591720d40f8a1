import { lstatSync, readdirSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { count } from '../render/figures.ts';
import { readRegularFile } from '../surface/regular-file.ts';

/** What may be read. Transcripts are streamed; anything else has to fit into memory. */
export interface Limits {
  readonly files: number;
  /** Folders inside of folders. */
  readonly depth: number;
  /** Of a transcript, and of all of them. */
  readonly bytesOfFile: number;
  readonly bytesInAll: number;
  /** Of any other file, and of all of them. */
  readonly bytesOfText: number;
  readonly bytesOfTexts: number;
}

/** Much more than a job leaves behind, and no more than its end has time for: an agent could write to its folders. */
export const JOB_LIMITS: Limits = {
  files: 2000,
  depth: 6,
  bytesOfFile: 4 * 2 ** 30,
  bytesInAll: 8 * 2 ** 30,
  bytesOfText: 256 << 20,
  bytesOfTexts: 512 << 20,
};

/** A person who names a folder means all of it. */
export const NO_LIMITS: Limits = {
  files: Number.POSITIVE_INFINITY,
  depth: 64,
  bytesOfFile: Number.POSITIVE_INFINITY,
  bytesInAll: Number.POSITIVE_INFINITY,
  bytesOfText: 256 << 20,
  bytesOfTexts: Number.POSITIVE_INFINITY,
};

/** What was not read. */
export interface LeftOut {
  readonly files: number;
  readonly bytes: number;
  /** Folders that were not entered: nobody knows what is in them. */
  readonly folders: number;
}

export const NOTHING_LEFT_OUT: LeftOut = { files: 0, bytes: 0, folders: 0 };

export function sumOfLeftOut(a: LeftOut, b: LeftOut): LeftOut {
  return { files: a.files + b.files, bytes: a.bytes + b.bytes, folders: a.folders + b.folders };
}

/** A sentence with the sum of what was not read; null: all of it was. */
export function leftOutText({ files, bytes, folders }: LeftOut): string | null {
  const parts = [
    ...(files > 0 ? [`${count(files, 'file')} with ${count(bytes, 'byte')}`] : []),
    ...(folders > 0 ? [count(folders, 'folder')] : []),
  ];
  return parts.length === 0
    ? null
    : `Left out in all: ${parts.join(', ')}. What they hold is missing from the records, which are partial.`;
}

interface FoundFiles {
  /** Paths under the folder, folder included, sorted. */
  readonly paths: readonly string[];
  /** Sentences: what was not looked at, and why. */
  readonly notes: readonly string[];
  readonly leftOut: LeftOut;
}

/**
 * The regular files of a folder that `accepts` takes, by name and path. Links are not followed, whatever they point to, so
 * nothing outside of the folder is found.
 */
export function findFiles(
  folder: string,
  accepts: (name: string, path: string) => boolean,
  limits: Limits,
): FoundFiles {
  const paths: string[] = [];
  const notes: string[] = [];
  let folders = 0;
  const visit = (inside: string, depth: number): void => {
    const entries = readdirSync(inside, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(inside, entry.name);
      if (entry.isDirectory() && depth >= limits.depth) {
        folders++;
        notes.push(`${relative(folder, path)} is deeper than ${limits.depth} folders.`);
      } else if (entry.isDirectory()) visit(path, depth + 1);
      else if (entry.isFile() && accepts(entry.name, path)) paths.push(path);
    }
  };
  visit(folder, 0);
  const rest = paths.slice(limits.files);
  if (rest.length > 0)
    notes.push(`${rest.length} of ${paths.length} files: at most ${limits.files} are read.`);
  const bytes = rest.reduce((sum, path) => sum + (lstatSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
  return { paths: paths.slice(0, limits.files), notes, leftOut: { files: rest.length, bytes, folders } };
}

/** True for the transcript of a sub-agent: `…/subagents/agent-<id>.jsonl`. */
export function isAgentFile(path: string): boolean {
  return agentIdOf(path) !== null;
}

/** The sub-agent's id in the name of its transcript; null for any other file. */
export function agentIdOf(path: string): string | null {
  if (!path.split(sep).includes('subagents')) return null;
  return /^agent-([\w-]{1,128})\.jsonl$/.exec(basename(path))?.[1] ?? null;
}

/**
 * The text of a regular file of at most `most` bytes in a folder that an agent could write to, so that no link is
 * followed; a sentence where it is something else.
 */
export function readSessionFile(
  path: string,
  most: number,
): { readonly text: string } | { readonly problem: string } {
  const file = readRegularFile(path, most, 'refused');
  return file.kind === 'file'
    ? { text: file.bytes.toString('utf8') }
    : { problem: `${path} ${file.problem}` };
}

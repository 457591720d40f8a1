import { readdirSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { readRegularFile } from '../surface/regular-file.ts';

/** What may be read from a folder that an agent could write to. */
export interface Limits {
  readonly files: number;
  /** Folders inside of folders. */
  readonly depth: number;
  readonly bytesOfFile: number;
  readonly bytesInAll: number;
}

/** Much more than a job leaves behind, and no more than a runner can hold. */
export const JOB_LIMITS: Limits = {
  files: 2000,
  depth: 6,
  bytesOfFile: 256 << 20,
  bytesInAll: 512 << 20,
};

interface FoundFiles {
  /** Paths under the folder, folder included, sorted. */
  readonly paths: readonly string[];
  /** Sentences: what was not looked at, and why. */
  readonly leftOut: readonly string[];
}

/**
 * The regular files of a folder whose names `accepts` takes. Links are not followed, whatever they point to, so
 * nothing outside of the folder is found.
 */
export function findFiles(folder: string, accepts: (name: string) => boolean, limits: Limits): FoundFiles {
  const paths: string[] = [];
  const leftOut: string[] = [];
  const visit = (inside: string, depth: number): void => {
    const entries = readdirSync(inside, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(inside, entry.name);
      if (entry.isDirectory() && depth >= limits.depth) {
        leftOut.push(`${relative(folder, path)} is deeper than ${limits.depth} folders.`);
      } else if (entry.isDirectory()) visit(path, depth + 1);
      else if (entry.isFile() && accepts(entry.name)) paths.push(path);
    }
  };
  visit(folder, 0);
  if (paths.length > limits.files) {
    leftOut.push(
      `${paths.length - limits.files} of ${paths.length} files: at most ${limits.files} are read.`,
    );
  }
  return { paths: paths.slice(0, limits.files), leftOut };
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

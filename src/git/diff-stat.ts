import { InternalError } from '../errors.ts';

/** The size of a change. A binary file counts as a file, without lines. */
export interface DiffStat {
  readonly additions: number;
  readonly deletions: number;
  readonly files: number;
  /** Every path that the change touches, sorted; a rename has both its names. */
  readonly paths: readonly string[];
}

/** Reads `git diff --numstat -z`: `ADDED TAB DELETED TAB PATH NUL`, a rename with `NUL OLD NUL NEW NUL` for its path. */
export function parseNumstat(text: string): DiffStat {
  const fields = text.split('\0');
  const paths: string[] = [];
  let additions = 0;
  let deletions = 0;
  let files = 0;
  for (let at = 0; at < fields.length - 1; at += 1) {
    const match = /^(\d+|-)\t(\d+|-)\t([\s\S]*)$/.exec(fields[at] ?? '');
    if (match === null) throw new InternalError(`git diff --numstat wrote ${JSON.stringify(fields[at])}.`);
    const [, added, deleted, path = ''] = match;
    additions += added === '-' ? 0 : Number(added);
    deletions += deleted === '-' ? 0 : Number(deleted);
    files += 1;
    if (path !== '') paths.push(path);
    else {
      paths.push(fields[at + 1] ?? '', fields[at + 2] ?? '');
      at += 2;
    }
  }
  return { additions, deletions, files, paths: paths.sort() };
}

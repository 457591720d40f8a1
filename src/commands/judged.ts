import { LIMITS } from '../allocation/source.ts';
import { UserError } from '../errors.ts';
import type { CommitId, CommitReader } from '../git/commit-reader.ts';
import type { FileState, Judged, Version } from '../policy/gate.ts';
import type { ChangedWorkflow } from '../policy/workflows.ts';
import { stateAt } from './files.ts';

/** The two files' paths in the repository. */
export interface Paths {
  readonly allocation: string;
  readonly exceptions: string;
}

/** Merges three versions of a file's content. */
export type MergeFile = (
  base: Uint8Array,
  ours: Uint8Array,
  theirs: Uint8Array,
) => Promise<{ readonly clean: boolean; readonly bytes: Uint8Array }>;

export interface Sources {
  readonly reader: CommitReader;
  readonly paths: Paths;
  readonly mergeFile: MergeFile;
}

async function versionAt({ reader, paths }: Sources, commit: CommitId): Promise<Version> {
  return {
    allocation: await stateAt(reader, commit, paths.allocation),
    exceptions: await stateAt(reader, commit, paths.exceptions),
  };
}

function equal(a: FileState, b: FileState): boolean {
  if (a.kind === 'file' && b.kind === 'file') return Buffer.compare(a.bytes, b.bytes) === 0;
  return a.kind === b.kind && (a.kind !== 'irregular' || (b.kind === 'irregular' && a.mode === b.mode));
}

/** What merging leaves of one file: a side that did not touch it yields to the one that did. */
async function mergedFile(
  path: string,
  from: FileState,
  ours: FileState,
  theirs: FileState,
  mergeFile: MergeFile,
): Promise<FileState> {
  if (equal(from, theirs) || equal(ours, theirs)) return ours;
  // A side that removed the file, or made it something else, is judged as it is.
  if (equal(from, ours) || theirs.kind !== 'file' || ours.kind !== 'file') return theirs;
  const tooLarge = [ours, theirs].some((state) => state.bytes.length > LIMITS.bytes);
  if (tooLarge) return theirs;
  const merged = await mergeFile(
    from.kind === 'file' ? from.bytes : new Uint8Array(),
    ours.bytes,
    theirs.bytes,
  );
  if (!merged.clean) {
    throw new UserError(
      `${path} was changed on both sides, and the changes conflict: what the merge will be cannot be told.`,
      'Merge the base branch into this one and settle the conflict.',
    );
  }
  return { kind: 'file', bytes: merged.bytes };
}

/** A commit against another that it builds on: its first parent, or the base of its merge group. */
export async function judgedDirectly(
  sources: Sources,
  base: CommitId,
  head: CommitId,
  subject: string,
): Promise<Judged> {
  return { subject, base: await versionAt(sources, base), head: await versionAt(sources, head) };
}

/**
 * What merging `head` into `tip` would make of `tip`. A branch that is merely behind changes nothing by it: only what
 * it changed since it left counts.
 */
export async function judgedMerged(
  sources: Sources,
  tip: CommitId,
  head: CommitId,
  subject: string,
): Promise<Judged> {
  const from = await sources.reader.mergeBase(tip, head);
  if (from === tip) return judgedDirectly(sources, tip, head, subject);
  const base = await versionAt(sources, tip);
  const theirs = await versionAt(sources, head);
  const absent: Version = { allocation: { kind: 'absent' }, exceptions: { kind: 'absent' } };
  const before = from === null ? absent : await versionAt(sources, from);
  const merge = (key: keyof Version): Promise<FileState> =>
    mergedFile(sources.paths[key], before[key], base[key], theirs[key], sources.mergeFile);
  return {
    subject,
    base,
    head: { allocation: await merge('allocation'), exceptions: await merge('exceptions') },
  };
}

const WORKFLOWS = '.github/workflows';
/** A workflow larger than this is not searched; GitHub takes none of more than 512 kB. */
const WORKFLOW_LIMIT = 1_000_000;

/** The workflow files that differ between two commits, as text. */
export async function changedWorkflows(
  reader: CommitReader,
  base: CommitId,
  head: CommitId,
): Promise<readonly ChangedWorkflow[]> {
  const files = async (commit: CommitId): Promise<ReadonlyMap<string, string>> => {
    const entries = await reader.folder(commit, WORKFLOWS);
    const regular = entries.filter((entry) => /\.ya?ml$/.test(entry.name) && entry.mode.startsWith('100'));
    return new Map(regular.map((entry) => [entry.name, entry.blob]));
  };
  const [before, after] = [await files(base), await files(head)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const read = async (blob: string | undefined): Promise<string | null> => {
    if (blob === undefined) return null;
    return new TextDecoder().decode(await reader.blob(blob, WORKFLOW_LIMIT));
  };
  const changed: ChangedWorkflow[] = [];
  for (const name of names) {
    if (before.get(name) === after.get(name)) continue;
    changed.push({
      path: `${WORKFLOWS}/${name}`,
      before: await read(before.get(name)),
      after: await read(after.get(name)),
    });
  }
  return changed;
}

import { LIMITS } from '../../allocation/source.ts';
import { UserError } from '../../errors.ts';
import { stateAt } from '../../gather/files.ts';
import type { CommitId, CommitReader } from '../../git/index.ts';
import { type FileState, isUntouched, type ProposedChange, type Version } from '../../policy/gate/index.ts';

/** The two files' paths in the repository. */
export interface Paths {
  readonly allocation: string;
  readonly exceptions: string;
}

/** Merges three versions of a file's content. */
type MergeFile = (
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

/** What the merge leaves of a file cannot be told. */
class Unsettled extends UserError {}

/**
 * What merging leaves of one file: a side that did not touch it yields to the one that did.
 * @param bases the file at every merge base. Where they differ, git merges them first, in ways that are not ours to guess
 */
async function mergedFile(
  path: string,
  bases: readonly [FileState, ...FileState[]],
  ours: FileState,
  theirs: FileState,
  mergeFile: MergeFile,
): Promise<FileState> {
  if (equal(ours, theirs)) return ours;
  const [from, ...others] = bases;
  if (others.some((other) => !equal(from, other))) {
    throw new Unsettled(
      `The histories of the two branches cross, with different versions of ${path}: the result of the merge cannot be determined.`,
      'Merge the base branch into this one.',
    );
  }
  if (equal(from, theirs)) return ours;
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
    throw new Unsettled(
      `${path} was changed on both sides, and the changes conflict: the result of the merge cannot be determined.`,
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
): Promise<ProposedChange> {
  const commits = { base, head };
  return { subject, base: await versionAt(sources, base), head: await versionAt(sources, head), commits };
}

/** What a branch without common history has left behind. */
const NOTHING: Version = { allocation: { kind: 'absent' }, exceptions: { kind: 'absent' } };

/**
 * What merging `head` into `tip` would make of `tip`. A branch that is merely behind changes nothing by it: only what
 * it changed since it left counts. Throws `UserError` where what the merge leaves cannot be told.
 */
export async function judgedMerged(
  sources: Sources,
  tip: CommitId,
  head: CommitId,
  subject: string,
): Promise<ProposedChange> {
  const base = await versionAt(sources, tip);
  const theirs = await versionAt(sources, head);
  const same = equal(base.allocation, theirs.allocation) && equal(base.exceptions, theirs.exceptions);
  if (same) return { subject, base, head: theirs, commits: { base: tip, head } };
  const [first, ...more] = await sources.reader.mergeBases(tip, head);
  const before = first === undefined ? NOTHING : await versionAt(sources, first);
  const others = await Promise.all(more.map((commit) => versionAt(sources, commit)));
  const merge = (key: keyof Paths): Promise<FileState> => {
    const bases: [FileState, ...FileState[]] = [before[key], ...others.map((version) => version[key])];
    return mergedFile(sources.paths[key], bases, base[key], theirs[key], sources.mergeFile);
  };
  const merged = { allocation: await merge('allocation'), exceptions: await merge('exceptions') };
  // Lines of a merge that nobody has committed stand nowhere.
  const commits = { base: tip, head: equal(merged.allocation, theirs.allocation) ? head : null };
  return { subject, base, head: merged, commits };
}

/** Whether a branch has both files as the commit has that it goes onto, or as wherever they parted. */
export async function bringsNothing(sources: Sources, onto: CommitId, head: CommitId): Promise<boolean> {
  const theirs = await versionAt(sources, head);
  if (isUntouched({ base: await versionAt(sources, onto), head: theirs })) return true;
  const bases = await sources.reader.mergeBases(onto, head);
  const versions = await Promise.all(bases.map((commit) => versionAt(sources, commit)));
  return versions.length > 0 && versions.every((base) => isUntouched({ base, head: theirs }));
}

/**
 * As `judgedMerged`, for a branch that `head` is not about to be merged into. Where the merge cannot be told, the
 * head's own files are judged, as if they had won: a branch that has parted from the other one need not settle with it.
 */
export async function judgedAsIfMerged(
  sources: Sources,
  tip: CommitId,
  head: CommitId,
  subject: string,
): Promise<ProposedChange> {
  try {
    return await judgedMerged(sources, tip, head, subject);
  } catch (error) {
    if (!(error instanceof Unsettled)) throw error;
    return judgedDirectly(sources, tip, head, `${subject}, as if its files won the conflict`);
  }
}

import { access } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { UserError } from '../../errors.ts';
import { readDiskFile, stateAt, workTree } from '../../gather/files.ts';
import type { CommitId } from '../../git/index.ts';
import { AmbiguousRevision, createLocalReader, type LocalReader } from '../../git/local/index.ts';
import type { FileState, ProposedChange, Version } from '../../policy/gate/index.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionValues } from '../../surface/options/index.ts';
import { judgedDirectly, judgedMerged, type Paths } from './judged.ts';

/** The options that name the two sides. */
export type SideOptions = Pick<OptionValues, 'base' | 'head' | 'exceptionsBase' | 'exceptionsHead'>;

/** What the command line names to be judged. */
interface NamedJudged {
  readonly judged: readonly ProposedChange[];
  /** The reader and the two commits, where both sides are revisions. */
  readonly span: { readonly reader: LocalReader; readonly base: CommitId; readonly head: CommitId } | null;
  readonly notes: readonly string[];
  /** The paths to show: of the head, where it is a file. */
  readonly paths: Paths;
}

/** The paths to show for a head that is a file. */
function shownPaths(paths: Paths, head: Named | null, exceptions: string | null): Paths {
  if (head?.kind !== 'file') return paths;
  return { allocation: head.path, exceptions: exceptions ?? paths.exceptions };
}

type Named =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'revision'; readonly text: string };

async function exists(cwd: string, path: string): Promise<boolean> {
  try {
    await access(isAbsolute(path) ? path : join(cwd, path));
    return true;
  } catch (error) {
    // Only whether there is something: what cannot be read says so when it is read.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (
      code === 'ENOENT' ||
      code === 'ENOTDIR' ||
      code === 'ENAMETOOLONG' ||
      code === 'ERR_INVALID_ARG_VALUE'
    )
      return false;
    throw error;
  }
}

/**
 * A file that exists, else a revision. A name that is both is refused: a pull request could bring a file with the
 * name of a branch, and be compared with it.
 */
async function named(text: string, { cwd, env }: Pick<Call, 'cwd' | 'env'>): Promise<Named> {
  if (!(await exists(cwd, text))) return { kind: 'revision', text };
  if (!isAbsolute(text) && !/^\.{1,2}[\\/]/.test(text) && (await isRevision(text, { cwd, env }))) {
    throw new UserError(
      `${text} is both a file and a git revision.`,
      `Write ./${text} for the file, or the revision's full name, such as refs/heads/${text}.`,
    );
  }
  return { kind: 'file', path: text };
}

/** Whether git knows the name; without git or a repository it knows none. */
async function isRevision(text: string, where: Pick<Call, 'cwd' | 'env'>): Promise<boolean> {
  let reader: LocalReader;
  try {
    reader = await createLocalReader(where);
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
  try {
    await reader.resolveRevision(text);
    return true;
  } catch (error) {
    if (error instanceof AmbiguousRevision) return true;
    if (error instanceof UserError) return false;
    throw error;
  } finally {
    reader.close();
  }
}

async function fileState(cwd: string, path: string | null): Promise<FileState> {
  if (path === null) return { kind: 'absent' };
  const bytes = readDiskFile(cwd, path);
  if (bytes === null) throw new UserError(`There is no file ${path}.`);
  return { kind: 'file', bytes };
}

async function looksLikeFile(reader: LocalReader, text: string): Promise<CommitId> {
  try {
    return await reader.resolveRevision(text);
  } catch (error) {
    if (!(error instanceof UserError) || error instanceof AmbiguousRevision) throw error;
    throw new UserError(
      `${text} is neither a file nor a git revision.`,
      'Name a file that exists, or a branch, tag or commit of this clone; in CI, check out with fetch-depth: 0.',
    );
  }
}

/**
 * Reads what `--base` and `--head` name: files, or revisions of the local repository at which the files are read.
 * By default HEAD against its merge base with the default branch.
 */
export async function judgedFromOptions(
  { options, cwd, env }: Pick<Call<SideOptions>, 'options' | 'cwd' | 'env'>,
  paths: Paths,
): Promise<NamedJudged> {
  const base = options.base === null ? null : await named(options.base, { cwd, env });
  const head = options.head === null ? null : await named(options.head, { cwd, env });
  if (base?.kind === 'file' && head?.kind === 'file') {
    const version = async (path: string, exceptions: string | null): Promise<Version> => ({
      allocation: await fileState(cwd, path),
      exceptions: await fileState(cwd, exceptions),
    });
    const judged: ProposedChange = {
      subject: `${head.path} against ${base.path}`,
      baseFile: base.path,
      base: await version(base.path, options.exceptionsBase),
      head: await version(head.path, options.exceptionsHead),
    };
    const shown = shownPaths(paths, head, options.exceptionsHead);
    return { judged: [judged], span: null, notes: [], paths: shown };
  }
  refuseUnusedExceptions(options, base, head);
  const reader = await createLocalReader({ cwd, env });
  const revision = head?.kind === 'revision' ? head.text : 'HEAD';
  const headCommit = head?.kind === 'file' ? null : await looksLikeFile(reader, revision);
  const sources = { reader, paths, mergeFile: reader.mergeFile };
  if (base?.kind === 'file' || headCommit === null) {
    return mixed(options, paths, cwd, reader, base, head, headCommit);
  }
  const notes = options.head === null ? await uncommitted(cwd, paths, reader, headCommit) : [];
  if (base !== null) {
    const tip = await looksLikeFile(reader, base.text);
    const subject = `${revision} merged into ${base.text}`;
    const judged = await judgedMerged(sources, tip, headCommit, subject);
    return { judged: [judged], span: { reader, base: tip, head: headCommit }, notes, paths };
  }
  const ref = await reader.defaultBranch();
  if (ref === null) {
    throw new UserError(
      'The default branch is not known here.',
      'Say what to compare with: --base REVISION.',
    );
  }
  const tip = await looksLikeFile(reader, ref);
  const from = await reader.mergeBase(tip, headCommit);
  if (from === null)
    throw new UserError(
      `HEAD and ${ref} have no common history.`,
      'Say what to compare with: --base REVISION.',
    );
  const name = ref.replace(/^refs\/(?:heads|remotes)\//, '');
  const subject = `HEAD against its merge base with ${name}`;
  return {
    judged: [await judgedDirectly(sources, from, headCommit, subject)],
    span: { reader, base: from, head: headCommit },
    notes,
    paths,
  };
}

/** An exceptions file that nobody would look at is a mistake: beside a revision it is read at that revision. */
function refuseUnusedExceptions(options: SideOptions, base: Named | null, head: Named | null): void {
  const sides = [
    ['base', base, options.exceptionsBase],
    ['head', head, options.exceptionsHead],
  ] as const;
  for (const [side, which, exceptions] of sides) {
    if (exceptions === null || which?.kind === 'file') continue;
    throw new UserError(
      `--exceptions-${side} goes with a file as --${side}: for a revision, the exceptions file of that revision is read.`,
      `Leave it out, or name a file as --${side}.`,
    );
  }
}

/** One side is a file, the other a revision. */
async function mixed(
  options: SideOptions,
  paths: Paths,
  cwd: string,
  reader: LocalReader,
  base: Named | null,
  head: Named | null,
  headCommit: CommitId | null,
): Promise<NamedJudged> {
  const side = async (
    which: Named | null,
    commit: CommitId | null,
    exceptions: string | null,
  ): Promise<Version> => {
    if (which?.kind === 'file') {
      return { allocation: await fileState(cwd, which.path), exceptions: await fileState(cwd, exceptions) };
    }
    const at =
      commit ?? (await looksLikeFile(reader, which?.text ?? (await reader.defaultBranch()) ?? 'HEAD'));
    return {
      allocation: await stateAt(reader, at, paths.allocation),
      exceptions: await stateAt(reader, at, paths.exceptions),
    };
  };
  const text = (which: Named | null, fallback: string): string =>
    which === null ? fallback : which.kind === 'file' ? which.path : which.text;
  const judged: ProposedChange = {
    subject: `${text(head, 'HEAD')} against ${text(base, 'the default branch')}`,
    ...(base?.kind === 'file' ? { baseFile: base.path } : {}),
    base: await side(base, null, options.exceptionsBase),
    head: await side(head, headCommit, options.exceptionsHead),
  };
  const shown = shownPaths(paths, head, options.exceptionsHead);
  return { judged: [judged], span: null, notes: [], paths: shown };
}

/** A remark for each file that is not in the work tree as HEAD has it: what is not committed is not judged. */
async function uncommitted(
  cwd: string,
  paths: Paths,
  reader: LocalReader,
  head: CommitId,
): Promise<readonly string[]> {
  const root = workTree(cwd);
  if (root === null) return [];
  const notes: string[] = [];
  for (const path of [paths.allocation, paths.exceptions]) {
    const committed = await stateAt(reader, head, path);
    const disk = onDisk(root, path);
    const same =
      disk === 'unreadable'
        ? committed.kind === 'irregular'
        : disk === null
          ? committed.kind === 'absent'
          : committed.kind === 'irregular' ||
            (committed.kind === 'file' && plainLines(disk) === plainLines(committed.bytes));
    if (same) continue;
    const fix = disk instanceof Uint8Array ? ` Name the file to judge it: --head ${path}.` : '';
    notes.push(`${path} has changes that are not committed: they are not judged.${fix}`);
  }
  return notes;
}

/** git may give the lines of a work tree other ends. */
function plainLines(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
}

/** Only for a remark: what cannot be read is no reason to fail. */
function onDisk(root: string, path: string): Uint8Array | null | 'unreadable' {
  try {
    return readDiskFile(root, path);
  } catch (error) {
    if (error instanceof UserError) return 'unreadable';
    throw error;
  }
}

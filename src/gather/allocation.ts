import type { Allocation } from '../allocation/allocation.ts';
import { type Exceptions, noExceptions, parseExceptions } from '../allocation/exceptions.ts';
import { parseAllocation } from '../allocation/parse.ts';
import { UserError } from '../errors.ts';
import { type CommitId, type CommitReader, isCommitId } from '../git/index.ts';
import { requireSound } from '../policy/decision/breaches.ts';
import { tableOf } from '../policy/decision/models-of-tiers.ts';
import type { FileState } from '../policy/gate/index.ts';
import type { OptionValues } from '../surface/options/index.ts';
import type { IsoDate } from '../time/week.ts';
import type { ModelTable } from '../usage/models/models.ts';
import { shippedModels } from '../usage/models/shipped.ts';
import type { Context } from './context.ts';
import { readDiskFile, repositoryPath, stateAt } from './files.ts';
import { localReaderWith } from './repository.ts';

export type FileOptions = Pick<OptionValues, 'allocation' | 'exceptions'>;

/** The bytes of both files; null for one that is not there. */
interface Files {
  readonly allocation: Uint8Array | null;
  readonly exceptions: Uint8Array | null;
  /** Where they were read, for messages. */
  readonly where: string;
}

/**
 * The commit whose files count. On a pull request or in a merge queue it is the base, so that a pull request cannot
 * choose the model of the jobs that review it; in other runs of the Action the commit that runs, whatever earlier
 * steps did to the work tree. The command line reads the work tree, on a laptop as in a workflow, unless that is about
 * a pull request: then an earlier step may have put its head there.
 */
export function commitOf({
  event,
  surface,
  env,
}: Pick<Context, 'event' | 'surface' | 'env'>): CommitId | null {
  if (event?.kind === 'pull_request') return event.base.sha;
  if (event?.kind === 'merge_group') return event.baseSha;
  if (event === null) return null;
  if (surface === 'cli' && !(event.kind === 'other' && event.pullRequest !== null)) return null;
  if (isCommitId(env.GITHUB_SHA)) return env.GITHUB_SHA;
  throw new UserError('GITHUB_SHA does not name a commit.');
}

function bytesOf(state: FileState, path: string, where: string): Uint8Array | null {
  if (state.kind === 'irregular')
    throw new UserError(`${path} at ${where} is not a regular file (mode ${state.mode}).`);
  return state.kind === 'file' ? state.bytes : null;
}

/** Where the files that decide are read from. */
export type RuleSource =
  | { readonly kind: 'disk' }
  | { readonly kind: 'commit'; readonly commit: CommitId; readonly reader: CommitReader };

/** GitHub is asked only when the commit is not in a local clone. Throws `UserError` where neither can be had. */
export async function ruleSource(context: Context): Promise<RuleSource> {
  const commit = commitOf(context);
  if (commit === null) return { kind: 'disk' };
  const reader = (await localReaderWith(commit, context)) ?? (await context.github()).reader;
  return { kind: 'commit', commit, reader };
}

/**
 * Reads both files from where they count. Throws `UserError` for what is not a regular file, or cannot be read. */
export async function readRuleFiles(
  context: Context<FileOptions>,
  given: RuleSource | null = null,
): Promise<Files> {
  const { options, event, cwd } = context;
  const source = given ?? (await ruleSource(context));
  if (source.kind === 'disk') {
    return {
      allocation: readDiskFile(cwd, options.allocation),
      exceptions: readDiskFile(cwd, options.exceptions),
      where: 'the work tree',
    };
  }
  const { reader, commit } = source;
  const base = event?.kind === 'pull_request' || event?.kind === 'merge_group' ? 'the base commit' : 'commit';
  return filesAt(options, reader, commit, `${base} ${commit.slice(0, 12)}`);
}

/** Both files as they stand in a commit. Throws `UserError` for what is not a regular file, or cannot be read. */
export async function filesAt(
  options: FileOptions,
  reader: CommitReader,
  commit: CommitId,
  where: string,
): Promise<Files> {
  const read = async (path: string): Promise<Uint8Array | null> =>
    bytesOf(await stateAt(reader, commit, repositoryPath(path)), path, where);
  return { allocation: await read(options.allocation), exceptions: await read(options.exceptions), where };
}

/** Both files, parsed, with the table of models that the allocation adds to. */
export interface Loaded {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
}

/** Parses both files. Throws `UserError` where there is no allocation, and with every mistake in either file. */
export function parseFiles(options: FileOptions, files: Files): Loaded {
  if (files.allocation === null) {
    throw new UserError(
      `There is no ${options.allocation} at ${files.where}.`,
      files.where.startsWith('the base')
        ? 'A pull request uses the allocation of its base branch: merge the file there first.'
        : 'Name the file with --allocation, or write one: docs/allocation.md.',
    );
  }
  const allocation = parseAllocation(options.allocation, files.allocation);
  const exceptions =
    files.exceptions === null
      ? noExceptions(options.exceptions)
      : parseExceptions(options.exceptions, files.exceptions);
  return { allocation, exceptions, table: tableOf(allocation, shippedModels()) };
}

/** The same, of files that keep their own floors on that day, as a decision wants them. Throws `UserError` also for others. */
export function load(options: FileOptions, files: Files, today: IsoDate): Loaded {
  const loaded = parseFiles(options, files);
  requireSound(loaded.allocation, loaded.exceptions, today, loaded.table);
  return loaded;
}

import type { Allocation, LostFloor } from '../allocation/allocation.ts';
import { type Exceptions, noExceptions, parseExceptions } from '../allocation/exceptions.ts';
import { parseAllocation } from '../allocation/parse.ts';
import type { Inherit } from '../allocation/policy/inherit.ts';
import { shortReference } from '../allocation/policy/reference.ts';
import { exceptionsOf } from '../allocation/renames.ts';
import { UserError } from '../errors.ts';
import type { CommitId, CommitReader } from '../git/index.ts';
import { requireSound } from '../policy/decision/breaches.ts';
import { withFloorsBeside } from '../policy/decision/floors-beside.ts';
import { tableOf } from '../policy/decision/models-of-tiers.ts';
import type { FileState } from '../policy/gate/index.ts';
import type { OptionValues } from '../surface/options/index.ts';
import type { IsoDate } from '../time/week.ts';
import type { ModelTable } from '../usage/models/models.ts';
import { shippedModels } from '../usage/models/shipped.ts';
import type { Context } from './context.ts';
import { readFileOfRepository, repositoryPath, stateAt } from './files.ts';
import { inheritFor, type PolicyCall, type PolicyOptions } from './policy/index.ts';

export type FileOptions = Pick<OptionValues, 'allocation' | 'exceptions'>;
/** The files, and the policy that the allocation may extend. */
export type RuleOptions = FileOptions & PolicyOptions;

/** Who reads both files, and the policy. */
export type RuleCall = PolicyCall & { readonly options: RuleOptions };

/** The bytes of both files; null for one that is not there. */
interface Files {
  readonly allocation: Uint8Array | null;
  readonly exceptions: Uint8Array | null;
  /** Lays the allocation on the policy that it extends; null: it extends none. */
  readonly inherit: Inherit | null;
  /** Where they were read, for messages. */
  readonly where: string;
}

function bytesOf(state: FileState, path: string, where: string): Uint8Array | null {
  if (state.kind === 'irregular')
    throw new UserError(`${path} at ${where} is not a regular file (mode ${state.mode}).`);
  return state.kind === 'file' ? state.bytes : null;
}

/** Where the files that decide are read from. */
export type RuleSource =
  | { readonly kind: 'disk' }
  | {
      readonly kind: 'commit';
      readonly commit: CommitId;
      readonly reader: CommitReader;
      /** For messages. */
      readonly where: string;
    };

/** GitHub is asked only when the commit is not in a local clone. Throws `UserError` where neither can be had. */
export async function ruleSource(context: Context): Promise<RuleSource> {
  const deciding = await context.deciding();
  if (deciding === null) return { kind: 'disk' };
  const { commit, where } = deciding;
  return { kind: 'commit', commit, where, reader: await context.readerOf(commit) };
}

/** Reads both files from where they count. Throws `UserError` for what is not a regular file, or cannot be read. */
async function readRuleFiles(context: Context<RuleOptions>): Promise<Files> {
  const source = await ruleSource(context);
  return source.kind === 'disk'
    ? filesOnDisk(context)
    : filesAt(context, source.reader, source.commit, source.where);
}

/** Both files as they lie in the work tree. Throws `UserError` for what cannot be read. */
export async function filesOnDisk(call: RuleCall): Promise<Files> {
  const { options, cwd } = call;
  const allocation = readFileOfRepository(cwd, options.allocation);
  return {
    allocation,
    exceptions: readFileOfRepository(cwd, options.exceptions),
    inherit: await inheritFor(allocation, call),
    where: WORK_TREE,
  };
}

/** Both files as they stand in a commit. Throws `UserError` for what is not a regular file, or cannot be read. */
export async function filesAt(
  call: RuleCall,
  reader: CommitReader,
  commit: CommitId,
  where: string,
): Promise<Files> {
  const read = async (path: string): Promise<Uint8Array | null> =>
    bytesOf(await stateAt(reader, commit, repositoryPath(path)), path, where);
  const allocation = await read(call.options.allocation);
  const exceptions = await read(call.options.exceptions);
  return { allocation, exceptions, inherit: await inheritFor(allocation, call), where };
}

/** Both files, parsed, with the table of models that the allocation adds to. */
export interface Loaded {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
  /** Floors of another branch, or of the policy, that nothing in this allocation keeps. */
  readonly lost: readonly LostFloor[];
}

const WORK_TREE = 'the work tree';

/** Parses both files. Throws `UserError` where there is no allocation, and with every mistake in either file. */
export function parseFiles(options: FileOptions, files: Files): Loaded {
  if (files.allocation === null) {
    throw new UserError(
      `There is no ${options.allocation} ${files.where === WORK_TREE ? 'in' : 'at'} ${files.where}.`,
      files.where.startsWith('the base')
        ? 'A pull request uses the allocation of its base branch: merge the file there first.'
        : 'Draft one with haiku-first init, or name the file with --allocation.',
    );
  }
  const allocation = parseAllocation(options.allocation, files.allocation, files.inherit);
  const granted =
    files.exceptions === null
      ? noExceptions(options.exceptions)
      : parseExceptions(options.exceptions, files.exceptions);
  const exceptions = exceptionsOf(granted, allocation);
  return { allocation, exceptions, table: tableOf(allocation, shippedModels()), lost: allocation.lost };
}

/**
 * The files by which the run is decided, with the floors of the branches that hold beside them. They keep their own
 * floors on that day. Throws `UserError` for what is missing, wrong, not sound, or cannot be read.
 */
export async function loadRules(context: Context<RuleOptions>, today: IsoDate): Promise<Loaded> {
  const files = await readRuleFiles(context);
  return withBranches(load(context.options, files, today), files, context);
}

/** The same, of files that may have become unsound, as by an exception that expired. */
export async function parseRules(context: Context<RuleOptions>): Promise<Loaded> {
  const files = await readRuleFiles(context);
  return withBranches(parseFiles(context.options, files), files, context);
}

/** With the floors of every branch that holds beside the base; a file that is the base's own adds nothing. */
async function withBranches(loaded: Loaded, files: Files, context: Context<RuleOptions>): Promise<Loaded> {
  let all = loaded;
  for (const { name, commit } of (await context.deciding())?.beside ?? []) {
    const reader = await context.readerOf(commit);
    const theirs = await filesAt(context, reader, commit, `${name} ${commit.slice(0, 12)}`);
    if (theirs.allocation === null || isSame(theirs, files)) continue;
    // As git writes the file of a branch.
    const { allocation, exceptions } = context.options;
    const named = { allocation: `${name}:${allocation}`, exceptions: `${name}:${exceptions}` };
    const other = parseFiles(named, theirs);
    all = withFloorsBeside(all, { name, ...other });
    all = withPolicyBeside(all, other);
  }
  return all;
}

/** With the floors of a policy that another branch extends, also over agents that only this one has. */
function withPolicyBeside(loaded: Loaded, { allocation: { policy, inherited } }: Loaded): Loaded {
  const own = loaded.allocation.policy;
  if (policy === null || inherited === null) return loaded;
  const name = shortReference(policy);
  if (own !== null && shortReference(own) === name) return loaded;
  const table = tableOf(inherited, shippedModels());
  return withFloorsBeside(loaded, { name, allocation: inherited, exceptions: noExceptions(''), table });
}

function isSame(a: Files, b: Files): boolean {
  return sameBytes(a.allocation, b.allocation) && sameBytes(a.exceptions, b.exceptions);
}

function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

/** The same, of files that keep their own floors on that day, as a decision wants them. Throws `UserError` also for others. */
export function load(options: FileOptions, files: Files, today: IsoDate): Loaded {
  const loaded = parseFiles(options, files);
  requireSound(loaded.allocation, loaded.exceptions, today, loaded.table);
  return loaded;
}

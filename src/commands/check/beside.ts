import type { Allocation } from '../../allocation/allocation.ts';
import { parseAllocation } from '../../allocation/parse.ts';
import type { Inherit } from '../../allocation/policy/inherit.ts';
import { UserError } from '../../errors.ts';
import { stateAt } from '../../gather/files.ts';
import { BlobTooLarge, type CommitId, type CommitReader } from '../../git/index.ts';
import {
  attributeFindings,
  type ChangedAttributes,
  type ChangedWorkflow,
  type FileState,
  type Finding,
  type GateContext,
  type MissingFile,
  missingFindings,
  namedFiles,
  type ProposedChange,
  workflowFindings,
} from '../../policy/gate/index.ts';
import type { Paths } from './judged.ts';

const WORKFLOWS = '.github/workflows';
/** A larger file is taken for an empty one: GitHub runs no workflow of more than 512 kB, and git reads no attributes of 100 MB. */
const TEXT_LIMIT = 1_000_000;

async function textOf(reader: CommitReader, blob: string | undefined): Promise<string | null> {
  if (blob === undefined) return null;
  try {
    return new TextDecoder().decode(await reader.blob(blob, TEXT_LIMIT));
  } catch (error) {
    if (error instanceof BlobTooLarge) return '';
    throw error;
  }
}

/** The workflow files that differ between two commits, as text. */
async function changedWorkflows(
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
  const changed: ChangedWorkflow[] = [];
  for (const name of names) {
    if (before.get(name) === after.get(name)) continue;
    changed.push({
      path: `${WORKFLOWS}/${name}`,
      before: await textOf(reader, before.get(name)),
      after: await textOf(reader, after.get(name)),
    });
  }
  return changed;
}

/** The folders whose `.gitattributes` can speak of a path: the root's, and each below it. */
function foldersOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return ['', ...names.map((_, index) => names.slice(0, index + 1).join('/'))];
}

/** The `.gitattributes` files that differ between two commits, where they can speak of a file that the gate guards. */
async function changedAttributes(
  reader: CommitReader,
  paths: Paths,
  base: CommitId,
  head: CommitId,
): Promise<readonly ChangedAttributes[]> {
  const workflows = (await reader.folder(head, WORKFLOWS)).map(({ name }) => `${WORKFLOWS}/${name}`);
  const watched = [paths.allocation, paths.exceptions, 'CODEOWNERS', '.github/CODEOWNERS', ...workflows];
  const changed: ChangedAttributes[] = [];
  for (const folder of new Set(watched.flatMap(foldersOf))) {
    const path = folder === '' ? '.gitattributes' : `${folder}/.gitattributes`;
    const blob = async (commit: CommitId): Promise<string | undefined> => {
      const found = await reader.file(commit, path);
      return found.kind === 'file' ? found.blob : undefined;
    };
    const [before, after] = [await blob(base), await blob(head)];
    if (before === after) continue;
    changed.push({
      path,
      before: await textOf(reader, before),
      after: await textOf(reader, after),
      watched,
    });
  }
  return changed;
}

/**
 * The allocation at a commit; null where it cannot be read: whatever is wrong with it, the gate says.
 * @param inherit lays it on the policy that it extends
 */
async function allocationAt(
  reader: CommitReader,
  commit: CommitId,
  path: string,
  inherit: Inherit | null,
): Promise<Allocation | null> {
  return allocationOf(await stateAt(reader, commit, path), path, inherit);
}

function allocationOf(
  state: FileState | undefined,
  path: string,
  inherit: Inherit | null,
): Allocation | null {
  if (state?.kind !== 'file') return null;
  try {
    return parseAllocation(path, state.bytes, inherit);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

async function missingAt(
  reader: CommitReader,
  commit: CommitId,
  path: string,
): Promise<readonly MissingFile[]> {
  // What files it names is its own affair, whatever policy it extends.
  const allocation = await allocationAt(reader, commit, path, (own) => own);
  const missing: MissingFile[] = [];
  for (const each of allocation === null ? [] : namedFiles(allocation))
    if ((await reader.file(commit, each.path)).kind === 'absent') missing.push(each);
  return missing;
}

/** The files that the head names and does not have, less those that were named and missing before. */
async function newlyMissing(
  reader: CommitReader,
  { allocation }: Paths,
  base: CommitId,
  head: CommitId,
): Promise<readonly MissingFile[]> {
  const missing = await missingAt(reader, head, allocation);
  if (missing.length === 0) return [];
  const before = new Set((await missingAt(reader, base, allocation)).map(({ path }) => path));
  return missing.filter(({ path }) => !before.has(path));
}

/** What two commits have to differ in for sub-agents to be looked at: most changes leave all of it alone. */
const AGENTS = ['.claude', 'CLAUDE.md', 'AGENTS.md'];

/** What of `.claude` decides on which model a sub-agent runs. */
const DEFINING = [
  '.claude/agents',
  '.claude/skills',
  '.claude/commands',
  '.claude/settings.json',
  '.claude/settings.local.json',
];
/** What of it is looked at. */
const IN_CLAUDE = [...DEFINING, '.claude/CLAUDE.md'];

/**
 * What is found in the files of sub-agents, where they or the allocation differ. Throws `UserError` where a policy that
 * could not be read may be over them.
 */
async function agentFindingsBeside(
  reader: CommitReader,
  span: { readonly base: CommitId; readonly head: CommitId },
  { allocation: path }: Paths,
  { merged, now, ...context }: BesideContext,
): Promise<readonly Finding[]> {
  const { base, head } = span;
  const has = async (commit: CommitId): Promise<readonly (string | null)[]> => {
    const found: (string | null)[] = [];
    for (const root of AGENTS) found.push(await reader.objectAt(commit, root));
    return found;
  };
  const [before, after] = [await has(base), await has(head)];
  const isThere = after.some((id) => id !== null);
  const differs = async (places: readonly string[]): Promise<boolean> => {
    for (const each of places)
      if ((await reader.objectAt(base, each)) !== (await reader.objectAt(head, each))) return true;
    return false;
  };
  const roots = AGENTS.filter((_, place) => before[place] !== after[place]);
  const places = roots.flatMap((root) => (root === '.claude' ? IN_CLAUDE : [root]));
  if (!(await differs(places)) && !(isThere && (await differs([path])))) return [];
  // A policy that could not be read may have a floor over any of them; a section says what it says.
  if (merged?.policyUnread !== undefined) {
    if (await differs(DEFINING)) throw merged.policyUnread;
    return [];
  }
  const { agentsBeside } = await import('./agents-beside.ts');
  // A floor of the policy holds for a sub-agent's file as for a cell.
  const [ofBase, ofHead] = [merged?.base.inherit ?? null, merged?.head.inherit ?? null];
  const allocations = {
    base: await allocationAt(reader, base, path, ofBase),
    head: await allocationAt(reader, head, path, ofHead),
    merged: allocationOf(merged?.head.allocation, path, ofHead),
  };
  return agentsBeside(reader, span, allocations, context, now);
}

interface BesideContext extends GateContext {
  /** What merging makes of the two files themselves. */
  readonly merged: ProposedChange | undefined;
  readonly now: Date;
}

/** What the gate finds between two commits beside the two files themselves: for `more` of `gate`. */
export async function findingsBeside(
  reader: CommitReader,
  { base, head }: { readonly base: CommitId; readonly head: CommitId },
  paths: Paths,
  context: BesideContext,
): Promise<readonly Finding[]> {
  const { docs } = context;
  return [
    ...workflowFindings(await changedWorkflows(reader, base, head), docs),
    ...attributeFindings(await changedAttributes(reader, paths, base, head), docs),
    ...missingFindings(await newlyMissing(reader, paths, base, head), context),
    ...(await agentFindingsBeside(reader, { base, head }, paths, context)),
  ];
}

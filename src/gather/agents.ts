import { lstatSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UserError } from '../errors.ts';
import { BlobTooLarge, type CommitId, type CommitReader, FILE_MODE } from '../git/index.ts';
import { type AgentFile, type AgentsSeen, MEMORY_FILES, type UnreadFile } from '../policy/agents/index.ts';
import { readRegularFile } from '../surface/regular-file.ts';
import type { RuleSource } from './allocation.ts';
import { workTree } from './files.ts';
import { AGENTS_FOLDER, AGENTS_LIMITS } from './sub-agents.ts';

/** The strongest last. */
const SETTINGS = ['.claude/settings.json', '.claude/settings.local.json'] as const;
const LINK = 'is a symbolic link';
const TOO_LARGE = `has more than ${AGENTS_LIMITS.bytes / 1024} kB`;

const WHY: Readonly<Record<string, string>> = { '120000': LINK, '160000': 'is a submodule' };

/** The byte order mark stays: a file is written back as it was. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** One thing below the folder, however it is come by. */
interface Entry {
  readonly path: string;
  readonly id: string;
  /** Why it cannot be read; null: a regular file. */
  readonly why: string | null;
  /** Its bytes, or why there are none. */
  readonly read: () => Promise<Uint8Array | string>;
}

/** Reads what there is, as far as the limits go; what is left out is said. */
async function readAll(entries: readonly Entry[]): Promise<Pick<AgentsSeen, 'files' | 'unread'>> {
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const unread: UnreadFile[] = sorted.flatMap(({ path, why, id }) =>
    why === null ? [] : [{ path, why, id }],
  );
  const regular = sorted.filter(({ path, why }) => why === null && path.endsWith('.md'));
  const rest = regular.slice(AGENTS_LIMITS.files);
  if (rest.length > 0) {
    const why = `has ${regular.length} files, of which ${AGENTS_LIMITS.files} are read`;
    unread.push({ path: AGENTS_FOLDER, why, id: rest.map(({ path, id }) => `${path} ${id}`).join('\n') });
  }
  const files: AgentFile[] = [];
  const all = await Promise.all(
    regular
      .slice(0, AGENTS_LIMITS.files)
      .map(async ({ path, id, read }) => ({ path, id, bytes: await read() })),
  );
  for (const { path, id, bytes } of all) {
    if (typeof bytes === 'string') unread.push({ path, why: bytes, id });
    else files.push({ path, content: textOf(bytes) });
  }
  return { files, unread };
}

/** The same, of files that have a name of their own. */
async function readNamed(
  paths: readonly string[],
  entryAt: (path: string) => Promise<Entry | null>,
): Promise<{ readonly files: readonly AgentFile[]; readonly unread: readonly UnreadFile[] }> {
  const files: AgentFile[] = [];
  const unread: UnreadFile[] = [];
  for (const path of paths) {
    const entry = await entryAt(path);
    if (entry === null) continue;
    const bytes = entry.why ?? (await entry.read());
    if (typeof bytes === 'string') unread.push({ path, why: bytes, id: entry.id });
    else files.push({ path, content: textOf(bytes) });
  }
  return { files, unread };
}

async function seen(
  entries: readonly Entry[],
  entryAt: (path: string) => Promise<Entry | null>,
  memoryFiles: readonly string[] = MEMORY_FILES,
): Promise<AgentsSeen> {
  const { files, unread } = await readAll(entries);
  const settings = await readNamed(SETTINGS, entryAt);
  // A link is no harm there: it says what its target says, and the target is looked at.
  const memory = await readNamed(memoryFiles, entryAt);
  return { files, unread: [...unread, ...settings.unread], settings: settings.files, memory: memory.files };
}

/** What a commit says of its sub-agents. Throws `UserError` where a tree cannot be read. */
export async function agentsAt(reader: CommitReader, commit: CommitId): Promise<AgentsSeen> {
  const blob = async (id: string): Promise<Uint8Array | string> => {
    try {
      return await reader.blob(id, AGENTS_LIMITS.bytes);
    } catch (error) {
      if (error instanceof BlobTooLarge) return TOO_LARGE;
      throw error;
    }
  };
  const entryAt = async (path: string): Promise<Entry | null> => {
    const found = await reader.file(commit, path);
    if (found.kind === 'absent') return null;
    const id = (await reader.objectAt(commit, path)) ?? '';
    const mode = found.kind === 'file' ? FILE_MODE : found.mode;
    const why = mode.startsWith('100') ? null : (WHY[mode] ?? 'is no file');
    return { path, id, why, read: () => blob(id) };
  };
  const entries: Entry[] = [];
  for (const folder of ['.claude', AGENTS_FOLDER]) {
    const found = await entryAt(folder);
    if (found?.why != null && found.why !== 'is no file') entries.push(found);
  }
  for (const { name, mode, blob: id } of await reader.filesBelow(commit, AGENTS_FOLDER)) {
    const why = mode.startsWith('100') ? null : (WHY[mode] ?? 'is no file');
    entries.push({ path: `${AGENTS_FOLDER}/${name}`, id, why, read: () => blob(id) });
  }
  return seen(entries, entryAt);
}

/**
 * What the work tree says of them. Links are not followed: what they lead to may be anybody's.
 * @param memoryFiles where a section is looked for
 */
export async function agentsOnDisk(root: string, memoryFiles?: readonly string[]): Promise<AgentsSeen> {
  const entryAt = async (path: string): Promise<Entry | null> => {
    const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (stat === undefined) return null;
    const why = stat.isSymbolicLink() ? LINK : stat.isFile() ? null : 'is no file';
    return { path, id: path, why, read: async () => bytesOf(join(root, path)) };
  };
  const entries: Entry[] = [];
  for (const folder of ['.claude', AGENTS_FOLDER]) {
    const found = await entryAt(folder);
    if (found?.why === LINK) entries.push(found);
  }
  for (const path of entries.length > 0 ? [] : pathsBelow(root)) {
    const found = await entryAt(path);
    if (found !== null && found.why !== 'is no file') entries.push(found);
  }
  return seen(entries, entryAt, memoryFiles);
}

function bytesOf(path: string): Uint8Array | string {
  const reading = readRegularFile(path, AGENTS_LIMITS.bytes, 'refused');
  if (reading.kind === 'file') return reading.bytes;
  return reading.kind === 'too-large' ? TOO_LARGE : reading.problem.replace(/\.$/, '');
}

function pathsBelow(root: string): readonly string[] {
  try {
    return readdirSync(join(root, AGENTS_FOLDER), { recursive: true, withFileTypes: true }).map((entry) =>
      relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    );
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw new UserError(`${AGENTS_FOLDER} cannot be read (${String(error.code)}).`, 'Check its permissions.');
  }
}

/** Where an allocation is read from, what is said there of sub-agents. */
export function agentsIn(source: RuleSource, cwd: string): Promise<AgentsSeen> {
  return source.kind === 'disk' ? agentsOnDisk(workTree(cwd) ?? cwd) : agentsAt(source.reader, source.commit);
}

import { lstatSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UserError } from '../errors.ts';
import { BlobTooLarge, type CommitId, type CommitReader, FILE_MODE } from '../git/index.ts';
import type { AgentFile, UnreadFile } from '../policy/agents/index.ts';
import { NEUTRAL, type Pins, readDefinition } from '../policy/session/index.ts';
import type { Call } from '../surface/call.ts';
import { readRegularFile } from '../surface/regular-file.ts';
import type { RuleSource } from './allocation.ts';
import { workTree } from './files.ts';

/** Where the sub-agents of a project are defined. */
export const AGENTS_FOLDER = '.claude/agents';
/** As much of it is read. */
export const AGENTS_LIMITS = { files: 500, bytes: 256 * 1024 } as const;

const LINK = 'is a symbolic link';
const TOO_LARGE = `has more than ${AGENTS_LIMITS.bytes / 1024} kB`;

const WHY: Readonly<Record<string, string>> = { '120000': LINK, '160000': 'is a submodule' };

/** One thing that may hold something about sub-agents, however it is come by. */
export interface FolderThing {
  readonly path: string;
  readonly id: string;
  /** Why it cannot be read; null: a regular file. */
  readonly why: string | null;
  /** Its bytes, or why there are none. */
  readonly read: () => Promise<Uint8Array | string>;
}

/** What is in the folder, by path: the files as far as the limits go, and what is left out, with why. */
export interface AgentsFolder {
  readonly files: readonly AgentFile[];
  readonly unread: readonly UnreadFile[];
}

/** The byte order mark stays: a file is written back as it was. */
export function keptText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** The sub-agents that `.claude/agents` defines where the allocation is read from, in the order of their paths. */
export async function readDefinitions(source: RuleSource, cwd: string) {
  const { files, unread } =
    source.kind === 'disk'
      ? await folderOnDisk(workTree(cwd) ?? cwd)
      : await folderAt(source.reader, source.commit);
  return { definitions: files.map(({ path, content }) => readDefinition(path, content)), unread };
}

async function readAll(things: readonly FolderThing[]): Promise<AgentsFolder> {
  const sorted = [...things].sort((a, b) => (a.path < b.path ? -1 : 1));
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
    else files.push({ path, content: keptText(bytes) });
  }
  return { files, unread };
}

/** A way to a blob of a commit. */
export function blobOf(reader: CommitReader, id: string): FolderThing['read'] {
  return async () => {
    try {
      return await reader.blob(id, AGENTS_LIMITS.bytes);
    } catch (error) {
      if (error instanceof BlobTooLarge) return TOO_LARGE;
      throw error;
    }
  };
}

/** What stands at a path of a commit; null: nothing. */
export async function thingAt(
  reader: CommitReader,
  commit: CommitId,
  path: string,
): Promise<FolderThing | null> {
  const found = await reader.file(commit, path);
  if (found.kind === 'absent') return null;
  const id = (await reader.objectAt(commit, path)) ?? '';
  const why = whyOfMode(found.kind === 'file' ? FILE_MODE : found.mode);
  return { path, id, why, read: blobOf(reader, id) };
}

function whyOfMode(mode: string): string | null {
  return mode.startsWith('100') ? null : (WHY[mode] ?? 'is no file');
}

/** The folder of a commit. Claude Code follows links: what is behind one is not read, and said to be so. */
export async function folderAt(reader: CommitReader, commit: CommitId): Promise<AgentsFolder> {
  const things: FolderThing[] = [];
  for (const folder of ['.claude', AGENTS_FOLDER]) {
    const found = await thingAt(reader, commit, folder);
    if (found?.why != null && found.why !== 'is no file') things.push(found);
  }
  for (const { name, mode, blob: id } of await reader.filesBelow(commit, AGENTS_FOLDER))
    things.push({
      path: `${AGENTS_FOLDER}/${name}`,
      id,
      why: whyOfMode(mode),
      read: blobOf(reader, id),
    });
  return readAll(things);
}

/** What stands at a path on the disk; null: nothing. */
export function thingOnDisk(root: string, path: string): FolderThing | null {
  const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return null;
  const why = stat.isSymbolicLink() ? LINK : stat.isFile() ? null : 'is no file';
  return { path, id: path, why, read: async () => bytesOf(join(root, path)) };
}

/** The folder on the disk, by the same rule: what a link leads to may be anybody's. */
export async function folderOnDisk(root: string): Promise<AgentsFolder> {
  const links = ['.claude', AGENTS_FOLDER].flatMap((folder) => {
    const found = thingOnDisk(root, folder);
    return found?.why === LINK ? [found] : [];
  });
  if (links.length > 0) return readAll(links.slice(0, 1));
  const things = pathsBelow(root, AGENTS_FOLDER).flatMap((path) => thingOnDisk(root, path) ?? []);
  return readAll(things.filter(({ why }) => why !== 'is no file'));
}

function bytesOf(path: string): Uint8Array | string {
  const reading = readRegularFile(path, AGENTS_LIMITS.bytes, 'refused');
  if (reading.kind === 'file') return reading.bytes;
  return reading.kind === 'too-large' ? TOO_LARGE : reading.problem.replace(/\.$/, '');
}

/** The paths of all that is below a folder of the work tree. */
export function pathsBelow(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).map((entry) =>
      relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    );
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw new UserError(`${folder} cannot be read (${String(error.code)}).`, 'Check its permissions.');
  }
}

/** Where requests go, by provider. */
const ADDRESSES = [
  'ANTHROPIC_BASE_URL',
  'ANTHROPIC_BEDROCK_BASE_URL',
  'ANTHROPIC_VERTEX_BASE_URL',
  'ANTHROPIC_FOUNDRY_BASE_URL',
  'ANTHROPIC_AWS_BASE_URL',
  'ANTHROPIC_BEDROCK_MANTLE_BASE_URL',
  'ANTHROPIC_GOOGLE_CLOUD_BASE_URL',
  'ANTHROPIC_UNIX_SOCKET',
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'ALL_PROXY',
  'all_proxy',
] as const;

/** Which provider answers, by the name that the allocation has for it. */
const PROVIDERS = {
  bedrock: 'CLAUDE_CODE_USE_BEDROCK',
  vertex: 'CLAUDE_CODE_USE_VERTEX',
  foundry: 'CLAUDE_CODE_USE_FOUNDRY',
} as const;

/** Providers that an allocation has no name of its own for: the job says which. */
const OTHER_PROVIDERS = [
  'CLAUDE_CODE_USE_MANTLE',
  'CLAUDE_CODE_USE_ANTHROPIC_AWS',
  'CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD',
  'CLAUDE_CODE_USE_GATEWAY',
] as const;

/** What a gateway may take for another model. The job's own often hold a key, and what is pinned stands in an output. */
const HEADERS = ['ANTHROPIC_CUSTOM_HEADERS', 'ANTHROPIC_BETAS'] as const;

/**
 * The variables of a locked session, as the job has them: empty where it has none, which Claude Code takes for its own
 * default. An address that holds credentials is left alone: what is pinned stands in an output.
 */
export function pinsOf({ env }: Pick<Call, 'env'>, provider: string): Pins {
  const addresses = [...ADDRESSES, ...OTHER_PROVIDERS].flatMap((name): [string, string][] => {
    const value = env[name] ?? '';
    return value.includes('@') ? [] : [[name, value]];
  });
  const headers = HEADERS.flatMap((name): [string, string][] => (env[name] ? [] : [[name, '']]));
  const providers = Object.entries(PROVIDERS).map(([each, name]): [string, string] => [
    name,
    provider.startsWith(each) ? '1' : '',
  ]);
  return { ...NEUTRAL, ...Object.fromEntries([...addresses, ...headers, ...providers]) };
}

/** Why a session would not get the model that it is handed: the job has the client ask another provider. null: it has not. */
export function otherProvider(
  { env, surface }: Pick<Call, 'env' | 'surface'>,
  provider: string,
): string | null {
  const found = Object.entries(PROVIDERS).find(
    ([each, name]) => /^(?:1|true|yes|on)$/i.test(env[name] ?? '') && !provider.startsWith(each),
  );
  if (found === undefined) return null;
  const [each, name] = found;
  const given = surface === 'cli' ? `--provider ${each}` : `provider: ${each}`;
  return `${name} is set, and the model is the id that ${provider} has for it. Give ${given}, or leave ${name} out.`;
}

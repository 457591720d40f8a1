import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type DefinitionReading, NEUTRAL, type Pins, readDefinition } from '../policy/session/index.ts';
import type { Call } from '../surface/call.ts';
import { readRegularFile } from '../surface/regular-file.ts';
import type { RuleSource } from './allocation.ts';
import { workTree } from './files.ts';

/** Where the sub-agents of a project are defined. */
export const AGENTS_FOLDER = '.claude/agents';
/** As much of it is read. */
export const AGENTS_LIMITS = { files: 500, bytes: 256 * 1024 } as const;

/** The sub-agents that `.claude/agents` defines where the allocation is read from, in the order of their paths. */
export async function readDefinitions(
  source: RuleSource,
  cwd: string,
): Promise<readonly DefinitionReading[]> {
  const files = await definitionFiles(source, cwd);
  return files.map(({ path, content }) => readDefinition(path, content));
}

/** The files themselves. */
export async function definitionFiles(source: RuleSource, cwd: string): Promise<readonly MarkdownFile[]> {
  return source.kind === 'disk' ? diskFiles(workTree(cwd) ?? cwd) : filesAt(source);
}

interface MarkdownFile {
  readonly path: string;
  readonly content: string;
}

async function filesAt({
  reader,
  commit,
}: RuleSource & { kind: 'commit' }): Promise<readonly MarkdownFile[]> {
  const entries = (await reader.filesBelow(commit, AGENTS_FOLDER))
    .filter(({ name, mode }) => name.endsWith('.md') && mode.startsWith('100'))
    .slice(0, AGENTS_LIMITS.files);
  return Promise.all(
    entries.map(async ({ name, blob }) => ({
      path: `${AGENTS_FOLDER}/${name}`,
      content: new TextDecoder().decode(await reader.blob(blob, AGENTS_LIMITS.bytes)),
    })),
  );
}

function diskFiles(cwd: string): readonly MarkdownFile[] {
  const folder = join(cwd, AGENTS_FOLDER);
  const paths = entriesOf(folder)
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .slice(0, AGENTS_LIMITS.files);
  return paths.flatMap((path) => {
    const reading = readRegularFile(path, AGENTS_LIMITS.bytes, 'refused');
    if (reading.kind !== 'file') return [];
    return [
      { path: relative(cwd, path).replaceAll('\\', '/'), content: new TextDecoder().decode(reading.bytes) },
    ];
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
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

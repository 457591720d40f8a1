import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundSubAgent } from '../../allocation/draft/index.ts';
import { readYaml } from '../../allocation/yaml.ts';
import { folderOnDisk } from '../../gather/sub-agents.ts';
import type { InitDocument } from '../../generated/init.ts';
import { readFrontMatter } from '../../policy/agents/index.ts';
import { modelsByHand } from '../../policy/gate/index.ts';
import { readDefinition } from '../../policy/session/index.ts';
import { readRegularFile } from '../../surface/regular-file.ts';
import { isObject } from '../../usage/records/fields.ts';

const WORKFLOWS = '.github/workflows';
const SETTINGS = '.claude/settings.json';
const LIMITS = { files: 500, bytes: 1024 * 1024 };

/** A job that starts Claude Code, by the action or by its command line. */
const STARTS_CLAUDE = /\banthropics\/claude-code-(?:base-)?action@|\bclaude\b[^\n#]*\s(?:-p|--print)\b/;

type ByHand = InitDocument['by_hand'][number];

interface FoundWorkflow {
  readonly path: string;
  readonly text: string;
  /** What GitHub calls it. */
  readonly name: string;
  readonly startsClaude: boolean;
}

/** What a repository has already. */
export interface Surroundings {
  readonly subAgents: readonly FoundSubAgent[];
  readonly workflows: readonly FoundWorkflow[];
  /** What the project's settings have sessions run on; null: they say nothing. */
  readonly sessionModel: string | null;
  /** The plugins that they switch on and that lie elsewhere, by their names. */
  readonly plugins: readonly string[];
  readonly byHand: readonly ByHand[];
  readonly remarks: readonly string[];
}

/** What stands at a path of the work tree. No link is followed: it could lead out of it. */
type Standing =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' }
  | { readonly kind: 'other'; readonly why: string };

export function standingAt(root: string, path: string): Standing {
  const parts = path.split('/');
  for (let length = 1; length <= parts.length; length++) {
    const part = parts.slice(0, length).join('/');
    const stat = lstatSync(join(root, part), { throwIfNoEntry: false });
    if (stat === undefined) return { kind: 'absent' };
    if (stat.isSymbolicLink()) return { kind: 'other', why: `${part} is a symbolic link` };
    const isLast = length === parts.length;
    if (isLast ? !stat.isFile() : !stat.isDirectory())
      return { kind: 'other', why: `${part} is no ${isLast ? 'regular file' : 'folder'}` };
  }
  const reading = readRegularFile(join(root, path), LIMITS.bytes, 'refused');
  return reading.kind === 'file'
    ? reading
    : { kind: 'other', why: `it ${reading.problem.replace(/\.$/, '')}` };
}

function textAt(root: string, path: string): string | null {
  const standing = standingAt(root, path);
  return standing.kind === 'file' ? new TextDecoder().decode(standing.bytes) : null;
}

/** The paths of the files in a folder, no links and not those of folders in it. */
function filesIn(root: string, folder: string, named: RegExp): readonly string[] {
  const stat = lstatSync(join(root, folder), { throwIfNoEntry: false });
  if (stat?.isDirectory() !== true) return [];
  return readdirSync(join(root, folder))
    .filter((name) => named.test(name))
    .sort()
    .slice(0, LIMITS.files)
    .map((name) => `${folder}/${name}`);
}

function workflowsIn(root: string): readonly FoundWorkflow[] {
  return filesIn(root, WORKFLOWS, /\.ya?ml$/).flatMap((path) => {
    const text = textAt(root, path);
    if (text === null) return [];
    const reading = readYaml(text);
    const name = reading.read && isObject(reading.value) ? reading.value.name : null;
    return [
      {
        path,
        text,
        name: typeof name === 'string' && name !== '' ? name : path,
        startsClaude: STARTS_CLAUDE.test(text.replace(/^\s*#.*$/gm, '')),
      },
    ];
  });
}

interface Settings {
  readonly model: string | null;
  readonly plugins: readonly string[];
  readonly byHand: readonly ByHand[];
  readonly remarks: readonly string[];
}

const IN_SETTINGS = /"(model|(?:ANTHROPIC|CLAUDE_CODE)_(?:[A-Z]+_)*MODEL)"\s*:\s*"([^"]{1,100})"/;

function settingsIn(root: string): Settings {
  const text = textAt(root, SETTINGS);
  if (text === null) return { model: null, plugins: [], byHand: [], remarks: [] };
  const byHand = text.split('\n').flatMap((line, index) => {
    const [, key, model] = IN_SETTINGS.exec(line) ?? [];
    return key === undefined ? [] : [{ file: SETTINGS, line: index + 1, says: `${key}: ${model}` }];
  });
  try {
    const value: unknown = JSON.parse(text);
    const { model, enabledPlugins } = isObject(value) ? value : {};
    const plugins = isObject(enabledPlugins)
      ? Object.entries(enabledPlugins).flatMap(([name, on]) => (on === true ? [name] : []))
      : [];
    return { model: typeof model === 'string' && model !== '' ? model : null, plugins, byHand, remarks: [] };
  } catch {
    return { model: null, plugins: [], byHand, remarks: [`${SETTINGS} is no JSON, and was not read.`] };
  }
}

const MARKETPLACE = '.claude-plugin/marketplace.json';

function jsonAt(root: string, path: string): unknown {
  try {
    return JSON.parse(textAt(root, path) ?? 'null');
  } catch {
    return null;
  }
}

/** The sub-agents of plugins that are switched on and lie in this repository, as `plugin:agent`. */
function pluginAgentsIn(root: string, enabled: readonly string[]): readonly FoundSubAgent[] {
  const market = jsonAt(root, MARKETPLACE);
  if (!isObject(market) || !Array.isArray(market.plugins)) return [];
  return market.plugins.filter(isObject).flatMap(({ name, source }) => {
    const isOn = typeof name === 'string' && enabled.includes(`${name}@${market.name}`);
    if (!isOn || typeof source !== 'string' || !/^\.\/(?!.*\.\.)[\w./-]+$/.test(source)) return [];
    const folder = `${source.slice(2).replace(/\/$/, '')}/agents`;
    return filesIn(root, folder, /\.md$/).flatMap((path) => {
      const own = subAgentIn(path, textAt(root, path) ?? '');
      return own === null ? [] : [{ ...own, name: `${name}:${own.name}` }];
    });
  });
}

function subAgentIn(path: string, content: string): FoundSubAgent | null {
  const reading = readDefinition(path, content);
  if (reading.kind === 'none') return null;
  const name = reading.kind === 'definition' ? reading.definition.name : reading.name;
  return { name, file: path, model: readFrontMatter(content)?.model ?? null };
}

/** Reads what is there: sub-agents, settings, workflows. Nothing of it is executed. */
export async function lookAround(root: string): Promise<Surroundings> {
  const { files, unread } = await folderOnDisk(root);
  const workflows = workflowsIn(root);
  const settings = settingsIn(root);
  const inWorkflows = workflows.flatMap(({ path, text }) =>
    modelsByHand(text).map(({ at, text: says }): ByHand => ({ file: path, line: at.line, says })),
  );
  const own = files.flatMap(({ path, content }) => subAgentIn(path, content) ?? []);
  const ofPlugins = pluginAgentsIn(root, settings.plugins);
  const known = new Set(ofPlugins.map(({ name }) => name.split(':')[0]));
  return {
    subAgents: [...own, ...ofPlugins],
    workflows,
    sessionModel: settings.model,
    plugins: settings.plugins.map((each) => each.split('@')[0] ?? each).filter((each) => !known.has(each)),
    byHand: [...inWorkflows, ...settings.byHand],
    remarks: [
      ...settings.remarks,
      ...unread.map(({ path, why }) => `${path} ${why}: which sub-agent it defines cannot be told.`),
    ],
  };
}

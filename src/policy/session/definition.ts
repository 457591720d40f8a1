import { EFFORTS } from '../../allocation/names.ts';
import { readYaml } from '../../allocation/yaml.ts';
import { isObject } from '../../usage/records/fields.ts';

/** A sub-agent as a file of `.claude/agents` defines it. */
export interface AgentDefinition {
  readonly name: string;
  /** Where it stands in the repository. */
  readonly path: string;
  /** What the client's `--agents` takes of it, without its model. */
  readonly given: Readonly<Record<string, unknown>>;
}

export type DefinitionReading =
  | { readonly kind: 'definition'; readonly definition: AgentDefinition }
  /** The client makes an agent of it, and we cannot hand it over as it is. */
  | { readonly kind: 'unreadable'; readonly name: string; readonly path: string; readonly why: string }
  /** The client makes no agent of it. */
  | { readonly kind: 'none' };

type Form = (value: unknown) => unknown;

function oneOf(words: readonly string[]): Form {
  return (value) => (typeof value === 'string' && words.includes(value) ? value : null);
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** A list, also where it is written on one line with commas. */
const list: Form = (value) => {
  if (isWords(value)) return value;
  if (typeof value !== 'string') return null;
  return value
    .split(/,(?![^(]*\))/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
};
const text: Form = (value) => (typeof value === 'string' ? value : null);
const flag: Form = (value) =>
  value === 'true' || value === 'false' ? value === 'true' : typeof value === 'boolean' ? value : null;
const number: Form = (value) => {
  const given = typeof value === 'string' ? Number(value) : value;
  return typeof given === 'number' && Number.isSafeInteger(given) && given > 0 ? given : null;
};
const array: Form = (value) => (Array.isArray(value) ? value : null);
const object: Form = (value) => (typeof value === 'object' && !Array.isArray(value) ? value : null);

/**
 * The keys of the front matter that `--agents` takes, each with its form; null: not of that form, and the client would
 * refuse all agents. Measured with Claude Code 2.1.332.
 */
const FORMS: Readonly<Record<string, Form>> = {
  tools: list,
  disallowedTools: list,
  skills: list,
  mcpServers: array,
  hooks: object,
  effort: oneOf(EFFORTS),
  permissionMode: oneOf(['acceptEdits', 'auto', 'bypassPermissions', 'default', 'dontAsk', 'plan']),
  memory: oneOf(['user', 'project', 'local']),
  isolation: text,
  initialPrompt: text,
  maxTurns: number,
  autoCompactWindow: number,
  background: flag,
  omitClaudeMd: flag,
};

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n([\s\S]*))?$/;

/** The keys of a front matter, also of one that is no YAML but has a key on each line, as the client takes it. */
function keysOf(head: string): Readonly<Record<string, unknown>> | null {
  const reading = readYaml(head);
  if (reading.read) return isObject(reading.value) ? reading.value : null;
  const found: Record<string, unknown> = {};
  for (const line of head.split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, key, value] = /^([A-Za-z][\w-]*):[ \t]*(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) return null;
    found[key] = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  }
  return found;
}

/** The `model:` that a file of `.claude/agents` names; null: none that can be read. */
export function declaredModel(content: string): string | null {
  const [, head] = FRONT_MATTER.exec(content.replace(/^\uFEFF/, '')) ?? [];
  const model = head === undefined ? null : keysOf(head)?.model;
  return typeof model === 'string' && model !== '' ? model : null;
}

/** The name in a front matter that nobody can read as a whole. */
function nameIn(head: string): string | null {
  return /^name:[ \t]*["']?([^"'\r\n]+?)["']?[ \t]*$/m.exec(head)?.[1] ?? null;
}

/** Reads a file of `.claude/agents`: a front matter in YAML, then the prompt. Never throws: files are data. */
export function readDefinition(path: string, content: string): DefinitionReading {
  const [, head, body = ''] = FRONT_MATTER.exec(content.replace(/^\uFEFF/, '')) ?? [];
  if (head === undefined) return { kind: 'none' };
  const unreadable = (name: string, why: string): DefinitionReading => ({
    kind: 'unreadable',
    name,
    path,
    why,
  });
  const keys = keysOf(head);
  if (keys === null) {
    const name = nameIn(head);
    return name === null ? { kind: 'none' } : unreadable(name, 'its front matter is not YAML');
  }
  const { name, description } = keys;
  if (typeof name !== 'string' || name === '') return { kind: 'none' };
  if (typeof description !== 'string' || description === '') return unreadable(name, 'it has no description');
  const prompt = body.trim();
  if (prompt === '') return unreadable(name, 'it has no prompt');
  const given: Record<string, unknown> = { description, prompt };
  for (const [key, form] of Object.entries(FORMS)) {
    const value = keys[key];
    if (value === undefined || value === null) continue;
    const taken = form(value);
    if (taken === null) return unreadable(name, `its ${key} is not of the form that Claude Code takes`);
    given[key] = taken;
  }
  return { kind: 'definition', definition: { name, path, given } };
}

const MODEL = /^(model:[ \t]*)(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s"'#]+))(?=[ \t]*(?:#.*)?\r?$)/m;

/**
 * A file of `.claude/agents` that names another model, and differs in nothing else: byte for byte, but for that word.
 * @param replace the model for the one that is written; null: it stays
 */
export function withModel(content: string, replace: (model: string) => string | null): string {
  const [whole = '', head] = FRONT_MATTER.exec(content.replace(/^\uFEFF/, '')) ?? [];
  const match = head === undefined ? null : MODEL.exec(head);
  if (match === null || head === undefined) return content;
  const [found, key = '', double, single, plain] = match;
  const model = replace(double ?? single ?? plain ?? '');
  if (model === null) return content;
  const quote = double !== undefined ? '"' : single !== undefined ? "'" : '';
  const at = content.indexOf(whole) + whole.indexOf(head) + match.index;
  return `${content.slice(0, at)}${key}${quote}${model}${quote}${content.slice(at + found.length)}`;
}

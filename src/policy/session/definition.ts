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

/** Behind the dashes any blank may stand but a line feed: a form feed, a no-break space. Measured with Claude Code 2.1.332. */
const FRONT_MATTER = /^(\uFEFF?---[^\S\n]*\n)([\s\S]*?)(?:\r?\n)?---[^\S\n]*(?:\n([\s\S]*))?$/;

/** A file of `.claude/agents` in its two parts. */
export interface DefinitionText {
  readonly head: string;
  /** Where the head begins in the file. */
  readonly start: number;
  readonly body: string;
}

/** Takes a file apart as the client does; null: it has no front matter. */
export function definitionText(content: string): DefinitionText | null {
  const [, opening, head, body = ''] = FRONT_MATTER.exec(content) ?? [];
  return opening === undefined || head === undefined ? null : { head, start: opening.length, body };
}

/** With what `<<` takes in from elsewhere: Claude Code follows it, where a key of the front matter itself goes before. */
function withMerged(keys: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const merged = [keys['<<']].flat().filter(isObject).toReversed();
  return Object.fromEntries([...merged, keys].flatMap((each) => Object.entries(each)));
}

/**
 * The keys of a front matter, also of one that is no YAML but has a key on each line, as the client takes it: of a key
 * that is there twice it takes the last.
 */
export function keysOf(head: string, reading = readYaml(head)): Readonly<Record<string, unknown>> | null {
  if (reading.read) return isObject(reading.value) ? withMerged(reading.value) : null;
  const found: Record<string, unknown> = {};
  for (const line of head.split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, key, value] = /^([A-Za-z][\w-]*):[ \t]*(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) return null;
    found[key] = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  }
  return found;
}

/** The name in a front matter that nobody can read as a whole. */
export function nameIn(head: string): string | null {
  return /^name:[ \t]*["']?([^"'\r\n]+?)["']?[ \t]*$/m.exec(head)?.[1] ?? null;
}

/** Reads a file of `.claude/agents`: a front matter in YAML, then the prompt. Never throws: files are data. */
export function readDefinition(path: string, content: string): DefinitionReading {
  const text = definitionText(content);
  if (text === null) return { kind: 'none' };
  const { head, body } = text;
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

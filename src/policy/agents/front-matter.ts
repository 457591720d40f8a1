import { type Position, positions } from '../../allocation/source.ts';
import { readYaml, type YamlPlace } from '../../allocation/yaml.ts';
import { definitionText, keysOf, nameIn } from '../session/index.ts';

/** A file of `.claude/agents`, as text that keeps its byte order mark. */
export interface AgentFile {
  readonly path: string;
  readonly content: string;
}

/** What a front matter says, as Claude Code takes it. */
export interface FrontMatter {
  /** Null: Claude Code makes no agent of the file. */
  readonly name: string | null;
  readonly hasDescription: boolean;
  /** As it is written; null: none, or nothing that the client takes for one. */
  readonly model: string | null;
  readonly effort: string | null;
  /** Everything that it says, by key. */
  readonly values: Readonly<Record<string, unknown>>;
  /** `lines`: it is no YAML, and the client takes a key of each line. `unclear`: nor is that all there is. */
  readonly form: 'yaml' | 'lines' | 'unclear';
  readonly body: string;
  /** Where the value of a key stands, else the front matter begins. */
  readonly at: (key: string) => Position;
}

/** Where a value stands in the file, to be written over; null where that cannot be told. */
export interface ValuePlace {
  readonly start: number;
  readonly end: number;
  /** Nothing stands there yet. */
  readonly isEmpty: boolean;
}

/** A value in quotes, and nothing behind it but a comment. */
const QUOTED = /^(?:"[^"]*"|'[^']*')(?=[ \t]*(?:[ \t]#.*)?$)/;

/** The value that a line begins with, its quotes included; null: it is none that goes no further. */
function valueIn(line: string): string | null {
  if (/^["']/.test(line)) return QUOTED.exec(line)?.[0] ?? null;
  const comment = line.startsWith('#') ? 0 : line.search(/[ \t]#/);
  return (comment < 0 ? line : line.slice(0, comment)).trimEnd();
}

/** The last line of a head that begins with a key: offsets of the key and of what follows the colon. */
function lineOf(head: string, key: string): { readonly key: number; readonly value: number } | null {
  const found = [...head.matchAll(new RegExp(`^${key}:[ \\t]*`, 'gm'))].at(-1);
  return found === undefined ? null : { key: found.index, value: found.index + found[0].length };
}

type Entries = YamlPlace['entries'];

/** Where a key, and what follows it, stands in a head; null: it is not there. */
function entryIn(head: string, entries: Entries, key: string) {
  const entry = entries?.get(key);
  return entry === undefined ? lineOf(head, key) : { key: entry.key, value: entry.place.start };
}

function entriesOf(head: string): Entries {
  const reading = readYaml(head);
  return reading.read ? (reading.place?.entries ?? null) : null;
}

/** The offset of a key in the file; null: it is not there. */
export function keyOffset(content: string, key: string): number | null {
  const text = definitionText(content);
  const entry = text === null ? null : entryIn(text.head, entriesOf(text.head), key);
  return text === null || entry === null ? null : text.start + entry.key;
}

/** Where the value of a key stands. Null: the key is not there, or its value is none that a word can take the place of. */
export function valuePlace(content: string, key: string): ValuePlace | null {
  const text = definitionText(content);
  if (text === null) return null;
  const { head, start } = text;
  const value = entryIn(head, entriesOf(head), key)?.value;
  if (value === undefined) return null;
  // Of a value that is left out YAML says where it would stand: behind the colon.
  const line = head[value - 1] === ':' ? '' : (/[^\r\n]*/.exec(head.slice(value))?.[0] ?? '');
  // In braces the front matter goes on behind it: whoever writes over it reads the file again.
  const found = valueIn(line);
  if (found === null) return null;
  return { start: start + value, end: start + value + found.length, isEmpty: found === '' };
}

function wordOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  return value.trim() === '' ? null : value.trim();
}

/** Reads a file of `.claude/agents`; null: it has no front matter. Never throws: files are data. */
export function readFrontMatter(content: string): FrontMatter | null {
  const text = definitionText(content);
  if (text === null) return null;
  const { head, start, body } = text;
  const reading = readYaml(head);
  const keys = keysOf(head, reading);
  const entries = reading.read ? (reading.place?.entries ?? null) : null;
  const at = (key: string): Position => {
    const entry = entryIn(head, entries, key);
    return positions(content)(start + (entry === null ? 0 : entry.value));
  };
  return {
    name: keys === null ? nameIn(head) : wordOf(keys.name),
    hasDescription: keys === null || wordOf(keys.description) !== null,
    model: wordOf(keys?.model),
    effort: wordOf(keys?.effort),
    values: keys ?? {},
    form: keys === null ? 'unclear' : reading.read ? 'yaml' : 'lines',
    body,
    at,
  };
}

const known = new WeakMap<AgentFile, FrontMatter | null>();

/** The same of a file, read once: a change is looked at from several sides. */
export function frontMatterOf(file: AgentFile): FrontMatter | null {
  const read = known.get(file) ?? readFrontMatter(file.content);
  known.set(file, read);
  return read;
}

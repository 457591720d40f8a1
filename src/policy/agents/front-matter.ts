import type { Position } from '../../allocation/source.ts';
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

/** A value of one line as it is written without YAML: in quotes or not. */
const LINE_VALUE = /(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s"'#][^\r\n]*?))?(?=[ \t]*(?:[ \t]#[^\r\n]*)?\r?$)/my;

function positionIn(content: string, offset: number): Position {
  const before = content.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The last line of a head that begins with a key: offsets of the key and of what follows the colon. */
function lineOf(head: string, key: string): { readonly key: number; readonly value: number } | null {
  const found = [...head.matchAll(new RegExp(`^${key}:[ \\t]*`, 'gm'))].at(-1);
  return found === undefined ? null : { key: found.index, value: found.index + found[0].length };
}

function placesOf(head: string): YamlPlace['entries'] {
  const reading = readYaml(head);
  return reading.read ? (reading.place?.entries ?? null) : null;
}

/** The offset of a key in the file; null: it is not there. */
export function keyOffset(content: string, key: string): number | null {
  const text = definitionText(content);
  if (text === null) return null;
  const offset = placesOf(text.head)?.get(key)?.key ?? lineOf(text.head, key)?.key ?? null;
  return offset === null ? null : text.start + offset;
}

/** Where the value of a key stands. Null: the key is not there, or its value is none that a word can take the place of. */
export function valuePlace(content: string, key: string): ValuePlace | null {
  const text = definitionText(content);
  if (text === null) return null;
  const { head, start } = text;
  const entry = placesOf(head)?.get(key);
  const offset = entry?.place.start ?? lineOf(head, key)?.value;
  if (offset === undefined) return null;
  if (entry !== undefined && head[offset - 1] === ':')
    return { start: start + offset, end: start + offset, isEmpty: true };
  LINE_VALUE.lastIndex = offset;
  // The value may be one in braces, which goes on behind it: whoever writes over it reads the file again.
  const [found] = LINE_VALUE.exec(head) ?? [];
  if (found === undefined) return null;
  return { start: start + offset, end: start + offset + found.length, isEmpty: found === '' };
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
  const keys = keysOf(head);
  const at = (key: string): Position => {
    const offset = valuePlace(content, key)?.start ?? keyOffset(content, key);
    return positionIn(content, offset ?? start);
  };
  return {
    name: keys === null ? nameIn(head) : wordOf(keys.name),
    hasDescription: keys === null || wordOf(keys.description) !== null,
    model: wordOf(keys?.model),
    effort: wordOf(keys?.effort),
    values: keys ?? {},
    form: keys === null ? 'unclear' : readYaml(head).read ? 'yaml' : 'lines',
    body,
    at,
  };
}

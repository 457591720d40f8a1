import { LIMITS } from './limits.ts';
import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from './yaml-events.ts';

/** Where a value stands in the text, and where the values inside it stand. */
export interface YamlPlace {
  /** Offset of the value's first character. */
  readonly start: number;
  /** The scalar that it is; null for a mapping or a list. */
  readonly scalar: ScalarEvent | null;
  /** A mapping's values by key, each with the offset of its key. */
  readonly entries: ReadonlyMap<string, { readonly key: number; readonly place: YamlPlace }> | null;
  readonly items: readonly YamlPlace[] | null;
}

/** A mistake in a text, with the offset where it was noticed. */
interface YamlMistake {
  readonly what: string;
  readonly offset: number;
  readonly fix: string | null;
}

type YamlReading =
  | { readonly read: true; readonly value: unknown; readonly place: YamlPlace | null }
  | { readonly read: false; readonly mistakes: readonly YamlMistake[] };

interface Value {
  readonly value: unknown;
  readonly place: YamlPlace;
  /** How many values it holds when its aliases are written out, itself included. */
  readonly size: number;
}

/** Ends the reading: what comes after cannot be made sense of. */
class Stop extends Error {
  readonly mistake: YamlMistake;
  constructor(what: string, offset: number, fix: string | null) {
    super(what);
    this.mistake = { what, offset, fix };
  }
}

const INTEGER = /^[-+]?[0-9]+$/;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[0-9a-fA-F]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, unknown] => [word, null]),
  ...['true', 'True', 'TRUE'].map((word): [string, unknown] => [word, true]),
  ...['false', 'False', 'FALSE'].map((word): [string, unknown] => [word, false]),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word): [string, unknown] => [word, Infinity]),
  ...['-.inf', '-.Inf', '-.INF'].map((word): [string, unknown] => [word, -Infinity]),
  ...['.nan', '.NaN', '.NAN'].map((word): [string, unknown] => [word, Number.NaN]),
]);

/** What a plain scalar stands for: YAML 1.2, core schema (https://yaml.org/spec/1.2.2/#1032-tag-resolution). */
export function plainValue(text: string): unknown {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (!/^[-+.0-9]/.test(text)) return text;
  if (INTEGER.test(text) || FLOAT.test(text)) return Number(text);
  if (OCTAL.test(text) || HEXADECIMAL.test(text)) return Number(text);
  return text;
}

/** Makes values of the parser's events, and remembers where each one stands. */
class Maker {
  readonly mistakes: YamlMistake[] = [];
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, Value>();
  #next = 0;
  /** Offset of the last event that stands somewhere. */
  #last = 0;
  #aliases = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  /** The value of the one document; null for an empty text. */
  document(): Value | null {
    const first = this.#events[this.#next];
    if (first === undefined) return null;
    if (first.type !== EVENT_ID.DOCUMENT) throw new RangeError('the events begin with no document');
    this.#next += 1;
    if (first.directives.length > 0) this.#say('YAML directives (%) are not allowed.', 0, 'Remove the line.');
    const value = this.#peek()?.type === EVENT_ID.POP ? null : this.#value();
    this.#next += 1;
    const second = this.#peek();
    if (second !== undefined) {
      this.#next += 1;
      this.#say('The file has more than one YAML document.', this.#nextOffset(), 'Keep one.');
    }
    return value;
  }

  #peek(): Event | undefined {
    return this.#events[this.#next];
  }

  /** Where the next event stands; one that stands nowhere is taken to be where the last one was. */
  #nextOffset(): number {
    const event = this.#peek();
    return (event === undefined ? null : offsetOf(event)) ?? this.#last;
  }

  #say(what: string, offset: number, fix: string | null): void {
    this.mistakes.push({ what, offset, fix });
  }

  #value(): Value {
    this.#last = this.#nextOffset();
    const event = this.#peek();
    this.#next += 1;
    if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) {
      throw new RangeError('an event of a value was expected');
    }
    if (event.type === EVENT_ID.ALIAS)
      return this.#alias(this.#text.slice(event.anchorStart, event.anchorEnd), event.anchorStart - 1);
    if (event.tagStart !== -1) {
      const tag = this.#text.slice(event.tagStart, event.tagEnd);
      this.#say(
        `The tag ${tag} is not allowed.`,
        event.tagStart,
        'Remove it, or quote the string that begins with !.',
      );
    }
    const made =
      event.type === EVENT_ID.SCALAR
        ? this.#scalar(event)
        : event.type === EVENT_ID.SEQUENCE
          ? this.#sequence(event.start)
          : this.#mapping(event.start);
    if (event.anchorStart !== -1) {
      this.#countAlias(event.anchorStart);
      this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), made);
    }
    return made;
  }

  #countAlias(offset: number): void {
    this.#aliases += 1;
    if (this.#aliases <= LIMITS.aliases) return;
    throw new Stop(
      `The file has more than ${LIMITS.aliases} anchors and aliases.`,
      offset,
      'Write the values out.',
    );
  }

  #alias(name: string, offset: number): Value {
    this.#countAlias(offset);
    const value = this.#anchors.get(name);
    // What it stands for is elsewhere, but whoever writes an alias says here that it counts here.
    if (value !== undefined) return { ...value, place: { ...value.place, start: offset, scalar: null } };
    this.#say(`No anchor &${name} comes before the alias *${name}.`, offset, 'Write the value out.');
    return { value: null, place: leaf(offset, null), size: 1 };
  }

  #scalar(event: ScalarEvent): Value {
    const text = getScalarValue(this.#text, event);
    const value = event.style === SCALAR_STYLE.PLAIN ? plainValue(text) : text;
    return { value, place: leaf(startOf(event), event), size: 1 };
  }

  #grow(size: number, offset: number): number {
    if (size <= LIMITS.values) return size;
    throw new Stop(`The file has more than ${LIMITS.values} values.`, offset, null);
  }

  #sequence(start: number): Value {
    const values: unknown[] = [];
    const items: YamlPlace[] = [];
    let size = 1;
    while (this.#peek()?.type !== EVENT_ID.POP) {
      const item = this.#value();
      values.push(item.value);
      items.push(item.place.start === -1 ? leaf(this.#last, null) : item.place);
      size = this.#grow(size + item.size, item.place.start);
    }
    this.#next += 1;
    return { value: values, place: { start, scalar: null, entries: null, items }, size };
  }

  #mapping(start: number): Value {
    const value: Record<string, unknown> = {};
    const entries = new Map<string, { key: number; place: YamlPlace }>();
    let size = 1;
    while (this.#peek()?.type !== EVENT_ID.POP) {
      const at = this.#nextOffset();
      const key = this.#key(at);
      const item = this.#value();
      if (entries.has(key)) this.#say(`The key ${key} is given twice.`, at, 'Keep one of them.');
      // Not assigned: `__proto__` is a key like any other.
      Object.defineProperty(value, key, {
        value: item.value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      entries.set(key, {
        key: at,
        place: item.place.start === -1 ? leaf(this.#afterColon(at), null) : item.place,
      });
      size = this.#grow(size + item.size, at);
    }
    this.#next += 1;
    return { value, place: { start, scalar: null, entries, items: null }, size };
  }

  /** Where a value that is left out would stand: behind the colon of its key, in the same line. */
  #afterColon(key: number): number {
    const end = this.#text.indexOf('\n', key);
    const colon = this.#text.slice(key, end === -1 ? undefined : end).indexOf(':');
    return colon === -1 ? key : key + colon + 1;
  }

  /** Keys are text as it is written: `1`, `true` and `null` are names, too. */
  #key(offset: number): string {
    const event = this.#peek();
    if (event?.type !== EVENT_ID.SCALAR) {
      throw new Stop(
        'A key must be a plain string.',
        offset,
        'Does a string contain one of { } [ ] * & and need quotes around it?',
      );
    }
    this.#value();
    return getScalarValue(this.#text, event);
  }
}

function leaf(start: number, scalar: ScalarEvent | null): YamlPlace {
  return { start, scalar, entries: null, items: null };
}

/** Quotes belong to a scalar; its value's offsets are those between them. -1 for one that is left out. */
function startOf(event: ScalarEvent): number {
  if (event.valueStart === -1) return -1;
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? event.valueStart - 1 : event.valueStart;
}

function offsetOf(event: Event): number | null {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart === -1 ? null : startOf(event);
  if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) return event.start;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  return null;
}

/**
 * Reads one YAML 1.2 document strictly: unique keys that are plain text, no tags, no directives, no merging, limits
 * on depth, aliases and size. Every mistake that can be told is told; after a slip in the syntax there is only that one.
 */
export function readYaml(text: string): YamlReading {
  let maker: Maker | null = null;
  try {
    maker = new Maker(text, parseEvents(text, { maxDepth: LIMITS.depth }));
    const made = maker.document();
    if (maker.mistakes.length > 0) return { read: false, mistakes: maker.mistakes };
    return { read: true, value: made?.value ?? null, place: made?.place ?? null };
  } catch (error) {
    const before = maker?.mistakes ?? [];
    if (error instanceof Stop) return { read: false, mistakes: [...before, error.mistake] };
    if (error instanceof YAMLException) return { read: false, mistakes: [syntaxMistake(error)] };
    throw error;
  }
}

const QUOTES = 'Does a string contain one of , : # { } [ ] and need quotes around it?';

function syntaxMistake(error: YAMLException): YamlMistake {
  const offset = error.mark?.position ?? 0;
  if (error.reason.includes('maxDepth')) {
    return { what: `Values are nested more than ${LIMITS.depth} deep.`, offset, fix: null };
  }
  if (error.reason.includes('tab characters')) {
    return { what: 'Tabs are not allowed as indentation.', offset, fix: 'Indent with spaces.' };
  }
  if (error.reason.includes('indentation of a mapping entry')) {
    const what = 'This is not part of the mapping around it.';
    return { what, offset, fix: `Does it begin at the same column as its neighbours? ${QUOTES}` };
  }
  return { what: `This is not valid YAML: ${error.reason.replace(/\.?$/, '.')}`, offset, fix: QUOTES };
}

import type { CST } from 'yaml';
import { isObject } from '../../usage/records/fields.ts';
import {
  isMapping,
  type KeyValue,
  keyValues,
  type MappingPart,
  partEnd,
  partStart,
  rootOf,
  trailingComma,
  type YamlPart,
} from './tokens.ts';
import { changed, isSame, isWantedMapping, type Wanted, type WantedMapping } from './wanted.ts';
import { type Style, writtenFlow, writtenKey, writtenScalar } from './write.ts';

/** From `start` up to `end` the text is replaced. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The file's sections up to the matrix, in the order in which people write them. */
const SECTIONS: readonly string[] = ['version', 'tiers', 'phases', 'facts', 'agents'];

/** A mapping of the file: what it is made of, what it holds, and how deep it lies. */
interface Mapping {
  readonly token: MappingPart;
  readonly value: unknown;
  /** 0: the file, 1: the matrix, 2: a phase, 3: a cell. */
  readonly level: number;
}

/** What the next step towards a file that holds what is wanted replaces; nothing when it does. */
export function nextSplices(text: string, value: unknown, wanted: WantedMapping): readonly Splice[] {
  const token = rootOf(text);
  if (!isMapping(token)) return [];
  return new Step(text, token, value).towards({ token, value, level: 0 }, wanted);
}

class Step {
  readonly #text: string;
  /** What ends a line. */
  readonly #newline: string;
  /** By how many columns a block is indented. */
  readonly #indent: number;
  readonly #isPadded: boolean;
  /** In the order of the file. */
  readonly #phases: readonly unknown[];

  constructor(text: string, root: MappingPart, value: unknown) {
    this.#text = text;
    this.#newline = /\r?\n/.exec(text)?.[0] ?? '\n';
    this.#isPadded = !/\{[^\s}]/.test(text) || /\{ /.test(text);
    const inner = keyValues(root).find(({ value: each }) => each?.type === 'block-map')?.value ?? null;
    this.#indent = inner === null ? 2 : this.#column(partStart(inner));
    this.#phases = isObject(value) && Array.isArray(value.phases) ? value.phases : [];
  }

  /** None: the mapping holds what is wanted. A key that goes away goes alone: the commas beside it are others then. */
  towards(mapping: Mapping, wanted: WantedMapping): readonly Splice[] {
    const pairs = keyValues(mapping.token);
    const now = isObject(mapping.value) ? mapping.value : {};
    const style = { isQuoted: pairs[0]?.isQuoted ?? false, isPadded: this.#isPadded };
    const gone = pairs.find(({ key }) => wanted[key] === null);
    if (gone !== undefined) return this.#removed(mapping.token, pairs, gone);
    const found: Splice[] = [];
    const added: [string, unknown][] = [];
    for (const [key, each] of Object.entries(wanted)) {
      const pair = pairs.find((one) => one.key === key);
      if (each === null) continue;
      if (pair === undefined) added.push([key, changed(undefined, each)]);
      else if (!isSame(now[key], changed(now[key], each))) {
        if (isMapping(pair.value) && isWantedMapping(each)) {
          const inner = { token: pair.value, value: now[key], level: mapping.level + 1 };
          found.push(...this.towards(inner, each));
        } else found.push(this.#set(pair, now[key], each, style));
      }
    }
    if (added.length === 0) return found;
    return mapping.token.type === 'block-map'
      ? [...found, this.#addedToBlock(mapping.level, pairs, added, style)]
      : [...found, ...this.#addedToFlow(mapping.token, pairs, added, style)];
  }

  #set({ value, end }: KeyValue, now: unknown, wanted: Wanted, style: Style): Splice {
    const after = changed(now, wanted);
    if (value === null) return { start: end, end, text: ` ${writtenFlow(after, style)}` };
    const place = { start: partStart(value), end: partEnd(value) };
    if (isObject(after)) return { ...place, text: writtenFlow(after, style) };
    return { ...place, text: writtenScalar(after, quotesOf(value)) };
  }

  #removed(token: MappingPart, pairs: readonly KeyValue[], pair: KeyValue): readonly Splice[] {
    if (token.type === 'block-map') return [this.#withoutLines(pair)];
    const next = pairs[pairs.indexOf(pair) + 1];
    const { start, end, comma } = pair;
    const cut = (from: number, to: number): Splice => ({ start: from, end: to, text: '' });
    if (comma !== null && !this.#text.slice(comma, start).includes('#')) return [cut(comma, end)];
    const nextComma = next?.comma ?? (token.type === 'flow-collection' ? trailingComma(token) : null);
    // What a comment says about the pairs beside it stays, and with it the line that it ends.
    if (nextComma !== null) {
      const isPlain = next !== undefined && !this.#text.slice(end, next.start).includes('#');
      return isPlain ? [cut(start, next.start)] : [cut(start, end), cut(nextComma, nextComma + 1)];
    }
    return comma === null ? [cut(start, end)] : [cut(comma, comma + 1), cut(start, end)];
  }

  /** The lines of a pair in a block. */
  #withoutLines({ start, end }: KeyValue): Splice {
    const first = this.#lineStart(start);
    const last = this.#lineEnd(end);
    const newline = /^\r?\n/.exec(this.#text.slice(last, last + 2))?.[0] ?? '';
    // The last line of a file that ends without a line end leaves such a file.
    const before = newline === '' ? (/\r?\n$/.exec(this.#text.slice(0, first))?.[0].length ?? 0) : 0;
    return { start: first - before, end: last + newline.length, text: '' };
  }

  #addedToFlow(
    token: CST.FlowCollection,
    pairs: readonly KeyValue[],
    added: readonly (readonly [string, unknown])[],
    style: Style,
  ): readonly Splice[] {
    const insert = (at: number, text: string): Splice => ({ start: at, end: at, text });
    const texts = added.map(([key, value]) => `${writtenKey(key, style)}: ${writtenFlow(value, style)}`);
    const last = pairs.at(-1);
    if (last === undefined) {
      const open = token.offset + 1;
      const pad = style.isPadded ? ' ' : '';
      const isTight = partEnd(token) === open + 1;
      return [insert(open, `${pad}${texts.join(', ')}${isTight ? pad : ''}`)];
    }
    const comma = trailingComma(token);
    const at = comma === null ? last.end : comma + 1;
    if (!last.isOnNewLine) {
      return [insert(at, comma === null ? `, ${texts.join(', ')}` : ` ${texts.join(', ')},`)];
    }
    const line = `${this.#newline}${this.#text.slice(this.#lineStart(last.start), last.start)}`;
    const text = `${line}${texts.join(`,${line}`)}${comma === null ? '' : ','}`;
    const end = this.#lineEnd(at);
    const endsLine = /^[ \t]*(?:#.*)?$/.test(this.#text.slice(at, end));
    if (comma !== null) return [insert(endsLine ? end : at, text)];
    return endsLine ? [insert(at, ','), insert(end, text)] : [insert(at, `,${text}`)];
  }

  #addedToBlock(
    level: number,
    pairs: readonly KeyValue[],
    added: readonly (readonly [string, unknown])[],
    style: Style,
  ): Splice {
    const order = level === 0 ? SECTIONS : level === 1 ? this.#phases : [];
    const place = order.includes(added[0]?.[0] ?? '') ? order.indexOf(added[0]?.[0] ?? '') : order.length;
    const before = pairs.findLast(({ key }) => order.slice(0, place).includes(key)) ?? pairs.at(-1);
    const column = this.#column(pairs[0]?.start ?? 0);
    const at = this.#lineEnd(before?.end ?? 0);
    const depth = level === 0 ? 2 : level === 1 && before?.value?.type === 'block-map' ? 1 : 0;
    const apart = level === 0 && this.#isFollowedByBlank(at) ? this.#newline : '';
    const lines = added.map(([key, value]) => this.#block(key, value, column, depth, style));
    return { start: at, end: at, text: `${apart}${lines.join('')}` };
  }

  /** A pair on lines of its own. */
  #block(key: string, value: unknown, column: number, depth: number, style: Style): string {
    const head = `${this.#newline}${' '.repeat(column)}${writtenKey(key, style)}:`;
    if (depth === 0 || !isObject(value)) return `${head} ${writtenFlow(value, style)}`;
    const inner = Object.entries(value).map(([name, each]) =>
      this.#block(name, each, column + this.#indent, depth - 1, style),
    );
    return `${head}${inner.join('')}`;
  }

  #isFollowedByBlank(offset: number): boolean {
    return /^\r?\n[ \t]*\r?\n/.test(this.#text.slice(offset));
  }

  #column(offset: number): number {
    return offset - this.#lineStart(offset);
  }

  #lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Before the line end. */
  #lineEnd(offset: number): number {
    const end = /\r?\n/g;
    end.lastIndex = offset;
    return end.exec(this.#text)?.index ?? this.#text.length;
  }
}

function quotesOf({ type }: YamlPart): 'plain' | 'single' | 'double' {
  if (type === 'single-quoted-scalar') return 'single';
  return type === 'double-quoted-scalar' ? 'double' : 'plain';
}

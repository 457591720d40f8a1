import { CST, Parser } from 'yaml';
import { InternalError } from '../../errors.ts';

/** A part of the text, as `yaml`'s concrete syntax tree has it: every character of the file belongs to one. */
export type YamlPart = CST.Token;
export type MappingPart = CST.BlockMap | CST.FlowCollection;

/** A key with its value. */
export interface KeyValue {
  /** The key as a name. */
  readonly key: string;
  /** Offset of the first character, which is the key's or its anchor's. */
  readonly start: number;
  /** Offset behind the last character of the value; where it is left out, behind the colon. */
  readonly end: number;
  readonly isQuoted: boolean;
  readonly value: YamlPart | null;
  /** Offset of the comma before it; null in a block, and for the first. */
  readonly comma: number | null;
  /** It begins a line. */
  readonly isOnNewLine: boolean;
}

const LAYOUT: readonly string[] = ['space', 'newline', 'comment', 'comma'];

/** The root of a text; null for one that holds no value. */
export function rootOf(text: string): YamlPart | null {
  for (const token of new Parser().parse(text)) if (token.type === 'document') return token.value ?? null;
  return null;
}

export function isMapping(token: YamlPart | null): token is MappingPart {
  return token?.type === 'block-map' || (token?.type === 'flow-collection' && isFlowMapping(token));
}

function isFlowMapping(token: CST.FlowCollection): boolean {
  return token.start.type === 'flow-map-start';
}

/** Offset of the first character. */
export function partStart(token: YamlPart): number {
  return token.type === 'block-scalar' ? (token.props[0]?.offset ?? token.offset) : token.offset;
}

/** Offset behind the last character, without the layout and comments that follow. Throws `InternalError`. */
export function partEnd(token: YamlPart): number {
  switch (token.type) {
    case 'block-scalar': {
      const props = token.props.map((each) => ('source' in each ? each.source : '')).join('');
      return partStart(token) + `${props}${token.source}`.trimEnd().length;
    }
    case 'block-map':
    case 'block-seq':
      return Math.max(token.offset, ...token.items.map(endOfItem));
    case 'flow-collection': {
      const close = token.end.find(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
      if (close === undefined) throw new InternalError('a flow collection has no end');
      return close.offset + close.source.length;
    }
    case 'alias':
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return token.offset + token.source.length;
    default:
      throw new InternalError(`a value was expected, not ${token.type}`);
  }
}

function endOfItem({ start, key, sep, value }: CST.CollectionItem): number {
  if (value != null) return partEnd(value);
  const last = [...start, ...(sep ?? [])].findLast(({ type }) => !LAYOUT.includes(type));
  return Math.max(key == null ? 0 : partEnd(key), last === undefined ? 0 : last.offset + last.source.length);
}

/** The pairs of a mapping, in order. */
export function keyValues(token: MappingPart): readonly KeyValue[] {
  return token.items.flatMap((item): KeyValue[] => {
    const { start, key, value } = item;
    const scalar = CST.resolveAsScalar(key ?? null);
    if (key == null || scalar === null) return [];
    const first = start.find(({ type }) => !LAYOUT.includes(type));
    return [
      {
        key: scalar.value,
        start: first?.offset ?? partStart(key),
        end: endOfItem(item),
        isQuoted: key.type === 'double-quoted-scalar',
        value: value ?? null,
        comma: start.find(({ type }) => type === 'comma')?.offset ?? null,
        isOnNewLine: start.some(({ type }) => type === 'newline'),
      },
    ];
  });
}

/** Offset of a comma behind the last pair; null where there is none. */
export function trailingComma(token: CST.FlowCollection): number | null {
  const last = token.items.at(-1);
  if (last === undefined || last.key !== undefined || last.value !== undefined) return null;
  return last.start.find(({ type }) => type === 'comma')?.offset ?? null;
}

import { Scalar } from 'yaml';

/** The parts of a YAML source that stand for one character of a double-quoted text, beside plain characters. */
const ESCAPE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n|.)/sy;
const WHITE_ESCAPES: readonly string[] = [
  '\\t',
  '\\n',
  '\\r',
  '\\ ',
  '\\v',
  '\\f',
  '\\_',
  '\\N',
  '\\L',
  '\\P',
];

function isWhite(text: string): boolean {
  return /^\s*$/.test(text);
}

/**
 * Where the character at `offset` of a scalar's value stands in the file. Line folding, indentation, quotes and
 * escapes make the two differ, but they keep every character that is not white space, in order: so these are counted.
 * @param from offset of the scalar in `text`
 */
export function offsetInScalar(
  text: string,
  { value, type }: Pick<Scalar, 'value' | 'type'>,
  from: number,
  offset: number,
): number {
  if (typeof value !== 'string') return from;
  let left = value.slice(0, offset).replace(/\s/g, '').length;
  const block = type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED;
  const quoted = type === Scalar.QUOTE_SINGLE || type === Scalar.QUOTE_DOUBLE;
  // A block's text begins in the line after its `|` or `>`.
  let at = block ? text.indexOf('\n', from) + 1 : quoted ? from + 1 : from;
  while (at < text.length) {
    const unit = unitAt(text, at, type);
    if (!isWhite(unit) && !isWhiteEscape(unit, type)) {
      if (left === 0) return at;
      left -= 1;
    }
    at += unit.length;
  }
  return from;
}

/** The source of one character of the value. */
function unitAt(text: string, at: number, type: Scalar['type']): string {
  if (type === Scalar.QUOTE_SINGLE && text.startsWith("''", at)) return "''";
  if (type === Scalar.QUOTE_DOUBLE) {
    ESCAPE.lastIndex = at;
    const escaped = ESCAPE.exec(text)?.[0];
    if (escaped !== undefined) return escaped;
  }
  return text.charAt(at);
}

function isWhiteEscape(unit: string, type: Scalar['type']): boolean {
  if (type !== Scalar.QUOTE_DOUBLE || !unit.startsWith('\\')) return false;
  if (WHITE_ESCAPES.includes(unit) || /\n$/.test(unit)) return true;
  const code = /^\\[xuU]([0-9a-fA-F]+)$/.exec(unit)?.[1];
  return (
    code !== undefined &&
    Number.parseInt(code, 16) <= 0x10ffff &&
    isWhite(String.fromCodePoint(Number.parseInt(code, 16)))
  );
}

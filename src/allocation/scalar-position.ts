import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from './yaml-events.ts';

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
 */
export function offsetInScalar(text: string, scalar: ScalarEvent, offset: number): number {
  let left = getScalarValue(text, scalar).slice(0, offset).replace(/\s/g, '').length;
  let at = scalar.valueStart;
  while (at < scalar.valueEnd) {
    const unit = unitAt(text, at, scalar.style);
    if (!isWhite(unit) && !isWhiteEscape(unit, scalar.style)) {
      if (left === 0) return at;
      left -= 1;
    }
    at += unit.length;
  }
  return scalar.valueStart;
}

/** The source of one character of the value. */
function unitAt(text: string, at: number, style: ScalarEvent['style']): string {
  if (style === SCALAR_STYLE.SINGLE_QUOTED && text.startsWith("''", at)) return "''";
  if (style === SCALAR_STYLE.DOUBLE_QUOTED) {
    ESCAPE.lastIndex = at;
    const escaped = ESCAPE.exec(text)?.[0];
    if (escaped !== undefined) return escaped;
  }
  return text.charAt(at);
}

function isWhiteEscape(unit: string, style: ScalarEvent['style']): boolean {
  if (style !== SCALAR_STYLE.DOUBLE_QUOTED || !unit.startsWith('\\')) return false;
  if (WHITE_ESCAPES.includes(unit) || /\n$/.test(unit)) return true;
  const code = /^\\[xuU]([0-9a-fA-F]+)$/.exec(unit)?.[1];
  return (
    code !== undefined &&
    Number.parseInt(code, 16) <= 0x10ffff &&
    isWhite(String.fromCodePoint(Number.parseInt(code, 16)))
  );
}

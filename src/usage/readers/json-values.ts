/** A JSON document, or what is left of one. */
interface JsonValues {
  readonly values: readonly unknown[];
  /** True when the text was one whole document and an array. */
  readonly array: boolean;
  /** Values that could not be read. */
  readonly damaged: number;
}

/**
 * The values in a text that is an array, a single value, one value a line, or the beginning of any of these: a job
 * that is killed while it writes leaves a part. Null for a text that does not begin like one.
 */
export function jsonValues(text: string): JsonValues | null {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (!start.startsWith('{') && !start.startsWith('[')) return null;
  const whole = parse(start);
  if (whole !== undefined) {
    return Array.isArray(whole.value)
      ? { values: whole.value, array: true, damaged: 0 }
      : { values: [whole.value], array: false, damaged: 0 };
  }
  if (start.startsWith('[')) return { ...elements(start), array: true };
  const lines = start.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(parse).flatMap((found) => (found === undefined ? [] : [found.value]));
  return { values, array: false, damaged: lines.length - values.length };
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The whole elements of an array whose end is missing. */
function elements(text: string): { readonly values: readonly unknown[]; readonly damaged: number } {
  const values: unknown[] = [];
  let damaged = 0;
  let depth = 0;
  let from = -1;
  for (let place = 1; place < text.length; place++) {
    const letter = text[place];
    if (letter === '"') place = endOfString(text, place);
    else if (letter === '{' || letter === '[') {
      if (depth === 0) from = place;
      depth++;
    } else if (letter === '}' || letter === ']') {
      depth--;
      if (depth === 0) {
        const found = parse(text.slice(from, place + 1));
        if (found === undefined) damaged++;
        else values.push(found.value);
        from = -1;
      }
    }
  }
  return { values, damaged: damaged + (from === -1 ? 0 : 1) };
}

/** The place of the quote that ends the string which begins at `start`; the end of the text where there is none. */
function endOfString(text: string, start: number): number {
  for (let place = start + 1; place < text.length; place++) {
    if (text[place] === '\\') place++;
    else if (text[place] === '"') return place;
  }
  return text.length;
}

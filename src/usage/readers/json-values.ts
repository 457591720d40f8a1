/** The JSON documents in a text, or what is left of them. */
interface JsonValues {
  readonly values: readonly unknown[];
  /** True when the text holds one document, and that is an array. */
  readonly array: boolean;
  /** Lines and elements that could not be read. */
  readonly damaged: number;
}

/** How a document begins: no line of a log does, not even `[12:30] done`. */
const BEGINS = /\{\s*(?:["}]|$)|\[\s*(?:[[{\]]|$)/y;

/** Documents of several lines that may be tried in one text: a file of opening braces is not to take for ever. */
const MOST_TRIES = 100;

/**
 * The values in a text that holds an array, a single value, one value a line, several on a line, or the beginning of any
 * of these: a job that is killed while it writes leaves a part, and other programs write before and between. What
 * is no part of a document counts as damage, a line for a line. Null for a text without any document.
 */
export function jsonValues(given: string): JsonValues | null {
  const text = given.replace(/^\ufeff/, '');
  const whole = parse(text);
  if (whole !== undefined) return typeof whole.value === 'object' ? valuesOf([whole.value], 0) : null;
  const documents: unknown[] = [];
  let damaged = 0;
  let begun = 0;
  let tries = 0;
  let place = skipBlank(text, 0);
  while (place < text.length) {
    const end = endOfLine(text, place);
    if (!begins(text, place)) {
      damaged++;
      place = skipBlank(text, end);
      continue;
    }
    begun++;
    // First what fits on the line; a document of several lines is written with a line for its opening bracket alone.
    const inLine = endOfValue(text, place, end);
    const opensAlone =
      inLine === -1 && ++tries <= MOST_TRIES && /^(?:\[\{?|\{)\s*$/.test(text.slice(place, end));
    const stop = opensAlone ? endOfValue(text, place, text.length) : inLine;
    const found = stop === -1 ? undefined : parse(text.slice(place, stop));
    if (found !== undefined) {
      documents.push(found.value);
      place = skipBlank(text, stop);
    } else if (text[place] === '[' && documents.length === 0) {
      const rest = elements(text, place);
      return { ...rest, damaged: damaged + rest.damaged, array: true };
    } else {
      damaged++;
      place = skipBlank(text, end);
    }
  }
  return begun === 0 ? null : valuesOf(documents, damaged);
}

function valuesOf(documents: readonly unknown[], damaged: number): JsonValues {
  const [only] = documents;
  if (documents.length === 1 && Array.isArray(only)) return { values: only, array: true, damaged };
  return { values: documents.flat(), array: false, damaged };
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function begins(text: string, place: number): boolean {
  BEGINS.lastIndex = place;
  return BEGINS.test(text);
}

function skipBlank(text: string, from: number): number {
  let place = from;
  while (place < text.length && /\s/.test(text.charAt(place))) place++;
  return place;
}

function endOfLine(text: string, place: number): number {
  const end = text.indexOf('\n', place);
  return end === -1 ? text.length : end;
}

/** The place after the object or array that begins at `start`; -1 where it does not end before `most`. */
function endOfValue(text: string, start: number, most: number): number {
  let depth = 0;
  for (let place = start; place < most; place++) {
    const letter = text[place];
    if (letter === '"') place = endOfString(text, place, most);
    else if (letter === '{' || letter === '[') depth++;
    else if ((letter === '}' || letter === ']') && --depth === 0) return place + 1;
  }
  return -1;
}

/** The whole elements of an array that begins at `start` and whose end is missing. */
function elements(
  text: string,
  start: number,
): { readonly values: readonly unknown[]; readonly damaged: number } {
  const values: unknown[] = [];
  let damaged = 0;
  let place = start + 1;
  while (place < text.length) {
    const letter = text[place];
    if (letter !== '{' && letter !== '[') {
      place++;
      continue;
    }
    const end = endOfValue(text, place, text.length);
    const found = end === -1 ? undefined : parse(text.slice(place, end));
    if (found === undefined) damaged++;
    else values.push(found.value);
    if (end === -1) break;
    place = end;
  }
  return { values, damaged };
}

/** The place of the quote that ends the string which begins at `start`; `most` where there is none. No string has a line break in it. */
function endOfString(text: string, start: number, most: number): number {
  for (let place = start + 1; place < most; place++) {
    const letter = text[place];
    if (letter === '\\') place++;
    else if (letter === '"') return place;
    else if (letter === '\n') return most;
  }
  return most;
}

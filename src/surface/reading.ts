/*
 * A text as it reads, without what a renderer has put into it: so a secret is found however it is written.
 */

/**
 * What a renderer writes that is not there to be read, or that stands for a character: the escapes of markdown, JSON
 * and addresses, the zero-width spaces that keep GitHub from making links, the code points of what cannot be seen.
 * `amp;` and `25` repeat where a text was escaped twice.
 */
const WRITTEN =
  /\\u([0-9a-f]{4})|\\|\u200B|&(?:amp;)*(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos|hellip));|%(?:25)*([0-9a-f]{2})|\[U\+([0-9a-f]{4,6})\\?\]|\s+/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  hellip: '…',
};
const MARKS = /[\\\u200B&%[]/;

/** Texts are escaped, encoded and quoted a few times, each in its turn. */
const ROUNDS = 3;

/** The same, and the white space that JSON writes. */
const WRITTEN_AS_JSON = new RegExp(`(?:\\\\[nrt])+|${WRITTEN.source}`, 'gi');
/** White space and what cannot be seen, with what begins a line in quotations, comments and lists. */
const SPACES = /[\s\p{Cc}\p{Cf}]+(?:[>#|*/+-]+[\s\p{Cc}\p{Cf}]+)*/gu;
const SPACE = /[\s\p{Cc}\p{Cf}]/u;

export function withoutSpaces(text: string): string {
  return text.replace(SPACES, '');
}

/** True where something in a text may stand for something else. */
export function hasMarks(text: string): boolean {
  return MARKS.test(text);
}

/** A text as it reads, and for each of its characters where it begins and ends in what was written. */
interface Reading {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function character(code: number): string {
  return code <= 0x10ffff && code !== 0x200b ? String.fromCodePoint(code) : '';
}

/** Reads until nothing is left that stands for something else: what was escaped, encoded and quoted once more, too. */
export function readWritten(written: string): Reading {
  let reading = readOnce(written, WRITTEN);
  for (let round = 0; round < ROUNDS && MARKS.test(reading.text); round += 1) {
    const next = readAgain(reading, WRITTEN);
    if (next.text === reading.text) break;
    reading = next;
  }
  return reading;
}

/** Reads in the same way, with no space between the words: what a line ends within goes on behind it. */
export function readUnfolded(written: string): Reading {
  let reading = readAgain(readOnce(written, WRITTEN_AS_JSON), SPACES);
  for (let round = 0; round < ROUNDS && (MARKS.test(reading.text) || SPACE.test(reading.text)); round += 1) {
    const next = readAgain(readAgain(reading, WRITTEN_AS_JSON), SPACES);
    if (next.text === reading.text) break;
    reading = next;
  }
  return reading;
}

function readAgain(before: Reading, pattern: RegExp): Reading {
  const { text, starts, ends } = readOnce(before.text, pattern);
  return {
    text,
    starts: starts.map((at) => before.starts[at] ?? 0),
    ends: ends.map((at) => before.ends[at - 1] ?? 0),
  };
}

function readOnce(written: string, pattern: RegExp): Reading {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let done = 0;
  const plain = (end: number): void => {
    text += written.slice(done, end);
    for (; done < end; done += 1) {
      starts.push(done);
      ends.push(done + 1);
    }
  };
  for (const match of written.matchAll(pattern)) {
    plain(match.index);
    done = match.index + match[0].length;
    const piece = pattern === SPACES ? '' : readAs(match);
    text += piece;
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(match.index);
      ends.push(done);
    }
  }
  plain(written.length);
  return { text, starts, ends };
}

/** What a match of `WRITTEN` stands for. */
function readAs([all, unicode, decimal, hexadecimal, entity, percent, seen]: RegExpExecArray): string {
  const code = unicode ?? hexadecimal ?? percent ?? seen;
  if (code !== undefined) return character(Number.parseInt(code, 16));
  if (decimal !== undefined) return character(Number(decimal));
  if (entity !== undefined) return ENTITIES[entity.toLowerCase()] ?? '';
  return /^(?:\s|\\.)/.test(all) ? ' ' : '';
}

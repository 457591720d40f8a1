const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const encoder = new TextEncoder();

/** The place of the first of some bytes, from a place on; -1: there is none. */
export type ByteSearch = (bytes: Uint8Array, needle: Uint8Array, from: number) => number;

/** For what is in memory anyway: a surface has a faster one. */
export function searchPlainly(bytes: Uint8Array, needle: Uint8Array, from: number): number {
  const [first = 0] = needle;
  for (let place = bytes.indexOf(first, from); place !== -1; place = bytes.indexOf(first, place + 1))
    if (sameBytes(bytes, place, place + needle.length, needle)) return place;
  return -1;
}

/** True where the bytes from one place to another are those. */
export function sameBytes(bytes: Uint8Array, from: number, to: number, other: Uint8Array): boolean {
  if (to - from !== other.length) return false;
  for (let place = 0; place < other.length; place++) if (bytes[from + place] !== other[place]) return false;
  return true;
}

/** Texts that were just met, by their bytes: a text is made only for the first of many lines. */
export class Recent<T> {
  private readonly kept: { readonly bytes: Uint8Array; readonly value: T }[] = [];

  find(bytes: Uint8Array, from: number, to: number): T | undefined {
    for (const { bytes: known, value } of this.kept) if (sameBytes(bytes, from, to, known)) return value;
    return undefined;
  }

  keep(bytes: Uint8Array, from: number, to: number, value: T): T {
    // `slice` of a Buffer would be a view of bytes that change.
    this.kept.unshift({ bytes: Uint8Array.from(bytes.subarray(from, to)), value });
    if (this.kept.length > 8) this.kept.length = 8;
    return value;
  }
}

/** The first place from `from` on that is no blank; `end`: there is none. */
export function blankAfter(buffer: Uint8Array, from: number, end: number): number {
  let place = from;
  while (place < end && (buffer[place] ?? 0) <= 0x20 && buffer[place] !== 0) place++;
  return place;
}

/** True for a line that begins and ends like an object, and for an empty one. */
export function isWholeLine(buffer: Uint8Array, start: number, stop: number): boolean {
  let end = stop;
  while (end > start && (buffer[end - 1] ?? 0) <= 0x20 && buffer[end - 1] !== 0) end--;
  const begin = blankAfter(buffer, start, end);
  return begin === end || (buffer[begin] === OPEN_BRACE && buffer[end - 1] === CLOSE_BRACE);
}

/** True for `null`, where a value of that length stands. */
export function isNull(buffer: Uint8Array, from: number, length: number): boolean {
  return length === 4 && buffer[from] === 0x6e;
}

/** FNV-1a with a last mixing; never 0. */
export function hashBytes(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let place = start; place < end; place++) {
    hash = Math.imul(hash ^ (bytes[place] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0 || 1;
}

/** 0 for what is no text. */
export function hashText(value: unknown, seed: number): number {
  if (typeof value !== 'string' || value === '') return 0;
  const bytes = encoder.encode(value);
  return hashBytes(bytes, 0, bytes.length, seed);
}

export function hashNumber(value: number): number {
  return hashText(String(value), 3);
}

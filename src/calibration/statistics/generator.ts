import { createHash } from 'node:crypto';

/** The next of a row of numbers from 0 up to 1 that look drawn by chance: the same seed gives the same row. */
export type Random = () => number;

/** A seed that a text decides: its SHA-256, in hexadecimal. */
export function seedOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Chris Doty-Humphrey's sfc32, from the first 96 bits of a hash in hexadecimal (at least 24 digits, as a commit has).
 * Throws `RangeError` for any other text.
 */
export function randomFrom(hash: string): Random {
  if (!/^[0-9a-f]{24,}$/i.test(hash))
    throw new RangeError('a seed is a hash of at least 24 hexadecimal digits');
  const word = (place: number): number => Number.parseInt(hash.slice(place, place + 8), 16) | 0;
  let [a, b, c, counter] = [word(0), word(8), word(16), 1];
  const draw = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 15; round++) draw();
  return draw;
}

/** Words of 32 bits in a SHA-256. */
const WORDS = 8;

const ENCODER = new TextEncoder();

/** Whether an id is a SHA-256 in lower-case hexadecimal. */
export function isHash(id: string): boolean {
  return /^[0-9a-f]{64}$/.test(id);
}

/** Rows of a part: see `Column`. */
const PART = 11;
const MASK = (1 << PART) - 1;

/** The ids of rows, at 32 bytes each. */
export class Ids {
  readonly #parts: Int32Array[] = [];
  readonly #codes = new Uint8Array(WORDS * 8);

  /** @param id must be one by `isHash` */
  set(row: number, id: string): void {
    const place = row >>> PART;
    while (this.#parts.length <= place) this.#parts.push(new Int32Array((MASK + 1) * WORDS));
    const words = this.#parts[place];
    if (words === undefined) return;
    // A part of a line is slow to go through: its characters are taken at once.
    const codes = this.#codes;
    ENCODER.encodeInto(id, codes);
    const first = (row & MASK) * WORDS;
    let digit = 0;
    for (let word = first; word < first + WORDS; word += 1) {
      let value = 0;
      for (const end = digit + 8; digit < end; digit += 1) {
        const code = codes[digit] ?? 0;
        // Without a branch: 0 to 9, and from `a` on 10 to 15.
        value = (value << 4) | ((code & 15) + (code >> 6) * 9);
      }
      // So that signed words are in the order of the texts.
      words[word] = value ^ 0x80000000;
    }
  }

  hash(row: number): number {
    return this.#parts[row >>> PART]?.[(row & MASK) * WORDS] ?? 0;
  }

  /** Negative, zero or positive as the id of `a` is before, the same as, or after that of `b`. */
  compare(a: number, b: number): number {
    const [mine, theirs] = [this.#parts[a >>> PART], this.#parts[b >>> PART]];
    if (mine === undefined || theirs === undefined) return a - b;
    const [first, other] = [(a & MASK) * WORDS, (b & MASK) * WORDS];
    for (let word = 0; word < WORDS; word += 1) {
      const difference = (mine[first + word] ?? 0) - (theirs[other + word] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

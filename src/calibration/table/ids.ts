/** Words of 32 bits in a SHA-256. */
const WORDS = 8;

const ENCODER = new TextEncoder();

/** Whether an id is a SHA-256 in lower-case hexadecimal. */
export function isHash(id: string): boolean {
  return /^[0-9a-f]{64}$/.test(id);
}

/** The ids of rows, at 32 bytes each. */
export class Ids {
  #words = new Int32Array(1024 * WORDS);
  readonly #codes = new Uint8Array(WORDS * 8);

  /** @param id must be one by `isHash` */
  set(row: number, id: string): void {
    if ((row + 1) * WORDS > this.#words.length) {
      const larger = new Int32Array(Math.ceil((this.#words.length * 1.5) / WORDS) * WORDS);
      larger.set(this.#words);
      this.#words = larger;
    }
    const words = this.#words;
    // A part of a line is slow to go through: its characters are taken at once.
    const codes = this.#codes;
    ENCODER.encodeInto(id, codes);
    let digit = 0;
    for (let word = row * WORDS; word < (row + 1) * WORDS; word += 1) {
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
    return this.#words[row * WORDS] ?? 0;
  }

  /** Negative, zero or positive as the id of `a` is before, the same as, or after that of `b`. */
  compare(a: number, b: number): number {
    for (let word = 0; word < WORDS; word += 1) {
      const difference = (this.#words[a * WORDS + word] ?? 0) - (this.#words[b * WORDS + word] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

/**
 * A table of places in which what is the same is found in constant time: it knows rows by a hash, and asks whether two
 * are the same.
 */
export class Places {
  #rows = new Int32Array(2048).fill(-1);
  #count = 0;
  readonly #hash: (row: number) => number;
  readonly #same: (a: number, b: number) => boolean;

  constructor(hash: (row: number) => number, same: (a: number, b: number) => boolean) {
    this.#hash = hash;
    this.#same = same;
  }

  /** The row that is the same and was there before; where there is none, this one is added, and it is null. */
  findOrAdd(row: number): number | null {
    if (this.#count * 2 >= this.#rows.length) this.#grow();
    const place = this.#placeOf(row);
    const known = this.#rows[place] ?? -1;
    if (known !== -1) return known;
    this.#rows[place] = row;
    this.#count += 1;
    return null;
  }

  /** The same without adding it. */
  find(row: number): number | null {
    const known = this.#rows[this.#placeOf(row)] ?? -1;
    return known === -1 ? null : known;
  }

  clear(): void {
    this.#rows = new Int32Array(2048).fill(-1);
    this.#count = 0;
  }

  #placeOf(row: number): number {
    const mask = this.#rows.length - 1;
    let place = this.#hash(row) & mask;
    for (;;) {
      const known = this.#rows[place] ?? -1;
      if (known === -1 || this.#same(known, row)) return place;
      place = (place + 1) & mask;
    }
  }

  #grow(): void {
    const old = this.#rows;
    this.#rows = new Int32Array(old.length * 2).fill(-1);
    const mask = this.#rows.length - 1;
    for (const row of old) {
      if (row === -1) continue;
      let place = this.#hash(row) & mask;
      while (this.#rows[place] !== -1) place = (place + 1) & mask;
      this.#rows[place] = row;
    }
  }
}

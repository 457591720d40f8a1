/** Rows of a part of a column: columns grow by parts, so that nothing is copied, and little is in reserve. */
const PART = 12;
const MASK = (1 << PART) - 1;

/** Numbers by row. NaN: not known. */
export class Column {
  #parts: Float64Array[] = [];

  get(row: number): number {
    return this.#parts[row >>> PART]?.[row & MASK] ?? Number.NaN;
  }

  set(row: number, value: number): void {
    const place = row >>> PART;
    while (this.#parts.length <= place) this.#parts.push(new Float64Array(MASK + 1).fill(Number.NaN));
    const part = this.#parts[place];
    if (part !== undefined) part[row & MASK] = value;
  }

  clear(): void {
    this.#parts = [];
  }
}

/** Whole numbers of 32 bits by row, such as places in a list. 0 where nothing was set. */
export class SmallColumn {
  #parts: Int32Array[] = [];

  get(row: number): number {
    return this.#parts[row >>> PART]?.[row & MASK] ?? 0;
  }

  set(row: number, value: number): void {
    const place = row >>> PART;
    while (this.#parts.length <= place) this.#parts.push(new Int32Array(MASK + 1));
    const part = this.#parts[place];
    if (part !== undefined) part[row & MASK] = value;
  }

  clear(): void {
    this.#parts = [];
  }
}

/** The largest whole number that has room in 32 bits. */
const MOST = 2 ** 31 - 2;

/** Whole numbers from 0 up, few of which need more than 32 bits. */
export class WholeColumn {
  readonly #values = new SmallColumn();
  readonly #large = new Map<number, number>();

  /** Null: not known. */
  get(row: number): number | null {
    // One more than the number; 0: not known.
    const value = this.#values.get(row);
    if (value > 0) return value - 1;
    return value === 0 ? null : (this.#large.get(row) ?? null);
  }

  set(row: number, value: number | null): void {
    const fits = value === null || value <= MOST;
    this.#values.set(row, value === null ? 0 : fits ? value + 1 : -1);
    if (!fits) this.#large.set(row, value);
  }
}

/** Sizes by row: whole numbers, at four bytes each. What is larger than they can tell is as large as they can. */
export class SizeColumn {
  readonly #plusOne = new SmallColumn();

  /** @param size anything but a whole number from 0 on is not known */
  set(row: number, size: unknown): void {
    const isKnown = typeof size === 'number' && Number.isSafeInteger(size) && size >= 0;
    this.#plusOne.set(row, isKnown ? Math.min(size, 2 ** 31 - 2) + 1 : 0);
  }

  /** Null: not known. */
  known(row: number): number | null {
    const plusOne = this.#plusOne.get(row);
    return plusOne === 0 ? null : plusOne - 1;
  }
}

/** Values that are the same again and again, each kept once. */
export class Pool<T> {
  readonly #places = new Map<string, number>();
  readonly #values: T[] = [];

  /** The place of the value with this key; it is made where there is none. */
  place(key: string, make: (key: string) => T): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    // A part of a line would keep the whole line, and its file, in memory.
    const own = ` ${key}`.slice(1);
    const place = this.#values.length;
    this.#places.set(own, place);
    this.#values.push(make(own));
    return place;
  }

  at(place: number): T {
    const value = this.#values[place];
    if (value === undefined) throw new RangeError(`no value at ${place}`);
    return value;
  }

  /** The place of the value with this key; null: there is none. */
  find(key: string): number | null {
    return this.#places.get(key) ?? null;
  }
}

/** A number of 53 bits for texts and a number: rounds of multiplication and rotation, as in MurmurHash (public domain). */
export function textHash(a: string, b: string, c: string, number: number): number {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  // The number last, and as a text: beside the first letter it would be one with it.
  for (const text of [a, b, c, String(number)]) {
    for (let index = 0; index <= text.length; index += 1) {
      // The end of a text is told, too.
      const code = index === text.length ? 0x10000 : text.charCodeAt(index);
      low = Math.imul(low ^ code, 0xcc9e2d51);
      low = (low << 13) | (low >>> 19);
      high = Math.imul(high ^ code, 0x1b873593);
      high = (high << 15) | (high >>> 17);
    }
  }
  low = Math.imul(low ^ (high >>> 16), 0x85ebca6b);
  high = Math.imul(high ^ (low >>> 13), 0xc2b2ae35);
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}

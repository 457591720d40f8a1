/** Numbers by row, that grow as rows are added. NaN: not known. */
export class Column {
  #values = new Float64Array(1024);

  get(row: number): number {
    return this.#values[row] ?? Number.NaN;
  }

  set(row: number, value: number): void {
    this.#values = roomFor(this.#values, row, (size) => new Float64Array(size));
    this.#values[row] = value;
  }

  /** Null: not known. */
  known(row: number): number | null {
    const value = this.get(row);
    return Number.isNaN(value) ? null : value;
  }
}

/** The same for whole numbers of 32 bits, such as places in a list. 0 where nothing was set. */
export class SmallColumn {
  #values = new Int32Array(1024);

  get(row: number): number {
    return this.#values[row] ?? 0;
  }

  set(row: number, value: number): void {
    this.#values = roomFor(this.#values, row, (size) => new Int32Array(size));
    this.#values[row] = value;
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

interface Numbers {
  readonly length: number;
  set(values: ArrayLike<number>): void;
}

/** Half as much again, so that what is copied while it grows stays small beside what is kept. */
function roomFor<T extends Numbers & ArrayLike<number>>(
  values: T,
  row: number,
  make: (size: number) => T,
): T {
  if (row < values.length) return values;
  const larger = make(Math.max(row + 1, Math.ceil(values.length * 1.5)));
  larger.set(values);
  return larger;
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
  let low = 0x9e3779b9 ^ number;
  let high = 0x85ebca6b ^ number;
  for (const text of [a, b, c]) {
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

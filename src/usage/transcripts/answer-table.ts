/** Whole numbers below 2³² that a row holds. `tag` tells answers with the same message id apart. */
const WHOLE = [
  'idA',
  'idB',
  'tag',
  'uuid',
  'parent',
  'file',
  'session',
  'agent',
  'group',
  'flags',
  'input',
  'output',
  'cacheRead',
  'cacheWrite5m',
  'cacheWrite1h',
] as const;
/** Milliseconds since 1970, of the first and the last line; `NO_TIME` where there is none. */
const TIMES = ['from', 'to'] as const;

type Whole = (typeof WHOLE)[number];
type Time = (typeof TIMES)[number];

/** One answer of the API, as one file has it. Hashes stand for texts: 0 where there is none. */
export type Answer = Record<Whole | Time, number>;

/** Columns of a table, to be handed to another thread. */
export interface AnswerCells {
  readonly whole: readonly Uint32Array<ArrayBuffer>[];
  readonly times: readonly Float64Array<ArrayBuffer>[];
}

export const NO_TIME = -1;
/** The answer came to its end: one of its lines says why it stopped. */
export const ENDED = 1;
/** The line itself says that it was copied from another session. */
export const COPIED = 2;
/** The message's id is made like those of the API, which are used once. */
export const OWN_ID = 4;

/** `tag` is made of the request's own id. */
export const HAS_REFERENCE = 8;

/** An answer to be filled in. */
export function noAnswer(): Answer {
  const entries = [
    ...WHOLE.map((name) => [name, 0] as const),
    ...TIMES.map((name) => [name, NO_TIME] as const),
  ];
  return Object.fromEntries(entries) as Answer;
}

/**
 * Answers as columns of numbers, 76 bytes each: a million of them as objects would not fit into the memory that reading
 * transcripts may take. The lines of one answer in one file are one row. Ids are 64-bit hashes: among a million answers
 * two meet by chance once in 37 million tries.
 */
export class AnswerTable {
  private whole = columns(WHOLE.length, 1024, (size) => new Uint32Array(size));
  private times = columns(TIMES.length, 1024, (size) => new Float64Array(size));
  private slots = new Int32Array(4096).fill(-1);
  private rows = 0;
  private readonly scratch = noAnswer();

  get size(): number {
    return this.rows;
  }

  /** Adds an answer, or raises the one that it is a further line of to the larger of each figure. Returns its row. */
  add(answer: Readonly<Answer>): number {
    const mask = this.slots.length - 1;
    let slot = slotOf(answer.idA, answer.tag, answer.file) & mask;
    for (;;) {
      const row = this.slots[slot] ?? -1;
      if (row === -1) break;
      if (this.isSame(row, answer)) {
        this.raise(row, answer);
        return row;
      }
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.rows;
    this.append(answer);
    if (this.rows * 2 > this.slots.length) this.grow();
    return this.rows - 1;
  }

  /** Fills `answer` with what a row holds. */
  read(row: number, answer: Answer): void {
    fill(answer, this.whole, this.times, row);
  }

  get(row: number, name: Whole | Time): number {
    if (name === 'from') return this.times[0]?.[row] ?? NO_TIME;
    if (name === 'to') return this.times[1]?.[row] ?? NO_TIME;
    return this.column(name)[row] ?? 0;
  }

  column(name: Whole): Uint32Array {
    return this.whole[WHOLE.indexOf(name)] ?? new Uint32Array();
  }

  /** Raises a row to the larger of each figure; the main loop goes before a sub-agent. */
  raise(row: number, answer: Readonly<Answer>): void {
    const known = this.scratch;
    this.read(row, known);
    const more = answer.cacheWrite5m + answer.cacheWrite1h - known.cacheWrite5m - known.cacheWrite1h;
    // Cache writes go together: an early line may not know yet how long they live.
    if (more > 0 || (more === 0 && answer.cacheWrite1h > known.cacheWrite1h)) {
      known.cacheWrite5m = answer.cacheWrite5m;
      known.cacheWrite1h = answer.cacheWrite1h;
    }
    if (answer.agent === 0) known.agent = 0;
    if (tokensOf(answer) >= tokensOf(known)) known.group = answer.group;
    known.flags |= answer.flags;
    known.input = Math.max(known.input, answer.input);
    known.output = Math.max(known.output, answer.output);
    known.cacheRead = Math.max(known.cacheRead, answer.cacheRead);
    if (answer.from !== NO_TIME && (known.from === NO_TIME || answer.from < known.from))
      known.from = answer.from;
    known.to = Math.max(known.to, answer.to);
    this.write(row, known);
  }

  cells(): AnswerCells {
    return {
      whole: this.whole.map((column) => column.slice(0, this.rows)),
      times: this.times.map((column) => column.slice(0, this.rows)),
    };
  }

  /** Adds the answers of another table. `translate` puts its numbers for files, sessions, agents and groups into ours. */
  addCells({ whole, times }: AnswerCells, translate: (answer: Answer) => void): readonly number[] {
    const answer = noAnswer();
    const length = whole[0]?.length ?? 0;
    const places: number[] = new Array(length);
    for (let row = 0; row < length; row++) {
      fill(answer, whole, times, row);
      translate(answer);
      places[row] = this.add(answer);
    }
    return places;
  }

  private isSame(row: number, answer: Readonly<Answer>): boolean {
    const [idA, idB, tag, , , file, session] = this.whole;
    return (
      idA?.[row] === answer.idA &&
      idB?.[row] === answer.idB &&
      tag?.[row] === answer.tag &&
      file?.[row] === answer.file &&
      session?.[row] === answer.session
    );
  }

  private append(answer: Readonly<Answer>): void {
    if (this.rows === this.whole[0]?.length) {
      this.whole = this.whole.map((column) => larger(column, new Uint32Array(column.length * 2)));
      this.times = this.times.map((column) => larger(column, new Float64Array(column.length * 2)));
    }
    this.write(this.rows, answer);
    this.rows++;
  }

  private write(row: number, answer: Readonly<Answer>): void {
    for (let place = 0; place < WHOLE.length; place++) {
      const column = this.whole[place];
      const name = WHOLE[place];
      if (name !== undefined && column !== undefined) column[row] = answer[name];
    }
    const [from, to] = this.times;
    if (from !== undefined) from[row] = answer.from;
    if (to !== undefined) to[row] = answer.to;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    const [idA, , tag, , , file] = this.whole;
    for (let row = 0; row < this.rows; row++) {
      let slot = slotOf(idA?.[row] ?? 0, tag?.[row] ?? 0, file?.[row] ?? 0) & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = row;
    }
    this.slots = slots;
  }
}

function fill(answer: Answer, whole: AnswerCells['whole'], times: AnswerCells['times'], row: number): void {
  for (let place = 0; place < WHOLE.length; place++) {
    const name = WHOLE[place];
    if (name !== undefined) answer[name] = whole[place]?.[row] ?? 0;
  }
  answer.from = times[0]?.[row] ?? NO_TIME;
  answer.to = times[1]?.[row] ?? NO_TIME;
}

function columns<T>(count: number, size: number, make: (size: number) => T): T[] {
  return Array.from({ length: count }, () => make(size));
}

function larger<T extends Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function slotOf(id: number, tag: number, file: number): number {
  return (id ^ Math.imul(tag, 0x9e3779b1) ^ Math.imul(file, 0x85ebca6b)) >>> 0;
}

function tokensOf(answer: Readonly<Answer>): number {
  return answer.input + answer.output + answer.cacheRead + answer.cacheWrite5m + answer.cacheWrite1h;
}

/** What one answer of the API adds to the totals: whole numbers below 2³². */
export interface Answer {
  /** Two independent hashes of the answer's key. */
  keyA: number;
  keyB: number;
  /** Place of model, day and terms in the reader's lists. */
  group: number;
  input: number;
  output: number;
  cacheRead: number;
  cacheWrite5m: number;
  cacheWrite1h: number;
}

const WIDTH = 8;

/** An answer to be filled in. */
export const NO_ANSWER: Readonly<Answer> = {
  keyA: 0,
  keyB: 0,
  group: 0,
  input: 0,
  output: 0,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
};

function read(cells: Uint32Array, at: number, answer: Answer): void {
  answer.keyA = cells[at] ?? 0;
  answer.keyB = cells[at + 1] ?? 0;
  answer.group = cells[at + 2] ?? 0;
  answer.input = cells[at + 3] ?? 0;
  answer.output = cells[at + 4] ?? 0;
  answer.cacheRead = cells[at + 5] ?? 0;
  answer.cacheWrite5m = cells[at + 6] ?? 0;
  answer.cacheWrite1h = cells[at + 7] ?? 0;
}

/**
 * Answers by key, each once, in 32 bytes. A million of them as objects would not fit into the memory that reading
 * transcripts may take. Keys are 64-bit hashes: among a million answers two meet by chance once in 37 million tries.
 */
export class AnswerTable {
  private cells = new Uint32Array(WIDTH * 1024);
  private slots = new Int32Array(4096).fill(-1);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Adds an answer, or raises the one with its key to the larger of each figure. */
  add(answer: Answer): void {
    const mask = this.slots.length - 1;
    let slot = answer.keyA & mask;
    for (;;) {
      const row = this.slots[slot] ?? -1;
      if (row === -1) break;
      const at = row * WIDTH;
      if (this.cells[at] === answer.keyA && this.cells[at + 1] === answer.keyB) {
        this.raise(at, answer);
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.count;
    this.append(answer);
    if (this.count * 2 > this.slots.length) this.grow();
  }

  /** Every answer, in the order of their first appearance. The object is reused: take what you need from it. */
  *answers(): Generator<Readonly<Answer>> {
    const answer: Answer = { ...NO_ANSWER };
    for (let at = 0; at < this.count * WIDTH; at += WIDTH) {
      read(this.cells, at, answer);
      yield answer;
    }
  }

  /** All answers as one array, to be handed to another thread. */
  cellsOfAll(): Uint32Array<ArrayBuffer> {
    return this.cells.slice(0, this.count * WIDTH);
  }

  /** Adds answers from `cellsOfAll` of another table; `groups` translates its groups into those of this one. */
  addCells(cells: Uint32Array, groups: readonly number[]): void {
    const answer: Answer = { ...NO_ANSWER };
    for (let at = 0; at < cells.length; at += WIDTH) {
      read(cells, at, answer);
      answer.group = groups[answer.group] ?? 0;
      this.add(answer);
    }
  }

  private append(answer: Answer): void {
    const at = this.count * WIDTH;
    if (at === this.cells.length) {
      const larger = new Uint32Array(this.cells.length * 2);
      larger.set(this.cells);
      this.cells = larger;
    }
    this.cells[at] = answer.keyA;
    this.cells[at + 1] = answer.keyB;
    this.cells[at + 2] = answer.group;
    this.cells[at + 3] = answer.input;
    this.cells[at + 4] = answer.output;
    this.cells[at + 5] = answer.cacheRead;
    this.cells[at + 6] = answer.cacheWrite5m;
    this.cells[at + 7] = answer.cacheWrite1h;
    this.count++;
  }

  private raise(at: number, answer: Answer): void {
    const { cells } = this;
    cells[at + 3] = Math.max(cells[at + 3] ?? 0, answer.input);
    cells[at + 4] = Math.max(cells[at + 4] ?? 0, answer.output);
    cells[at + 5] = Math.max(cells[at + 5] ?? 0, answer.cacheRead);
    const known5m = cells[at + 6] ?? 0;
    const known1h = cells[at + 7] ?? 0;
    const more = answer.cacheWrite5m + answer.cacheWrite1h - known5m - known1h;
    // Cache writes go together: an early line may not know yet how long they live.
    if (more > 0 || (more === 0 && answer.cacheWrite1h > known1h)) {
      cells[at + 6] = answer.cacheWrite5m;
      cells[at + 7] = answer.cacheWrite1h;
    }
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let row = 0; row < this.count; row++) {
      let slot = (this.cells[row * WIDTH] ?? 0) & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = row;
    }
    this.slots = slots;
  }
}

import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { Socket } from 'node:net';
import { type Git, type GitStart, kill, LOCAL_TIMEOUT } from './process.ts';

/** What asking for an object has come to. */
export type ObjectReading =
  | { readonly kind: 'object'; readonly type: string; readonly bytes: Buffer }
  | { readonly kind: 'missing' }
  /** It was not read. */
  | { readonly kind: 'too-large'; readonly size: number }
  /** Git's words, as they came. */
  | { readonly kind: 'unreadable'; readonly why: string };

interface Waiting {
  readonly name: string;
  readonly limit: number;
  /** Called with the bytes that come before the last ones, which are in the answer. */
  readonly part: (bytes: Buffer) => void;
  readonly answer: (reading: ObjectReading) => void;
}

/** The object whose bytes are coming. */
interface Coming {
  readonly type: string;
  /** How many are still to come. */
  left: number;
}

/**
 * Reads objects by name through one `git cat-file --batch`, started when it is first needed. It never keeps Node
 * alive while it has nothing to do, and it ends with the parent, whose end closes its input.
 */
export class ObjectReader {
  readonly #git: Git;
  readonly #where: Omit<GitStart, 'args'>;
  #waiting: Waiting[] = [];
  /** How many of `#waiting` are answered: taking each off its front would cost more than reading it. */
  #answered = 0;
  #child: ChildProcessWithoutNullStreams | null = null;
  #unsent = '';
  #header = '';
  #coming: Coming | null = null;
  #error = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(git: Git, where: Omit<GitStart, 'args'>) {
    this.#git = git;
    this.#where = where;
  }

  /** Asks for an object of at most `limit` bytes. Answers come in the order of the questions. */
  read(name: string, limit: number): Promise<ObjectReading> {
    return new Promise((resolve) => {
      // Git would take it for two questions.
      if (name.includes('\n')) return resolve({ kind: 'unreadable', why: 'the name has a line break' });
      const parts: Buffer[] = [];
      const answer = (reading: ObjectReading): void =>
        resolve(
          reading.kind === 'object'
            ? { ...reading, bytes: Buffer.concat([...parts, reading.bytes]) }
            : reading,
        );
      this.#ask([{ name, limit, part: (bytes) => parts.push(bytes), answer }]);
    });
  }

  /**
   * Asks for many by their ids, and hands over one after the other, each in parts as they come: whoever works on one
   * part need not wait for the next, as git goes on meanwhile, and no object must fit into memory.
   * @param onReading told of the end of each object, with the bytes that no part has had
   */
  readEach(
    ids: readonly string[],
    limit: number,
    onPart: (bytes: Buffer) => void,
    onReading: (id: string, reading: ObjectReading) => void,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      let left = ids.length;
      if (left === 0) resolve();
      const attempt = (work: () => void): void => {
        try {
          work();
        } catch (error) {
          reject(error);
          this.close();
          this.#left();
        }
      };
      const answer = (id: string, reading: ObjectReading): void => {
        left -= 1;
        attempt(() => onReading(id, reading));
        if (left === 0) resolve();
      };
      const part = (bytes: Buffer): void => attempt(() => onPart(bytes));
      this.#ask(ids.map((id) => ({ name: id, limit, part, answer: (reading) => answer(id, reading) })));
    });
  }

  /** Ends the process. The reader can be used again: it starts another. */
  close(): void {
    const child = this.#child;
    this.#child = null;
    clearTimeout(this.#timer);
    if (child !== null) kill(child);
  }

  #ask(questions: readonly Waiting[]): void {
    if (questions.length === 0) return;
    const isIdle = this.#waiting.length === 0;
    for (const question of questions) this.#waiting.push(question);
    const child = this.#child ?? this.#start();
    if (isIdle) this.#hold(child, true);
    // Questions that are asked together go out together.
    if (this.#unsent === '') process.nextTick(() => this.#send(child));
    this.#unsent += questions.map(({ name }) => `${name}\n`).join('');
  }

  #send(child: ChildProcessWithoutNullStreams): void {
    if (this.#child !== child || child.pid === undefined) return;
    child.stdin.write(this.#unsent);
    this.#unsent = '';
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = this.#git.start({ ...this.#where, args: ['cat-file', '--batch'] });
    this.#child = child;
    this.#unsent = '';
    this.#header = '';
    this.#coming = null;
    this.#error = '';
    child.on('error', (error) => this.#lost(child, error.message, true));
    // It has no pipes where the process has no file handles left.
    if (child.pid === undefined) return child;
    child.stdout.on('data', (chunk: Buffer) => {
      if (this.#child === child) this.#take(child, chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (this.#error.length < 2000) this.#error += chunk.toString('utf8');
    });
    child.on('close', () => this.#lost(child, this.#error, false));
    // A broken pipe shows as `close`, too; without a listener it would end the program.
    child.stdin.on('error', () => undefined);
    return child;
  }

  /**
   * Takes the output in pieces: `<name> <type> <size>`, the content, a line feed; or one line that ends in `missing`,
   * `ambiguous` and the like.
   */
  #take(child: ChildProcessWithoutNullStreams, chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length && this.#child === child) {
      const coming = this.#coming;
      if (coming === null) {
        const end = chunk.indexOf(0x0a, at);
        this.#header += chunk.toString('utf8', at, end < 0 ? chunk.length : end);
        if (end < 0) break;
        at = end + 1;
        this.#begin(this.#header);
        this.#header = '';
        continue;
      }
      const end = at + coming.left;
      // A body ends with a line feed that is not part of it.
      if (end >= chunk.length) {
        coming.left = end - chunk.length;
        this.#waiting[this.#answered]?.part(chunk.subarray(at));
        break;
      }
      this.#coming = null;
      this.#answer({ kind: 'object', type: coming.type, bytes: chunk.subarray(at, end) });
      at = end + 1;
    }
    if (this.#child !== child) return;
    if (this.#waiting.length === 0) this.#hold(child, false);
    else this.#timer?.refresh();
  }

  #begin(header: string): void {
    const question = this.#waiting[this.#answered];
    if (question === undefined) return;
    const [, type, size] = /^[0-9a-f]+ (blob|tree|commit|tag) (\d+)$/.exec(header) ?? [];
    if (type === undefined) {
      const isMissing = header === `${question.name} missing`;
      this.#answer(isMissing ? { kind: 'missing' } : { kind: 'unreadable', why: header });
    } else if (Number(size) > question.limit) {
      // Its body is not read: the process is given up, and the other questions go to a new one.
      this.close();
      this.#answer({ kind: 'too-large', size: Number(size) });
      this.#ask(this.#left());
    } else this.#coming = { type, left: Number(size) };
  }

  #answer(reading: ObjectReading): void {
    const question = this.#waiting[this.#answered];
    this.#answered += 1;
    question?.answer(reading);
    if (this.#answered === this.#waiting.length) this.#left();
  }

  /** Takes the open questions back. */
  #left(): readonly Waiting[] {
    const left = this.#waiting.slice(this.#answered);
    this.#waiting = [];
    this.#answered = 0;
    return left;
  }

  /** Git gives up at a damaged object: that one is unreadable, and the others are asked for again. */
  #lost(child: ChildProcessWithoutNullStreams, error: string, all: boolean): void {
    if (this.#child !== child) return;
    this.close();
    const [first, ...others] = this.#left();
    const why = error === '' ? 'git ended early' : error;
    for (const each of all ? others : []) each.answer({ kind: 'unreadable', why });
    first?.answer({ kind: 'unreadable', why });
    if (!all) this.#ask(others);
  }

  /** Keeps Node alive exactly while an answer is awaited; gives up a git that stays silent meanwhile. */
  #hold(child: ChildProcessWithoutNullStreams, on: boolean): void {
    clearTimeout(this.#timer);
    const pipes = [child.stdin, child.stdout, child.stderr].filter((pipe) => pipe instanceof Socket);
    for (const each of [child, ...pipes]) {
      if (on) each.ref();
      else each.unref();
    }
    if (!on) return;
    this.#timer = setTimeout(
      () => this.#lost(child, `git cat-file was silent for ${LOCAL_TIMEOUT} ms`, false),
      LOCAL_TIMEOUT,
    );
  }
}

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { UserError } from '../errors.ts';
import { BlobTooLarge } from './commit-reader.ts';

export interface GitObject {
  readonly type: string;
  readonly bytes: Buffer;
}

interface Waiting {
  readonly id: string;
  readonly limit: number;
  readonly resolve: (object: GitObject | null) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Reads objects by full id through one `git cat-file --batch`, started when it is first needed. It never keeps Node
 * alive while it has nothing to do, and it ends with the parent, whose end closes its input.
 */
export class ObjectStore {
  readonly #start: () => ChildProcessWithoutNullStreams;
  readonly #waiting: Waiting[] = [];
  #child: ChildProcessWithoutNullStreams | null = null;
  #chunks: Buffer[] = [];
  #buffered = 0;
  #header: { type: string; size: number } | null = null;
  #stderr = '';

  constructor(git: string, args: readonly string[], options: { cwd: string; env: Record<string, string> }) {
    this.#start = () => spawn(git, [...args, 'cat-file', '--batch'], { ...options, windowsHide: true });
  }

  /**
   * The object, or null when the repository does not have it. Throws `UserError` when it is larger than `limit`
   * bytes (known before it is read) or when git fails.
   */
  read(id: string, limit: number): Promise<GitObject | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id, limit, resolve, reject });
      const child = this.#running();
      if (this.#waiting.length === 1) this.#hold(true);
      child.stdin.write(`${id}\n`);
    });
  }

  /** Ends the process. The store can be used again: it starts another. */
  close(): void {
    const child = this.#child;
    this.#child = null;
    child?.stdin.end();
    child?.kill();
  }

  #running(): ChildProcessWithoutNullStreams {
    if (this.#child !== null) return this.#child;
    const child = this.#start();
    this.#child = child;
    this.#chunks = [];
    this.#buffered = 0;
    this.#header = null;
    this.#stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (this.#child === child) this.#take(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (this.#stderr.length < 2000) this.#stderr += chunk.toString('utf8');
    });
    child.on('error', (error) => this.#lost(child, error.message));
    child.on('close', () => this.#lost(child, this.#stderr.split('\n')[0] ?? ''));
    // A broken pipe shows as `close`, too; without a listener it would end the program.
    child.stdin.on('error', () => undefined);
    return child;
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#buffered += chunk.length;
    while (this.#waiting.length > 0 && this.#step()) {
      // Answers come in the order of the questions.
    }
    if (this.#waiting.length === 0) this.#hold(false);
  }

  /** Takes one header or one body off the buffer; false when more bytes are needed. */
  #step(): boolean {
    const [first] = this.#waiting;
    if (first === undefined) return false;
    if (this.#header === null) {
      const bytes = this.#joined();
      const end = bytes.indexOf(0x0a);
      if (end < 0) return false;
      const line = bytes.toString('latin1', 0, end);
      this.#keep(bytes.subarray(end + 1));
      const match = /^[0-9a-f]+ (\w+) (\d+)$/.exec(line);
      if (match === null) {
        this.#waiting.shift();
        if (line === `${first.id} missing`) first.resolve(null);
        else first.reject(new UserError(`git could not read the object ${first.id}: ${line.slice(0, 200)}.`));
        return true;
      }
      const size = Number(match[2]);
      if (size > first.limit) {
        this.#refuse(first, size);
        return false;
      }
      this.#header = { type: match[1] ?? '', size };
    }
    // A body ends with a line feed that is not part of it.
    if (this.#buffered < this.#header.size + 1) return false;
    const bytes = this.#joined();
    const { type, size } = this.#header;
    this.#keep(bytes.subarray(size + 1));
    this.#header = null;
    this.#waiting.shift();
    first.resolve({ type, bytes: Buffer.from(bytes.subarray(0, size)) });
    return true;
  }

  /** The body of an oversize object is not read: the process is given up, and the others ask a new one. */
  #refuse(first: Waiting, size: number): void {
    this.#waiting.shift();
    const others = this.#waiting.splice(0);
    this.close();
    first.reject(new BlobTooLarge(first.id, size, first.limit));
    for (const each of others) this.read(each.id, each.limit).then(each.resolve, each.reject);
  }

  #lost(child: ChildProcessWithoutNullStreams, why: string): void {
    if (this.#child !== child) return;
    this.#child = null;
    for (const each of this.#waiting.splice(0)) {
      each.reject(
        new UserError(
          `git could not read the object ${each.id}: ${why === '' ? 'it ended early' : why}.`,
          'In a partial clone (filter) fetch the whole objects; else run git fsck.',
        ),
      );
    }
  }

  #joined(): Buffer {
    const bytes = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    const joined = bytes ?? Buffer.alloc(0);
    this.#chunks = [joined];
    return joined;
  }

  #keep(rest: Buffer): void {
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#buffered = rest.length;
  }

  /** Keeps Node alive exactly while an answer is awaited. */
  #hold(on: boolean): void {
    const child = this.#child;
    if (child === null) return;
    const pipes = [child.stdin, child.stdout, child.stderr].filter((pipe) => pipe instanceof Socket);
    for (const each of [child, ...pipes]) {
      if (on) each.ref();
      else each.unref();
    }
  }
}

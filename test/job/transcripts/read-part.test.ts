import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Encoding, PartReader } from '../../../src/job/transcripts/read-part.ts';
import { TranscriptReader } from '../../../src/usage/transcripts/transcript-reader.ts';

let path: string;

beforeAll(() => {
  path = join(mkdtempSync(join(tmpdir(), 'haiku-first-parts-')), 'lines.jsonl');
});
afterAll(() => rmSync(join(path, '..'), { recursive: true }));

interface Seen {
  /** Where each line begins, and its text. */
  readonly lines: readonly (readonly [number, string])[];
  readonly damaged: number;
}

/** The lines that are handed over, from parts that end at `ends`, in chunks of 64 bytes and lines of at most 256. */
function read(content: string | Buffer, ends: readonly number[] = [], encoding: Encoding = 'utf-8'): Seen {
  writeFileSync(path, content);
  const size = Buffer.from(content).length;
  const lines: [number, string][] = [];
  let damaged = 0;
  let position = 0;
  const reader = new TranscriptReader();
  reader.begin = (part) => {
    position = part.position;
  };
  reader.addDamaged = () => {
    damaged++;
  };
  reader.addLines = (buffer, end, offset) => {
    let place = position + offset;
    const all = Buffer.from(buffer.subarray(0, end)).toString().split('\n');
    if (all.at(-1) === '') all.pop();
    for (const line of all) {
      lines.push([place, line]);
      place += Buffer.byteLength(line) + 1;
    }
  };
  const parts = new PartReader(reader, { chunk: 64, longestLine: 256 });
  let from = 0;
  for (const to of [...ends, size]) {
    if (to <= from) continue;
    parts.read({ path, file: 0, from, to, base: 0, agentId: null, agentType: null, encoding });
    from = to;
  }
  return { lines, damaged };
}

const texts = (seen: Seen): readonly string[] => seen.lines.map(([, line]) => line);

describe('reading a part of a file', () => {
  it('hands over whole lines, the last one without a line break too', () => {
    expect(texts(read('a\nbcd\n'))).toEqual(['a', 'bcd']);
    expect(texts(read('a\nbcd'))).toEqual(['a', 'bcd']);
  });

  it('joins lines over chunks, and reads lines that are longer than one', () => {
    const lines = [50, 50, 200, 5].map((length) => 'x'.repeat(length));
    expect(texts(read(lines.join('\n')))).toEqual(lines);
  });

  it('counts a line that no transcript has, and goes on behind it', () => {
    expect(read(`${'y'.repeat(1000)}\nab\n`)).toEqual({ lines: [[1001, 'ab']], damaged: 1 });
  });

  it('has every line once, at its place, wherever the file is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(150), { maxLength: 12 }),
        fc.array(fc.nat(1200), { maxLength: 6 }),
        fc.boolean(),
        (lengths, cuts, ended) => {
          const lines = lengths.map((length, place) => String(place % 10).repeat(length));
          const content = lines.join('\n') + (ended ? '\n' : '');
          const whole = read(content);
          const ends = cuts.map((cut) => Math.min(cut, content.length)).sort((a, b) => a - b);
          expect(read(content, ends)).toEqual(whole);
        },
      ),
    );
  });

  it('leaves a byte order mark out', () => {
    expect(read('\ufeffab\ncd').lines).toEqual([
      [3, 'ab'],
      [6, 'cd'],
    ]);
  });

  it.each(['utf-16le', 'utf-16be'] as const)('reads %s', (encoding) => {
    const lines = Array.from({ length: 30 }, (_, place) => `${place} é ✓ 😀`);
    const bytes = Buffer.from(`\ufeff${lines.join('\n')}`, 'utf16le');
    if (encoding === 'utf-16be') bytes.swap16();
    expect(texts(read(bytes, [], encoding))).toEqual(lines);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LineTaker, readLines } from '../../../src/job/transcripts/chunks.ts';

let path: string;

beforeAll(() => {
  path = join(mkdtempSync(join(tmpdir(), 'haiku-first-chunks-')), 'lines.jsonl');
});
afterAll(() => rmSync(join(path, '..'), { recursive: true }));

/** The lengths of the lines that are handed over in chunks of 64 bytes, and how many of over 256 are passed over. */
function read(content: string): { readonly lengths: readonly number[]; readonly skipped: number } {
  writeFileSync(path, content);
  const lengths: number[] = [];
  let skipped = 0;
  const taker: LineTaker = {
    addLines: (buffer, end) => {
      if (end === 0) return;
      const lines = buffer.toString('latin1', 0, end).split('\n');
      if (lines.at(-1) === '') lines.pop();
      lengths.push(...lines.map(({ length }) => length));
    },
    skipped: () => {
      skipped += 1;
    },
  };
  readLines(path, taker, { chunk: 64, longestLine: 256 });
  return { lengths, skipped };
}

describe('reading a file in chunks', () => {
  it('hands over whole lines, the last one without a line break too', () => {
    expect(read('')).toEqual({ lengths: [], skipped: 0 });
    expect(read('a\nbcd\n')).toEqual({ lengths: [1, 3], skipped: 0 });
    expect(read('a\nbcd')).toEqual({ lengths: [1, 3], skipped: 0 });
  });

  it('joins lines over chunks, and reads lines that are longer than one', () => {
    const lines = [50, 50, 200, 5];
    expect(read(lines.map((length) => 'x'.repeat(length)).join('\n'))).toEqual({
      lengths: lines,
      skipped: 0,
    });
  });

  it('passes over a line that no transcript has', () => {
    const endless = `${'y'.repeat(1000)}\nab\n`;
    expect(read(endless)).toEqual({ lengths: [2], skipped: 1 });
  });
});

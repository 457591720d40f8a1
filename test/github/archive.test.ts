import { describe, expect, it } from 'vitest';
import { readArchive } from '../../src/github/artifacts/index.ts';
import { type ZipEntry, zipOf } from '../support/zip.ts';

const LIMITS = { entries: 4, bytes: 1000 };

function read(...entries: ZipEntry[]): ReturnType<typeof readArchive> {
  return readArchive(zipOf(entries), 'usage.jsonl', LIMITS);
}

const good: ZipEntry = { name: 'usage.jsonl', content: '{"a":1}\n' };

describe('an archive from a job', () => {
  it('gives the text of its one file, whatever else is in it', async () => {
    expect(await read(good)).toEqual({ text: '{"a":1}\n' });
    expect(await read({ name: 'other.txt', content: 'x' }, good)).toEqual({ text: '{"a":1}\n' });
  });

  it.each<[string, ZipEntry[], RegExp]>([
    ['no such file', [{ name: 'other.jsonl', content: '' }], /no usage\.jsonl/],
    ['a path out of it', [good, { name: '../../etc/passwd', content: 'x' }], /invalid relative path/],
    ['an absolute path', [good, { name: '/etc/passwd', content: 'x' }], /absolute path/],
    ['a path with backslashes', [good, { name: '..\\x', content: 'x' }], /invalid characters/],
    ['two files of the name', [good, good], /two entries/],
    ['too many entries', [good, ...'abcd'.split('').map((name) => ({ name, content: '' }))], /5 entries/],
    ['a link', [{ ...good, content: '/etc/passwd', mode: 0o120777 }], /not a regular file/],
    ['an encrypted file', [{ ...good, encrypted: true }], /encrypted/],
    ['a file that is too large', [{ ...good, content: 'x'.repeat(1001) }], /1001 bytes/],
    [
      'a bomb that says it is small',
      [{ ...good, content: Buffer.alloc(50_000_000), claimed: 500 }],
      /too many bytes/,
    ],
    ['a file that is shorter than it says', [{ ...good, claimed: 500 }], /not enough bytes/],
    ['text that is no text', [{ ...good, content: Buffer.from([0xff, 0xfe, 0x00]) }], /cannot be read/],
  ])('is refused with %s', async (_, entries, why) => {
    const reading = await read(...entries);
    expect('problem' in reading ? reading.problem : reading.text).toMatch(why);
  });

  it('is refused when it is cut off anywhere, or is no archive', async () => {
    const whole = zipOf([good]);
    for (let length = 0; length < whole.length; length += 7) {
      expect(await readArchive(whole.subarray(0, length), 'usage.jsonl', LIMITS)).toHaveProperty('problem');
    }
    expect(
      await readArchive(zipOf([{ ...good, content: zipOf([good]) }]), 'usage.jsonl', LIMITS),
    ).not.toEqual({
      text: '{"a":1}\n',
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineScanner, PATHS } from '../../../src/usage/transcripts/line-scanner.ts';

/** What stands at each path of a line, as it is written; null for a line that is no whole object. */
function scan(line: string): ReadonlyMap<string, string> | null {
  const scanner = new LineScanner();
  const bytes = Buffer.from(line);
  if (!scanner.scan(bytes, 0, bytes.length)) return null;
  return new Map(
    PATHS.flatMap((path, place): [string, string][] => {
      const start = scanner.starts[place] ?? -1;
      return start === -1 ? [] : [[path, bytes.toString('utf8', start, scanner.ends[place])]];
    }),
  );
}

describe('finding values in a line', () => {
  it('gives each value where it stands', () => {
    const line = {
      type: 'assistant',
      message: { id: 'm1', usage: { input_tokens: 3, cache_creation: { ephemeral_1h_input_tokens: 4 } } },
      requestId: null,
    };
    expect(scan(JSON.stringify(line).replaceAll(':', ' : ').replaceAll(',', ', '))).toEqual(
      new Map([
        ['type', '"assistant"'],
        ['requestId', 'null'],
        ['message.id', '"m1"'],
        ['message.usage', '{"input_tokens" : 3, "cache_creation" : {"ephemeral_1h_input_tokens" : 4}}'],
        ['message.usage.input_tokens', '3'],
        ['message.usage.cache_creation.ephemeral_1h_input_tokens', '4'],
      ]),
    );
  });

  it('takes the same words inside of a text, a list or another object for nothing', () => {
    const text = JSON.stringify({ type: 'user' });
    const line = {
      content: text,
      list: [{ type: 'x' }],
      tool: { type: 'y', message: { id: 'z' } },
      type: 'user',
    };
    expect(scan(JSON.stringify(line))).toEqual(new Map([['type', '"user"']]));
  });

  it('tells a line that breaks off, wherever it does', () => {
    const line = JSON.stringify({ type: 'assistant', message: { content: ['a"}', { b: [] }], id: 'm' } });
    for (let end = 0; end < line.length; end += 1) expect(scan(line.slice(0, end))).toBeNull();
    expect(scan(line)?.size).toBe(2);
  });

  it('says when only a full parser can tell what stands there', () => {
    const escaped = (line: string): boolean => {
      const scanner = new LineScanner();
      const bytes = Buffer.from(line);
      return scanner.scan(bytes, 0, bytes.length) && scanner.escaped;
    };
    expect(escaped('{"ty\\u0070e":"x"}')).toBe(true);
    expect(escaped('{"type":"a\\"b"}')).toBe(true);
    expect(escaped('{"content":"a\\"b","type":"x"}')).toBe(false);
  });

  it('never fails on bytes, whatever they are', () => {
    const piece = fc.oneof(
      fc.constantFrom('"type"', '{', '}', '[', ']', '"', '\\', ',', ':', '1'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (parts) => void scan(parts.join(''))),
      { numRuns: 300 },
    );
  });
});

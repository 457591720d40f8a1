import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTranscripts } from '../../../bench/transcripts.ts';
import { transcriptPaths } from '../../../src/job/session-files.ts';
import { aggregateTranscripts, type TranscriptTotals } from '../../../src/job/transcripts/aggregate.ts';
import { aggregateInThreads } from '../../../src/job/transcripts/threads.ts';
import { roundCost } from '../../../src/usage/models/cost.ts';
import { addTokens, NO_TOKENS, type TokenCounts } from '../../../src/usage/models/tokens.ts';
import { readTranscripts } from '../../../src/usage/readers/transcript.ts';
import { costOfParts } from '../../../src/usage/session/attribute.ts';
import { observe } from '../../../src/usage/session/observation.ts';
import { table, today } from '../../usage/sessions.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'haiku-first-aggregate-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The same through the reader of a job's transcripts. */
function slowly(texts: readonly string[]): { tokens: TokenCounts; cost: bigint | null; damaged: number } {
  const evidence = readTranscripts(
    texts.map((text) => ({ agentId: null, meta: null, lines: text.split('\n') })),
  );
  const parts = evidence.flatMap((found) => observe(found, table, today).parts);
  return {
    tokens: parts.reduce((sum, part) => addTokens(sum, part.tokens), NO_TOKENS),
    cost: costOfParts(parts),
    damaged: evidence.reduce((sum, { damaged }) => sum + damaged, 0),
  };
}

function totalOf({ rows, damaged }: TranscriptTotals): ReturnType<typeof slowly> {
  return {
    tokens: rows.reduce((sum, row) => addTokens(sum, row.tokens), NO_TOKENS),
    cost: rows.reduce<bigint | null>(
      (sum, row) => (sum === null || row.cost === null ? null : sum + row.cost),
      0n,
    ),
    damaged,
  };
}

const first = '{"type":"user","sessionId":"s"}\n';

function answer(more: object, message: object = {}, usage: object = {}): string {
  return `${JSON.stringify({
    type: 'assistant',
    sessionId: 's',
    requestId: 'r',
    timestamp: '2026-11-23T01:00:00.000Z',
    ...more,
    message: {
      id: 'm',
      model: 'claude-haiku-5-5',
      content: [{ type: 'tool_use', input: { usage: { input_tokens: 9e9 }, id: 'x', type: 'user' } }],
      usage: { input_tokens: 10, output_tokens: 5, cache_read_input_tokens: 7, ...usage },
      ...message,
    },
  })}\n`;
}

describe('summing transcripts of any size', () => {
  it('gives by day and model what the reader of a job’s transcripts gives', () => {
    writeTranscripts(join(folder, 'generated'), 12_000, 900);
    const paths = transcriptPaths(join(folder, 'generated'));
    const totals = aggregateTranscripts(paths, table);
    expect(totals.rows.length).toBeGreaterThan(3);
    expect([...totals.rows].sort((a, b) => (`${a.day}${a.model}` < `${b.day}${b.model}` ? -1 : 1))).toEqual(
      totals.rows,
    );
    const texts = paths.map((path) => readFileSync(path, 'utf8'));
    expect(totalOf(totals)).toEqual(slowly(texts));
    expect(totals.rows.reduce((sum, { requests }) => sum + requests, 0)).toBeGreaterThan(3000);
  });

  it('gives the same with a second thread', async () => {
    const paths = transcriptPaths(join(folder, 'generated'));
    const worker = new URL('../../../src/job/transcripts/worker.ts', import.meta.url);
    expect(await aggregateInThreads(paths, table, 2, worker)).toEqual(aggregateTranscripts(paths, table));
  });

  it('throws what a thread throws', async () => {
    const worker = new URL('../../../src/job/transcripts/worker.ts', import.meta.url);
    const missing = Array.from({ length: 2 }, (_, n) => join(folder, `missing${n}`));
    await expect(aggregateInThreads(missing, table, 2, worker)).rejects.toThrow(/ENOENT/);
  });

  it.each([
    ['a tool’s input with the same words', answer({})],
    [
      'lines in any order of keys, with blanks',
      answer({}).replaceAll(':', ' : ').replace('01 : 00 : 00', '01:00:00'),
    ],
    [
      'several lines of one answer',
      answer({}) + answer({}, {}, { output_tokens: 50 }) + answer({}, {}, { output_tokens: 20 }),
    ],
    ['an id written with escapes', answer({}, { id: 'ein"s' }) + answer({}, { id: 'm2' })],
    ['a key written with escapes', answer({}).replace('"model"', '"\\u006dodel"')],
    ['a batch', answer({}, {}, { service_tier: 'batch' })],
    ['the fast mode', answer({}, { model: 'claude-opus-5-5' }, { speed: 'fast' })],
    ['a geography', answer({}, {}, { inference_geo: 'us' })],
    ['no geography', answer({}, {}, { inference_geo: '', speed: 'standard', service_tier: null })],
    [
      'several models in one answer',
      answer(
        {},
        {},
        {
          iterations: [
            { type: 'fallback_message', model: 'claude-opus-5', input_tokens: 10, output_tokens: 5 },
          ],
        },
      ),
    ],
    [
      'a long prompt beside a short one',
      answer({}) + answer({}, { id: 'l' }, { cache_read_input_tokens: 100_000 }),
    ],
    [
      'cache writes of an hour',
      answer({}, {}, { cache_creation_input_tokens: 90, cache_creation: { ephemeral_1h_input_tokens: 60 } }),
    ],
    ['what no model wrote', answer({}, { model: '<synthetic>' })],
    ['a model without a price', answer({}, { model: 'claude-opus-9' })],
    ['a model id that is none', answer({}, { model: 'a b' })],
    ['no id but a request’s', answer({}, { id: null }) + answer({ requestId: 'r2' }, { id: null })],
    ['ids that are no texts', answer({}, { id: 5 }) + answer({ requestId: ['r'], uuid: 'u' }, { id: {} })],
    ['a model that is no text', answer({}, { model: 7 })],
    ['no id at all', answer({ requestId: undefined, uuid: undefined }, { id: null })],
    [
      'figures that are none',
      answer({}, {}, { input_tokens: -1 }) + answer({}, { id: 'n' }, { input_tokens: '5' }),
    ],
    ['absent figures', answer({}, {}, { input_tokens: null, cache_read_input_tokens: undefined })],
    ['another kind of line', answer({ type: 'progress' })],
    ['half a last line', answer({}) + answer({}, { id: 'm2' }).slice(0, -30)],
    ['half a last line in a figure', answer({}) + answer({}, { id: 'm2' }).slice(0, -7)],
    ['no line break at the end', answer({}).trimEnd()],
    ['lines with carriage returns', answer({}).replaceAll('\n', '\r\n')],
  ])('reads as the other reader does: %s', (_name, lines) => {
    const path = write('one.jsonl', first + lines);
    expect(totalOf(aggregateTranscripts([path], table))).toEqual(slowly([first + lines]));
  });

  it('keeps days apart and prices each at its own', () => {
    const reads = { input_tokens: 0, output_tokens: 0, cache_read_input_tokens: 1_000_000 };
    const sonnet = { model: 'claude-sonnet-5-5' };
    const lines =
      answer({ timestamp: '2026-10-06T23:00:00.000Z' }, sonnet, reads) +
      answer({ timestamp: '2026-10-07T01:00:00.000Z' }, { ...sonnet, id: 'm2' }, reads);
    const { rows } = aggregateTranscripts([write('days.jsonl', lines)], table);
    expect(rows.map(({ day, cost }) => [day, cost === null ? null : roundCost(cost)])).toEqual([
      ['2026-10-06', 200_000],
      ['2026-10-07', 100_000],
    ]);
  });

  it('counts an answer once that stands in several files', () => {
    const paths = [write('a.jsonl', answer({})), write('b.jsonl', answer({ requestId: 'other' }))];
    expect(aggregateTranscripts(paths, table).rows[0]?.requests).toBe(1);
  });

  it('reads lines that are longer than a chunk, and passes over what no transcript has', () => {
    const text = 'x'.repeat(9 << 20);
    const long = answer({}, { content: text }) + answer({}, { id: 'm2' });
    expect(aggregateTranscripts([write('long.jsonl', long)], table).rows[0]?.requests).toBe(2);
    const endless = Buffer.concat([Buffer.alloc(65 << 20, 'y'), Buffer.from(`\n${answer({})}`)]);
    const totals = aggregateTranscripts([write('endless.jsonl', endless)], table);
    expect(totals).toMatchObject({ damaged: 1, rows: [{ requests: 1 }] });
  });

  it('never fails on bytes, whatever they are', () => {
    const noise = fc.array(
      fc.oneof(fc.constantFrom('"usage"', '{', '}', '[', ']', '"', '\\', ',', ':', '\n', '1'), fc.string()),
    );
    fc.assert(
      fc.property(noise, (parts) => {
        const totals = aggregateTranscripts([write('noise.jsonl', parts.join(''))], table);
        expect(totals.rows).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

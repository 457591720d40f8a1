import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { costOfParts } from '../costs.ts';
import { observed, only } from '../sessions.ts';

/** Token mixes of real sessions, where they are at hand; they are not part of the repository. */
const mixes = new URL('../../../../shared/data/claude-code-calls.csv', import.meta.url);
const atHand = existsSync(mixes);

describe(`real token mixes${atHand ? '' : ' (not at hand: shared/data/claude-code-calls.csv beside the repository)'}`, () => {
  it('have the cost that plain floating point gives, within a micro-dollar', () => {
    if (!atHand) return;
    const rates: Readonly<Record<string, readonly number[]>> = {
      'claude-opus-4-6': [5, 25, 0.5, 6.25],
      'claude-haiku-4-5-20251001': [1, 5, 0.1, 1.25],
      'claude-sonnet-4-5-20250929': [3, 15, 0.3, 3.75],
    };
    const lines = readFileSync(mixes, 'utf8').trim().split('\n').slice(1);
    expect(lines.length).toBeGreaterThan(800);
    for (const line of lines) {
      const [, , model = '', ...counts] = line.split(',');
      const [input = 0, output = 0, read = 0, written = 0] = counts.map(Number);
      const usage = {
        input_tokens: input,
        output_tokens: output,
        cache_read_input_tokens: read,
        cache_creation_input_tokens: written,
      };
      if (input + output + read + written === 0) continue;
      const exact = costOfParts([only(observed(JSON.stringify({ id: 'x', model, usage })).parts)]);
      const floating = [input, output, read, written].reduce(
        (sum, n, place) => sum + n * (rates[model]?.[place] ?? 0),
        0,
      );
      expect(Math.abs(Number(exact) / 1e10 - floating)).toBeLessThan(1);
    }
  });
});

import { describe, expect, it } from 'vitest';
import {
  atLeast,
  count,
  dollars,
  number,
  percent,
  percentReached,
  seconds,
  shortTokens,
} from '../../src/render/figures.ts';

describe('figures', () => {
  it('writes milliseconds as seconds', () => {
    expect([0, 49, 50, 12_345].map(seconds)).toEqual(['0.0 s', '0.0 s', '0.1 s', '12.3 s']);
  });

  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1k'],
    [1499, '1k'],
    [1500, '2k'],
    [999_499, '999k'],
    [999_500, '1.0M'],
    [1_000_000, '1.0M'],
    [1_249_999, '1.2M'],
    [1_250_000, '1.3M'],
    [123_456_789, '123.5M'],
  ])('writes %d tokens as %s', (tokens, text) => {
    expect(shortTokens(tokens)).toBe(text);
  });

  it.each([
    [0, '$0.00'],
    [1, '<1¢'],
    [9999, '<1¢'],
    [10_000, '$0.01'],
    [14_999, '$0.01'],
    [15_000, '$0.02'],
    [24_744_999, '$24.74'],
    [24_745_000, '$24.75'],
    [999_995_000, '$1,000.00'],
    [1_234_567_890_000, '$1,234,567.89'],
  ])('writes %d micro-dollars as %s: rounded, not cut', (microusd, text) => {
    expect(dollars(microusd)).toBe(text);
  });

  it('writes shares, and those of a limit rounded down', () => {
    expect([0, 0.1234, 1].map(percent)).toEqual(['0.0%', '12.3%', '100.0%']);
    expect(percent(null)).toBe('–');
    expect([0, 0.29, 0.7449, 0.99999, 1, 12.3].map(percentReached)).toEqual([
      ...['0%', '29%', '74%', '99%', '100%', '1,230%'],
    ]);
  });

  it('groups digits, counts things, and says what is a lower bound', () => {
    expect([1, 999, 1000, 1_234_567].map(number)).toEqual(['1', '999', '1,000', '1,234,567']);
    expect([0, 1, 1000].map((value) => count(value, 'run'))).toEqual(['0 runs', '1 run', '1,000 runs']);
    expect([1, 2].map((value) => count(value, 'run was', 'runs were'))).toEqual(['1 run was', '2 runs were']);
    expect([atLeast('$0.31', true), atLeast('41k', false)]).toEqual(['≥ $0.31', '41k']);
  });
});

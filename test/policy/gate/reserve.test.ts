import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Files } from '../../support/allocations.ts';
import { check, version } from '../../support/judging.ts';
import { runs } from '../../support/worlds.ts';

type BudgetEntry = NonNullable<Files['allocation']['budget']>;

/** Opus 5.5, three parts of input to one of output: what a token is worth in dollars. */
const WORTH = (0.75 * 4 + 0.25 * 20) / 1_000_000;

function files(budget: BudgetEntry): Files {
  return {
    allocation: {
      version: 1,
      tiers: [{ name: 'opus', model: 'claude-opus-5-5' }],
      phases: ['EXEC'],
      agents: { SECURITY: { default: 'opus' } },
      floors: [{ id: 'security', agents: ['SECURITY'], minimum: 'opus', exceptions: 'never' }],
      budget,
    },
    exceptions: [],
  };
}

interface Exchange {
  readonly tokens: number;
  readonly reserve: number;
  readonly dollarsFirst: boolean;
  readonly beside: boolean;
}

const exchanges: fc.Arbitrary<Exchange> = fc.record({
  tokens: fc.integer({ min: 1_000_000, max: 1_000_000_000 }),
  reserve: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
  dollarsFirst: fc.boolean(),
  beside: fc.boolean(),
});

/** The rules that speak of a budget whose measure is exchanged for so much of its worth in the other, or joined by it. */
function rulesOf({ tokens, reserve, dollarsFirst, beside }: Exchange, part: number): readonly string[] {
  const before = dollarsFirst ? { usd: tokens * WORTH } : { tokens };
  const other = dollarsFirst ? { tokens: Math.ceil(tokens * part) } : { usd: tokens * WORTH * part };
  const side = (weekly: BudgetEntry['weekly']) =>
    version(files({ mode: 'enforce', weekly, critical_reserve: reserve }));
  return check(side(before), side(beside ? { ...before, ...other } : other)).findings.map(({ rule }) => rule);
}

it('an exchange of measures at their worth never stops a guarded cell, and one for a twelfth always does', () => {
  fc.assert(
    fc.property(exchanges, fc.double({ min: 1, max: 5, noNaN: true }), (exchange, more) => {
      expect(rulesOf(exchange, more)).not.toContain('HF114');
      expect(rulesOf(exchange, 1 / 12 / more)).toContain('HF114');
    }),
    runs(100),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTokens, NO_TOKENS, type TokenCounts, totalTokens } from '../../../src/usage/models/tokens.ts';
import { NO_TERMS, noEvidence, type ObservedRequest } from '../../../src/usage/session/evidence.ts';
import { observe } from '../../../src/usage/session/observation.ts';
import { table, today } from '../sessions.ts';

const MODELS = ['claude-haiku-5-5', 'claude-sonnet-5-5', 'us.anthropic.claude-opus-5-5', 'litellm/cheap'];

const answers = fc.array(
  fc.record({
    asked: fc.constantFrom(...MODELS),
    answered: fc.constantFrom(...MODELS),
    agent: fc.constantFrom(null, 'a', 'b'),
    input: fc.integer({ min: 1, max: 5000 }),
    output: fc.integer({ min: 1, max: 500 }),
  }),
  { minLength: 1, maxLength: 8 },
);

interface Answer {
  readonly asked: string;
  readonly answered: string;
  readonly agent: string | null;
  readonly input: number;
  readonly output: number;
}

const tokensOf = ({ input, output }: Answer): TokenCounts => ({ ...NO_TOKENS, input, output });

function sums(given: readonly Answer[], by: (answer: Answer) => string): ReadonlyMap<string, TokenCounts> {
  const found = new Map<string, TokenCounts>();
  for (const each of given) found.set(by(each), addTokens(found.get(by(each)) ?? NO_TOKENS, tokensOf(each)));
  return found;
}

/** What a session's sources say: the client's sums go by what was asked for. `names`: each request says it as well. */
function session(given: readonly Answer[], names: boolean) {
  const requests = given.map(
    (each, place): ObservedRequest => ({
      key: String(place),
      asked: names ? each.asked : null,
      by: { agentId: each.agent, agentType: each.agent },
      uses: [{ model: each.answered, tokens: tokensOf(each) }],
      terms: NO_TERMS,
      webSearches: 0,
      at: null,
      stopReason: null,
      reported: null,
    }),
  );
  const totals = [...sums(given, ({ asked }) => asked)].map(([model, tokens]) => ({
    model,
    tokens,
    webSearches: 0,
    reported: null,
  }));
  const canonical = new Map(totals.map(({ model }) => [model, null]));
  const main = given.filter(({ agent }) => agent === null);
  const mainTokens = main.reduce((sum, each) => addTokens(sum, tokensOf(each)), NO_TOKENS);
  const requestedModel = main[0]?.asked ?? null;
  return { ...noEvidence('claude-code-stream'), requests, totals, canonical, mainTokens, requestedModel };
}

describe('what answered', () => {
  it('has exactly its own tokens, whatever was asked for', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { parts } = observe(session(given, true), table, today);
        const found = new Map<string, number>();
        for (const { model, tokens } of parts)
          found.set(model, (found.get(model) ?? 0) + totalTokens(tokens));
        const expected = [...sums(given, ({ answered }) => answered)].map(([model, tokens]) => [
          model,
          totalTokens(tokens),
        ]);
        expect([...found].sort()).toEqual(expected.sort());
      }),
    );
  });

  it('is counted once where the requests do not say what was asked for, and one thing was', () => {
    const one = answers.map((given) => given.map((each) => ({ ...each, asked: MODELS[2] ?? '' })));
    fc.assert(
      fc.property(one, (given) => {
        const { parts } = observe(session(given, false), table, today);
        const all = parts.reduce((sum, { tokens }) => sum + totalTokens(tokens), 0);
        expect(all).toBe(given.reduce((sum, { input, output }) => sum + input + output, 0));
        expect(new Set(parts.map(({ model }) => model))).toEqual(
          new Set(given.map(({ answered }) => answered)),
        );
      }),
    );
  });
});

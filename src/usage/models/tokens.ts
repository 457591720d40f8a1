/** Tokens by class, as the Messages API counts them. `input` excludes everything that went through the cache. */
export interface TokenCounts {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
}

export const TOKEN_CLASSES = ['input', 'output', 'cacheRead', 'cacheWrite5m', 'cacheWrite1h'] as const;

export const NO_TOKENS: TokenCounts = { input: 0, output: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0 };

/** Class by class. */
function mapTokens(a: TokenCounts, b: TokenCounts, combine: (x: number, y: number) => number): TokenCounts {
  return {
    input: combine(a.input, b.input),
    output: combine(a.output, b.output),
    cacheRead: combine(a.cacheRead, b.cacheRead),
    cacheWrite5m: combine(a.cacheWrite5m, b.cacheWrite5m),
    cacheWrite1h: combine(a.cacheWrite1h, b.cacheWrite1h),
  };
}

export function addTokens(a: TokenCounts, b: TokenCounts): TokenCounts {
  return mapTokens(a, b, (x, y) => x + y);
}

/** Of several uses together. */
export function sumTokens(uses: Iterable<{ readonly tokens: TokenCounts }>): TokenCounts {
  let sum = NO_TOKENS;
  for (const { tokens } of uses) sum = addTokens(sum, tokens);
  return sum;
}

/** What is in `a` beyond `b`; never below zero. */
export function beyond(a: TokenCounts, b: TokenCounts): TokenCounts {
  return mapTokens(a, b, (x, y) => Math.max(0, x - y));
}

export function maxTokens(a: TokenCounts, b: TokenCounts): TokenCounts {
  return mapTokens(a, b, Math.max);
}

/** True when `a` has at least as much of every class as `b`. */
export function covers(a: TokenCounts, b: TokenCounts): boolean {
  return TOKEN_CLASSES.every((name) => a[name] >= b[name]);
}

export function sameTokens(a: TokenCounts, b: TokenCounts): boolean {
  return TOKEN_CLASSES.every((name) => a[name] === b[name]);
}

export function totalTokens(tokens: TokenCounts): number {
  return promptTokens(tokens) + tokens.output;
}

/** The prompt's length: what the band of a price is chosen by. Source: the pricing page, "length counts cache reads and writes". */
export function promptTokens(tokens: TokenCounts): number {
  return tokens.input + tokens.cacheRead + tokens.cacheWrite5m + tokens.cacheWrite1h;
}

/*
 * The form of every figure that people read. A figure of which a part is not known is a lower bound, and says so: see
 * `atLeast`. "Tokens" are input, cache writes and output everywhere: see `budgetTokens`.
 */

/** What "tokens" are, wherever they are counted. */
export const TOKENS_ARE = 'Tokens are input, cache writes and output; cache reads are in the cost alone.';

/** For what there is none of. */
export const NONE = '–';

/** For a figure of which nothing is known. */
export const NOT_KNOWN = 'not known';

/** What is less than a cent, but not nothing. */
const UNDER_A_CENT = '<1¢';

/** `12345` as `12,345`; whole numbers only. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 error`, `2 errors`. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** `950`, `41k`, `1.2M`: whole thousands up to a million. */
export function shortTokens(tokens: number): string {
  if (tokens < 1000) return String(tokens);
  if (tokens < 999_500) return `${Math.round(tokens / 1000)}k`;
  return `${(Math.round(tokens / 100_000) / 10).toFixed(1)}M`;
}

/** Micro-dollars as `$1,234.56`, cents rounded half up; what is less than a cent but not nothing as `<1¢`. */
export function dollars(microusd: number): string {
  if (microusd > 0 && microusd < 10_000) return UNDER_A_CENT;
  const cents = Math.round(microusd / 10_000);
  return `$${number(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}

/** A change of cost: `+$3.02`, `−$1.14`, `±$0.00`. */
export function signedDollars(microusd: number): string {
  const sign = microusd > 0 ? '+' : microusd < 0 ? '−' : '±';
  return `${sign}${dollars(Math.abs(microusd))}`;
}

/** A share as `12.3%`; a dash for what there is none of. */
export function percent(share: number | null): string {
  return share === null ? NONE : `${(share * 100).toFixed(1)}%`;
}

/** A share as `12.3%` or `6%`: beside others of its kind, in a sentence. */
export function plainPercent(share: number): string {
  return percent(share).replace('.0%', '%');
}

/** A share as `32%`, rounded: for what is an estimate anyway. */
export function wholePercent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A share of a limit as `82%`, rounded down: 99.9% is not yet all. */
export function percentReached(share: number): string {
  // The error of binary fractions is taken away first: 0.29 is 29%.
  return `${number(Math.floor(Number((share * 100).toFixed(10))))}%`;
}

/** `4.2 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** `≥ $0.31` where a part of it is not known; a bound of less than a cent says nothing. */
export function atLeast(figure: string, isPartKnown: boolean): string {
  if (!isPartKnown) return figure;
  return figure === UNDER_A_CENT ? NOT_KNOWN : `≥ ${figure}`;
}

import { FORMS } from '../../allocation/patterns.ts';
import { parseDate } from '../../time/week.ts';

/** What is wrong with one field of untrusted data. */
export interface FieldProblem {
  /** Path of the field: `tokens.input`; empty for the whole value. */
  readonly field: string;
  /** Begins after the field's name: `must be at most 10`. */
  readonly what: string;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** False for text with half a surrogate pair, which UTF-8 has no bytes for. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** `2026-11-23T03:10:41Z` from a time in UTC with or without a fraction of a second; null for anything else. */
export function parseInstant(text: string): string | null {
  if (!FORMS.instant.pattern.test(text) || parseDate(text.slice(0, 10)) === null) return null;
  return `${text.slice(0, 19)}Z`;
}

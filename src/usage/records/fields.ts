import { parseDate } from '../../time/week.ts';

/** What is wrong with one field of untrusted data. */
export interface FieldProblem {
  /** Path of the field: `tokens.input`; empty for the whole value. */
  readonly field: string;
  /** Begins after the field's name: `must be a whole number from 0 to 10`. */
  readonly what: string;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Takes fields out of an untrusted object one by one and notes everything that is wrong. A wrong field gives its
 * fallback, so that all problems are found at once; nothing is to be used while there are problems.
 */
export class FieldReader {
  readonly problems: FieldProblem[];
  private readonly value: Readonly<Record<string, unknown>>;
  private readonly path: string;

  constructor(value: Readonly<Record<string, unknown>>, path = '', problems: FieldProblem[] = []) {
    this.value = value;
    this.path = path;
    this.problems = problems;
  }

  /** The field, if the object has it as its own and it is not null. */
  private own(name: string): unknown {
    return Object.hasOwn(this.value, name) ? (this.value[name] ?? undefined) : undefined;
  }

  report(name: string, what: string): void {
    this.problems.push({ field: this.path + name, what });
  }

  text(name: string, most: number, pattern?: RegExp): string {
    const found = this.textOrNull(name, most, pattern);
    if (found === null && this.own(name) === undefined) this.report(name, 'is missing');
    return found ?? '';
  }

  /** `most` in UTF-16 units. Lone surrogates are refused: they have no bytes in a file. */
  textOrNull(name: string, most: number, pattern?: RegExp): string | null {
    const value = this.own(name);
    if (value === undefined) return null;
    if (typeof value !== 'string' || value.length > most || value === '') {
      this.report(name, `must be a text of 1 to ${most} characters`);
    } else if (!isWellFormed(value) || (pattern !== undefined && !pattern.test(value))) {
      this.report(name, pattern === undefined ? 'must be well-formed text' : `must match ${pattern.source}`);
    } else return value;
    return null;
  }

  whole(name: string, least: number, most: number, fallback?: number): number {
    const value = this.wholeOrNull(name, least, most);
    if (value === null && this.own(name) === undefined && fallback === undefined) {
      this.report(name, 'is missing');
    }
    return value ?? fallback ?? least;
  }

  wholeOrNull(name: string, least: number, most: number): number | null {
    const value = this.own(name);
    if (value === undefined) return null;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    this.report(name, `must be a whole number from ${least} to ${most}`);
    return null;
  }

  /** 0 to 1. */
  shareOrNull(name: string): number | null {
    const value = this.own(name);
    if (value === undefined) return null;
    if (typeof value === 'number' && value >= 0 && value <= 1) return value;
    this.report(name, 'must be a number from 0 to 1');
    return null;
  }

  flag(name: string): boolean {
    const value = this.own(name);
    if (value !== undefined && typeof value !== 'boolean') this.report(name, 'must be true or false');
    return value === true;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback?: T): T | undefined {
    const value = this.own(name);
    if (value === undefined && fallback !== undefined) return fallback;
    const found = allowed.find((word) => word === value);
    if (found === undefined) this.report(name, `must be one of ${allowed.join(', ')}`);
    return found;
  }

  oneOfOrNull<T extends string>(name: string, allowed: readonly T[]): T | null {
    return this.own(name) === undefined ? null : (this.oneOf(name, allowed) ?? null);
  }

  /** An instant in UTC, cut to whole seconds so that texts compare as times do. */
  instant(name: string): string {
    const value = this.text(name, 40);
    const found = parseInstant(value);
    if (found === null && value !== '') this.report(name, 'must be a time like 2026-11-23T03:10:41Z');
    return found ?? '';
  }

  objectOrNull(name: string): FieldReader | null {
    const value = this.own(name);
    if (value === undefined) return null;
    if (isObject(value)) return new FieldReader(value, `${this.path}${name}.`, this.problems);
    this.report(name, 'must be an object');
    return null;
  }

  names(): readonly string[] {
    return Object.keys(this.value);
  }

  raw(name: string): unknown {
    return this.own(name);
  }
}

/** False for text with half a surrogate pair, which UTF-8 has no bytes for. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;

/** `2026-11-23T03:10:41Z` from a time in UTC with or without a fraction of a second; null for anything else. */
export function parseInstant(text: string): string | null {
  const match = INSTANT.exec(text);
  if (match === null || parseDate(match[1] ?? '') === null) return null;
  return `${text.slice(0, 19)}Z`;
}

import { isObject } from '../../usage/records/fields.ts';

/** What a place of the file is to hold. In a mapping null takes a key away, and one that is left out stays as it is. */
export type Wanted = string | number | WantedMapping;
export interface WantedMapping {
  readonly [key: string]: Wanted | null;
}

export function isWantedMapping(wanted: Wanted): wanted is WantedMapping {
  return typeof wanted === 'object';
}

/**
 * Plain data with what is wanted in it. Where a mapping is wanted, a text is the tier of a cell, and a cell that says
 * nothing but its tier is that text.
 */
export function changed(value: unknown, wanted: Wanted): unknown {
  if (!isWantedMapping(wanted)) return wanted;
  const now = typeof value === 'string' ? { tier: value } : isObject(value) ? value : {};
  const kept = Object.entries(now).filter(([key]) => !Object.hasOwn(wanted, key));
  const set = Object.entries(wanted).flatMap(([key, each]) =>
    each === null ? [] : [[key, changed(now[key], each)] as const],
  );
  const after = Object.fromEntries([...kept, ...set]);
  const isTierAlone = !isObject(value) && Object.keys(after).length === 1 && typeof after.tier === 'string';
  return isTierAlone ? after.tier : after;
}

/** Plain data with the same keys and values, in whatever order. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return Object.is(a, b);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}

import { createRequire } from 'node:module';
import { isObject, type Json, type JsonObject } from './json.ts';

/** Read by Node itself: as a module of the test runner these megabytes of JSON take thirty times their size. */
const all: Json = createRequire(import.meta.url)('@octokit/webhooks-examples');

/** Every official example of an event, as GitHub sends it. */
export function examplesOf(event: string): readonly Json[] {
  const found = (Array.isArray(all) ? all : []).find((each) => isObject(each) && each.name === event);
  const list = isObject(found) ? found.examples : [];
  return Array.isArray(list) ? list : [];
}

/** Parts of a payload that replace the example's: objects are merged, anything else is taken as it is. */
export type Overrides = { readonly [key: string]: Json | undefined | Overrides };

/**
 * The payload of an event: an official example with parts replaced. The example is the first one with the override's
 * `action`, or the first one of all.
 *
 *     payload('pull_request', { action: 'opened', pull_request: { draft: true } })
 */
export function payload(event: string, overrides: Overrides = {}): JsonObject {
  const examples = examplesOf(PULL_REQUEST_ALIASES.includes(event) ? 'pull_request' : event).filter(isObject);
  const example = examples.find((each) => each.action === overrides.action) ?? examples[0];
  if (example === undefined) throw new Error(`there is no example of ${event}`);
  const merged = merge(example, overrides);
  return isObject(merged) ? merged : {};
}

/** Events that carry the payload of another. */
const PULL_REQUEST_ALIASES: readonly string[] = ['pull_request_target'];

/** One value with parts of it replaced. */
export function merge(base: Json, over: Json | Overrides): Json {
  if (!isParts(over)) return over;
  const merged: Record<string, Json> = isObject(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(over)) {
    if (value !== undefined) merged[key] = merge(merged[key] ?? null, value);
  }
  return merged;
}

function isParts(value: Json | Overrides): value is Overrides {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

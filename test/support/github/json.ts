/** JSON as it comes off the wire. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys; undefined when a step is missing. */
export function step(value: Json | undefined, ...keys: readonly (string | number)[]): Json | undefined {
  return keys.reduce<Json | undefined>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)];
    return isObject(at) ? at[key] : undefined;
  }, value);
}

/** The text at a path of keys. */
export function text(value: Json | undefined, ...keys: readonly (string | number)[]): string {
  const found = step(value, ...keys);
  if (typeof found !== 'string') throw new Error(`no text at ${keys.join('.')} of ${JSON.stringify(value)}`);
  return found;
}

/** The number at a path of keys. */
export function number(value: Json | undefined, ...keys: readonly (string | number)[]): number {
  const found = step(value, ...keys);
  if (typeof found !== 'number')
    throw new Error(`no number at ${keys.join('.')} of ${JSON.stringify(value)}`);
  return found;
}

export function parse(content: string): Json | undefined {
  if (content === '') return undefined;
  const value: Json = JSON.parse(content);
  return value;
}

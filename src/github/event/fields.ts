import { UserError } from '../../errors.ts';

/** The value at a dotted path; undefined when a step of it is missing or null. */
export function at(payload: unknown, path: string): unknown {
  let value: unknown = payload;
  for (const step of path.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value ?? undefined;
}

/** The value at a path that the event must have. Throws `UserError` naming the path. */
export function required<T>(
  event: string,
  payload: unknown,
  path: string,
  is: (value: unknown) => value is T,
): T {
  const value = at(payload, path);
  if (is(value)) return value;
  throw new UserError(
    value === undefined
      ? `The payload of the ${event} event has no ${path}.`
      : `The payload of the ${event} event has a ${path} of an unexpected form.`,
    'GITHUB_EVENT_PATH must name the file that GitHub wrote for this event.',
  );
}

/** The value at a path, or null when it is missing. Throws `UserError` when it is there in another form. */
export function optional<T>(
  event: string,
  payload: unknown,
  path: string,
  is: (value: unknown) => value is T,
): T | null {
  return at(payload, path) === undefined ? null : required(event, payload, path, is);
}

/** True only for a `true` at the path. */
export function isTrue(payload: unknown, path: string): boolean {
  return at(payload, path) === true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

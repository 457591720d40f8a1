/** Seconds since 1970-01-01 UTC of a time like `2026-11-23T03:10:41Z`; NaN for a text that is none. */
export function secondsOf(at: string): number {
  return Math.floor(Date.parse(at) / 1000);
}

/** The time so many seconds after `at`, as records have it: `2026-11-23T03:10:41Z`. Two such texts compare as times do. */
export function later(at: string, seconds: number): string {
  return `${new Date((secondsOf(at) + seconds) * 1000).toISOString().slice(0, 19)}Z`;
}

/** An instant as records have it, cut to whole seconds. */
export function textOf(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

const PATH = /^(?:[^/]+\/[^/]+\/)?(\.github\/workflows\/[^/@\p{Cc}\p{Cs}]{1,200}\.ya?ml)(?:@|$)/u;

/** What a record may say of its workflow: `.github/workflows/review.yml`. */
export const WORKFLOW = /^\.github\/workflows\/[^/@\p{Cc}\p{Cs}]{1,200}\.ya?ml$/u;

/**
 * The path of a workflow's file, from what GitHub says of it: `.github/workflows/review.yml`, with `owner/name/` before
 * it and `@ref` behind it where GitHub puts them. Null for what is no file of a repository.
 */
export function workflowPath(text: string): string | null {
  return PATH.exec(text)?.[1] ?? null;
}

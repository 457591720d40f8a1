import { FORMS } from '../../allocation/patterns.ts';

const PATH = new RegExp(`^(?:[^/]+/[^/]+/)?(${FORMS.workflow.pattern.source.slice(1, -1)})(?:@|$)`, 'u');

/**
 * The path of a workflow's file, from what GitHub says of it: `.github/workflows/review.yml`, with `owner/name/` before
 * it and `@ref` behind it where GitHub puts them. Null for what is no file of a repository.
 */
export function workflowPath(text: string): string | null {
  return PATH.exec(text)?.[1] ?? null;
}

import type { Complexity } from '../attempt.ts';

/** A file of a change, and how many lines of it were added or deleted. */
export interface ChangedFile {
  readonly path: string;
  readonly lines: number;
}

/** What kind of work a file is. */
type Kind = 'generated' | 'document' | 'test' | 'delicate' | 'code';

/**
 * The first that fits a path, in lower case. What programs write says nothing of the work; a slip in what is delicate
 * does harm that no test sees: the database, workflows, what a service runs on.
 */
const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['delicate', /(?:^|\/)\.github\/(?:workflows|actions)\/|(?:^|\/)\.gitlab-ci\.ya?ml$/],
  ['delicate', /\.sql$|(?:^|\/)migrations?\//],
  ['delicate', /\.(?:tf|tfvars|bicep)$|(?:^|\/)(?:dockerfile[^/]*|docker-compose[^/]*|helm\/.*|k8s\/.*)$/],
  ['generated', /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|go\.sum)$|\.lock$/],
  ['generated', /\.(?:min\.js|min\.css|map|snap)$|(?:^|\/)(?:node_modules|vendor|dist|__snapshots__)\//],
  ['document', /\.(?:md|mdx|rst|adoc|txt|png|jpe?g|gif|webp|svg|ico|pdf)$|(?:^|\/)(?:license|codeowners)$/],
  ['test', /(?:^|\/)(?:tests?|__tests__|spec|e2e|fixtures)\/|[._](?:test|spec)\.[^/.]+$|_test\.[^/.]+$/],
];

/** What a line counts. */
const WEIGHT: Readonly<Record<Kind, number>> = {
  generated: 0,
  document: 0.25,
  test: 0.5,
  code: 1,
  delicate: 1,
};

/** Up to so much work is small, as long as nothing delicate is touched. */
const SMALL = { lines: 50, files: 3 };
/** More work than this is large. */
const MEDIUM = { lines: 400, files: 20 };

function kindOf(path: string): Kind {
  const lower = path.toLowerCase();
  return KINDS.find(([, pattern]) => pattern.test(lower))?.[0] ?? 'code';
}

/**
 * How hard a change is, by its lines, its files and what kind they are. The cut points are in docs/allocation.md.
 * @param truncated the list is cut off: then the change is large, whatever there is of it
 */
export function complexityOf(files: readonly ChangedFile[], truncated: boolean): Complexity {
  if (truncated) return 'L';
  let [lines, number, delicate] = [0, 0, false];
  for (const file of files) {
    const kind = kindOf(file.path);
    lines += file.lines * WEIGHT[kind];
    if (kind !== 'generated') number += 1;
    if (kind === 'delicate') delicate = true;
  }
  if (lines > MEDIUM.lines || number > MEDIUM.files) return 'L';
  return delicate || lines > SMALL.lines || number > SMALL.files ? 'M' : 'S';
}

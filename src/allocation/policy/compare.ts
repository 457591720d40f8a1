import type { PolicyReference } from './reference.ts';

/** True when both name the same file, at whatever commits. GitHub does not tell names of repositories apart by case. */
export function isSamePolicy(a: PolicyReference, b: PolicyReference): boolean {
  const of = ({ owner, name }: PolicyReference): string => `${owner}/${name}`.toLowerCase();
  return of(a) === of(b) && a.path === b.path;
}

/** What is wrong with a commit that is not on the default branch, and what to do. */
export function offBranch(short: string, branch: string): readonly [what: string, fix: string] {
  return [
    `The commit of the policy ${short} is not on ${branch}, the default branch of its repository: nobody need have reviewed it.`,
    `Name a commit of ${branch}.`,
  ];
}

import type { CommitId } from '../../src/git/commit-reader.ts';
import type { TemporaryRepository } from '../git/temporary-repository.ts';
import { type Overrides, payload } from '../support/github/payload.ts';
import type { JobEvent } from '../support/job-scene.ts';

const REPOSITORY = { name: 'demo', full_name: 'octo/demo', default_branch: 'main', owner: { login: 'octo' } };

/** An event about the pull request that would bring `head` to `base`, with its merge commit in the clone of a job. */
export function aboutPullRequest(
  name: string,
  clone: TemporaryRepository,
  base: CommitId,
  head: CommitId,
  more: Overrides = {},
): JobEvent {
  const side = (ref: string, sha: CommitId): Overrides => ({ ref, sha, repo: REPOSITORY });
  return ofRepository(name, {
    pull_request: {
      number: 12,
      merge_commit_sha: clone.commit({}, [base, head]),
      base: side('main', base),
      head: side('topic', head),
      labels: [{ name: 'Security' }],
      additions: 40,
      deletions: 11,
      changed_files: 2,
      draft: false,
      ...more,
    },
  });
}

/** Another event of the same repository. */
export function ofRepository(name: string, more: Overrides = {}): JobEvent {
  return { name, payload: payload(name, { repository: REPOSITORY, ...more }) };
}

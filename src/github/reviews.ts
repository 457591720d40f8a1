import type { GithubClient } from './client.ts';
import type { RepositoryName } from './event/index.ts';

/** A review of a pull request, in the words of the API: `APPROVED`, `CHANGES_REQUESTED`, `COMMENTED`. */
export interface Review {
  readonly id: number;
  /** Of a dismissed review the state that it had. */
  readonly state: string;
  readonly dismissed: boolean;
  readonly user: Reviewer | null;
  /** Null: not submitted yet, or before GitHub kept the time. */
  readonly at: string | null;
  readonly body: string;
}

export interface Reviewer {
  readonly login: string;
  readonly type?: string;
}

/** Whether it is a program's account. */
export function isBot(user: Reviewer | null): boolean {
  return user?.type === 'Bot' || user?.login.endsWith('[bot]') === true;
}

/** Makes a request: what it does, and the permission that it takes. */
export type AskGithub = <T>(doing: string, permission: string, request: () => Promise<T>) => Promise<T>;

const PERMISSION = 'pull-requests: read';

/** The reviews of a pull request. Throws `GitHubError`. */
export async function reviewsOf(
  { octokit }: GithubClient,
  { owner, name }: RepositoryName,
  number: number,
  ask: AskGithub,
): Promise<readonly Review[]> {
  const about = { owner, repo: name, per_page: 100 };
  const reviews = await ask(`read the reviews of #${number}`, PERMISSION, () =>
    octokit.paginate(octokit.rest.pulls.listReviews, { ...about, pull_number: number }),
  );
  const before = new Map<number, string>();
  // A dismissed review no longer says what it was.
  if (reviews.some(({ state }) => state === 'DISMISSED')) {
    const events = await ask(`read the events of #${number}`, PERMISSION, () =>
      octokit.paginate(octokit.rest.issues.listEvents, { ...about, issue_number: number }),
    );
    for (const event of events) {
      if (!('dismissed_review' in event) || event.dismissed_review === undefined) continue;
      before.set(event.dismissed_review.review_id, event.dismissed_review.state.toUpperCase());
    }
  }
  return reviews.map(({ id, state, user, submitted_at: at = null, body }) => ({
    id,
    state: state === 'DISMISSED' ? (before.get(id) ?? '') : state,
    dismissed: state === 'DISMISSED',
    user,
    at,
    body,
  }));
}

import { UserError } from '../../errors.ts';
import { type CommitId, isCommitId } from '../../git/index.ts';
import { at, isTrue, optional, required } from './fields.ts';

export { at };

/** `owner/name`, taken apart. */
export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

interface Common {
  readonly repository: RepositoryName;
  /** Name of the repository's default branch, without `refs/heads/`. */
  readonly defaultBranch: string;
  /** Login of who caused the event; null when the payload does not say. */
  readonly sender: string | null;
  /** What happened, such as `opened`; null for events without actions. */
  readonly action: string | null;
}

export interface PullRequestEvent extends Common {
  readonly kind: 'pull_request';
  /** The event's own name: `pull_request`, `pull_request_target`, `pull_request_review`, `pull_request_review_comment`. */
  readonly name: string;
  readonly number: number;
  readonly base: { readonly ref: string; readonly sha: CommitId };
  readonly head: {
    readonly ref: string;
    readonly sha: CommitId;
    /** `owner/name`; null when the fork was deleted. */
    readonly repository: string | null;
    /** True when the head lives in another repository, a deleted one included. */
    readonly fork: boolean;
  };
  /**
   * The commit that merges head into base, as a claim: its parents tell whether it is up to date. Null when GitHub
   * has made none, as after a conflict.
   */
  readonly mergeCommit: CommitId | null;
  readonly author: string | null;
  readonly draft: boolean;
  readonly labels: readonly string[];
  /** Lines and files; null where the payload leaves them out (reviews do). */
  readonly additions: number | null;
  readonly deletions: number | null;
  readonly changedFiles: number | null;
}

export interface MergeGroupEvent extends Common {
  readonly kind: 'merge_group';
  readonly baseSha: CommitId;
  readonly headSha: CommitId;
  /** Full ref, such as `refs/heads/main`. */
  readonly baseRef: string;
}

export interface PushEvent extends Common {
  readonly kind: 'push';
  /** Full ref of the branch or tag. */
  readonly ref: string;
  /** Null when the ref is new. */
  readonly before: CommitId | null;
  /** Null when the ref was deleted. */
  readonly after: CommitId | null;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly forced: boolean;
}

export interface OtherEvent {
  readonly kind: 'other';
  readonly name: string;
  /** Name of the repository's default branch; null where the payload does not say. */
  readonly defaultBranch: string | null;
  /** The pull request that the event is about, as a comment on one; null when there is none. */
  readonly pullRequest: number | null;
  /** The branches that the pull requests aim at which the payload lists, as that of a finished run does; not those of forks. */
  readonly bases: readonly string[];
}

export type GithubEvent = PullRequestEvent | MergeGroupEvent | PushEvent | OtherEvent;

const PULL_REQUEST_EVENTS: readonly string[] = [
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
];

/**
 * Reads the payload of the event that started a workflow. Pure: `env` gives `GITHUB_SHA` and `GITHUB_REF`.
 * Throws `UserError` naming the field when one that the event must have is missing or of another type.
 * Source: https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
export function parseEvent(
  name: string,
  payload: unknown,
  env: Readonly<Record<string, string | undefined>>,
): GithubEvent {
  if (PULL_REQUEST_EVENTS.includes(name)) return pullRequest(name, payload, env);
  if (name === 'merge_group') return mergeGroup(payload);
  if (name === 'push') return push(payload);
  const onPullRequest = name === 'issue_comment' && at(payload, 'issue.pull_request') !== undefined;
  return {
    kind: 'other',
    name,
    defaultBranch: optional(name, payload, 'repository.default_branch', isText),
    pullRequest: onPullRequest ? count(name, payload, 'issue.number') : null,
    bases: basesOf(name, payload),
  };
}

/** A list may hold pull requests of another repository, to which the same commit is proposed. */
function basesOf(name: string, payload: unknown): readonly string[] {
  const list = at(payload, `${name}.pull_requests`);
  if (!Array.isArray(list)) return [];
  const own = at(payload, 'repository.id');
  const refs = list.flatMap((each: unknown) => {
    const [ref, of] = [at(each, 'base.ref'), at(each, 'base.repo.id')];
    return isText(ref) && (of === undefined || own === undefined || of === own) ? [ref] : [];
  });
  return [...new Set(refs)];
}

function pullRequest(
  name: string,
  payload: unknown,
  env: Readonly<Record<string, string | undefined>>,
): PullRequestEvent {
  const number = count(name, payload, 'pull_request.number');
  const baseRepository = required(name, payload, 'pull_request.base.repo.full_name', isText);
  const headRepository = optional(name, payload, 'pull_request.head.repo.full_name', isText);
  return {
    kind: 'pull_request',
    name,
    ...common(name, payload),
    number,
    base: {
      ref: required(name, payload, 'pull_request.base.ref', isText),
      sha: required(name, payload, 'pull_request.base.sha', isCommitId),
    },
    head: {
      ref: required(name, payload, 'pull_request.head.ref', isText),
      sha: required(name, payload, 'pull_request.head.sha', isCommitId),
      repository: headRepository,
      fork: headRepository?.toLowerCase() !== baseRepository.toLowerCase(),
    },
    mergeCommit: mergeCommit(name, payload, number, env),
    author: optional(name, payload, 'pull_request.user.login', isText),
    draft: isTrue(payload, 'pull_request.draft'),
    labels: labels(name, payload),
    additions: optional(name, payload, 'pull_request.additions', isCount),
    deletions: optional(name, payload, 'pull_request.deletions', isCount),
    changedFiles: optional(name, payload, 'pull_request.changed_files', isCount),
  };
}

/**
 * `GITHUB_SHA` is the merge commit where the workflow runs on `refs/pull/N/merge`. Under `pull_request_target` it is
 * the base branch's tip; there only the payload knows the merge commit.
 */
function mergeCommit(
  name: string,
  payload: unknown,
  number: number,
  env: Readonly<Record<string, string | undefined>>,
): CommitId | null {
  if (env.GITHUB_REF === `refs/pull/${number}/merge` && isCommitId(env.GITHUB_SHA)) return env.GITHUB_SHA;
  return optional(name, payload, 'pull_request.merge_commit_sha', isCommitId);
}

function labels(name: string, payload: unknown): readonly string[] {
  const list = required(name, payload, 'pull_request.labels', Array.isArray);
  return list.map((_, index) => required(name, payload, `pull_request.labels.${index}.name`, isText)).sort();
}

function mergeGroup(payload: unknown): MergeGroupEvent {
  const name = 'merge_group';
  return {
    kind: name,
    ...common(name, payload),
    baseSha: required(name, payload, 'merge_group.base_sha', isCommitId),
    headSha: required(name, payload, 'merge_group.head_sha', isCommitId),
    baseRef: required(name, payload, 'merge_group.base_ref', isText),
  };
}

function push(payload: unknown): PushEvent {
  const name = 'push';
  const commitOrNone = (path: string): CommitId | null => {
    const text = required(name, payload, path, isText);
    return /^0+$/.test(text) ? null : required(name, payload, path, isCommitId);
  };
  return {
    kind: name,
    ...common(name, payload),
    ref: required(name, payload, 'ref', isText),
    before: commitOrNone('before'),
    after: commitOrNone('after'),
    created: isTrue(payload, 'created'),
    deleted: isTrue(payload, 'deleted'),
    forced: isTrue(payload, 'forced'),
  };
}

function common(name: string, payload: unknown): Common {
  return {
    repository: repositoryName(required(name, payload, 'repository.full_name', isText)),
    defaultBranch: required(name, payload, 'repository.default_branch', isText),
    sender: optional(name, payload, 'sender.login', isText),
    action: optional(name, payload, 'action', isText),
  };
}

/** Takes `owner/name` apart. Throws `UserError` for anything else. */
export function repositoryName(text: string): RepositoryName {
  const match = /^([A-Za-z0-9_.-]+)\/([A-Za-z0-9_.-]+)$/.exec(text);
  const [, owner, name] = match ?? [];
  if (owner === undefined || name === undefined || [owner, name].some((part) => /^\.+$/.test(part))) {
    throw new UserError(`${JSON.stringify(text)} is not a repository.`, 'Write it as OWNER/NAME.');
  }
  return { owner, name };
}

function count(name: string, payload: unknown, path: string): number {
  return required(name, payload, path, isCount);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && typeof value === 'number' && value >= 0;
}

import { InternalError } from '../errors.ts';
import type { GithubClient } from './client.ts';
import { GitHubError, type GithubAttempt } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';
import { type Account, isAuthor, whoAmI } from './identity.ts';

/** GitHub refuses longer bodies of comments and issues. */
export const BODY_LIMIT = 65_536;

/** What became of something that we wanted to show at GitHub. */
export type Publication =
  | { readonly written: true; readonly how: 'created' | 'updated'; readonly url: string }
  /** Nothing was to be done: it already says so, or there is nothing to say. */
  | { readonly written: false; readonly failed: false; readonly why: string }
  /** GitHub did not let us: `why` is a remark for the report. Never a reason to fail. */
  | { readonly written: false; readonly failed: true; readonly why: string };

/** An issue or pull request, and the permission that it takes to comment on it. */
export interface Thread {
  readonly repository: RepositoryName;
  readonly issue: number;
  readonly permission: 'issues: write' | 'pull-requests: write';
}

export interface StickyComment {
  readonly repository: RepositoryName;
  /** Number of the issue or pull request. */
  readonly issue: number;
  /** What it takes to comment on it. Left out: that of a pull request. */
  readonly permission?: Thread['permission'];
  /** Tells our comments apart: lower-case letters, digits and dashes. */
  readonly key: string;
  /** Markdown; null when there is nothing to say: then nothing is done. */
  readonly body: string | null;
  /** What is written over an earlier comment, by what that says; left out: the body. */
  readonly over?: (earlier: string) => string;
  /** True for a text that makes sense only in place of an earlier one, such as "resolved". */
  readonly onlyIfExists?: boolean;
}

interface Found {
  readonly id: number;
  readonly body: string;
}

/** The text that a marked body starts with. */
export function marker(name: string, key: string): string {
  if (!/^[a-z0-9-]+$/.test(key)) throw new InternalError(`${JSON.stringify(key)} cannot be a marker's key.`);
  return `<!-- ${name}:${key} -->`;
}

/**
 * Writes the one comment of a key on an issue or pull request: updates ours in place, or creates it. It is found by
 * the hidden marker at its very start and by its author, since anybody can write a marker; the oldest one counts.
 *
 * Best effort: what GitHub refuses comes back as a remark. Throws `InternalError` for a body over `BODY_LIMIT`.
 */
export async function upsertComment(client: GithubClient, comment: StickyComment): Promise<Publication> {
  const { repository, issue, key, body, onlyIfExists = false, permission = 'pull-requests: write' } = comment;
  if (body === null) return { written: false, failed: false, why: 'There is nothing to say.' };
  const marked = (text: string): string => {
    const whole = `${marker('haiku-first', key)}\n${client.mask(text)}`;
    refuseOverlong(whole);
    return whole;
  };
  const own = marked(body);
  const thread: Thread = { repository, issue, permission };
  return bestEffort('comment', async () => {
    const existing = await find(client, thread, marker('haiku-first', key));
    if (existing !== null) {
      const text = comment.over === undefined ? own : marked(comment.over(existing.body));
      if (sameText(existing.body, text)) {
        return { written: false, failed: false, why: 'The comment already says so.' };
      }
      return update(client, thread, existing.id, text);
    }
    if (onlyIfExists) return { written: false, failed: false, why: 'There is no comment to update.' };
    return create(client, thread, own);
  });
}

/** Turns a refusal or an outage into a remark. */
export async function bestEffort(what: string, publish: () => Promise<Publication>): Promise<Publication> {
  try {
    return await publish();
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { written: false, failed: true, why: `The ${what} could not be written. ${error.message}` };
  }
}

/** Throws `InternalError`: who renders keeps the budget. */
export function refuseOverlong(body: string): void {
  if (body.length > BODY_LIMIT) {
    throw new InternalError(`A body of ${body.length} characters is over GitHub's limit of ${BODY_LIMIT}.`);
  }
}

/** Our comments in a thread, oldest first, page by page. */
export async function* ourComments(
  client: GithubClient,
  thread: Thread,
  identity: Account,
): AsyncGenerator<Found> {
  const { octokit } = client;
  const { iterator } = octokit.paginate;
  const pages = iterator(octokit.rest.issues.listComments, { ...address(thread), per_page: 100 });
  const iteration = pages[Symbol.asyncIterator]();
  const attempt = attemptOn(client, thread, 'read the comments of');
  for (;;) {
    const page = await client.ask(attempt, () => iteration.next());
    if (page.done === true) return;
    for (const { id, body, user } of page.value.data) {
      if (isAuthor(user, identity)) yield { id, body: body ?? '' };
    }
  }
}

async function find(client: GithubClient, thread: Thread, start: string): Promise<Found | null> {
  for await (const each of ourComments(client, thread, await whoAmI(client))) {
    if (each.body.startsWith(start)) return each;
  }
  return null;
}

async function update(client: GithubClient, thread: Thread, id: number, body: string): Promise<Publication> {
  const { owner, repo } = address(thread);
  const { data } = await client.ask(attemptOn(client, thread, 'update the comment on'), () =>
    client.octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }),
  );
  return { written: true, how: 'updated', url: data.html_url };
}

/** Adds a comment. */
export async function create(client: GithubClient, thread: Thread, body: string): Promise<Publication> {
  const { data } = await client.ask(attemptOn(client, thread, 'comment on'), () =>
    client.octokit.rest.issues.createComment({ ...address(thread), body }),
  );
  return { written: true, how: 'created', url: data.html_url };
}

function address({ repository, issue }: Thread) {
  return { owner: repository.owner, repo: repository.name, issue_number: issue };
}

function attemptOn(client: GithubClient, thread: Thread, doing: string): GithubAttempt {
  const { repository, issue, permission } = thread;
  const where = `${repository.owner}/${repository.name} on ${client.host}`;
  return { doing: `${doing} #${issue}`, where, permission };
}

/** GitHub may hand a body back with other line ends. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(a) === plain(b);
}

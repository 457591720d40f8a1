import { isObject } from '../usage/records/fields.ts';
import type { GithubClient } from './client.ts';
import { attemptAt, GitHubError, type GithubAttempt } from './errors/index.ts';
import { at, type RepositoryName } from './event/index.ts';
import { graphqlBase } from './identity.ts';

/** Who did something, as GitHub says; null: an account that is gone. */
interface Actor {
  readonly login: string;
  /** False for a bot, as a workflow's own token is. */
  readonly person: boolean;
}

/** A label that a pull request bears. */
interface SetLabel {
  readonly name: string;
  /** Who put it there last; null where GitHub does not say. */
  readonly by: Actor | null;
  /** When, as an ISO instant; null where GitHub does not say. */
  readonly at: string | null;
}

/** A comment in the conversation of a pull request, as it reads now. */
interface Comment {
  readonly url: string;
  readonly body: string;
  readonly by: Actor | null;
  /** When it was written, or last edited, as an ISO instant. */
  readonly at: string;
  /** Somebody else has edited it, or nobody can tell: these are not its author's words. */
  readonly foreign: boolean;
  /** What its author is to the repository, as far as GitHub shows: `MEMBER`, `NONE`, … */
  readonly association: string;
}

/** What people have put on a pull request, the latest of it. */
export interface Conversation {
  readonly labels: readonly SetLabel[];
  readonly comments: readonly Comment[];
  /** Comments there are that were not read: the older ones. */
  readonly unread: number;
}

/** What GraphQL gives at once of one kind; of edits, what a comment has a use for. */
const MOST = 100;
const MOST_EDITS = 20;

// REST does not say who edited a comment.
const QUERY = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    labels(first: ${MOST}) { nodes { name } }
    timelineItems(last: ${MOST}, itemTypes: [LABELED_EVENT]) { nodes { ... on LabeledEvent {
      createdAt actor { __typename login } label { name }
    } } }
    comments(last: ${MOST}) { totalCount nodes {
      url body createdAt lastEditedAt isMinimized authorAssociation author { __typename login } editor { login }
      userContentEdits(last: ${MOST_EDITS}) { totalCount nodes { editor { login } } }
    } }
  } }
}`;

/**
 * The labels and the latest comments of a pull request, with who they are from. One request. Comments that were hidden
 * are left out. Throws `GitHubError`.
 */
export async function readConversation(
  client: GithubClient,
  repository: RepositoryName,
  number: number,
): Promise<Conversation> {
  const trying = attemptAt(client, repository, `read the conversation of #${number}`, 'pull-requests: read');
  const { octokit } = client;
  const { data } = await client.ask(trying, () =>
    octokit.request('POST /graphql', {
      baseUrl: graphqlBase(octokit.request.endpoint.DEFAULTS.baseUrl),
      query: QUERY,
      variables: { owner: repository.owner, name: repository.name, number },
    }),
  );
  const pull = at(data, 'data.repository.pullRequest');
  // A part that it may not see is null, and an error beside it.
  if (!isObject(pull) || at(data, 'errors') !== undefined) throw refused(data, trying);
  const set = nodes(pull, 'timelineItems');
  const comments = nodes(pull, 'comments');
  const total = at(pull, 'comments.totalCount');
  return {
    labels: nodes(pull, 'labels').flatMap((label) => labelOf(textAt(label, 'name'), set)),
    comments: comments.filter((comment) => at(comment, 'isMinimized') !== true).flatMap(commentOf),
    unread: Math.max(0, (typeof total === 'number' ? total : 0) - comments.length),
  };
}

/** Why there is no answer: GraphQL says it in a body of status 200. */
function refused(data: unknown, { doing, where, permission }: GithubAttempt): GitHubError {
  const said = textAt(data, 'errors.0.message');
  const detail = said === null ? '' : ` (${said.split('\n', 1)[0]?.slice(0, 200)})`;
  return new GitHubError(
    200,
    `GitHub did not ${doing}${detail}.`,
    where,
    `Give the job \`permissions: ${permission}\`.`,
  );
}

/** Whether a person may write to the repository, by the permission that counts there. Throws `GitHubError`. */
export async function mayWrite(
  client: GithubClient,
  repository: RepositoryName,
  login: string,
): Promise<boolean> {
  const { owner, name } = repository;
  const trying = attemptAt(client, repository, `read what ${login} may do`, 'metadata: read');
  try {
    const { data } = await client.ask(trying, () =>
      client.octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo: name, username: login }),
    );
    // `maintain` is told as `write`, `triage` as `read`.
    return data.permission === 'admin' || data.permission === 'write';
  } catch (error) {
    if (error instanceof GitHubError && error.status === 404) return false;
    throw error;
  }
}

function nodes(value: unknown, connection: string): readonly unknown[] {
  const list = at(value, `${connection}.nodes`);
  return Array.isArray(list) ? list : [];
}

function textAt(value: unknown, path: string): string | null {
  const text = at(value, path);
  return typeof text === 'string' ? text : null;
}

function actorAt(value: unknown, path: string): Actor | null {
  const login = textAt(value, `${path}.login`);
  return login === null ? null : { login, person: textAt(value, `${path}.__typename`) === 'User' };
}

function labelOf(name: string | null, events: readonly unknown[]): readonly SetLabel[] {
  if (name === null) return [];
  const [last] = events
    .filter((event) => textAt(event, 'label.name') === name)
    .sort((a, b) => ((textAt(a, 'createdAt') ?? '') < (textAt(b, 'createdAt') ?? '') ? 1 : -1));
  return [{ name, by: actorAt(last, 'actor'), at: textAt(last, 'createdAt') }];
}

function commentOf(comment: unknown): readonly Comment[] {
  const url = textAt(comment, 'url');
  const body = textAt(comment, 'body');
  const created = textAt(comment, 'createdAt');
  if (url === null || body === null || created === null) return [];
  const by = actorAt(comment, 'author');
  const edited = textAt(comment, 'lastEditedAt');
  return [
    {
      url,
      body,
      by,
      at: edited ?? created,
      foreign: edited !== null && !isOwnEdit(comment, by),
      association: textAt(comment, 'authorAssociation') ?? 'NONE',
    },
  ];
}

/** Whether every edit of a comment is known, and its author's. */
function isOwnEdit(comment: unknown, by: Actor | null): boolean {
  const edits = nodes(comment, 'userContentEdits');
  const total = at(comment, 'userContentEdits.totalCount');
  const editors = [textAt(comment, 'editor.login'), ...edits.map((edit) => textAt(edit, 'editor.login'))];
  return (
    typeof total === 'number' && total <= edits.length && editors.every((editor) => by?.login === editor)
  );
}

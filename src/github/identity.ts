import type { GithubClient } from './client.ts';
import { isRefusal } from './errors/index.ts';

/** Who the token acts as. */
export interface Account {
  readonly login: string;
  /** The account's number, which no other account can take; null when only the login is known. */
  readonly id: number | null;
}

/** What the REST API says of the author of a comment or an issue; it has none when the account was deleted. */
interface Author {
  readonly login: string;
  readonly id: number;
  readonly type: string;
}

/** The account of a workflow's `GITHUB_TOKEN`, where GitHub does not tell. */
const WORKFLOW_BOT: Account = { login: 'github-actions[bot]', id: null };
const BOT_SUFFIX = '[bot]';

/**
 * Asks who we are: by GraphQL, which answers installation tokens, too; else by `GET /user`; and where both refuse
 * the token it is a workflow's. Throws `GitHubError` when GitHub does not answer: a guess would leave a second comment.
 */
export async function whoAmI(client: GithubClient): Promise<Account> {
  const viewer = await askViewer(client);
  if (viewer !== null) return viewer;
  const attempt = {
    doing: 'read who the token belongs to',
    where: client.host,
    permission: 'contents: read',
  };
  try {
    const { data } = await client.ask(attempt, () => client.octokit.rest.users.getAuthenticated());
    return { login: data.login, id: data.id };
  } catch (error) {
    if (isRefusal(error)) return WORKFLOW_BOT;
    throw error;
  }
}

async function askViewer(client: GithubClient): Promise<Account | null> {
  const attempt = {
    doing: 'read who the token belongs to',
    where: client.host,
    permission: 'contents: read',
  };
  try {
    const { data } = await client.ask(attempt, () =>
      client.octokit.request('POST /graphql', {
        baseUrl: graphqlBase(client.octokit.request.endpoint.DEFAULTS.baseUrl),
        query: '{ viewer { login databaseId } }',
      }),
    );
    const viewer: unknown = data?.data?.viewer;
    if (typeof viewer !== 'object' || viewer === null || !('login' in viewer)) return null;
    const { login } = viewer;
    const id = 'databaseId' in viewer && typeof viewer.databaseId === 'number' ? viewer.databaseId : null;
    return typeof login === 'string' ? { login, id } : null;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** On GHES REST lies under `/api/v3`, GraphQL under `/api`. */
export function graphqlBase(restBase: string): string {
  return restBase.replace(/\/api\/v3$/, '/api');
}

/**
 * Whether the author is that identity: by number where it is known; else by login, where GraphQL may name a bot
 * without the `[bot]` that REST puts behind it. A person cannot have brackets in the login.
 */
export function isAuthor(author: Author | null | undefined, identity: Account): boolean {
  if (!author) return false;
  if (identity.id !== null) return author.id === identity.id;
  if (author.login === identity.login) return true;
  return author.type === 'Bot' && author.login === `${identity.login}${BOT_SUFFIX}`;
}

import type { GithubClient } from './client.ts';
import { GitHubError, type GithubAttempt } from './errors/index.ts';
import { at } from './event/index.ts';
import { graphqlBase } from './identity.ts';

/** An answer that GraphQL refused in a body of status 200, with the kind of its first error, such as `STALE_DATA`. */
export class GraphqlRefusal extends GitHubError {
  readonly kind: string | null;

  constructor(kind: string | null, what: string, where: string, fix: string) {
    super(kind === 'FORBIDDEN' ? 403 : 200, what, where, fix);
    this.name = 'GraphqlRefusal';
    this.kind = kind;
  }
}

/** Asks GraphQL; the answer's `data`. Throws `GitHubError`. */
export async function askGraphql(
  client: GithubClient,
  attempt: GithubAttempt,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const { octokit } = client;
  const { data } = await client.ask(attempt, () =>
    octokit.request('POST /graphql', {
      baseUrl: graphqlBase(octokit.request.endpoint.DEFAULTS.baseUrl),
      query,
      variables,
    }),
  );
  if (at(data, 'errors') === undefined) return at(data, 'data');
  const { doing, where, permission } = attempt;
  const [kind, said] = [at(data, 'errors.0.type'), at(data, 'errors.0.message')];
  const detail =
    typeof said === 'string' ? ` (${client.mask(said.split('\n', 1)[0] ?? '').slice(0, 200)})` : '';
  throw new GraphqlRefusal(
    typeof kind === 'string' ? kind : null,
    `GitHub did not ${doing}${detail}.`,
    where,
    `Give the job \`permissions: ${permission}\`.`,
  );
}

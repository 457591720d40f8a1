/**
 * A GitHub for tests: a stateful emulator on loopback, behind a server of ours that checks every request and answer
 * against GitHub's official description, records them, and makes things go wrong when told to.
 *
 *     await using github = await startGithub();            // { prefix: '/api/v3' } for a GHES
 *     const repo = await github.repository('octo/demo');   // owners: octo, octocat, mallory
 *     const root = await repo.commit({ 'allocation.yaml': text }, { branch: 'main' });
 *     await repo.commit({ 'allocation.yaml': other }, { parents: [root], branch: 'topic' });
 *     const pull = await repo.pullRequest({ head: 'topic' });           // fork: await repo.fork('mallory')
 *     const { payload, env } = pull.event();                            // for GITHUB_EVENT_PATH and the environment
 *     const token = await github.token({ contents: 'read', pull_requests: 'write' });  // github-actions[bot]
 *     github.fault({ path: /\/git\/blobs\//, status: 503, times: 1 });  // or hang, cut, change, body
 *     …run against github.env(token)…
 *     github.exchanges                                                  // everything that was asked and answered
 *
 * At the end of its scope it closes, and throws when anything broke the official description.
 */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createEmulator } from 'emulate';
import type { CommitId } from '../../../src/git/commit-reader.ts';
import { type Json, type JsonObject, parse, text } from './json.ts';
import type { Mutations } from './mutations.ts';
import { Repository, type World } from './repository.ts';
import { type Exchange, type Fault, Traffic } from './traffic.ts';

export { examplesOf, payload } from './payload.ts';
export type { Content, Files, PullRequest, Repository } from './repository.ts';

export type Permissions = Readonly<
  Partial<Record<'contents' | 'issues' | 'pull_requests' | 'checks' | 'actions', 'read' | 'write'>>
>;

const OWNERS = ['octo', 'octocat', 'mallory'] as const;
const ALL: Permissions = {
  contents: 'write',
  issues: 'write',
  pull_requests: 'write',
  checks: 'write',
  actions: 'write',
};
/** The id of github-actions[bot]'s App at github.com. */
const APP_ID = 15368;

let key: string | undefined;
/** The App's key. To find one takes a tenth of a second, so that all servers share it. */
function privateKey(): string {
  key ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs1', format: 'pem' })
    .toString();
  return key;
}

export interface Github {
  /** The address of the REST API, prefix included. */
  readonly apiUrl: string;
  readonly exchanges: readonly Exchange[];
  /** The environment of a step that talks to this GitHub. */
  env(token: string): Record<string, string>;
  repository(fullName: string, options?: { private?: boolean }): Promise<Repository>;
  /** A workflow's token: it acts as `github-actions[bot]`, with exactly these permissions on octo's repositories. */
  token(permissions: Permissions): Promise<string>;
  /** The token of a person. */
  userToken(login: (typeof OWNERS)[number]): string;
  /** Asks the emulator directly: for what a test wants to see or prepare. */
  ask(method: string, path: string, options?: { token?: string; body?: Json }): Promise<Json>;
  fault(fault: Fault): void;
  /** Signatures of commits, and what gets in between when refs are moved. */
  readonly mutations: Mutations;
  /** What GraphQL says that stands on a pull request, `owner/name#number`. */
  conversation(pullRequest: string, stands: JsonObject): void;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function startGithub(options: { prefix?: string } = {}): Promise<Github> {
  // EMULATOR_PREFIX=/api/v3 has every test that does not say otherwise ask a GHES.
  const prefix = options.prefix ?? process.env.EMULATOR_PREFIX ?? '';
  const userToken = (login: string): string => `ghp_${login}`;
  const traffic = new Traffic(prefix);
  const origin = await traffic.listen();
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: Object.fromEntries(OWNERS.map((login) => [userToken(login), { login, scopes: ['repo'] }])),
      github: {
        users: OWNERS.map((login) => ({ login })),
        apps: [
          {
            app_id: APP_ID,
            slug: 'github-actions',
            name: 'GitHub Actions',
            permissions: ALL,
            private_key: privateKey(),
            installations: [{ installation_id: 1, account: 'octo', permissions: ALL }],
          },
        ],
      },
    },
  });
  traffic.forwardTo(emulator.url);

  async function send(method: string, path: string, token: string, body?: Json): Promise<Json> {
    const answer = await fetch(`${emulator.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const content = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${content}`);
    return parse(content) ?? null;
  }

  for (const login of OWNERS) traffic.viewers.set(userToken(login), { login, bot: false });
  const world: World = { send, traffic, commits: new Map<CommitId, never>(), tokenOf: userToken };
  let closed = false;

  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    await traffic.close();
    await emulator.close();
    if (traffic.violations.length > 0) {
      throw new Error(
        `The traffic broke GitHub's description:\n${[...new Set(traffic.violations)].join('\n')}`,
      );
    }
  }

  return {
    apiUrl: `${origin}${prefix}`,
    exchanges: traffic.exchanges,
    env: (token) => ({
      GITHUB_API_URL: `${origin}${prefix}`,
      GITHUB_GRAPHQL_URL: prefix === '/api/v3' ? `${origin}/api/graphql` : `${origin}/graphql`,
      GITHUB_SERVER_URL: origin,
      GITHUB_TOKEN: token,
    }),
    async repository(fullName, { private: isPrivate = false } = {}) {
      const [owner = '', name = ''] = fullName.split('/');
      await send('POST', '/user/repos', userToken(owner), { name, private: isPrivate, auto_init: false });
      return new Repository(world, fullName);
    },
    async token(permissions) {
      const asApp = appToken(privateKey());
      const minted = await send('POST', '/app/installations/1/access_tokens', asApp, { permissions });
      const token = text(minted, 'token');
      traffic.viewers.set(token, { login: 'github-actions[bot]', bot: true });
      return token;
    },
    userToken,
    ask: (method, path, { token = userToken('octo'), body } = {}) => send(method, path, token, body),
    fault: (fault) => traffic.fault(fault),
    mutations: traffic.mutations,
    conversation: (pullRequest, stands) => traffic.conversations.set(pullRequest, stands),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** A JSON web token by which an App asks for installation tokens. */
function appToken(privateKey: string): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: Json): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ iat: now - 60, exp: now + 300, iss: APP_ID })}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}

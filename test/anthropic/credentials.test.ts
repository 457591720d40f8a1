import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { federationAccess } from '../../src/anthropic/credentials.ts';

const FEDERATION = { ruleId: 'fdrl_1', organizationId: 'org-1', serviceAccountId: null, workspaceId: null };

/** What the exchange comes to with a server that answers with this for a token. */
async function exchanged(token: unknown): Promise<{ said: unknown; learnt: readonly string[] }> {
  const server = createServer((request, response) => {
    const isIdentity = request.url?.startsWith('/identity') === true;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isIdentity ? { value: 'jwt' } : { access_token: token, expires_in: 60 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  const url = `http://127.0.0.1:${address.port}`;
  const learnt: string[] = [];
  const source = { url: `${url}/identity`, token: 'request' };
  const access = federationAccess(FEDERATION, source, url, (secret) => learnt.push(secret), {
    sleep: () => Promise.resolve(),
    random: () => 0.5,
  });
  try {
    if (access.kind === 'key') throw new Error('no federation');
    const said = await access.provider().catch((error: unknown) => error);
    return { said, learnt };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

it.each(['a\nb', 'tökén', 17, { token: 'x' }])('takes %j for no access token', async (token) => {
  const { said, learnt } = await exchanged(token);
  expect(String(said)).toContain("What the API sent for the job's identity is not an access token.");
  expect(learnt).toEqual(['jwt']);
});

it('learns each token before it is used', async () => {
  expect(await exchanged('access-1')).toMatchObject({
    said: { token: 'access-1' },
    learnt: ['jwt', 'access-1'],
  });
});

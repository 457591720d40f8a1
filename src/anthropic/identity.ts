import { UserError } from '../errors.ts';

/** Where a job of GitHub Actions asks for its identity token. */
export interface IdentitySource {
  readonly url: string;
  readonly token: string;
}

/** Whom the token is for: what claude-code-action asks for, too. */
const AUDIENCE = 'https://api.anthropic.com';

/** A GitHub server that hangs must not hold the job. */
const PATIENCE = 20_000;
/** The token endpoint takes no more. */
const MOST = 16 * 1024;

/**
 * Where this job asks for its identity token. Throws `UserError` where it cannot: a job without `id-token: write`, and
 * one of a fork.
 */
export function identitySource(env: Readonly<Record<string, string | undefined>>): IdentitySource {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token = '' } = env;
  if (url !== '' && token !== '') return { url, token };
  throw new UserError(
    'A federation rule is named, but this job may not ask for an identity token.',
    'Give the job the permission id-token: write. Jobs of pull requests from forks never have it.',
  );
}

/** An identity token of this job, fresh. Throws `UserError`; what the server said stays out of it. */
export async function identityToken({ url, token }: IdentitySource): Promise<string> {
  const address = new URL(url);
  address.searchParams.set('audience', AUDIENCE);
  let status: number;
  try {
    const answer = await fetch(address, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body: unknown = answer.ok ? await answer.json() : null;
    if (typeof body === 'object' && body !== null && 'value' in body && isToken(body.value))
      return body.value;
    ({ status } = answer);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UserError(
      `GitHub's identity token service cannot be reached (${error.name}).`,
      'Run the job again.',
    );
  }
  throw new UserError(`GitHub gave no identity token (${status}).`, 'Run the job again.');
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MOST;
}

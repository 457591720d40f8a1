import { Octokit } from '@octokit/rest';
import { UserError } from '../errors.ts';
import { type Pace, REAL_PACE } from '../pace/index.ts';
import { Secrets, secretsOf, withoutCredentials } from '../surface/masking.ts';
import { explainFailure, type GithubAttempt } from './errors/index.ts';
import { GITHUB_PATIENCE, type GithubPatience, persist, requestFailureOf } from './persistence.ts';
import { proxyFetch } from './proxy.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface GithubClientOptions {
  /** Null reads public data only. */
  readonly token: string | null;
  /** Address of the REST API; by default `GITHUB_API_URL`, else github.com's. On GHES it ends in `/api/v3`. */
  readonly baseUrl?: string;
  readonly userAgent: string;
  /** `GITHUB_API_URL`, `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` are looked up here. */
  readonly env: Environment;
  /** Told of every wait. */
  readonly log: (line: string) => void;
  readonly patience?: Partial<GithubPatience>;
  /** Waits, and the chance in them; left out: those of the world. */
  readonly pace?: Pick<Pace, 'sleep' | 'random'>;
}

/** A connection to one GitHub. */
export interface GithubClient {
  readonly octokit: Octokit;
  /** Host name, for messages: `github.com` or that of a GHES. */
  readonly host: string;
  /**
   * Runs requests and turns their failure into a `GitHubError` that says what was tried, where and what to do.
   * The token never shows in it.
   */
  ask<T>(attempt: GithubAttempt, requests: () => Promise<T>): Promise<T>;
  /** A text that is to stand at GitHub for everybody to read, without the secrets of this environment. */
  mask(text: string): string;
}

const GITHUB_COM = 'https://api.github.com';

/**
 * Connects to GitHub or a GHES, through the proxy of the environment. Nothing is sent yet.
 * Throws `UserError` for an address that is not one of http or https.
 */
export async function createGithubClient(options: GithubClientOptions): Promise<GithubClient> {
  const { token, env, log } = options;
  const secrets = new Secrets(secretsOf(env));
  if (token) secrets.learn(token);
  const redact = (text: string): string => secrets.mask(text);
  const baseUrl = apiAddress(options.baseUrl ?? env.GITHUB_API_URL ?? GITHUB_COM);
  const fetchThroughProxy = await proxyFetch(baseUrl, env);
  const quiet = (): void => undefined;
  const octokit = new Octokit({
    ...(token ? { auth: token } : {}),
    baseUrl: baseUrl.href.replace(/\/$/, ''),
    userAgent: options.userAgent,
    log: { debug: quiet, info: quiet, error: quiet, warn: (line: string) => log(redact(line)) },
    ...(fetchThroughProxy === null ? {} : { request: { fetch: fetchThroughProxy } }),
  });
  persist(octokit, { ...GITHUB_PATIENCE, ...options.patience }, options.pace ?? REAL_PACE, (line) =>
    log(redact(line)),
  );
  return {
    octokit,
    host: baseUrl.host === 'api.github.com' ? 'github.com' : baseUrl.host,
    mask: redact,
    async ask(attempt, requests) {
      try {
        return await requests();
      } catch (error) {
        const failure = requestFailureOf(error);
        if (failure === null) throw error;
        throw explainFailure(failure.status, redact(failure.detail), attempt);
      }
    },
  };
}

function apiAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new UserError(
      `${JSON.stringify(withoutCredentials(text))} is not the address of a GitHub API.`,
      'GITHUB_API_URL looks like https://api.github.com or https://HOST/api/v3.',
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '') {
    throw new UserError(
      `The address of the GitHub API at ${url.host} holds credentials or a query.`,
      'Leave them out of GITHUB_API_URL, and hand the token over as github-token or GITHUB_TOKEN.',
    );
  }
  return url;
}

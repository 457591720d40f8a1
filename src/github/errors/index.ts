/** The door to GitHub's errors, without octokit. */
import { UserError } from '../../errors.ts';
import type { RepositoryName } from '../event/index.ts';

/** A request that GitHub did not answer as hoped. */
export class GitHubError extends UserError {
  /** HTTP status; null when no answer came: network, timeout, a cut-off body. */
  readonly status: number | null;

  constructor(status: number | null, what: string, where: string, fix: string) {
    super([{ what, file: where, line: null, column: null, fix }]);
    this.name = 'GitHubError';
    this.status = status;
  }
}

/** Whether the failure is a plain refusal, so that a missing right is the likely cause. */
export function isRefusal(error: unknown): error is GitHubError {
  return (
    error instanceof GitHubError && error.status !== null && [401, 403, 404, 410, 451].includes(error.status)
  );
}

/** What was tried, for messages. */
export interface GithubAttempt {
  /** Continues "GitHub could not …": `read the commit 1a2b3c4`. */
  readonly doing: string;
  /** `owner/name on host`. */
  readonly where: string;
  /** The permission of the token that it takes: `contents: read`. */
  readonly permission: string;
}

/** An attempt at a repository. */
export function attemptAt(
  { host }: { readonly host: string },
  { owner, name }: RepositoryName,
  doing: string,
  permission: string,
): GithubAttempt {
  return { doing, where: `${owner}/${name} on ${host}`, permission };
}

/** Words for a failed request, by its status. */
export function explainFailure(status: number | null, detail: string, attempt: GithubAttempt): GitHubError {
  const { doing, where, permission } = attempt;
  const [what, fix] = words(status, detail, doing, permission);
  return new GitHubError(status, what, where, fix);
}

/** Whether the connection failed because of the server's certificate, which no second attempt changes. */
export function isCertificate(detail: string): boolean {
  return /\bcertificate\b/i.test(detail);
}

function words(
  status: number | null,
  detail: string,
  doing: string,
  permission: string,
): readonly [string, string] {
  const said = detail === '' ? '' : ` (${detail})`;
  switch (status) {
    case null:
      return [
        `GitHub did not answer when asked to ${doing}${said}.`,
        isCertificate(detail)
          ? 'Let Node trust the certificate: NODE_EXTRA_CA_CERTS in the `env` of the job names a PEM file of its authority.'
          : 'Check the network and any proxy, then run it again.',
      ];
    case 401:
      return [
        `GitHub refused the token when asked to ${doing}${said}.`,
        'Give a valid, unexpired token as `github-token`.',
      ];
    case 403:
      return [`The token may not ${doing}${said}.`, `Give the job \`permissions: ${permission}\`.`];
    case 404:
      return [
        `GitHub could not ${doing}: not found, or no permission to see it${said}.`,
        `Check that it exists and that the job has \`permissions: ${permission}\`.`,
      ];
    case 410:
      return [
        `GitHub could not ${doing}: it is gone or switched off${said}.`,
        'Check the settings of the repository.',
      ];
    case 429:
      return [`GitHub's rate limit did not let us ${doing}${said}.`, 'Run it again later.'];
    default:
      return status >= 500
        ? [
            `GitHub failed with status ${status} when asked to ${doing}${said}.`,
            'See https://www.githubstatus.com, then run it again.',
          ]
        : [
            `GitHub refused with status ${status} to ${doing}${said}.`,
            'If the request looks right, report it with this text.',
          ];
  }
}

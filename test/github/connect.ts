import { createGithubClient } from '../../src/github/client.ts';
import type { GithubPatience } from '../../src/github/persistence.ts';
import type { Github } from '../support/github/index.ts';

export const DEMO = { owner: 'octo', name: 'demo' };

/** A client of the test GitHub that does not dawdle. */
export function connect(
  github: Github,
  token: string,
  patience: Partial<GithubPatience> = {},
  log: string[] = [],
) {
  return createGithubClient({
    token,
    userAgent: 'haiku-first-test',
    env: github.env(token),
    log: (line) => log.push(line),
    patience: { pause: 10, ...patience },
  });
}

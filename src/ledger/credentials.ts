import type { Git, Setting } from '../git/local/index.ts';
import { credentialsIn } from '../surface/masking.ts';

/** A token, and the only server that it may be sent to. */
export interface Token {
  readonly value: string;
  /** `https://github.com`, or the address of the GitHub Enterprise Server. */
  readonly server: string;
}

export interface Credentials {
  readonly settings: readonly Setting[];
  /** Texts that must not be printed. */
  readonly secrets: readonly string[];
}

/**
 * What git shall send to the ledger's server. A token is bound to its server, because the address of a remote
 * stands in a file that a job may have changed. Without a token for this server: the `http.….extraheader` that
 * actions/checkout leaves in the repository's own configuration (or in a file that this one includes).
 * Nothing else is taken from there, above all no credential helper, proxy or ssh command.
 */
export async function credentialsFor(
  git: Git,
  url: string,
  cwd: string,
  token: Token | null,
): Promise<Credentials> {
  const own = credentialsIn(url);
  if (!/^https?:/.test(url)) return { settings: [], secrets: own };
  if (token !== null && sameServer(token.server, url)) {
    const basic = Buffer.from(`x-access-token:${token.value}`, 'utf8').toString('base64');
    return {
      settings: [[`http.${origin(url)}/.extraheader`, `AUTHORIZATION: basic ${basic}`]],
      secrets: [...own, token.value, basic],
    };
  }
  const settings = await checkoutHeaders(git, cwd);
  return { settings, secrets: [...own, ...settings.map(([, value]) => value.replace(/^.*\s/s, ''))] };
}

async function checkoutHeaders(git: Git, cwd: string): Promise<readonly Setting[]> {
  const pattern = '^http\\.https?://.*\\.extraheader$';
  const args = ['config', '--local', '--includes', '--null', '--get-regexp', pattern];
  const result = await git({ args, cwd });
  // 1: no such setting; 128: not inside a repository, so that there is nothing to take over.
  if (result.exitCode !== 0) return [];
  return result.stdout
    .toString('utf8')
    .split('\0')
    .flatMap((item): Setting[] => {
      const split = item.indexOf('\n');
      return split < 0 ? [] : [[item.slice(0, split), item.slice(split + 1)]];
    });
}

function origin(url: string): string {
  return new URL(url).origin;
}

function sameServer(server: string, url: string): boolean {
  return URL.canParse(server) && URL.canParse(url) && origin(server) === origin(url);
}

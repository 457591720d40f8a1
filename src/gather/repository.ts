import { UserError } from '../errors.ts';
import type { CommitId, CommitReader } from '../git/index.ts';
import type { LocalReader } from '../git/local/index.ts';
import { type GithubEvent, type RepositoryName, repositoryName } from '../github/event/index.ts';
import type { GithubClient, GithubPatience, GithubReader } from '../github/index.ts';
import type { Call } from '../surface/call.ts';
import type { OptionValues } from '../surface/options/index.ts';
import { githubToken } from './token.ts';

/** GitHub as one command sees it: a client, and a reader of the repository that the workflow belongs to. */
export interface Github {
  readonly client: GithubClient;
  readonly reader: GithubReader;
  readonly repository: RepositoryName;
}

export type TokenOption = Pick<OptionValues, 'githubToken'>;

/** The repository of the event, else the one that the runner names. */
export function repositoryOf(event: GithubEvent, { env }: Pick<Call, 'env'>): RepositoryName {
  return event.kind === 'other' ? repositoryName(env.GITHUB_REPOSITORY ?? '') : event.repository;
}

/**
 * How long GitHub may take for one answer. A slow server may need more than the default; nobody else has a reason to set it.
 * Throws `UserError` for anything but a number of milliseconds of up to ten minutes.
 */
export function patienceOf(env: Call['env']): { readonly attempt?: number } {
  const text = env.HAIKU_FIRST_TIMEOUT_MS ?? '';
  if (text === '') return {};
  const attempt = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (attempt < 1 || attempt > 600_000) {
    throw new UserError('HAIKU_FIRST_TIMEOUT_MS is not a number of milliseconds from 1 to 600000.');
  }
  return { attempt };
}

/** The repository that the command is about, where no event names it. Throws `UserError` when the environment does not. */
export function ownRepository({ env }: Pick<Call, 'env'>): RepositoryName {
  if (env.GITHUB_REPOSITORY) return repositoryName(env.GITHUB_REPOSITORY);
  throw new UserError(
    'The repository is not known.',
    'Set GITHUB_REPOSITORY to OWNER/NAME, and GITHUB_TOKEN; in a workflow they are set.',
  );
}

/**
 * Connects to GitHub. Loads the network's code, so it is called only where there is no other way.
 * @param log told of every wait
 * @param patience instead of the usual one
 */
export async function connectTo(
  repository: RepositoryName,
  { env, options }: Pick<Call<TokenOption>, 'env' | 'options'>,
  log: (line: string) => void,
  patience: Partial<GithubPatience> = patienceOf(env),
): Promise<Github> {
  const { createGithubClient, createGithubReader } = await import('../github/index.ts');
  const client = await createGithubClient({
    token: githubToken(options.githubToken, env),
    userAgent: 'haiku-first',
    env,
    log,
    patience,
  });
  return { client, repository, reader: createGithubReader(client, repository) };
}

/** The local clone, if it holds a commit; null where there is no clone, or the commit is not in it. */
export type LocalReaderWith = (commit: CommitId) => Promise<CommitReader | null>;

/** Opens the local clone when it is asked for the first time: each reader is a process of git. */
export function localReaders({ cwd, env }: Pick<Call, 'cwd' | 'env'>): LocalReaderWith {
  const open = async (): Promise<LocalReader> => {
    const { createLocalReader } = await import('../git/local/index.ts');
    return createLocalReader({ cwd, env });
  };
  let opened: Promise<LocalReader> | null = null;
  return async (commit) => {
    opened ??= open();
    try {
      const reader = await opened;
      return (await reader.has(commit)) ? reader : null;
    } catch (error) {
      // No git, or no clone: the API is asked instead, and says so if it cannot help either.
      if (error instanceof UserError) return null;
      throw error;
    }
  };
}

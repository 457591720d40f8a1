import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { UserError } from '../errors.ts';
import type { CommitId, CommitReader } from '../git/index.ts';
import {
  createGit,
  createLocalReader,
  type Git,
  type GitCall,
  type GitResult,
  type Setting,
  words,
} from '../git/local/index.ts';
import type { Pace } from '../pace/index.ts';
import { withoutCredentials } from '../surface/masking.ts';
import { type Credentials, credentialsFor } from './credentials.ts';
import { DepotError, initialise, privateFolder, toFailure } from './depot.ts';
import { findPlace } from './place.ts';
import { again, type LedgerPatience } from './publish.ts';
import type { LedgerOptions } from './store.ts';

/** Where the files beside a ledger stand: in the work tree of its repository, or at the tip of the default branch. */
export type Beside =
  | { readonly kind: 'work-tree' }
  | { readonly kind: 'commit'; readonly reader: CommitReader; readonly commit: CommitId }
  /** There is no default branch: the repository holds the ledger alone, or nothing. */
  | { readonly kind: 'nothing' };

interface BesideOptions extends Pick<LedgerOptions<never>, 'location' | 'cwd' | 'env' | 'token'> {
  readonly location: string;
  readonly pace: Pace;
  readonly patience: LedgerPatience;
}

/** The name under which a private clone keeps the tip of a default branch. */
const TIP = 'refs/heads/tip';

/**
 * Reads files beside a ledger, by `work`. Of a repository elsewhere no more is fetched than trees and these files.
 * Throws `UserError` where the repository cannot be read.
 */
export async function readBeside<T>(
  options: BesideOptions,
  paths: readonly string[],
  work: (beside: Beside) => Promise<T>,
): Promise<T> {
  const { location, cwd, env, token = null } = options;
  const git = createGit(env);
  const place = await findPlace(git, location, cwd);
  switch (place.kind) {
    case 'none':
      return work({ kind: 'nothing' });
    case 'embedded':
      return work({ kind: 'work-tree' });
    case 'bare':
      return atTip(place.repository.gitDir, env, 'HEAD', work);
    case 'remote': {
      const credentials = await credentialsFor(git, place.url, cwd, token);
      return ofRemote(git, place.url, credentials, options, paths, work);
    }
  }
}

async function atTip<T>(
  gitDir: string,
  env: BesideOptions['env'],
  revision: string,
  work: (beside: Beside) => Promise<T>,
  bring: (reader: CommitReader, commit: CommitId) => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  const reader = await createLocalReader({ cwd: gitDir, env });
  try {
    if (revision === 'HEAD' && (await reader.defaultBranch()) === null)
      return await work({ kind: 'nothing' });
    const commit = await reader.resolveRevision(revision);
    await bring(reader, commit);
    return await work({ kind: 'commit', reader, commit });
  } finally {
    reader.close();
  }
}

async function ofRemote<T>(
  git: Git,
  url: string,
  credentials: Credentials,
  { env, pace, patience }: BesideOptions,
  paths: readonly string[],
  work: (beside: Beside) => Promise<T>,
): Promise<T> {
  const gitDir = await privateFolder(tmpdir());
  const say = (text: string): string => words(text, credentials.secrets);
  const settings: readonly Setting[] = [['remote.origin.url', url], ...credentials.settings];
  const talk = async (call: GitCall, isFine: (result: GitResult) => boolean): Promise<GitResult> => {
    const ask = async (): Promise<GitResult> => {
      const result = await git({
        gitDir,
        transport: true,
        ...call,
        settings: [...settings, ...(call.settings ?? [])],
      });
      if (result.exitCode !== 0 && !isFine(result)) throw new DepotError(toFailure(result, say));
      return result;
    };
    try {
      return await again(ask, 1000, pace, patience);
    } catch (error) {
      if (!(error instanceof DepotError)) throw error;
      const what = `${say(withoutCredentials(url))} cannot be read: ${error.message}.`;
      throw new UserError(what, error.failure.fix);
    }
  };
  try {
    await initialise(git, gitDir, 'sha1');
    const partial = ['fetch', 'origin', '--no-tags', '--no-write-fetch-head', '--filter=blob:none'];
    const isMissing = ({ error }: GitResult): boolean => /couldn't find remote ref/i.test(error);
    const fetched = await talk({ args: [...partial, '--depth=1', `+HEAD:${TIP}`] }, isMissing);
    if (fetched.exitCode !== 0) return await work({ kind: 'nothing' });
    return await atTip(gitDir, env, TIP, work, async (reader, commit) => {
      const found = await Promise.all(paths.map((path) => reader.file(commit, path)));
      const blobs = found.flatMap((each) => (each.kind === 'file' ? [`${each.blob}\n`] : []));
      if (blobs.length === 0) return;
      // As git itself fetches what a partial clone lacks: by name, without negotiation.
      const noop: Setting = ['fetch.negotiationAlgorithm', 'noop'];
      await talk({ args: [...partial, '--stdin'], settings: [noop], input: blobs.join('') }, () => false);
    });
  } finally {
    await rm(gitDir, { recursive: true, force: true });
  }
}

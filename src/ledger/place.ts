import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';
import type { Git } from '../git/local/index.ts';
import { words } from '../git/local/index.ts';
import { withoutCredentials } from '../surface/masking.ts';
import type { ObjectFormat } from './objects.ts';

/** A repository on this machine. */
export interface LocalRepository {
  /** The folder that holds objects and references (of a linked work tree: the main repository's). */
  readonly gitDir: string;
  readonly bare: boolean;
  readonly format: ObjectFormat;
}

/** Where a ledger is kept. */
type LedgerPlace =
  | { readonly kind: 'none' }
  /** A repository with a work tree: the branch is written in it, by compare-and-swap. */
  | { readonly kind: 'embedded'; readonly repository: LocalRepository }
  /** A bare repository on this machine: read in place, written by a push, so that its own hooks decide. */
  | { readonly kind: 'bare'; readonly repository: LocalRepository }
  | { readonly kind: 'remote'; readonly url: string };

const ADDRESS = /^(?:https?|ssh):\/\/[^\s]+$/;
const SCP = /^(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9][\w.-]+:(?!\/\/)[^\s]+$/;
const REMOTE_NAME = /^[A-Za-z0-9_][\w./-]*$/;

/**
 * Finds out what `location` means: `none`, an address (https, http, ssh, `user@host:path`, file), the name of a
 * remote of the repository at `cwd`, or a repository's path. Without it: `origin` if there is one, else the
 * repository at `cwd` itself. Throws `UserError` when it means nothing.
 */
export async function findPlace(git: Git, location: string | null, cwd: string): Promise<LedgerPlace> {
  if (location === 'none') return { kind: 'none' };
  if (location === null) {
    const here = await discover(git, cwd, null);
    if (here === null) {
      throw new UserError(
        `There is no git repository at ${cwd} to keep the ledger in.`,
        'Run inside one, or name a ledger with --ledger.',
      );
    }
    const url = await remoteUrl(git, cwd, 'origin');
    return url === null ? placed(here) : ofRemote(git, url, cwd);
  }
  const url = REMOTE_NAME.test(location) ? await remoteUrl(git, cwd, location) : null;
  return url === null ? addressed(git, location, cwd) : ofRemote(git, url, cwd);
}

/** A remote's relative path is one from the top of the work tree, as git has it; in a bare repository, from there. */
async function ofRemote(git: Git, url: string, cwd: string): Promise<LedgerPlace> {
  const isPath = !ADDRESS.test(url) && !url.startsWith('file://') && !SCP.test(url);
  if (!isPath || isAbsolute(url)) return addressed(git, url, cwd);
  const result = await git({ args: ['rev-parse', '--show-toplevel'], cwd });
  const top = result.stdout.toString('utf8').trim();
  return addressed(git, url, result.exitCode === 0 && top !== '' ? top : cwd);
}

async function addressed(git: Git, address: string, cwd: string): Promise<LedgerPlace> {
  if (ADDRESS.test(address)) return { kind: 'remote', url: address };
  const path = address.startsWith('file://') ? filePath(address) : resolve(cwd, address);
  if (await isFolder(path)) {
    const repository = await discover(git, path, dirname(path));
    if (repository !== null) return placed(repository);
    throw new UserError(`${path} is not a git repository.`, `Make it one: git init --bare ${path}`);
  }
  if (SCP.test(address)) return { kind: 'remote', url: address };
  throw new UserError(
    `The ledger ${words(withoutCredentials(address))} is neither a folder, nor a remote of this repository, nor an address.`,
    'Addresses begin with https://, http://, ssh:// or file://, or have the form user@host:path.',
  );
}

function placed(repository: LocalRepository): LedgerPlace {
  return { kind: repository.bare ? 'bare' : 'embedded', repository };
}

function filePath(url: string): string {
  try {
    return fileURLToPath(url);
  } catch (error) {
    if (error instanceof TypeError)
      throw new UserError(`The ledger's address ${words(withoutCredentials(url))} is not a valid file URL.`);
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** The repository at `cwd` or above it, but not in `ceiling` or above that; null when there is none. */
async function discover(git: Git, cwd: string, ceiling: string | null): Promise<LocalRepository | null> {
  const asked = [
    '--path-format=absolute',
    '--git-common-dir',
    '--is-bare-repository',
    '--show-object-format',
  ];
  const result = await git({
    args: ['rev-parse', ...asked],
    cwd,
    ...(ceiling === null ? {} : { env: { GIT_CEILING_DIRECTORIES: ceiling } }),
  });
  if (result.exitCode !== 0) {
    if (/not a git repository/i.test(result.error)) return null;
    throw new UserError(`The git repository at ${cwd} cannot be used: ${words(result.error)}`);
  }
  const [gitDir = '', bare, format] = result.stdout.toString('utf8').trim().split('\n');
  return { gitDir, bare: bare === 'true', format: format === 'sha256' ? 'sha256' : 'sha1' };
}

async function remoteUrl(git: Git, cwd: string, name: string): Promise<string | null> {
  const result = await git({ args: ['config', '--local', '--get', `remote.${name}.url`], cwd });
  const url = result.stdout.toString('utf8').trim();
  return result.exitCode === 0 && url !== '' ? url : null;
}

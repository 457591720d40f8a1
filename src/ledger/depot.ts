import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ranOut, UserError } from '../errors.ts';
import type { Git, GitCall, GitResult, Setting } from '../git/local/index.ts';
import { words } from '../git/local/index.ts';
import { withoutCredentials } from '../surface/masking.ts';
import type { Credentials } from './credentials.ts';
import type { LedgerObjects, ObjectFormat, ObjectId } from './objects.ts';
import { openObjects } from './objects.ts';
import type { LocalRepository } from './place.ts';
import type { GitFailure } from './refusal.ts';
import { judgeRefusal } from './refusal.ts';

/** How the content was fetched: with blobs left out until they are needed, all at once, or not at all. */
export type Fetched = 'blob:none' | 'everything' | 'in-place';

/** What git says of a server that sends everything all the same. */
const IGNORES_FILTER = /filtering not recognized[^\n]*/gi;

/** Thrown where git's failure ends the work, or where the caller may try again: see `failure.kind`. */
export class DepotError extends Error {
  readonly failure: GitFailure;

  constructor(failure: GitFailure) {
    super(failure.why);
    this.name = 'DepotError';
    this.failure = failure;
  }
}

/** The branch that the ledger is kept on, wherever that is. */
export interface Depot {
  /** For messages; holds no secret. */
  readonly description: string;
  /** What a first wait after a lost race should last at most, in milliseconds. */
  readonly baseDelay: number;
  readonly objects: LedgerObjects;
  readonly fetched: Fetched;
  /** The branch's commit as it is now, its trees ready to be read; null when there is no such branch. Throws `DepotError`. */
  head(): Promise<ObjectId | null>;
  /** Makes blobs of the head readable, in as few round trips as possible. Throws `DepotError`. */
  bring(blobs: readonly ObjectId[]): Promise<void>;
  /** Moves the branch from `parent` (null: it must not exist) to `commit`, or says why it did not. */
  publish(commit: ObjectId, parent: ObjectId | null): Promise<GitFailure | null>;
  close(): Promise<void>;
}

/** The branch in a repository that has a work tree, written in place; nothing else of it is touched. */
export function embeddedDepot(git: Git, repository: LocalRepository, branch: string): Depot {
  const { gitDir } = repository;
  const objects = openObjects(git, gitDir, repository.format);
  return {
    description: `branch ${branch} of ${gitDir}`,
    baseDelay: 200,
    objects,
    fetched: 'in-place',
    async head() {
      const { oid, worktree } = await readBranch(git, gitDir, branch);
      if (worktree !== '') {
        throw new DepotError({
          kind: 'refused',
          why: `the ledger branch ${branch} is checked out in ${worktree}`,
          fix: 'Switch that work tree to another branch.',
        });
      }
      return oid;
    },
    bring: () => Promise.resolve(),
    async publish(commit, parent) {
      const before = parent ?? '0'.repeat(commit.length);
      const args = ['update-ref', '-m', 'haiku-first', `refs/heads/${branch}`, commit, before];
      return failureOf(await git({ gitDir, args }));
    },
    close: async () => objects.close(),
  };
}

/** A bare repository on this machine: read where it is, new objects made in a private one and pushed. */
export function bareDepot(
  git: Git,
  repository: LocalRepository,
  branch: string,
  temporaryDir: string,
): Depot {
  const { format } = repository;
  const objects = openObjects(git, repository.gitDir, format);
  let made: Promise<string> | null = null;
  const make = async (): Promise<string> => {
    const gitDir = await privateFolder(temporaryDir);
    await initialise(git, gitDir, format);
    const alternates = join(gitDir, 'objects/info/alternates');
    await writeFile(alternates, `${join(repository.gitDir, 'objects')}\n`).catch((error: unknown) => {
      throw ranOut(error, alternates) ?? error;
    });
    return gitDir;
  };
  // Whoever only reads needs none, and does not wait for it.
  const privateDir = (): Promise<string> => {
    made ??= make().catch((error: unknown) => {
      // Nothing was made that would have to be removed.
      made = null;
      throw error;
    });
    return made;
  };
  const writing = async (): Promise<LedgerObjects> => openObjects(git, await privateDir(), format);
  return {
    description: `branch ${branch} of ${repository.gitDir}`,
    baseDelay: 200,
    objects: {
      ...objects,
      writeBlob: async (bytes) => (await writing()).writeBlob(bytes),
      writeTrees: async (trees) => (await writing()).writeTrees(trees),
      writeCommit: async (commit) => (await writing()).writeCommit(commit),
    },
    fetched: 'in-place',
    head: async () => (await readBranch(git, repository.gitDir, branch)).oid,
    bring: () => Promise.resolve(),
    publish: async (commit) =>
      push(git, { gitDir: await privateDir() }, repository.gitDir, commit, branch, []),
    async close() {
      objects.close();
      if (made !== null) await rm(await made, { recursive: true, force: true });
      made = null;
    },
  };
}

/**
 * A repository behind an address, read through a private bare clone of depth one in a temporary folder. Blobs are
 * left out where the server can do that, and the ones a reading needs are fetched together.
 */
export function remoteDepot(
  git: Git,
  url: string,
  branch: string,
  credentials: Credentials,
  temporaryDir: string,
): Depot {
  const ref = `refs/heads/${branch}`;
  const settings: readonly Setting[] = [['remote.origin.url', url], ...credentials.settings];
  let clone: { readonly gitDir: string; readonly objects: LedgerObjects } | null = null;
  let fetched: Fetched = 'blob:none';
  const say = (text: string): string => words(text, credentials.secrets);

  const leave = async (): Promise<void> => {
    clone?.objects.close();
    if (clone !== null) await rm(clone.gitDir, { recursive: true, force: true });
    clone = null;
  };
  const renew = async (format: ObjectFormat): Promise<void> => {
    await leave();
    const gitDir = await privateFolder(temporaryDir);
    clone = { gitDir, objects: openObjects(git, gitDir, format) };
    await initialise(git, gitDir, format);
  };
  const opened = async (): Promise<{ readonly gitDir: string; readonly objects: LedgerObjects }> => {
    if (clone === null) await renew('sha1');
    if (clone === null) throw new UserError('The private clone of the ledger could not be made.');
    return clone;
  };
  const talk = async (call: GitCall): Promise<GitResult> =>
    git({ gitDir: (await opened()).gitDir, settings, transport: true, ...call });
  const fetch = (filter: boolean): Promise<GitResult> =>
    talk({
      args: [
        ...['fetch', '--no-tags', '--no-write-fetch-head', '--depth=1'],
        ...(filter ? ['--filter=blob:none'] : []),
        ...['origin', `+${ref}:${ref}`],
      ],
    });

  return {
    description: `branch ${branch} of ${say(withoutCredentials(url))}`,
    baseDelay: 1000,
    get objects() {
      if (clone === null) throw new UserError('The ledger must be fetched before it is read.');
      return clone.objects;
    },
    get fetched() {
      return fetched;
    },

    async head() {
      let result = await fetch(fetched === 'blob:none');
      if (result.exitCode !== 0) {
        // Why it failed is asked of the server, not guessed from words: a branch that is not there is an empty
        // ledger, anything else is an error.
        const listed = await talk({ args: ['ls-remote', 'origin', ref] });
        if (listed.exitCode !== 0) throw new DepotError(toFailure(listed, say));
        const line = listed.stdout
          .toString('utf8')
          .split('\n')
          .find((text) => text.endsWith(`\t${ref}`));
        if (line === undefined) {
          await git({ gitDir: (await opened()).gitDir, args: ['update-ref', '-d', ref] });
          return null;
        }
        const format: ObjectFormat = (line.split('\t')[0] ?? '').length === 64 ? 'sha256' : 'sha1';
        const appeared = /couldn't find remote ref/i.test(result.error);
        if (format !== (await opened()).objects.format) await renew(format);
        else if (!appeared && fetched === 'blob:none' && refusesFilter(result.error)) {
          // The server refuses the filter outright. A clone that was asked to be partial is not used further.
          await renew(format);
          fetched = 'everything';
        } else if (!appeared) throw new DepotError(toFailure(result, say));
        result = await fetch(fetched === 'blob:none');
        if (result.exitCode !== 0) throw new DepotError(toFailure(result, say));
      }
      if (result.error.search(IGNORES_FILTER) >= 0) fetched = 'everything';
      return (await readBranch(git, (await opened()).gitDir, branch)).oid;
    },

    async bring(blobs) {
      if (fetched !== 'blob:none') return;
      const wanted = [...new Set(blobs)];
      for (let start = 0; start < wanted.length; start += 10_000) {
        const part = wanted.slice(start, start + 10_000);
        // As git itself fetches what a partial clone lacks (promisor-remote.c): by name, without negotiation. When
        // all of them are here, it does not go out at all.
        const result = await talk({
          args: ['fetch', 'origin', '--no-tags', '--no-write-fetch-head', '--filter=blob:none', '--stdin'],
          settings: [...settings, ['fetch.negotiationAlgorithm', 'noop']],
          input: part.map((oid) => `${oid}\n`).join(''),
        });
        if (result.exitCode !== 0) throw new DepotError(toFailure(result, say));
      }
    },

    async publish(commit) {
      const { gitDir } = await opened();
      return push(git, { gitDir, settings }, 'origin', commit, branch, credentials.secrets);
    },

    close: leave,
  };
}

/** Whether a fetch failed for its filter. A server that ignores it says so, too, and then failed for something else. */
function refusesFilter(error: string): boolean {
  return /filter/i.test(error.replaceAll(IGNORES_FILTER, ''));
}

/**
 * Month files go as they are: git would compare each of these 32 MB with ten others, for minutes in a ledger of a year,
 * although no line stands in two of them.
 */
const WHOLE_BLOBS: Setting = ['core.bigFileThreshold', '1m'];

/**
 * A plain push, never forced: the server moves the branch only from the commit that ours was built on, which is
 * the compare-and-swap.
 */
async function push(
  git: Git,
  where: { readonly gitDir: string; readonly settings?: readonly Setting[] },
  to: string,
  commit: ObjectId,
  branch: string,
  secrets: readonly string[],
): Promise<GitFailure | null> {
  const args = ['push', '--porcelain', '--no-verify', to, `${commit}:refs/heads/${branch}`];
  const settings = [...(where.settings ?? []), WHOLE_BLOBS];
  return failureOf(await git({ ...where, settings, args, transport: true }), (text) => words(text, secrets));
}

function failureOf(result: GitResult, say: (text: string) => string = words): GitFailure | null {
  return result.exitCode === 0 ? null : toFailure(result, say);
}

export function toFailure(result: GitResult, say: (text: string) => string): GitFailure {
  // Standard output of a porcelain push: `!`, tab, references, tab, `[rejected] (why)`.
  const refused = result.stdout
    .toString('utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'));
  const text = [result.error, ...refused].join('\n');
  return { ...judgeRefusal(text), why: say(text) };
}

/** A new folder. Throws `UserError` when there can be none, as on a full disk. */
export async function privateFolder(temporaryDir: string): Promise<string> {
  try {
    return await mkdtemp(join(temporaryDir, 'haiku-first-'));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UserError(`No folder can be made in ${temporaryDir}: ${error.message}`);
  }
}

export async function initialise(git: Git, gitDir: string, format: ObjectFormat): Promise<void> {
  const args = ['init', '--bare', '--quiet', '--template=', `--object-format=${format}`, gitDir];
  const result = await git({ args });
  if (result.exitCode !== 0) throw new UserError(`git cannot work in ${gitDir}: ${words(result.error)}`);
}

async function readBranch(
  git: Git,
  gitDir: string,
  branch: string,
): Promise<{ readonly oid: ObjectId | null; readonly worktree: string }> {
  const ref = `refs/heads/${branch}`;
  const format = '%(refname)%00%(objectname)%00%(objecttype)%00%(worktreepath)';
  const result = await git({ gitDir, args: ['for-each-ref', `--format=${format}`, ref] });
  if (result.exitCode !== 0 || result.error !== '') {
    throw new UserError(`Branch ${branch} cannot be read in ${gitDir}: ${words(result.error)}`);
  }
  for (const line of result.stdout.toString('utf8').split('\n')) {
    const [name, oid = '', type, worktree = ''] = line.split('\0');
    if (name === ref && type === 'commit') return { oid, worktree };
    if (name === ref) throw new UserError(`Branch ${branch} in ${gitDir} does not hold a commit.`);
  }
  return { oid: null, worktree: '' };
}

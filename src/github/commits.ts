import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { DiffStat } from '../git/index.ts';
import {
  BlobTooLarge,
  type CommitId,
  type CommitReader,
  fileIn,
  filesBelow,
  folderIn,
  idIn,
  isCommitId,
  pathParts,
  type TreeListing,
} from '../git/index.ts';
import type { GithubClient } from './client.ts';
import { GitHubError } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';
import { type CommitComparison, mergeBasesOf } from './merge-bases.ts';

/** A branch's name, without `refs/heads/`, and the commit that it points to. */
export interface BranchTip {
  readonly name: string;
  readonly commit: CommitId;
}

/** What the API knows of a pull request now; the event's payload may be older. */
interface PullRequestNumbers {
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
  /** Sorted. */
  readonly labels: readonly string[];
  readonly draft: boolean;
  readonly state: 'open' | 'closed';
  readonly author: string | null;
  readonly base: { readonly ref: string; readonly sha: CommitId };
  readonly head: { readonly ref: string; readonly sha: CommitId };
  /** Null while GitHub has not made one, as after a conflict. */
  readonly mergeCommit: CommitId | null;
}

/** As `DiffStat`, but the API lists at most 300 files: then the sums are too low. */
interface CompareStat extends DiffStat {
  readonly truncated: boolean;
  /** Each file by its name now, with the lines that were added or deleted. */
  readonly changed: readonly { readonly path: string; readonly lines: number }[];
}

/** A `CommitReader` over GitHub's Git database API, with the questions that only GitHub can answer. */
export interface GithubReader extends CommitReader {
  branchTip(name: string): Promise<BranchTip>;
  defaultBranchTip(): Promise<BranchTip>;
  /** Whether a branch is protected, by a protection of its own or by a ruleset. */
  isProtected(branch: string): Promise<boolean>;
  pullRequestNumbers(number: number): Promise<PullRequestNumbers>;
  /** What `head` changed since it left `base`. */
  compareStat(base: CommitId, head: CommitId): Promise<CompareStat>;
}

const CONTENTS = 'contents: read';
/** Source: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const MOST_COMPARED_FILES = 300;

/**
 * Reads a repository of GitHub by commit. What was read is kept for the life of the reader: a commit, tree or blob
 * never changes. A 404 on any of them is an error, since GitHub answers so to a missing permission, too.
 */
export function createGithubReader(client: GithubClient, repository: RepositoryName): GithubReader {
  const { git, repos, pulls } = client.octokit.rest;
  const repo = { owner: repository.owner, repo: repository.name };
  const where = `${repository.owner}/${repository.name} on ${client.host}`;
  const ask = <T>(doing: string, permission: string, request: () => Promise<{ data: T }>): Promise<T> =>
    client.ask({ doing, where, permission }, async () => (await request()).data);

  const readCommit = remember(async (commit: string) => {
    const data = await ask(`read the commit ${commit}`, CONTENTS, () =>
      git.getCommit({ ...repo, commit_sha: commit }),
    );
    if (data.sha !== commit) throw unexpected(`the commit ${commit}`);
    return { tree: objectId(data.tree.sha), parents: data.parents.map((parent) => commitId(parent.sha)) };
  });

  const sizes = new Map<string, number>();
  const readTree = remember(async (tree: string): Promise<TreeListing> => {
    const data = await ask(`read the tree ${tree}`, CONTENTS, () => git.getTree({ ...repo, tree_sha: tree }));
    if (data.sha !== tree) throw unexpected(`the tree ${tree}`);
    const entries = data.tree.map(({ path, mode, sha, size }) => {
      if (sha !== undefined && size !== undefined) sizes.set(sha, size);
      return { name: path, mode, id: sha, ...(size === undefined ? {} : { size }) };
    });
    return { entries, truncated: data.truncated };
  });

  const readBlob = remember(async (blob: string): Promise<Buffer> => {
    const data = await ask(`read the blob ${blob}`, CONTENTS, () => git.getBlob({ ...repo, file_sha: blob }));
    const bytes = Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
    if (gitHash(bytes, blob.length) !== blob) throw unexpected(`the blob ${blob}`);
    return bytes;
  });

  async function branchTip(name: string): Promise<BranchTip> {
    const data = await ask(`read the branch ${name}`, CONTENTS, () =>
      git.getRef({ ...repo, ref: `heads/${name}` }),
    );
    if (data.ref !== `refs/heads/${name}`) throw unexpected(`the branch ${name}`);
    return { name, commit: commitId(data.object.sha) };
  }

  const compared = remember(async (key: string) => {
    const [basehead = '', page = '', size = ''] = key.split(' ');
    const data = await ask(`find the merge base of ${basehead.replace('...', ' and ')}`, CONTENTS, () =>
      repos.compareCommitsWithBasehead({ ...repo, basehead, page: Number(page), per_page: Number(size) }),
    );
    return {
      mergeBase: commitId(data.merge_base_commit.sha),
      ahead: data.ahead_by,
      behind: data.behind_by,
      commits: data.commits.map(({ sha, parents }) => ({
        id: commitId(sha),
        parents: parents.map((parent) => commitId(parent.sha ?? '')),
      })),
    };
  });

  /** Null where the two share no history. */
  async function compare(
    a: CommitId,
    b: CommitId,
    page: number,
    size: number,
  ): Promise<CommitComparison | null> {
    try {
      return await compared(`${a}...${b} ${page} ${size}`);
    } catch (error) {
      if (!(error instanceof GitHubError) || error.status !== 404) throw error;
      // 404 stands for "no common ancestor", and for "cannot be seen": both commits must be readable.
      await Promise.all([readCommit(a), readCommit(b)]);
      return null;
    }
  }

  function unexpected(what: string): UserError {
    return new UserError([
      {
        what: `GitHub's answer for ${what} is not what was asked for.`,
        file: where,
        line: null,
        column: null,
        fix: 'Run it again; check any proxy on the way.',
      },
    ]);
  }

  function objectId(text: string): string {
    return commitId(text);
  }

  function commitId(text: string): CommitId {
    if (!isCommitId(text)) throw unexpected(`an object id (${JSON.stringify(text).slice(0, 80)})`);
    return text;
  }

  return {
    description: where,
    branchTip,
    async parents(commit) {
      return (await readCommit(commit)).parents;
    },
    async mergeBase(a, b) {
      return (await compare(a, b, 1, 1))?.mergeBase ?? null;
    },
    mergeBases(a, b) {
      return mergeBasesOf(compare, a, b);
    },
    async file(commit, path) {
      pathParts(path);
      return fileIn(readTree, (await readCommit(commit)).tree, path);
    },
    async objectAt(commit, path) {
      return idIn(readTree, (await readCommit(commit)).tree, path);
    },
    async folder(commit, path) {
      pathParts(path);
      return folderIn(readTree, (await readCommit(commit)).tree, path);
    },
    async filesBelow(commit, path) {
      return filesBelow(readTree, (await readCommit(commit)).tree, path);
    },
    async blob(blob, limit) {
      const known = sizes.get(blob);
      const size = known !== undefined && known > limit ? known : (await readBlob(blob)).length;
      if (size > limit) {
        throw new BlobTooLarge(blob, size, limit);
      }
      return readBlob(blob);
    },
    async defaultBranchTip() {
      const data = await ask('read the repository', 'contents: read', () => repos.get(repo));
      return branchTip(data.default_branch);
    },
    async isProtected(branch) {
      const data = await ask(`read the branch ${branch}`, CONTENTS, () =>
        repos.getBranch({ ...repo, branch }),
      );
      // A renamed branch leads on to another one.
      return data.name === branch && data.protected;
    },
    async pullRequestNumbers(number) {
      const data = await ask(`read the pull request #${number}`, 'pull-requests: read', () =>
        pulls.get({ ...repo, pull_number: number }),
      );
      return {
        additions: data.additions,
        deletions: data.deletions,
        changedFiles: data.changed_files,
        labels: data.labels.map((label) => label.name).sort(),
        draft: data.draft === true,
        state: data.state,
        author: data.user?.login ?? null,
        base: { ref: data.base.ref, sha: commitId(data.base.sha) },
        head: { ref: data.head.ref, sha: commitId(data.head.sha) },
        mergeCommit: data.merge_commit_sha === null ? null : commitId(data.merge_commit_sha),
      };
    },
    async compareStat(base, head) {
      const data = await ask(`compare ${base} and ${head}`, CONTENTS, () =>
        repos.compareCommitsWithBasehead({ ...repo, basehead: `${base}...${head}`, per_page: 1, page: 1 }),
      );
      const { files } = data;
      if (files === undefined) throw unexpected(`the comparison of ${base} and ${head}`);
      return {
        additions: sum(files.map((file) => file.additions)),
        deletions: sum(files.map((file) => file.deletions)),
        files: files.length,
        paths: files
          .flatMap((file) => [
            file.filename,
            ...(file.previous_filename === undefined ? [] : [file.previous_filename]),
          ])
          .sort(),
        truncated: files.length >= MOST_COMPARED_FILES,
        changed: files.map(({ filename, additions, deletions }) => ({
          path: filename,
          lines: additions + deletions,
        })),
      };
    },
  };
}

/** Asks once for each key; a failure is not kept. */
function remember<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const asked = read(key);
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    return asked;
  };
}

/** The id that git gives to these bytes as a blob; 64 digits are SHA-256. */
function gitHash(bytes: Buffer, digits: number): string {
  const hash = createHash(digits === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

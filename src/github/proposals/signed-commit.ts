import { type CommitId, isCommitId } from '../../git/index.ts';
import type { GithubClient } from '../client.ts';
import { attemptAt, GitHubError, type GithubAttempt } from '../errors/index.ts';
import type { RepositoryName } from '../event/index.ts';
import { at } from '../event/index.ts';
import { askGraphql, GraphqlRefusal } from '../graphql.ts';

/** A file of a commit, by its path in the repository. */
export interface CommittedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The commit that holds a proposal, and what GitHub says of its signature. */
export interface SignedCommit {
  readonly id: CommitId;
  readonly signature: 'valid' | 'invalid' | 'none';
}

/** What a branch is to become, in one commit on its base. */
export interface CommitWanted {
  readonly repository: RepositoryName;
  /** Without `refs/heads/`. */
  readonly branch: string;
  readonly base: CommitId;
  readonly headline: string;
  readonly message: string;
  readonly files: readonly CommittedFile[];
  /** A name that no other run has: part of a branch that lives for a moment. */
  readonly run: string;
}

const NOTHING = '0'.repeat(40);
const CONTENTS = 'contents: write';

// No author, no committer, no key: GitHub signs what its own API commits.
const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid signature { isValid } } }
}`;
// Refs move together or not at all, each only from the commit that it is thought to be at. REST moves one, from wherever it is.
const MOVE = `mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }`;

/**
 * Makes the commit beside the branch, on a branch of its own: a pull request whose branch is set back to its base, even
 * for a moment, is closed by GitHub. `moveTo` puts it in place. Throws `GitHubError`.
 */
export async function commitBeside(client: GithubClient, wanted: CommitWanted): Promise<SignedCommit> {
  const { repository, base, headline, message, files } = wanted;
  const { owner, name } = repository;
  const attempt = attemptAt(client, repository, `commit to ${wanted.branch}`, CONTENTS);
  const aside = branchAside(wanted);
  await client.ask(attempt, () =>
    client.octokit.rest.git.createRef({ owner, repo: name, ref: `refs/heads/${aside}`, sha: base }),
  );
  const data = await askGraphql(client, attempt, COMMIT, {
    input: {
      branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName: aside },
      expectedHeadOid: base,
      message: { headline, body: message },
      fileChanges: {
        additions: files.map(({ path, bytes }) => ({
          path,
          contents: Buffer.from(bytes).toString('base64'),
        })),
      },
    },
  });
  const [id, isValid] = ['oid', 'signature.isValid'].map((key) =>
    at(data, `createCommitOnBranch.commit.${key}`),
  );
  if (!isCommitId(id))
    throw new GraphqlRefusal(
      null,
      `GitHub did not say which commit it made.`,
      attempt.where,
      'Run it again.',
    );
  return { id, signature: isValid === true ? 'valid' : isValid === false ? 'invalid' : 'none' };
}

function branchAside({ branch, run }: CommitWanted): string {
  return `${branch}-${run}`;
}

/**
 * Points the branch to the commit, if it is still where it was thought to be, and takes the one beside it away. False:
 * it has moved since, and nothing was done. Throws `GitHubError`.
 * @param before null: there is no such branch
 */
export async function moveTo(
  client: GithubClient,
  wanted: CommitWanted,
  commit: CommitId,
  before: CommitId | null,
): Promise<boolean> {
  const { repository, branch } = wanted;
  const attempt = attemptAt(client, repository, `move the branch ${branch}`, CONTENTS);
  const update = (name: string, beforeOid: string, afterOid: string): object => ({
    name: `refs/heads/${name}`,
    beforeOid,
    afterOid,
    force: true,
  });
  const refUpdates = [
    update(branch, before ?? NOTHING, commit),
    update(branchAside(wanted), commit, NOTHING),
  ];
  const repositoryId = await idOf(client, repository, attempt);
  try {
    await askGraphql(client, attempt, MOVE, { input: { repositoryId, refUpdates } });
    return true;
  } catch (error) {
    if (!(error instanceof GraphqlRefusal) || error.status === 403) throw error;
    // It does not say which it was; a branch that is elsewhere is the answer.
    if ((await tipOf(client, repository, branch)) === before) throw error;
    return false;
  }
}

async function idOf(
  client: GithubClient,
  { owner, name }: RepositoryName,
  attempt: GithubAttempt,
): Promise<string> {
  const { data } = await client.ask(attempt, () => client.octokit.rest.repos.get({ owner, repo: name }));
  return data.node_id;
}

/** Takes away the branch on which the commit was made, after something went wrong. Best effort. */
export async function dropAside(client: GithubClient, wanted: CommitWanted): Promise<void> {
  const { owner, name } = wanted.repository;
  const ref = `heads/${branchAside(wanted)}`;
  try {
    await client.ask(attemptAt(client, wanted.repository, `delete ${ref}`, CONTENTS), () =>
      client.octokit.rest.git.deleteRef({ owner, repo: name, ref }),
    );
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
  }
}

/** The commit that a branch points to; null: there is none. Throws `GitHubError`. */
export async function tipOf(
  client: GithubClient,
  repository: RepositoryName,
  branch: string,
): Promise<CommitId | null> {
  const { owner, name } = repository;
  const { data } = await client.ask(
    attemptAt(client, repository, `read the branch ${branch}`, 'contents: read'),
    () => client.octokit.rest.git.listMatchingRefs({ owner, repo: name, ref: `heads/${branch}` }),
  );
  const id = data.find(({ ref }) => ref === `refs/heads/${branch}`)?.object.sha;
  return isCommitId(id) ? id : null;
}

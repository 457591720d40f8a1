import { resolve } from 'node:path';
import {
  type PolicyReference,
  parseReference,
  referenceText,
  shortReference,
} from '../../allocation/policy/reference.ts';
import { UserError } from '../../errors.ts';
import { type CommitId, type CommitReader, isCommitId, isPartOf } from '../../git/index.ts';
import type { LocalReader } from '../../git/local/index.ts';
import { GitHubError, isRefusal } from '../../github/errors/index.ts';
import { irregularText } from '../../policy/gate/index.ts';
import type { PolicyState } from '../../policy/inherited/index.ts';
import { refuseCheckout } from '../base-files.ts';
import { readDiskFile, stateAt } from '../files.ts';
import { connectTo } from '../repository.ts';
import type { PolicyCall } from './inherit.ts';

/** Where policies come from: files that the workflow carries, clones, and GitHub. */
export interface PolicySources {
  /** Throws `UserError` where it cannot be read, with what that takes. */
  read(reference: PolicyReference): Promise<PolicyState>;
  /** Whether the later of two commits of one policy descends from the earlier one; false also where nobody can tell. */
  descends(earlier: PolicyReference, later: PolicyReference): Promise<boolean>;
  /** The same policy at the tip of its default branch; null for one that the workflow carries. */
  tip(reference: PolicyReference): Promise<PolicyReference | null>;
  close(): void;
}

/** A repository that has policies, and the branch that they are reviewed on. */
interface Repository {
  readonly reader: CommitReader;
  readonly branch: string;
  readonly tip: CommitId;
}

/** A policy at hand: in a repository, or as a file. */
type Found = { readonly repository: Repository } | { readonly file: string };

/** Opens nothing yet: each source is asked when it is needed. */
export function policySources(call: PolicyCall): PolicySources {
  const { options } = call;
  const carried = new Map<string, string>();
  const folders: string[] = [];
  for (const given of options.policy) {
    const at = given.indexOf('=');
    const reference = at < 0 ? null : parseReference(given.slice(0, at));
    if (reference === null) folders.push(given);
    else carried.set(referenceText(reference), given.slice(at + 1));
  }
  const readers: LocalReader[] = [];
  const known = new Map<string, Promise<Repository>>();
  let clones: Promise<readonly Repository[]> | null = null;
  const cloneWith = async ({ commit }: PolicyReference): Promise<Repository | null> => {
    clones ??= Promise.all(folders.map((folder) => openClone(folder, call, readers)));
    for (const [index, clone] of (await clones).entries())
      if (isCommitId(commit) && (await readers[index]?.has(commit)) === true) return clone;
    return null;
  };
  const onGithub = (reference: PolicyReference): Promise<Repository> => {
    const key = `${reference.owner}/${reference.name}`.toLowerCase();
    const found = known.get(key) ?? openOnGithub(reference, call);
    known.set(key, found);
    return found;
  };
  const find = async (reference: PolicyReference): Promise<Found> => {
    const file = carried.get(referenceText(reference));
    if (file !== undefined) return { file };
    return { repository: (await cloneWith(reference)) ?? (await onGithub(reference)) };
  };
  return {
    async read(reference) {
      const found = await find(reference);
      return 'file' in found ? readCarried(reference, found.file, call) : readAt(reference, found.repository);
    },
    async descends(earlier, later) {
      const found = await find(later);
      if ('file' in found || !isCommitId(earlier.commit) || !isCommitId(later.commit)) return false;
      try {
        return await isPartOf(found.repository.reader, later.commit, earlier.commit);
      } catch (error) {
        if (error instanceof UserError) return false;
        throw error;
      }
    },
    async tip(reference) {
      const found = await find(reference);
      return 'file' in found ? null : { ...reference, commit: found.repository.tip };
    },
    close() {
      for (const reader of readers) reader.close();
    },
  };
}

async function openClone(folder: string, call: PolicyCall, readers: LocalReader[]): Promise<Repository> {
  refuseCheckout(folder, call);
  const { createLocalReader } = await import('../../git/local/index.ts');
  const reader = await createLocalReader({ cwd: resolve(call.cwd, folder), env: call.env });
  readers.push(reader);
  const branch = await reader.defaultBranch();
  if (branch === null)
    throw new UserError(
      `The default branch of ${folder} is not known.`,
      'Fetch it: git remote set-head origin -a.',
    );
  const name = branch.replace(/^refs\/(?:heads|remotes\/origin)\//, '');
  return { reader, branch: name, tip: await reader.resolveRevision(branch) };
}

async function openOnGithub(
  reference: PolicyReference,
  { env, options, notes }: PolicyCall,
): Promise<Repository> {
  const { owner, name } = reference;
  const token = options.policyToken ?? options.githubToken;
  try {
    const log = (line: string): void => void notes?.push(line);
    const { reader } = await connectTo({ owner, name }, { env, options: { githubToken: token } }, log);
    const tip = await reader.defaultBranchTip();
    return { reader, branch: tip.name, tip: tip.commit };
  } catch (error) {
    throw unreadable(reference, error);
  }
}

/** What it takes to read a policy that GitHub does not give. */
function unreadable(reference: PolicyReference, error: unknown): unknown {
  if (!(error instanceof UserError)) return error;
  const { owner, name } = reference;
  const why = error.problems.map(({ what }) => what).join(' ');
  const fix = isRefusal(error)
    ? `If ${owner}/${name} is private: in a workflow give policy-token a token that may read it (GITHUB_TOKEN sees its own repository alone), such as one of actions/create-github-app-token with owner and repositories; on a laptop set GITHUB_TOKEN, as by $(gh auth token), or name a clone: --policy DIR. See docs/policy.md.`
    : 'Without GitHub at hand name a clone of it: --policy DIR.';
  return new UserError(`The policy ${shortReference(reference)} could not be read. ${why}`, fix);
}

async function readAt(reference: PolicyReference, { reader, branch, tip }: Repository): Promise<PolicyState> {
  const { commit, path } = reference;
  const short = shortReference(reference);
  if (!isCommitId(commit)) return { kind: 'missing', what: `The policy ${short} names no commit.` };
  try {
    const state = await stateAt(reader, commit, path);
    if (state.kind === 'absent') return { kind: 'missing', what: `There is no ${short}.` };
    if (state.kind === 'irregular')
      return { kind: 'missing', what: `The policy cannot be read: ${irregularText(short, state.mode)}` };
    const { bytes } = state;
    return { kind: 'file', bytes, off: (await isPartOf(reader, tip, commit)) ? null : branch };
  } catch (error) {
    // The repository has been read: what is not found in it now is not there.
    if (error instanceof GitHubError && (error.status === 404 || error.status === 422))
      return { kind: 'missing', what: `${reference.owner}/${reference.name} has no commit ${commit}.` };
    throw unreadable(reference, error);
  }
}

/** A file that the workflow carries: who wrote that vouches for it, as for the workflow itself. */
function readCarried(reference: PolicyReference, file: string, call: PolicyCall): PolicyState {
  refuseCheckout(file, call);
  const bytes = readDiskFile(call.cwd, file);
  if (bytes === null)
    throw new UserError(`There is no ${file}, which is to be ${shortReference(reference)}.`);
  call.notes?.push(
    `${shortReference(reference)} is the file that the workflow carries: whether its commit is on the default branch has not been asked.`,
  );
  return { kind: 'file', bytes, off: null };
}

import { type CommitId, isCommitId } from '../../../src/git/commit-reader.ts';
import { type Json, type JsonObject, number, text } from './json.ts';
import { merge, type Overrides, payload } from './payload.ts';
import type { Traffic } from './traffic.ts';

/** A file: text, or a mode with its content (a submodule's content is a commit id). */
export type Content = string | { readonly mode: string; readonly content: string };
export type Files = Readonly<Record<string, Content>>;

/** Sends a request to the emulator itself, unchecked. */
export type Send = (method: string, path: string, token: string, body?: Json) => Promise<Json>;

interface Written {
  readonly files: Files;
  readonly parents: readonly CommitId[];
  readonly message: string;
}

/** What all repositories of one emulator share. */
export interface World {
  readonly send: Send;
  readonly traffic: Traffic;
  /** Every commit written so far, so that forks can have them, too. */
  readonly commits: Map<CommitId, Written>;
  readonly tokenOf: (login: string) => string;
}

export interface PullRequest {
  readonly number: number;
  readonly base: { readonly ref: string; readonly sha: CommitId };
  readonly head: { readonly ref: string; readonly sha: CommitId; readonly repository: string };
  /** Null when the two sides conflict. */
  readonly mergeCommit: CommitId | null;
  /** The payload of a `pull_request` event for it, and what the runner sets besides. */
  event(overrides?: Overrides): { readonly payload: Json; readonly env: Record<string, string> };
}

/** A repository at the emulator. */
export class Repository {
  readonly fullName: string;
  readonly #world: World;
  readonly #token: string;
  readonly #branches = new Map<string, CommitId>();
  readonly #present = new Set<CommitId>();

  constructor(world: World, fullName: string) {
    this.#world = world;
    this.fullName = fullName;
    this.#token = world.tokenOf(fullName.split('/')[0] ?? '');
  }

  /** Writes a commit whose tree holds exactly these files, and moves `branch` to it. */
  async commit(
    files: Files,
    options: { parents?: readonly CommitId[]; branch?: string; message?: string } = {},
  ): Promise<CommitId> {
    const { parents = [], branch, message = 'Test' } = options;
    for (const parent of parents) await this.ensure(parent);
    const id = await this.#write({ files, parents, message });
    if (branch !== undefined) await this.branch(branch, id);
    return id;
  }

  /** Points a branch to a commit. */
  async branch(name: string, commit: CommitId): Promise<void> {
    await this.ensure(commit);
    await this.#ref(`refs/heads/${name}`, commit);
    this.#branches.set(name, commit);
  }

  /** Protects a branch: what is merged into it needs a pull request. */
  async protect(branch: string): Promise<void> {
    await this.#send('PUT', `/branches/${branch}/protection`, {
      required_status_checks: null,
      enforce_admins: true,
      required_pull_request_reviews: {},
      restrictions: null,
    });
  }

  tip(branch: string): CommitId {
    const commit = this.#branches.get(branch);
    if (commit === undefined) throw new Error(`${this.fullName} has no branch ${branch}`);
    return commit;
  }

  /** Makes sure that a commit of another repository is here, too, as in a network of forks. */
  async ensure(commit: CommitId): Promise<void> {
    if (this.#present.has(commit)) return;
    const written = this.#written(commit);
    for (const parent of written.parents) await this.ensure(parent);
    const again = await this.#write(written);
    if (again !== commit) throw new Error(`${commit} became ${again} in ${this.fullName}`);
  }

  async fork(owner: string): Promise<Repository> {
    await this.#world.send('POST', `/repos/${this.fullName}/forks`, this.#world.tokenOf(owner), {});
    return new Repository(this.#world, `${owner}/${this.fullName.split('/')[1]}`);
  }

  /** Opens a pull request, with its merge commit where both sides can be merged by file. */
  async pullRequest(options: {
    base?: string;
    head: string;
    fork?: Repository;
    title?: string;
    draft?: boolean;
    labels?: readonly string[];
    /** Opened by; default: the owner of the head's repository. */
    author?: string;
  }): Promise<PullRequest> {
    const { base = 'main', head, fork = this, title = 'Test', draft = false, labels = [] } = options;
    const headSha = fork.tip(head);
    await this.ensure(headSha);
    const baseSha = this.tip(base);
    const owner = fork.fullName.split('/')[0] ?? '';
    const author = options.author ?? owner;
    const token = this.#world.tokenOf(author);
    const opened = await this.#send(
      'POST',
      '/pulls',
      { title, base, head: `${owner}:${head}`, draft },
      token,
    );
    const id = number(opened, 'number');
    const labelled = labels.length > 0 ? await this.#send('POST', `/issues/${id}/labels`, { labels }) : [];
    const mergeCommit = await this.merge(baseSha, headSha, `Merge ${headSha} into ${baseSha}`);
    await this.#ref(`refs/pull/${id}/head`, headSha);
    if (mergeCommit !== null) await this.#ref(`refs/pull/${id}/merge`, mergeCommit);
    await this.#amend(id, baseSha, headSha, mergeCommit, labelled);
    const headParts = { ref: head, sha: headSha, repository: fork.fullName };
    const baseParts = { ref: base, sha: baseSha };
    return {
      number: id,
      base: baseParts,
      head: headParts,
      mergeCommit,
      event: (overrides = {}) =>
        this.#event(id, { author, base: baseParts, head: headParts, mergeCommit, labels, draft }, overrides),
    };
  }

  /** The commit of a merge queue for a pull request: its merge onto the tip of the base. */
  async mergeGroup(
    pull: PullRequest,
  ): Promise<{ base: CommitId; head: CommitId; ref: string; payload: Json }> {
    const base = this.tip(pull.base.ref);
    const head = await this.merge(base, pull.head.sha, `Merge pull request #${pull.number}`);
    if (head === null) throw new Error('the pull request conflicts with its base');
    const ref = `refs/heads/gh-readonly-queue/${pull.base.ref}/pr-${pull.number}-${base}`;
    await this.#ref(ref, head);
    const group = { base_sha: base, head_sha: head, base_ref: `refs/heads/${pull.base.ref}`, head_ref: ref };
    return {
      base,
      head,
      ref,
      payload: payload('merge_group', { merge_group: group, repository: this.#repositoryPart() }),
    };
  }

  /** A merge by whole files; null when both sides changed one differently. */
  async merge(base: CommitId, head: CommitId, message: string): Promise<CommitId | null> {
    const [ours, theirs] = [this.#written(base).files, this.#written(head).files];
    const common = this.#commonAncestor(base, head);
    const old = common === null ? {} : this.#written(common).files;
    const merged: Record<string, Content> = {};
    for (const path of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const [before, mine, other] = [old[path], ours[path], theirs[path]].map((each) => JSON.stringify(each));
      if (mine !== before && other !== before && mine !== other) return null;
      const taken = mine === before ? theirs[path] : ours[path];
      if (taken !== undefined) merged[path] = taken;
    }
    return this.commit(merged, { parents: [base, head], message });
  }

  async #write(written: Written): Promise<CommitId> {
    const tree: Json[] = [];
    for (const [path, content] of Object.entries(written.files)) {
      const { mode, content: body } = typeof content === 'string' ? { mode: '100644', content } : content;
      if (mode === '160000') tree.push({ path, mode, type: 'commit', sha: body });
      else {
        const blob = await this.#send('POST', '/git/blobs', { content: body, encoding: 'utf-8' });
        tree.push({ path, mode, type: 'blob', sha: text(blob, 'sha') });
      }
    }
    const root = await this.#send('POST', '/git/trees', { tree });
    const who = { name: 'Octo Cat', email: 'octocat@example.com', date: '2026-11-23T03:00:00Z' };
    const { message, parents } = written;
    const commit = await this.#send('POST', '/git/commits', {
      message,
      tree: text(root, 'sha'),
      parents,
      author: who,
      committer: who,
    });
    const id = text(commit, 'sha');
    if (!isCommitId(id)) throw new Error(`${id} is no commit id`);
    this.#world.commits.set(id, written);
    this.#present.add(id);
    return id;
  }

  async #ref(ref: string, sha: CommitId): Promise<void> {
    const existing = await this.#send('GET', `/git/matching-refs/${ref.slice('refs/'.length)}`);
    const names = Array.isArray(existing) ? existing.map((each) => text(each, 'ref')) : [];
    if (names.includes(ref)) await this.#send('PATCH', `/git/${ref}`, { sha, force: true });
    else await this.#send('POST', '/git/refs', { ref, sha });
  }

  /** What GitHub computes for a pull request and the emulator does not. */
  async #amend(
    id: number,
    base: CommitId,
    head: CommitId,
    mergeCommit: CommitId | null,
    labels: Json,
  ): Promise<void> {
    const compared = await this.#send('GET', `/compare/${base}...${head}`);
    const files =
      typeof compared === 'object' && compared !== null && 'files' in compared ? compared.files : [];
    const list = Array.isArray(files) ? files : [];
    const sum = (key: string): number => list.reduce((total: number, each) => total + number(each, key), 0);
    this.#world.traffic.amendments.set(`/repos/${this.fullName}/pulls/${id}`, {
      merge_commit_sha: mergeCommit,
      additions: sum('additions'),
      deletions: sum('deletions'),
      changed_files: list.length,
      labels,
    });
  }

  #event(
    id: number,
    pull: Pick<PullRequest, 'base' | 'head' | 'mergeCommit'> & {
      author: string;
      labels: readonly string[];
      draft: boolean;
    },
    overrides: Overrides,
  ) {
    const { author, base, head, mergeCommit, labels, draft } = pull;
    const numbers = this.#world.traffic.amendments.get(`/repos/${this.fullName}/pulls/${id}`) ?? {};
    const basics = payload('pull_request', {
      action: typeof overrides.action === 'string' ? overrides.action : 'synchronize',
      number: id,
      repository: this.#repositoryPart(),
      sender: { login: author },
      pull_request: {
        user: { login: author },
        number: id,
        draft,
        merge_commit_sha: mergeCommit,
        additions: numbers.additions,
        deletions: numbers.deletions,
        changed_files: numbers.changed_files,
        labels: labels.map((name) => ({ name })),
        base: { ref: base.ref, sha: base.sha, repo: this.#repositoryPart() },
        head: { ref: head.ref, sha: head.sha, repo: repositoryPart(head.repository) },
      },
    });
    return {
      payload: merge(basics, overrides),
      env: {
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_REPOSITORY: this.fullName,
        GITHUB_REF: `refs/pull/${id}/merge`,
        GITHUB_SHA: mergeCommit ?? base.sha,
      },
    };
  }

  #repositoryPart(): JsonObject {
    return repositoryPart(this.fullName);
  }

  #written(commit: CommitId): Written {
    const written = this.#world.commits.get(commit);
    if (written === undefined) throw new Error(`${commit} was not written here`);
    return written;
  }

  #commonAncestor(a: CommitId, b: CommitId): CommitId | null {
    const ofA = this.#ancestors(a);
    return [...this.#ancestors(b)].find((commit) => ofA.has(commit)) ?? null;
  }

  #ancestors(commit: CommitId): ReadonlySet<CommitId> {
    const found = new Set([commit]);
    for (const each of found) for (const parent of this.#written(each).parents) found.add(parent);
    return found;
  }

  #send(method: string, path: string, body?: Json, token = this.#token): Promise<Json> {
    return this.#world.send(method, `/repos/${this.fullName}${path}`, token, body);
  }
}

function repositoryPart(fullName: string): JsonObject {
  const [owner = '', name = ''] = fullName.split('/');
  return { name, full_name: fullName, default_branch: 'main', owner: { login: owner } };
}

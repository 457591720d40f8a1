import { empty } from './empty.ts';
import { isObject, type Json, type JsonObject, step } from './json.ts';

/** Asks the emulator with the token of the request. */
export type Ask = (method: string, path: string, body?: Json) => Promise<{ status: number; body: Json }>;

function refusal(type: string, message: string, field: string): Json {
  return { data: { [field]: null }, errors: [{ type, path: [field], message }] };
}

function word(value: Json | undefined, ...path: readonly string[]): string {
  const found = step(value, ...path);
  if (typeof found !== 'string') throw new Error(`${path.join('.')} is no text: ${JSON.stringify(value)}`);
  return found;
}

/** A failed request, as GraphQL tells of it. */
class Refused extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** The two mutations that we send, which the emulator does not know: signed commits, and refs that move together. */
export class Mutations {
  /** The ids of the repositories, by name. */
  readonly repositories = new Map<string, string>();
  /** What is to be said of the signature of the next commits; null: there is none. */
  isValid: boolean | null = true;
  /** Told of every commit that was made. */
  onCommit: (path: string, amendment: JsonObject) => void = () => undefined;
  /** When pull requests were closed, instead of now. */
  closedAt: string | null = null;
  /** What somebody else does just before refs are moved; once. */
  beforeMove: (() => Promise<void>) | null = null;

  /** Null: it is none of them. */
  async answer(query: string, variables: Json | undefined, ask: Ask): Promise<Json | null> {
    const field = /^mutation \([^)]*\) \{\s*(\w+)/.exec(query)?.[1];
    const input = step(variables, 'input');
    const sure = async (method: string, path: string, body?: Json): Promise<Json> => {
      const answer = await ask(method, path, body);
      if (answer.status === 403 || answer.status === 401)
        throw new Refused('FORBIDDEN', 'Resource not accessible by integration');
      if (answer.status >= 300) throw new Refused('UNPROCESSABLE', JSON.stringify(answer.body));
      return answer.body;
    };
    try {
      if (field === 'createCommitOnBranch') return await this.#commit(input, sure);
      if (field === 'updateRefs') return await this.#move(input, ask, sure);
    } catch (error) {
      if (error instanceof Refused) return refusal(error.type, error.message, field ?? '');
      throw error;
    }
    return null;
  }

  async #commit(input: Json | undefined, sure: (method: string, path: string, body?: Json) => Promise<Json>) {
    const repository = word(input, 'branch', 'repositoryNameWithOwner');
    const branch = word(input, 'branch', 'branchName');
    const expected = word(input, 'expectedHeadOid');
    const repo = `/repos/${repository}`;
    const head = word(await sure('GET', `${repo}/git/ref/heads/${branch}`), 'object', 'sha');
    if (head !== expected) {
      throw new Refused(
        'STALE_DATA',
        `Expected branch to point to "${expected}" but it did not. Pull and try again.`,
      );
    }
    const parent = await sure('GET', `${repo}/git/commits/${head}`);
    const additions = step(input, 'fileChanges', 'additions');
    const tree = await sure('POST', `${repo}/git/trees`, {
      base_tree: word(parent, 'tree', 'sha'),
      tree: (Array.isArray(additions) ? additions : []).map((each) => ({
        path: word(each, 'path'),
        mode: '100644',
        type: 'blob',
        content: Buffer.from(word(each, 'contents'), 'base64').toString('utf8'),
      })),
    });
    const [headline, body] = [word(input, 'message', 'headline'), word(input, 'message', 'body')];
    const commit = await sure('POST', `${repo}/git/commits`, {
      message: body === '' ? headline : `${headline}\n\n${body}`,
      tree: word(tree, 'sha'),
      parents: [head],
    });
    const oid = word(commit, 'sha');
    await sure('PATCH', `${repo}/git/refs/heads/${branch}`, { sha: oid });
    const signature = this.isValid === null ? null : { isValid: this.isValid };
    this.onCommit(`${repo}/git/commits/${oid}`, {
      verification: {
        verified: this.isValid === true,
        reason: this.isValid === true ? 'valid' : 'unsigned',
        signature: signature === null ? null : '-----BEGIN PGP SIGNATURE-----',
        payload: null,
        verified_at: null,
      },
    });
    return { data: { createCommitOnBranch: { commit: { oid, signature } } } };
  }

  async #move(
    input: Json | undefined,
    ask: Ask,
    sure: (method: string, path: string, body?: Json) => Promise<Json>,
  ) {
    const before = this.beforeMove;
    this.beforeMove = null;
    await before?.();
    const repository = this.repositories.get(word(input, 'repositoryId'));
    const updates = step(input, 'refUpdates');
    if (!Array.isArray(updates)) throw new Error('updateRefs without refUpdates');
    const isNone = (oid: string): boolean => /^0+$/.test(oid);
    const refs = updates.map((each) => ({
      path: word(each, 'name').slice('refs/'.length),
      from: word(each, 'beforeOid'),
      to: word(each, 'afterOid'),
    }));
    for (const { path, from } of refs) {
      const there = await ask('GET', `/repos/${repository}/git/ref/${path}`);
      const at = there.status === 200 ? word(there.body, 'object', 'sha') : '0'.repeat(40);
      if (at !== from && !(isNone(at) && isNone(from)))
        throw new Refused('UNPROCESSABLE', `Reference cannot be updated: ${path} is at ${at}`);
    }
    for (const { path, from, to } of refs) {
      if (isNone(to)) await ask('DELETE', `/repos/${repository}/git/refs/${path}`);
      else if (isNone(from))
        await sure('POST', `/repos/${repository}/git/refs`, { ref: `refs/${path}`, sha: to });
      else await sure('PATCH', `/repos/${repository}/git/refs/${path}`, { sha: to, force: true });
    }
    return { data: { updateRefs: { clientMutationId: null } } };
  }
}

/** A pull request with the head that its branch has now, which the emulator keeps as it was when it was opened. */
export async function withLiveHead(pull: Json, ask: Ask): Promise<Json> {
  if (Array.isArray(pull)) return Promise.all(pull.map((each) => withLiveHead(each, ask)));
  if (!isObject(pull) || pull.state !== 'open' || !isObject(pull.head)) return pull;
  const { ref, repo } = pull.head;
  if (typeof ref !== 'string' || !ref.startsWith('haiku-first/') || !isObject(repo)) return pull;
  const { status, body } = await ask('GET', `/repos/${repo.full_name}/git/ref/heads/${ref}`);
  return status === 200 ? { ...pull, head: { ...pull.head, sha: word(body, 'object', 'sha') } } : pull;
}

/** The pull requests that have a label, as GitHub lists them among the issues and the emulator does not. */
export async function labelledPulls(
  repo: string,
  query: URLSearchParams,
  ask: Ask,
  closedAt: string | null,
): Promise<readonly Json[]> {
  const [label, state] = [query.get('labels'), query.get('state') ?? 'open'];
  if (label === null) return [];
  const { body } = await ask('GET', `${repo}/pulls?state=${state}&sort=updated&direction=desc&per_page=100`);
  const found = (Array.isArray(body) ? body : []).filter((pull) => {
    const labels = step(pull, 'labels');
    return Array.isArray(labels) && labels.some((each) => step(each, 'name') === label);
  });
  return found.map((pull) => {
    const known = isObject(pull) ? pull : {};
    const pick = (...keys: readonly string[]): JsonObject =>
      Object.fromEntries(keys.map((key) => [key, known[key] ?? null]));
    return {
      ...Object(empty('issue')),
      ...pick(
        'number',
        'title',
        'body',
        'user',
        'state',
        'labels',
        'created_at',
        'updated_at',
        'closed_at',
        'html_url',
      ),
      ...(closedAt === null || known.closed_at === null ? {} : { closed_at: closedAt }),
      pull_request: pick('url', 'html_url', 'diff_url', 'patch_url', 'merged_at'),
    };
  });
}

import { git } from '../../ledger/support.ts';
import { empty } from './empty.ts';
import type { Github } from './index.ts';

interface Happened {
  readonly type: 'branch_deletion' | 'force_push';
  readonly before: string;
  readonly after: string;
  readonly at: string;
  readonly by: string | null;
}

const REPO = '/repos/octo/demo';

/**
 * What GitHub knows of the ledger's branch of octo/demo, which is kept in a bare repository here: deleting and forcing it
 * through this is listed, and commits are compared as git has them.
 */
export class BranchHistory {
  readonly #path: string;
  readonly #happened: Happened[] = [];

  constructor(github: Github, path: string) {
    this.#path = path;
    github.fault({
      method: 'GET',
      path: new RegExp(`^${REPO}/activity$`),
      answer: ({ query }) => ({ status: 200, body: JSON.parse(JSON.stringify(this.#listed(query))) }),
    });
    github.fault({
      method: 'GET',
      path: new RegExp(`^${REPO}/compare/`),
      answer: ({ path }) => this.#compared(path.slice(`${REPO}/compare/`.length)),
    });
  }

  get head(): string {
    return git(this.#path, 'rev-parse', 'refs/heads/haiku-first-ledger');
  }

  delete({ at = '2026-11-24T10:00:00Z', by = 'mallory' }: Partial<Happened> = {}): void {
    this.#add('branch_deletion', '0'.repeat(40), at, by);
    git(this.#path, 'update-ref', '-d', 'refs/heads/haiku-first-ledger');
  }

  force(commit: string, { at = '2026-11-24T10:00:00Z', by = 'mallory' }: Partial<Happened> = {}): void {
    const after = git(this.#path, 'rev-parse', commit);
    this.#add('force_push', after, at, by);
    git(this.#path, 'update-ref', 'refs/heads/haiku-first-ledger', after);
  }

  #add(type: Happened['type'], after: string, at: string, by: string | null): void {
    this.#happened.push({ type, before: this.head, after, at, by });
  }

  #listed(query: URLSearchParams): readonly object[] {
    const ref = 'refs/heads/haiku-first-ledger';
    const type = query.get('activity_type');
    return this.#happened
      .filter((each) => query.get('ref') === ref && (type === null || type === each.type))
      .map(({ type: activity, before, after, at, by }, index) => ({
        ...empty('activity'),
        id: index + 1,
        before,
        after,
        ref,
        timestamp: at,
        activity_type: activity,
        actor: by === null ? null : { ...empty('simple-user'), login: by },
      }));
  }

  #compared(basehead: string) {
    const [base = '', head = ''] = basehead.split('...');
    const message = { message: 'No common ancestor', documentation_url: 'https://docs.github.com/rest' };
    try {
      git(this.#path, 'merge-base', base, head);
    } catch {
      return { status: 404, body: message };
    }
    const isAhead = git(this.#path, 'merge-base', base, head) === base;
    const status = base === head ? 'identical' : isAhead ? 'ahead' : 'diverged';
    return { status: 200, body: JSON.parse(JSON.stringify({ ...empty('commit-comparison'), status })) };
  }
}

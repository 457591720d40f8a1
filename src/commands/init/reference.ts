import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FORMS } from '../../allocation/patterns.ts';
import { UserError } from '../../errors.ts';
import { createGit, type Git } from '../../git/local/index.ts';
import type { ActionReference } from '../../render/init/index.ts';
import type { Call } from '../../surface/call.ts';
import { VERSION } from '../../surface/version.ts';

/** A repository on a server. */
export interface Remote {
  readonly server: string;
  readonly owner: string;
  readonly name: string;
}

const GITHUB = 'https://github.com';
/** `https://HOST/OWNER/NAME`, `ssh://git@HOST/OWNER/NAME` or `git@HOST:OWNER/NAME`, with `.git` or without. */
const REMOTE =
  /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?|[\w.-]+@)([\w.-]+)(?::\d+(?=\/))?[:/]([\w.-]{1,100})\/([\w.-]{1,100}?)(?:\.git)?\/?$/;

/** Where `origin` of a clone leads; null where that is no repository of a server. Its credentials are not looked at. */
export async function remoteOf(git: Git, cwd: string): Promise<Remote | null> {
  const { exitCode, stdout } = await git({ args: ['remote', 'get-url', 'origin'], cwd });
  const [, host, owner, name] = exitCode === 0 ? (REMOTE.exec(stdout.toString('utf8').trim()) ?? []) : [];
  if (host === undefined || owner === undefined || name === undefined) return null;
  return { server: `https://${host}`, owner, name };
}

/** The clone of haiku-first that this code runs from; null where it was installed in another way. */
function ownClone(): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'action.yml'))) {
    const above = dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
  return existsSync(join(folder, '.git')) ? folder : null;
}

const UNKNOWN: ActionReference = {
  repository: 'OWNER/haiku-first',
  ref: 'v1',
  version: null,
  known: false,
  server: GITHUB,
};

/** The commit of a clone of haiku-first, at its origin; null where it has none. */
export async function referenceOf(
  git: Git,
  clone: string,
): Promise<{ readonly reference: ActionReference; readonly published: boolean } | null> {
  const [origin, head, branches] = await Promise.all([
    remoteOf(git, clone),
    git({ args: ['rev-parse', '--verify', '--quiet', 'HEAD'], cwd: clone }),
    git({ args: ['branch', '--remotes', '--contains', 'HEAD'], cwd: clone }),
  ]);
  const ref = head.stdout.toString('utf8').trim();
  if (origin === null || !FORMS.commit.pattern.test(ref)) return null;
  const { server, owner, name } = origin;
  return {
    reference: { repository: `${owner}/${name}`, ref, version: VERSION, known: true, server },
    published: branches.stdout.toString('utf8').trim() !== '',
  };
}

/**
 * What the workflows are to use: what is asked for; else the commit of the clone that runs, at its origin, since nobody
 * can move that. Where neither is known, `OWNER` stays, and the plan says so.
 */
export async function actionReference(
  { env, options }: Call<{ readonly action: string | null }>,
  remarks: string[],
): Promise<ActionReference> {
  if (options.action !== null) {
    if (!FORMS.actionReference.pattern.test(options.action))
      throw new UserError(`--action ${options.action} must be ${FORMS.actionReference.words}.`);
    const [repository = '', ref = ''] = options.action.split('@');
    return { repository, ref, version: null, known: true, server: GITHUB };
  }
  const clone = ownClone();
  const found = clone === null ? null : await referenceOf(createGit(env), clone);
  if (found === null) return UNKNOWN;
  const { reference, published } = found;
  if (!published)
    remarks.push(
      `The commit ${reference.ref.slice(0, 12)} of haiku-first is on no branch of ${reference.repository} that this clone knows of: push it before the workflows run, or name another one with --action.`,
    );
  return reference;
}

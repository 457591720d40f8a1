import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ranOut, UserError } from '../../errors.ts';
import { ARTIFACT_FILE, ARTIFACT_PREFIX } from './names.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The collector comes within minutes; a month leaves room to fix one that is broken. */
const RETENTION_DAYS = 30;

/**
 * A name that no other job of the run has: legs of a matrix share the job's name, and a job that is run again has the
 * next attempt.
 */
export function artifactName(attempt: number, job: string): string {
  const readable = job.replace(/[^A-Za-z0-9_.-]+/g, '-').slice(0, 60);
  return `${ARTIFACT_PREFIX}${attempt}-${readable}-${randomUUID().slice(0, 13)}`;
}

/**
 * Uploads a text as an artifact of this job. It takes no permission of the token: the runner's own is used.
 * Throws `UserError` where there is no artifact service, and what the toolkit throws.
 */
export async function uploadArtifact(name: string, text: string, env: Environment): Promise<void> {
  if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) {
    throw new UserError(
      'There is no artifact service here.',
      'Write the usage to the ledger instead: `record: push`, with `permissions: contents: write`.',
    );
  }
  if (isGhes(env)) {
    throw new UserError(
      'GitHub Enterprise Server does not have this artifact service.',
      'Write the usage to the ledger instead: `record: push`, with `permissions: contents: write`.',
    );
  }
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'haiku-first-'));
  try {
    const file = join(folder, ARTIFACT_FILE);
    await writeFile(file, text, { mode: 0o600 }).catch((error: unknown) => {
      throw ranOut(error, file) ?? error;
    });
    // By path: the package's entry also loads what downloads, with packages that name no licence.
    const toolkit = await import(
      '../../../node_modules/@actions/artifact/lib/internal/upload/upload-artifact.js'
    );
    await toolkit.uploadArtifact(name, [file], folder, { retentionDays: RETENTION_DAYS });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The service is that of github.com and of its tenants at ghe.com. */
function isGhes({ GITHUB_SERVER_URL: server }: Environment): boolean {
  const host = new URL(server || 'https://github.com').hostname.toLowerCase();
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('localhost');
}

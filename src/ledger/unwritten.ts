import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { contentHash, fileText } from './layout.ts';

/** The file that keeps records until they are in the ledger. */
export interface KeptFile {
  readonly path: string;
  /** Once the records are in the ledger. */
  discard(): Promise<void>;
}

/**
 * Writes lines to `<folder>/haiku-first-unwritten-<hash>.jsonl`, at once or not at all (a temporary file, flushed
 * to disk, then renamed). It is done before the first try, not after the last: a process that is killed in between
 * leaves its records there. The same records get the same name, so that a second try does not leave a second file.
 */
export async function keep(folder: string, lines: readonly string[]): Promise<KeptFile> {
  const text = fileText(lines);
  const path = join(folder, `haiku-first-unwritten-${contentHash(text).slice(0, 16)}.jsonl`);
  const temporary = `${path}.${process.pid}.tmp`;
  await mkdir(folder, { recursive: true });
  try {
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { path, discard: () => rm(path, { force: true }) };
}

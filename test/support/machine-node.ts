import { stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The Node that a user of this machine has, past the one that the tests bring along. */
export async function machineNode(): Promise<string> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const node = join(folder, 'node');
    if (folder.includes('node_modules')) continue;
    const found = await stat(node).catch(() => null);
    if (found?.isFile()) return node;
  }
  return process.execPath;
}

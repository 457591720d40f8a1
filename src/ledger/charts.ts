import { InternalError } from '../errors.ts';
import type { Writer } from './append.ts';
import { foldersOf, lookUp, wholeFolders } from './change.ts';
import { objectId } from './objects.ts';
import { publishChange } from './publish.ts';

/**
 * Where pictures of the ledger stand: beside the folder of its records, so that no reader, `verify` or `compact` takes them
 * for any.
 */
const CHARTS = 'charts';

/** A picture, by its name in the folder. */
export interface ChartFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Puts pictures beside the records, in one commit; those that are there already are left. Gives the commit that holds them.
 * Throws `DepotError` when that cannot be done.
 */
export async function putCharts(writer: Writer, charts: readonly ChartFile[]): Promise<string | null> {
  const { depot, identity, pace, patience } = writer;
  const files = charts.map(({ name, text }) => {
    if (!/^[a-z0-9-]{1,80}\.svg$/i.test(name)) throw new InternalError(`${name} is no name of a chart`);
    return { path: chartPath(name), bytes: new TextEncoder().encode(text) };
  });
  const { commit } = await publishChange(
    depot,
    async (head) => {
      const blobs = files.map((file) => ({
        ...file,
        blob: objectId(depot.objects.format, 'blob', file.bytes),
      }));
      const trees =
        head === null
          ? null
          : wholeFolders(await depot.objects.trees(head, foldersOf(files.map(({ path }) => path))));
      const fresh = blobs.filter(({ path, blob }) => trees === null || lookUp(trees, path)?.id !== blob);
      if (fresh.length === 0) return null;
      return {
        changes: fresh.map(({ path, blob }) => ({ path, blob })),
        contents: fresh.map(({ bytes }) => bytes),
        message: `Draw ${fresh.map(({ path }) => path).join(', ')} [skip ci]\n`,
      };
    },
    identity,
    pace,
    patience,
  );
  return commit;
}

/** The path of a picture on the branch. */
export function chartPath(name: string): string {
  return `${CHARTS}/${name}`;
}

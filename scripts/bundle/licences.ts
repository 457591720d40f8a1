import { readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** What is used of ncc's `--stats-out`: modules may hold the modules that were joined into them. */
interface StatsModule {
  readonly name?: string;
  readonly modules?: readonly StatsModule[];
  /** It was read, and is in no part of the bundle by itself: nobody needs it, or it was joined into another one. */
  readonly orphan?: boolean;
}
export interface BundleStats {
  readonly modules: readonly StatsModule[];
}

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

function packageFolders(modules: readonly StatsModule[], found = new Set<string>()): Set<string> {
  for (const { name, modules: inner } of modules) {
    const folder = PACKAGE.exec(name ?? '')?.[1];
    if (folder !== undefined) found.add(folder);
    packageFolders(inner ?? [], found);
  }
  return found;
}

/** The part of a package's README about its licence, for packages that have no file of it. */
async function inReadme(folder: string, names: readonly string[]): Promise<string> {
  const file = names.find((name) => /^readme/i.test(name));
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
  const start = text.search(/^#+ *licen[cs]e/im);
  return start === -1 ? '(The package has no licence file.)' : text.slice(start);
}

async function entryOf(folder: string): Promise<readonly [key: string, text: string]> {
  const manifest: { name: string; version: string; license?: string } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const names = (await readdir(folder)).sort();
  const file = names.find((name) => /^licen[cs]e/i.test(name));
  const text =
    file === undefined ? await inReadme(folder, names) : await readFile(join(folder, file), 'utf8');
  const key = `${manifest.name}@${manifest.version}`;
  const lines = text.replace(/\r\n?/g, '\n').trim();
  return [key, `${key}\n${manifest.license ?? 'licence not named'}\n\n${lines}\n`];
}

/**
 * The licences of every package in the bundle. They are taken from the list of modules, because ncc's own
 * `--license` file is written anew for each chunk and keeps the last one only.
 */
export async function licenceList(root: string, modules: readonly StatsModule[]): Promise<string> {
  const folders = [...packageFolders(modules.filter(({ orphan }) => orphan !== true))];
  const entries = await Promise.all(folders.map(async (name) => entryOf(await realpath(join(root, name)))));
  const sorted = [...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, text]) => text).join(`\n${'-'.repeat(80)}\n\n`);
}

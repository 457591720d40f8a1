import { readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

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

/** The licences of every package that has one of these modules, which are absolute paths. */
export async function licenceList(modules: readonly string[]): Promise<string> {
  const folders = new Set(modules.flatMap((name) => PACKAGE.exec(name)?.[1] ?? []));
  const entries = await Promise.all([...folders].map(async (name) => entryOf(await realpath(name))));
  const sorted = [...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, text]) => text).join(`\n${'-'.repeat(80)}\n\n`);
}

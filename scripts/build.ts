/**
 * Builds `dist/` from the sources. The same sources give the same bytes. With `--check` it builds beside `dist/` and
 * compares.
 */
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { writeBundle } from './bundle/bundle.ts';
import { licenceList } from './bundle/licences.ts';

const root = resolve(import.meta.dirname, '..');

/** Builds into `target`, which is made anew. */
async function build(target: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
  const modules = await writeBundle(root, target);
  await writeFile(join(target, 'package.json'), '{"type":"commonjs"}\n');
  await writeFile(join(target, 'licenses.txt'), await licenceList(modules));
  await chmod(join(target, 'cli.js'), 0o755);
}

/** Every file under a folder, by its path in it. */
async function filesOf(folder: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(relative(folder, path), await readFile(path));
  }
  return found;
}

/** What differs between two folders, as sentences. */
async function differences(committed: string, fresh: string): Promise<string[]> {
  const [old, now] = [await filesOf(committed), await filesOf(fresh)];
  const said: string[] = [];
  for (const name of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [before, after] = [old.get(name), now.get(name)];
    if (before === undefined) said.push(`${name} is missing`);
    else if (after === undefined) said.push(`${name} is not built from the sources`);
    else if (!before.equals(after)) said.push(`${name} differs from what the sources build`);
  }
  if (((await stat(join(committed, 'cli.js'))).mode & 0o111) === 0) said.push('cli.js is not executable');
  return said;
}

const dist = join(root, 'dist');
if (process.argv.includes('--check')) {
  const folder = await mkdtemp(join(tmpdir(), 'haiku-first-dist-'));
  try {
    await build(join(folder, 'dist'));
    const said = await differences(dist, join(folder, 'dist'));
    for (const line of said) console.error(`dist/${line}`);
    if (said.length > 0) {
      console.error('Run `npm run build` and commit dist/.');
      process.exitCode = 1;
    } else console.log('dist/ is what the sources build');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
} else {
  await build(dist);
  console.log('built dist/');
}

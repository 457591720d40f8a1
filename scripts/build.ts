/**
 * Builds `dist/` from the sources: `tsc` to `build/`, one bundle of `build/main.js`, and the launchers. The same
 * sources give the same bytes. With `--check` it builds beside `dist/` and compares.
 */
import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type BundleStats, licenceList } from './bundle/licences.ts';
import { joinYaml, shrunk } from './bundle/start.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..');
const tool = (name: string): string => join(root, 'node_modules/.bin', name);

const LAUNCHERS = {
  'action.js': "import { runAction } from './bundle/index.js';\nawait runAction();\n",
  'cli.js': "#!/usr/bin/env node\nimport { runCli } from './bundle/index.js';\nawait runCli();\n",
  'post.js': "import { runPost } from './bundle/index.js';\nawait runPost();\n",
};

/** Builds into `target`, which is made anew. */
async function build(target: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'haiku-first-build-'));
  try {
    // The compiled sources stay inside the repository: the bundler looks for node_modules from there.
    const compiled = join(root, 'build');
    await rm(compiled, { recursive: true, force: true });
    await run(tool('tsc'), ['-p', join(root, 'tsconfig.json')], { cwd: root });
    await writeFile(join(compiled, 'package.json'), '{"type":"module"}\n');
    const joined = await joinYaml(root, compiled);
    const stats = join(scratch, 'stats.json');
    const bundle = join(scratch, 'bundle');
    await run(
      tool('ncc'),
      ['build', join(compiled, 'main.js'), '-o', bundle, '--stats-out', stats, '--no-cache'],
      {
        cwd: root,
        maxBuffer: 64_000_000,
      },
    );
    const { modules }: BundleStats = JSON.parse(await readFile(stats, 'utf8'));
    const list = await licenceList(root, [...modules, ...joined.map((name) => ({ name }))]);
    await rm(target, { recursive: true, force: true });
    await mkdir(target, { recursive: true });
    await cp(bundle, join(target, 'bundle'), { recursive: true });
    await shrink(join(target, 'bundle'));
    await writeFile(join(target, 'package.json'), '{"type":"module"}\n');
    await writeFile(join(target, 'licenses.txt'), list);
    for (const [name, text] of Object.entries(LAUNCHERS)) {
      await writeFile(join(target, name), text);
      await chmod(join(target, name), name === 'cli.js' ? 0o755 : 0o644);
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function shrink(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (name.endsWith('.js')) await writeFile(path, await shrunk(await readFile(path, 'utf8')));
  }
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

if ((await lstat(join(root, 'node_modules'))).isSymbolicLink()) {
  console.error('node_modules is a link: the chunks will have other names than in a plain checkout.');
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

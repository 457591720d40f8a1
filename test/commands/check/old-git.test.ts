import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../../git/temporary-repository.ts';
import { ALLOCATION, JobScene } from '../../support/job-scene.ts';

const LOW = ALLOCATION.replace('default: opus', 'default: sonnet').replace(
  'minimum: opus',
  'minimum: sonnet',
);
const files = (allocation: string, more = '') => ({ 'allocation.yaml': allocation, 'more.txt': more });

/** A folder whose `git` answers like one that does not know these options of rev-parse: it says them back. */
function oldGit(folder: string, version: string, unknown: readonly string[]): string {
  const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  const cases = unknown.map((option) => `    ${option}) echo "$arg" ;;`).join('\n');
  const script = `#!/bin/sh
if [ "$1" = version ]; then echo "git version ${version}"; exit; fi
for arg do
  shift
  case "$arg" in
${cases}
    *) set -- "$@" "$arg" ;;
  esac
done
exec ${real} "$@"
`;
  const path = join(folder, 'git');
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return folder;
}

/** A shallow clone in which a pull request seems to change nothing: where its true merge base is, the floor was lower. */
function shallowClone(origin: TemporaryRepository): TemporaryRepository {
  const old = origin.commit(files(LOW));
  const side = origin.commit(files(LOW, 'side'), [old]);
  let main = origin.commit(files(ALLOCATION), [old]);
  for (const more of ['a', 'b', 'c']) main = origin.commit(files(ALLOCATION, more), [main]);
  let head = origin.commit(files(LOW), [main]);
  for (const more of ['2', '3']) head = origin.commit(files(LOW, more), [head]);
  origin.commit(files(LOW, '3'), [head, side], 'pr');
  origin.commit(files(ALLOCATION, 'c'), [main, side], 'main');
  return origin.clone('--depth=3', '--no-single-branch');
}

const CHECK = ['check', '--base', 'origin/main', '--head', 'origin/pr'];

describe('an old git', () => {
  it.each(['2.25.1', '2.30.2', '2.39.5'])('%s takes no shallow clone for a whole one', async (version) => {
    using origin = new TemporaryRepository('--bare');
    using clone = shallowClone(origin);
    using desk = JobScene.atDesk({ checkout: clone.path });
    const path = version === '2.39.5' ? [] : ['--path-format=absolute'];
    const PATH = oldGit(desk.folder, version, path);
    const { exitCode, stdout } = await desk.cli(CHECK, { PATH: `${PATH}:${process.env.PATH}` });
    expect([exitCode, stdout]).toEqual([2, expect.stringContaining('this is a shallow clone')]);
  });

  it('is named where it does not say what must be known, and the repository is not blamed', async () => {
    using origin = new TemporaryRepository('--bare');
    using clone = shallowClone(origin);
    using desk = JobScene.atDesk({ checkout: clone.path });
    const PATH = oldGit(desk.folder, '2.17.1', ['--path-format=absolute', '--show-object-format']);
    const { exitCode, stdout } = await desk.cli(CHECK, { PATH: `${PATH}:${process.env.PATH}` });
    expect([exitCode, stdout]).toEqual([
      2,
      expect.stringContaining(
        'git version 2.17.1 is too old: it does not say what must be known of a repository. Install git 2.32 or later.',
      ),
    ]);
  });
});

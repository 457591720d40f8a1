import { execFileSync, spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measure } from '../support/soak.ts';
import { serveGit } from './http.ts';
import { bareRepository, folder, git, ledger, unwritten, workRepository } from './support.ts';
import { COMPILED, WORKER } from './writers.ts';

const REAL_GIT = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
const IDS = ['w-0', 'w-1', 'w-2'];

type When = 'before' | 'during' | 'after';

/**
 * A `git` that kills the process which called it, with SIGKILL, at its n-th call: before the real git runs, after
 * it has run, or once it has begun: when it starts a helper (`push`), or says its own name (`update-ref`). The real
 * git is killed as well then. It notes the commands it was called with.
 */
async function deadlyGit(root: string, call: number, when: When): Promise<string> {
  const bin = join(root, 'bin');
  await mkdir(bin);
  const action = {
    before: 'kill -9 $PPID; exit 1',
    during: [
      `mkfifo "${bin}/trace"; GIT_TRACE="${bin}/trace" "${REAL_GIT}" "$@" &`,
      'while read -r line; do case "$line" in *run_command*|*update-ref*) break;; esac; done',
      `< "${bin}/trace"; kill -9 $PPID; kill -9 0`,
    ].join(' '),
    after: `"${REAL_GIT}" "$@"; kill -9 $PPID; exit 1`,
  }[when];
  const script = [
    '#!/bin/sh',
    `echo "$1" >> "${bin}/calls"`,
    `if [ $(wc -l < "${bin}/calls") -eq ${call} ]; then ${action}; fi`,
    `exec "${REAL_GIT}" "$@"`,
  ].join('\n');
  await writeFile(join(bin, 'git'), script, { mode: 0o755 });
  return bin;
}

/** Runs one writer; true when it was killed. */
function write(location: string, cwd: string, bin: string): Promise<boolean> {
  const work = JSON.stringify([location, cwd, 'w', IDS.length]);
  return new Promise((resolve, reject) => {
    const env = {
      PATH: `${bin}:${process.env.PATH}`,
      TMPDIR: join(bin, '..'),
      NODE_COMPILE_CACHE: COMPILED,
    };
    const child = spawn(process.execPath, [WORKER, work], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let error = '';
    child.stderr.on('data', (chunk: Buffer) => {
      error += chunk.toString();
    });
    child.on('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve(signal === 'SIGKILL');
      else reject(new Error(error));
    });
  });
}

describe.each(['embedded', 'bare', 'http'])(
  'a process killed while it writes to a ledger that is %s',
  (kind) => {
    test('loses and doubles nothing, whatever step it was at', async () => {
      await using parent = await folder();
      await using server = await serveGit(parent.path);
      let made = 0;
      const attempt = async (call: number, when: When): Promise<readonly string[]> => {
        made += 1;
        const name = `place-${made}`;
        const root = join(parent.path, name);
        await mkdir(root);
        const cwd = await workRepository(root);
        const repository = kind === 'embedded' ? cwd : bareRepository(root);
        if (kind === 'http') git(repository, 'config', 'uploadpack.allowFilter', 'true');
        const location = kind === 'http' ? `${server.url}/${name}/ledger.git` : repository;
        const bin = await deadlyGit(root, call, when);

        const killed = await write(location, cwd, bin);
        const names = (await readFile(join(bin, 'calls'), 'utf8')).trim().split('\n');
        expect(killed).toBe(call > 0);
        // A git that was killed while it held the branch leaves its lock, which a person has to remove.
        await rm(join(cwd, '.git/refs/heads/haiku-first-ledger.lock'), { force: true });

        await using store = await ledger(location, cwd);
        // All of the batch is in the ledger or none of it; what had been handed over is in one of the two places.
        const there = (await store.readAll()).entries.map(({ id }) => id);
        expect([[], IDS]).toContainEqual(there);
        const kept = await unwritten(join(root, 'unwritten'));
        const opened = names.findIndex((text) => text === 'for-each-ref' || text === 'fetch');
        if (killed && opened >= 0 && there.length === 0) expect(kept).toHaveLength(1);
        for (const file of kept) {
          const lines = (await readFile(join(root, 'unwritten', file), 'utf8')).trim().split('\n');
          expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(IDS);
          await store.importLines(lines, file);
        }

        // The job is run again.
        expect(await write(location, cwd, '/nonexistent')).toBe(false);
        const after = await store.readAll();
        expect(after.entries.map(({ id }) => id)).toEqual(IDS);
        expect(after).toMatchObject({ conflicts: [], problems: [] });
        return names;
      };

      const names = await attempt(0, 'before');
      const publishing = kind === 'embedded' ? 'update-ref' : 'push';
      expect(names.at(-1)).toBe(publishing);
      for (const [index, name] of names.entries()) {
        // The rest is the same for a path and for an address.
        const own = kind === 'http' ? ['fetch', publishing] : names.slice(names.indexOf('for-each-ref'));
        if (!own.includes(name)) continue;
        if (name !== publishing && index % measure(3, 1) !== 0) continue;
        await attempt(index + 1, 'before');
        if (name !== publishing) continue;
        await attempt(index + 1, 'during');
        await attempt(index + 1, 'after');
      }
    });
  },
);

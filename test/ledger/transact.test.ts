import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stepOf } from '../../src/deferral/claims.ts';
import { openLedger } from '../../src/ledger/store.ts';
import type { IsoDate } from '../../src/time/week.ts';
import {
  deferralEntry,
  drainEntry,
  readGivenLine,
  readStoredLine,
} from '../../src/usage/records/ledger-line.ts';
import { deferral } from '../deferral/works.ts';
import { serveGit } from './http.ts';
import { bareRepository, entry, folder, git, ledger, pace, unwritten, workRepository } from './support.ts';

const RANGE = { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-12-01T00:00:00Z') };
const SOURCE = { run: '1', attempt: 1 };

describe('a write that is decided on what the ledger holds', () => {
  it.each(['a bare repository', 'a work tree', 'a server'])(
    'lets one of many have what only one may have, in %s',
    async (kind) => {
      await using parent = await folder();
      await using server = await serveGit(parent.path);
      const cwd = await workRepository(parent.path);
      const bare = bareRepository(parent.path);
      const location = kind === 'a server' ? `${server.url}/ledger.git` : kind === 'a work tree' ? cwd : bare;
      const stores = await Promise.all(Array.from({ length: 8 }, () => ledger(location, cwd)));
      const outcomes = await Promise.all(
        stores.map((store, index) =>
          store.transact(
            RANGE,
            ({ entries }) =>
              entries.length === 0
                ? { entries: [entry(`claim-${index}`)], result: true }
                : { entries: [], result: false },
            SOURCE,
          ),
        ),
      );
      expect(outcomes.filter(({ result }) => result)).toHaveLength(1);
      expect(outcomes.filter(({ written }) => written === 1)).toHaveLength(1);
      const repository = kind === 'a work tree' ? cwd : bare;
      expect(git(repository, 'rev-list', '--count', 'haiku-first-ledger')).toBe('1');
      for (const store of stores) await store[Symbol.asyncDispose]();
    },
  );

  it('is decided anew when somebody was faster, and is shown what the other one wrote', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const location = bareRepository(parent.path);
    await using other = await ledger(location, cwd);
    await using store = await ledger(location, cwd);
    await store.append([entry('before')], SOURCE);
    await other.append([entry('other')], SOURCE);
    const theirs = git(location, 'rev-parse', 'haiku-first-ledger');
    git(location, 'update-ref', 'refs/heads/haiku-first-ledger', `${theirs}~1`);
    const seen: string[][] = [];
    const { result, pushes, written } = await store.transact(
      RANGE,
      ({ entries }) => {
        seen.push(entries.map(({ id }) => id));
        // The other one's push arrives between our reading and our push.
        git(location, 'update-ref', 'refs/heads/haiku-first-ledger', theirs);
        return { entries: [entry('mine')], result: seen.length };
      },
      SOURCE,
    );
    expect(seen).toEqual([['before'], ['before', 'other']]);
    expect({ result, pushes, written }).toEqual({ result: 2, pushes: 2, written: 1 });
    expect((await other.readAll()).entries.map(({ id }) => id)).toEqual(['before', 'mine', 'other']);
  });

  it('knows its own entries again when the answer to its push was lost', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const location = bareRepository(parent.path);
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const bin = join(parent.path, 'bin');
    await mkdir(bin);
    const script = [
      '#!/bin/sh',
      'if [ "$1" = push ] && mkdir "$(dirname "$0")/pushed" 2>/dev/null; then',
      `  "${real}" "$@"; echo "fatal: the remote end hung up unexpectedly" >&2; exit 128`,
      'fi',
      `exec "${real}" "$@"`,
    ];
    await writeFile(join(bin, 'git'), script.join('\n'), { mode: 0o755 });
    await using store = await ledger(location, cwd, {
      env: { PATH: `${bin}:${process.env.PATH}`, HOME: '/nonexistent' },
    });
    const seen: string[][] = [];
    const { commit: _, ...done } = await store.transact(
      RANGE,
      ({ entries }) => {
        seen.push(entries.map(({ id }) => id));
        return { entries: [entry('mine')], result: 'ours' };
      },
      SOURCE,
    );
    expect(seen).toEqual([[], ['mine']]);
    expect(done).toEqual({ result: 'ours', written: 1, duplicates: 0, pushes: 1 });
    expect(git(location, 'rev-list', '--count', 'haiku-first-ledger')).toBe('1');
  });

  it('writes nothing for nothing, and nothing twice', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    await using store = await ledger(bareRepository(parent.path), cwd);
    const none = await store.transact(RANGE, ({ commit }) => ({ entries: [], result: commit }), SOURCE);
    expect(none).toEqual({ result: null, written: 0, duplicates: 0, commit: null, pushes: 0 });
    const twice = (): Promise<{ written: number; duplicates: number; pushes: number }> =>
      store.transact(RANGE, () => ({ entries: [entry('a'), entry('b')], result: null }), SOURCE);
    expect(await twice()).toMatchObject({ written: 2, duplicates: 0, pushes: 1 });
    expect(await twice()).toMatchObject({ written: 0, duplicates: 2, pushes: 0 });
  });

  it('leaves nothing to be written later when it fails', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const location = bareRepository(parent.path);
    await using store = await ledger(location, cwd);
    await store.append([entry('before')], SOURCE);
    await writeFile(join(location, 'hooks/pre-receive'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    await expect(
      store.transact(RANGE, () => ({ entries: [entry('claim')], result: null }), SOURCE),
    ).rejects.toThrow(/The ledger .* cannot be used/);
    expect(await unwritten(`${parent.path}/unwritten`)).toEqual([]);
  });
});

describe('deferrals and the steps of drains', () => {
  it('are imported, exported, verified and compacted like every other line', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const location = bareRepository(parent.path);
    const open = <E extends typeof readStoredLine>(readLine: E) =>
      openLedger({ location, cwd, env: { PATH: process.env.PATH }, unwrittenDir: cwd, readLine, pace });
    const put = deferralEntry(deferral(1));
    const step = drainEntry(
      stepOf(deferral(1), 'claimed', { run: '9', attempt: 1, nonce: 'ab'.repeat(8) }, '2026-11-25T12:00:00Z'),
    );
    const { id: _id, ...nameless } = JSON.parse(put.line);
    const store = await open(readGivenLine);
    await store.importLines([JSON.stringify(nameless), step.line], null);
    expect(await store.importLines([put.line, step.line], null)).toMatchObject({ written: 0, duplicates: 2 });
    await store.compact({ before: '2026-12-01' as IsoDate, dryRun: false });
    await store.close();
    const stored = await open(readStoredLine);
    expect(await stored.verify()).toMatchObject({ entries: 2, problems: [], conflicts: [], files: 1 });
    expect((await stored.exportLines()).lines).toEqual([put.line, step.line]);
    await stored.close();
  });
});

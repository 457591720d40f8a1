import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TemporaryRepository } from '../../git/temporary-repository.ts';
import { runInProcess } from '../../support/in-process.ts';
import { ALLOCATION, checkDocument, edit } from './step.ts';

const OPUS = '{ name: opus, model: claude-opus-5-5 }';
const SERVED = edit(
  ALLOCATION,
  OPUS,
  '{ name: opus, model: claude-opus-5-5, providers: { bedrock: anthropic.claude-opus-5-5 } }',
);
const NOW = '2026-11-23T03:00:00Z';
const LATER = '2027-02-01T03:00:00Z';

let folder: TemporaryRepository;

beforeAll(() => {
  folder = new TemporaryRepository();
});

afterAll(() => folder[Symbol.dispose]());

async function cli(...args: readonly string[]) {
  return await runInProcess('cli.js', args, { cwd: folder.path, env: { PATH: process.env.PATH ?? '' } });
}

/** How `resolve` ends for SECURITY in EXEC: 0 runs, 3 is deferred, 2 is refused. */
async function ends(allocation: string, now: string, provider: string): Promise<number | null> {
  writeFileSync(join(folder.path, 'allocation.yaml'), allocation);
  const cell = ['--agent', 'SECURITY', '--phase', 'EXEC', '--ledger', 'none'];
  return (await cli('resolve', ...cell, '--now', now, '--provider', provider)).status;
}

it.each([
  ['a new fact is required', ALLOCATION, `${ALLOCATION}facts: { x: { type: string, required: true } }\n`, 2],
  [
    'the fact of criticality is required',
    `${ALLOCATION}facts: { security_critical: { type: boolean } }\n`,
    `${ALLOCATION}facts: { security_critical: { type: boolean, required: true } }\n`,
    2,
  ],
  [
    'a row retires its model',
    ALLOCATION,
    `${ALLOCATION}models: [{ id: claude-opus-5-5, line: opus, lifecycle: retired }]\n`,
    3,
  ],
  [
    'a row retires its model from a day on',
    ALLOCATION,
    `${ALLOCATION}models: [{ id: claude-opus-5-5, line: opus, retires_at: 2027-01-31 }]\n`,
    3,
  ],
  ['its id at a provider is gone', SERVED, ALLOCATION, 2],
])(
  'where %s, resolve runs SECURITY before and not after, and check refuses the edit',
  async (_what, base, head, status) => {
    const provider = base === SERVED ? 'bedrock' : 'anthropic';
    expect(await ends(base, LATER, provider)).toBe(0);
    expect(await ends(head, LATER, provider)).toBe(status);
    writeFileSync(join(folder.path, 'base.yaml'), base);
    writeFileSync(join(folder.path, 'head.yaml'), head);
    const result = await cli('check', '--base', 'base.yaml', '--head', 'head.yaml', '--json', '--now', NOW);
    expect(result.status).toBe(1);
    const errors = checkDocument(result.stdout).findings.filter(({ severity }) => severity === 'error');
    expect(new Set(errors.map(({ rule }) => rule))).toEqual(new Set(['HF114']));
  },
);

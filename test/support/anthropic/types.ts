import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Shapes that were found good: thousands of requests have a few. */
const good = new Set<string>();

/** A body with its long texts shortened: what remains is what the types speak of. */
function shapeOf(body: unknown): string {
  return JSON.stringify(body, (_key, value: unknown) =>
    typeof value === 'string' && value.length > 40 ? '…' : value,
  );
}

/**
 * Holds request bodies against the SDK's own type for them, by the compiler itself: a literal with an unknown key, or
 * a wrong value, does not compile. Returns what it says, or nothing.
 */
export async function brokenTypes(bodies: readonly unknown[]): Promise<string> {
  const shapes = [...new Set(bodies.map(shapeOf))].filter((shape) => !good.has(shape));
  if (shapes.length === 0) return '';
  const folder = await mkdtemp(join(tmpdir(), 'haiku-first-types-'));
  try {
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    const type = 'Anthropic.MessageCreateParamsStreaming';
    const lines = shapes.map((shape, place) => `export const body${place}: ${type} = ${shape};`);
    await writeFile(
      join(folder, 'bodies.ts'),
      ["import type Anthropic from '@anthropic-ai/sdk';", ...lines, ''].join('\n'),
    );
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    const said = await compile(folder);
    if (said === '') for (const shape of shapes) good.add(shape);
    return said;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function compile(folder: string): Promise<string> {
  const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023'];
  return new Promise((resolve) => {
    execFile(
      join(root, 'node_modules/.bin/tsc'),
      [...flags, '--types', '', 'bodies.ts'],
      { cwd: folder },
      (error, stdout) => resolve(error === null ? '' : stdout || error.message),
    );
  });
}

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** By name. They go when the process does. */
const templates = new Map<string, string>();

/** Fills a folder with what `make` makes of an empty one; from the second time on with a copy, which is cheaper. */
export function fillFrom(name: string, folder: string, make: (folder: string) => void): void {
  const known = templates.get(name);
  const template = known ?? mkdtempSync(join(tmpdir(), 'haiku-first-template-'));
  if (known === undefined) {
    make(template);
    templates.set(name, template);
  }
  mkdirSync(folder, { recursive: true });
  cpSync(template, folder, { recursive: true, preserveTimestamps: true });
}

process.once('exit', () => {
  for (const template of templates.values()) rmSync(template, { recursive: true, force: true });
});

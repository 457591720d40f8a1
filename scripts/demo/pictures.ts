/**
 * Keeps the pictures in the documents true: what stands under a `$ haiku-first …` in a marked block is what the
 * command prints, and an example file is shown as it is. Writes the documents anew; with `--check` it writes nothing and fails when one is stale.
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The documents that have pictures. */
export const ILLUSTRATED = [
  'README.md',
  'docs/agents.md',
  'docs/allocation.md',
  'docs/securing-the-gate.md',
] as const;

const OUTPUT = /^(\$ .*)\n((?:(?<=^\$ haiku-first check .*\n)[\s\S]*?^[✗✓] .*|[\s\S]*?))\n(?=\n|$)/gm;

/** The day of the pictures. Model lifecycles and the week depend on the clock. */
const NOW = '2026-11-23T03:00:00Z';

/** What a command printed, by the line that was typed: `$ haiku-first …`. */
export type Transcript = ReadonlyMap<string, string>;

function node(args: readonly string[]): Promise<{ text: string; code: number }> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:GIT|GITHUB)_/.test(name)),
  );
  return new Promise((done, fail) => {
    execFile(process.execPath, [...args], { cwd: root, env, encoding: 'utf8' }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') fail(error);
      else done({ text: stdout + stderr, code: Number(error?.code ?? 0) });
    });
  });
}

/** Every command of the demo with its output: a blank line ends it, that of `check` its verdict. Throws when the demo fails. */
export async function demoTranscript(): Promise<Map<string, string>> {
  const { text, code } = await node([join(root, 'scripts/demo.mjs'), '--now', NOW]);
  if (code !== 0) throw new Error(`the demo ended with ${code}:\n${text}`);
  const said = new Map<string, string>();
  for (const [, line = '', output = ''] of text.matchAll(OUTPUT))
    said.set(line.replace(` --now ${NOW}`, ''), output);
  return said;
}

/** The words of a typed line; only single quotes, as the demo writes them. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/**
 * What the line prints: from the demo, or run here on the project's own files. A check of revisions must be the
 * demo's, because the revisions of a checkout differ from day to day.
 */
async function outputOf(line: string, demo: Transcript): Promise<string> {
  const shown = demo.get(line);
  if (shown !== undefined) return shown;
  const [, program, command, ...args] = wordsOf(line);
  if (program !== 'haiku-first' || command !== 'resolve') throw new Error(`not in the demo: ${line}`);
  const { text } = await node([join(root, 'dist/cli.js'), command, ...args, '--now', NOW]);
  return text.trimEnd();
}

const BLOCK = /(<!-- terminal -->\n```console\n)([\s\S]*?)(\n```\n<!-- \/terminal -->)/g;

/** How many pictures a document has. */
export function picturesIn(markdown: string): number {
  return markdown.match(BLOCK)?.length ?? 0;
}

const FILE = /(<!-- file:(\S+) -->\n```yaml\n)[\s\S]*?(```\n<!-- \/file -->)/g;

/** The document with every example file as it is. */
async function withFiles(markdown: string): Promise<string> {
  const paths = [...markdown.matchAll(FILE)].map(([, , path = '']) => path);
  const texts = new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const)),
  );
  return markdown.replace(
    FILE,
    (_, open: string, path: string, close: string) => open + (texts.get(path) ?? '') + close,
  );
}

/** The document as it should be: the typed lines stay, what they print is put in, and example files are shown as they are. */
export async function withPictures(document: string, demo: Transcript): Promise<string> {
  const markdown = await withFiles(document);
  let text = '';
  let end = 0;
  for (const block of markdown.matchAll(BLOCK)) {
    const [whole, open = '', inside = '', close = ''] = block;
    const lines = inside.split('\n').filter((line) => line.startsWith('$ '));
    const shown = await Promise.all(lines.map(async (line) => `${line}\n${await outputOf(line, demo)}`));
    text += markdown.slice(end, block.index) + open + shown.join('\n\n') + close;
    end = block.index + whole.length;
  }
  return text + markdown.slice(end);
}

async function main(check: boolean): Promise<void> {
  const demo = await demoTranscript();
  for (const path of ILLUSTRATED) {
    const file = join(root, path);
    const before = await readFile(file, 'utf8');
    const after = await withPictures(before, demo);
    if (after === before) continue;
    if (check) {
      console.error(`${path} shows what the commands do not print. Run npm run pictures.`);
      process.exitCode = 1;
    } else {
      await writeFile(file, after);
      console.log(`wrote ${path}`);
    }
  }
}

if (import.meta.main) await main(process.argv.includes('--check'));

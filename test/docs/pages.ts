import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Root } from 'mdast';
import { nodesOf, readMarkdown, shownText } from '../render/markdown.ts';

export const root = join(import.meta.dirname, '../..');

export interface Page {
  /** In the repository: `docs/allocation.md`. */
  readonly path: string;
  readonly text: string;
  readonly tree: Root;
}

async function markdownUnder(folder: string, recursive: boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** By path: there are links to the same pages from everywhere. */
const known = new Map<string, Promise<Page>>();

export function readPage(path: string): Promise<Page> {
  const page = known.get(path) ?? parsePage(path);
  known.set(path, page);
  return page;
}

async function parsePage(path: string): Promise<Page> {
  const text = await readFile(join(root, path), 'utf8');
  return { path, text, tree: readMarkdown(text) };
}

/** Every page that people read: those at the top, and those under `docs/`. */
export async function readPages(): Promise<Page[]> {
  const paths = [...(await markdownUnder(root, false)), ...(await markdownUnder(join(root, 'docs'), true))];
  return Promise.all(paths.sort().map(readPage));
}

/** The code blocks of a language, in the order of the page. */
export function blocksOf(page: Page, language: string): string[] {
  return [...nodesOf(page.tree)].flatMap((node) =>
    node.type === 'code' && node.lang === language ? [node.value] : [],
  );
}

/** The rows of the tables under a heading, as texts, without the heads. */
export function rowsUnder(page: Page, heading: string): string[][] {
  const { children } = page.tree;
  const start = children.findIndex((node) => node.type === 'heading' && shownText(node) === heading);
  if (start === -1) throw new Error(`${page.path} has no heading ${heading}`);
  const after = children.slice(start + 1);
  const end = after.findIndex((node) => node.type === 'heading');
  return after
    .slice(0, end === -1 ? undefined : end)
    .flatMap((node) => (node.type === 'table' ? node.children.slice(1) : []))
    .map((row) => row.children.map(shownText));
}

import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodesOf, shownText } from '../render/markdown.ts';
import { type Page, readPage, readPages, root } from './pages.ts';

/** The anchors that GitHub gives a page's headings. */
function anchorsOf(page: Page): Set<string> {
  const anchors = new Set<string>();
  for (const node of nodesOf(page.tree)) {
    if (node.type !== 'heading') continue;
    const slug = shownText(node)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${slug}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

function linksOf(page: Page): string[] {
  return [...nodesOf(page.tree)].flatMap((node) =>
    node.type === 'link' || node.type === 'image' || node.type === 'definition' ? [node.url] : [],
  );
}

/** Why a link leads nowhere; null when it leads somewhere, or out of the repository over https. */
async function broken(page: Page, url: string): Promise<string | null> {
  if (/^[a-z]+:/.test(url)) return url.startsWith('https://') ? null : `${url} is not https`;
  const [file = '', anchor] = url.split('#');
  const path = file === '' ? page.path : normalize(join(dirname(page.path), decodeURIComponent(file)));
  if (path.startsWith('..') || !existsSync(join(root, path))) return `${url}: there is no ${path}`;
  if (anchor === undefined) return null;
  if (!path.endsWith('.md')) return `${url}: only pages have anchors`;
  return anchorsOf(await readPage(path)).has(anchor) ? null : `${url}: ${path} has no #${anchor}`;
}

const pages = await readPages();

it('there are pages to look at', () => {
  const paths = pages.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['README.md', 'docs/allocation.md', 'docs/rules/HF101.md']));
});

describe.each(pages.map((page) => [page.path, page] as const))('%s', (_, page) => {
  it('links to what is there', async () => {
    const said = await Promise.all(linksOf(page).map((url) => broken(page, url)));
    expect(said.filter((each) => each !== null)).toEqual([]);
  });

  it('names only files of this repository that are there', () => {
    const named = [...nodesOf(page.tree)].flatMap((node) =>
      node.type === 'inlineCode' && /^(?:docs|src|scripts|schema|test|\.ci|bench)\/[\w./-]+$/.test(node.value)
        ? [node.value]
        : [],
    );
    // NAME stands for any command.
    const concrete = named.filter((name) => !name.includes('NAME'));
    expect(concrete.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });
});

it('a link that leads nowhere is seen', async () => {
  const page = await readPage('README.md');
  expect(await broken(page, 'docs/none.md')).toMatch(/there is no/);
  expect(await broken(page, 'docs/allocation.md#none')).toMatch(/has no #none/);
  expect(await broken(page, '../x.md')).toMatch(/there is no/);
  expect(await broken(page, 'http://example.com')).toMatch(/not https/);
});

it('the map, which the README links to, names every page of docs/', async () => {
  const map = (await readPage('docs/README.md')).text;
  const pages = (await readPages()).map(({ path }) => path);
  const missing = pages.filter(
    (path) => /^docs\/[a-z-]+\.md$/.test(path) && !map.includes(`](${path.slice(5)})`),
  );
  expect(missing).toEqual([]);
  expect((await readPage('README.md')).text).toContain('](docs/README.md)');
});

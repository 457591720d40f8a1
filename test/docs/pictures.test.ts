import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoTranscript, ILLUSTRATED, picturesIn, withPictures } from '../../scripts/demo/pictures.ts';
import { digestOf, picturedComments } from '../../scripts/pictures/comments.ts';
import { readPage, readPages } from './pages.ts';

const demo = await demoTranscript();

const picture = (typed: string, output: string): string =>
  `<!-- terminal -->\n\`\`\`console\n$ ${typed}\n${output}\n\`\`\`\n<!-- /terminal -->`;

it.each(ILLUSTRATED)(
  'what %s shows is what the commands print (else run: npm run pictures)',
  async (path) => {
    const { text } = await readPage(path);
    expect(await withPictures(text, demo)).toBe(text);
  },
);

it('the README shows the refused pull request of the demo: the finding, the line, the situation', async () => {
  const { text } = await readPage('README.md');
  const [first = ''] = /<!-- terminal -->[\s\S]*?<!-- \/terminal -->/.exec(text) ?? [];
  expect(first).toContain('-    default: opus\n');
  expect(first).toContain('error[HF101]: SECURITY would run on sonnet, below its opus floor\n');
  expect(first).toMatch(/^ +--> allocation\.yaml:\d+:\d+\n[\s\S]*^\d+ \| {5}default: sonnet$/m);
  expect(first).toContain('= first: SECURITY in EXEC: opus → sonnet, floor opus, line');
  expect(first).toMatch(/^✗ refused: 1 error, .* situations tried\.$/m);
});

it('no page shows a command’s output that nobody compares', async () => {
  for (const { path, text } of await readPages()) {
    expect(picturesIn(text), path).toBe(text.match(/```console/g)?.length ?? 0);
    if (picturesIn(text) > 0) expect(ILLUSTRATED, path).toContain(path);
  }
});

it('a picture of a command that cannot be run here, or at all, is refused', async () => {
  for (const typed of ['haiku-first check --base a --head b', 'rm -r x', 'haiku-first nonsense'])
    await expect(withPictures(picture(typed, 'pass'), demo)).rejects.toThrow(/not in the demo/);
});

it('a picture that is out of date is drawn anew', async () => {
  const old = picture('haiku-first resolve --agent SECURITY --phase EXEC', 'SECURITY/EXEC runs on haiku');
  const drawn = await withPictures(old, demo);
  expect(drawn).toContain('SECURITY/EXEC runs on opus\n');
  expect(drawn).not.toContain('on haiku');
});

it('the drawn pictures show the comments as they are now (else run: npm run draw)', async () => {
  const root = join(import.meta.dirname, '../..');
  const shown: unknown = JSON.parse(readFileSync(join(root, 'docs/pictures/shown.json'), 'utf8'));
  const comments = await picturedComments(root);
  expect(shown).toEqual(Object.fromEntries(comments.map(({ name, markdown }) => [name, digestOf(markdown)])));
  for (const { name } of comments) {
    for (const scheme of ['light', 'dark'])
      expect(statSync(join(root, `docs/pictures/${name}-${scheme}.png`)).size).toBeGreaterThan(10_000);
  }
});

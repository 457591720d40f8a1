/**
 * Draws what the README shows: our own comments and the page of `npm start`, as a browser shows them, light and dark. `npm run draw`. The bytes of a picture depend
 * on the fonts of the machine; what it shows is held by its text, whose digest stands in `docs/pictures/shown.json`.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { digestOf, picturedComments } from './comments.ts';
import { commentPage } from './page.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'docs/pictures');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await mkdir(folder, { recursive: true });
  const shown: Record<string, string> = {};
  for (const { name, markdown } of await picturedComments(root)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({
        colorScheme,
        deviceScaleFactor: 2,
        viewport: { width: 824, height: 800 },
      });
      await page.setContent(commentPage(markdown));
      const path = join(folder, `${name}-${colorScheme}.png`);
      await page.locator('body').screenshot({ path });
      await page.close();
      console.log(`drew ${path}`);
    }
    shown[name] = digestOf(markdown);
  }
  // The page that `npm start` writes: its top.
  execFileSync(process.execPath, [join(root, 'scripts/demo.mjs'), '--now', '2026-11-23T03:00:00Z'], {
    cwd: root,
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 1000 } });
    await page.goto(pathToFileURL(join(root, 'haiku-first-demo.html')).href);
    await page.screenshot({ path: join(folder, `dashboard-${colorScheme}.png`) });
    await page.close();
  }
  await writeFile(join(folder, 'shown.json'), `${JSON.stringify(shown, null, 2)}\n`);
} finally {
  await browser.close();
}

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian, and most others, put it. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium of this machine; null: it has none. */
export const CHROMIUM =
  [process.env.CHROMIUM, ...PLACES].find((path) => path !== undefined && path !== '' && existsSync(path)) ??
  null;

if (CHROMIUM === null)
  process.stderr.write(
    'No Chromium on this machine: what it shows is not tried. Install chromium, or name it in CHROMIUM.\n',
  );

/** Starts it; it asks nobody for anything by itself. Close it afterwards. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(CHROMIUM === null ? {} : { executablePath: CHROMIUM }),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

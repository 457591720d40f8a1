import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { KEY, startAnthropic } from '../test/support/anthropic/index.ts';
import { runProcess } from '../test/support/bundle.ts';
import { JobScene } from '../test/support/job-scene.ts';
import { median } from './process.ts';

const PAIRS = 15;
const LIMIT_MS = 150;
const LIMIT_MB = 60;

const REPORT_MEMORY = `process.on('exit',()=>process.stderr.write('\\nmaxrss '+process.resourceUsage().maxRSS+'\\n'))`;

/** Prints what `run` costs beyond the call itself, whole processes against an API on the loopback. */
export async function benchRun(root: string): Promise<void> {
  await using api = await startAnthropic();
  using shop = JobScene.atDesk();
  api.script = () => ({ answer: 'x'.repeat(4000) });
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: shop.home,
    ANTHROPIC_BASE_URL: api.url,
    ANTHROPIC_API_KEY: KEY,
  };
  const memory = ['--import', `data:text/javascript,${encodeURIComponent(REPORT_MEMORY)}`];
  const measured = async (args: readonly string[], cwd: string): Promise<{ ms: number; mb: number }> => {
    const began = performance.now();
    const { status, stdout, stderr } = await runProcess(process.execPath, [...memory, ...args], { cwd, env });
    const ms = performance.now() - began;
    if (status !== 0 || stdout !== `${'x'.repeat(4000)}\n`) throw new Error(`no answer: ${stderr}`);
    return { ms, mb: Number(/maxrss (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024 };
  };
  const script = join(shop.folder, 'bare.mjs');
  // Bundled, as ours is: an installed SDK takes longer to load. By a process of its own: a child's largest memory is
  // never said to be less than its parent's.
  const bundling = ['--file', script, '--platform', 'node', '--minify', '--no-codeSplitting'];
  execFileSync(join(root, 'node_modules/.bin/rolldown'), [join(root, 'bench/bare-call.ts'), ...bundling]);
  const bare = (): Promise<{ ms: number; mb: number }> => measured([script], root);
  const line = ['run', '--agent', 'TESTING', '--phase', 'EXEC', '--ledger', 'none', '--prompt', 'Do it.'];
  const ours = (): Promise<{ ms: number; mb: number }> =>
    measured([join(root, 'dist/cli.js'), ...line], shop.checkout);
  await bare();
  await ours();
  const pairs: { bare: { ms: number; mb: number }; ours: { ms: number; mb: number } }[] = [];
  for (let pair = 0; pair < PAIRS; pair++) pairs.push({ bare: await bare(), ours: await ours() });
  const ms = median(pairs.map((pair) => pair.ours.ms - pair.bare.ms));
  const mb = median(pairs.map((pair) => pair.ours.mb - pair.bare.mb));
  const of = (pick: 'bare' | 'ours'): string =>
    `${median(pairs.map((pair) => pair[pick].ms)).toFixed(0)} ms, ${median(pairs.map((pair) => pair[pick].mb)).toFixed(0)} MB`;
  console.log(
    `run beyond the bare SDK call: ${ms.toFixed(0)} ms (at most ${LIMIT_MS}), ${mb.toFixed(0)} MB (at most ${LIMIT_MB}); run ${of('ours')}, bare ${of('bare')} (medians of ${PAIRS} pairs, whole processes)`,
  );
}

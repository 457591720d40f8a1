// The main job on a throw-away git repository, with nothing installed and no network: `npm start`.
// It runs dist/cli.js, prints what that prints, and fails when the gate does not do what the words between say.
import { playDemo } from './demo/play.mjs';
import { Scene } from './demo/scene.mjs';
import { Trouble } from './demo/trouble.mjs';

const USAGE = 'Usage: node scripts/demo.mjs [--now 2026-11-23T03:00:00Z]';

/** The clock to hand on to every command, for output that is always the same; null: the real one. */
function clockOf(args) {
  if (args.length === 0) return null;
  if (args.length === 2 && args[0] === '--now') return args[1];
  throw new Trouble(USAGE);
}

// Ctrl-C ends the command that runs, and with it the demo: the folder is still cleaned up.
process.on('SIGINT', () => {});

let scene = null;
try {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    throw new Trouble(`This is Node ${process.versions.node}. haiku-first needs Node 20 or later.`);
  scene = Scene.open(clockOf(process.argv.slice(2)));
  playDemo(scene);
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  scene?.close();
}

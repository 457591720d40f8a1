/** Measures the figures that the project promises, and prints them beside their limits. It judges nothing: `npm run bench`. */
import { join } from 'node:path';
import { benchCheck } from './check-curve.ts';
import { benchColdStart } from './cold-start.ts';
import { benchDashboard } from './dashboard.ts';
import { benchDrain } from './drain.ts';
import { benchInit } from './init.ts';
import { benchPost } from './post.ts';
import { benchResolve } from './resolve.ts';
import { benchRun } from './run.ts';
import { benchSimulate } from './simulate.ts';
import { benchTranscripts } from './transcripts.ts';

const root = join(import.meta.dirname, '..');
await benchColdStart(root);
benchCheck(root);
benchInit(root);
await benchPost();
await benchRun(root);
await benchDrain();
await benchResolve(root);
benchTranscripts(root);
await benchSimulate(root);
await benchDashboard(root);

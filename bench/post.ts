import { ArtifactService } from '../test/job/artifact-service.ts';
import { startDist } from '../test/support/bundle.ts';
import { JobScene } from '../test/support/job-scene.ts';

const RUNS = 9;
const LIMIT = 500;

/** Prints what the end of a job costs beyond the upload itself: `dist/post.js` against a service on the loopback. */
export async function benchPost(): Promise<void> {
  const inputs = { command: 'resolve', agent: 'TESTING', phase: 'EXEC' };
  const times: number[] = [];
  using job = new JobScene({ start: startDist });
  const { state } = await job.action(inputs);
  job.claude('sub');
  for (let run = 0; run < RUNS; run++) {
    await using service = await ArtifactService.start();
    // A later step of the job would record nothing twice.
    const env = { ...service.env(), GITHUB_RUN_ID: String(run) };
    const began = performance.now();
    const { stderr } = await job.post(inputs, state, env);
    times.push(performance.now() - began - service.busy);
    if (service.uploads.length !== 1) throw new Error(`nothing was uploaded: ${stderr}`);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
  console.log(
    `post step beyond the upload: ${median.toFixed(0)} ms (median of ${RUNS}, a Node start included; at most ${LIMIT})`,
  );
}

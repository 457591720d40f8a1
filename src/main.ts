import { startCli, type Write } from './cli/cli.ts';
import { COMMANDS } from './commands/registry.ts';

/**
 * The bundle's entry. What `resolve` needs is in it: each further file that Node loads costs about a millisecond,
 * and `resolve` runs before every agent job. Everything else (the gate, GitHub, the command line's help) is loaded
 * when it is asked for.
 */
/** The Action's toolkit loads cryptography, which the command line does without. */
export async function runAction(): Promise<void> {
  const surface = await import('./actions/action.ts');
  await surface.startAction(COMMANDS);
}

export function runCli(write?: Write): Promise<void> {
  return startCli(COMMANDS, write);
}

/** The end of a job. Where `resolve` left nothing to do, as after `check`, nothing is loaded. */
export async function runPost(): Promise<void> {
  const { STATE_job: job, STATE_deferrals: deferrals, STATE_refusals: refusals } = process.env;
  if (!job && !deferrals && !refusals) return;
  const post = await import('./actions/post.ts');
  await post.startPost();
}

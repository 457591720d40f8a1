/** The inputs of a step that runs an agent. */
export const STEP = { command: 'run', agent: 'TESTING', phase: 'EXEC', prompt: 'Do it.' };

/** The runner is told what to mask in the clear: it is the one that masks it. */
export function withoutMasks(stdout: string): string {
  return stdout.replace(/^::add-mask::.*$/gm, '');
}

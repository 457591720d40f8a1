import type { UsageRecord } from '../../../src/usage/records/record.ts';
import type { UploadedArtifact } from '../../job/artifact-service.ts';

/** The inputs of a step that runs an agent. */
export const STEP = { command: 'run', agent: 'TESTING', phase: 'EXEC', prompt: 'Do it.' };

export function recordsIn(upload: UploadedArtifact | undefined): UsageRecord[] {
  const [, ...lines] = (upload?.text ?? '').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** The runner is told what to mask in the clear: it is the one that masks it. */
export function withoutMasks(stdout: string): string {
  return stdout.replace(/^::add-mask::.*$/gm, '');
}

import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's young generation from doubling. Reading and judging large files makes much that lives only for a moment;
 * by default V8 then grows that part to three times 64 MB, which is most of what the process would take. The
 * factor is read each time V8 thinks of growing. Measured on 1,000 agents: 300 MB without, 170 MB with, as fast.
 */
export function keepYoungGenerationSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

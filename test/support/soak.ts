/** Set by `npm run test:soak`, which asks at full length what `npm test` asks in short. */
export const SOAK = process.env.SOAK === '1';

/** How much of something a test does: usually, and where there is time. */
export function measure(usual: number, full: number): number {
  return SOAK ? full : usual;
}

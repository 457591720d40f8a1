import { describe, expect, it } from 'vitest';
import { type ApiFailure, classify } from '../../src/anthropic/errors.ts';
import { Waiting } from '../../src/anthropic/patience.ts';

const BUDGET = 600_000;

function busy(status: number | null, retryAfter: string | null = null): ApiFailure {
  return classify({
    status,
    type: null,
    code: null,
    header: (name) => (name === 'retry-after' ? retryAfter : null),
  });
}

/** Tries until there is no further try; how many there were, and how long it all took. */
async function tries(failure: ApiFailure, eachTakes: number): Promise<{ count: number; took: number }> {
  let clock = 0;
  const waiting = new Waiting(BUDGET, {
    sleep: async (ms) => {
      clock += ms;
    },
    random: () => 0.5,
    monotonic: () => clock,
    now: () => new Date(clock),
  });
  for (let count = 1; ; count++) {
    waiting.sent();
    clock += eachTakes;
    if (!(await waiting.after(failure, () => undefined))) return { count, took: clock };
  }
}

describe('a server', () => {
  it.each(['0', '0.001', '1'])('that always asks to wait %s s is not asked for ever', async (seconds) => {
    const { count, took } = await tries(busy(429, seconds), 0);
    expect(count).toBeLessThan(60);
    expect(took).toBeLessThanOrEqual(BUDGET);
  });

  it('that lets each request hang holds the job for two of them', async () => {
    const { count, took } = await tries(busy(null), 3_600_000);
    expect(count).toBe(2);
    expect(took).toBeLessThanOrEqual(2 * 3_600_000 + BUDGET);
  });

  it('that loses a long answer is asked once more', async () => {
    expect((await tries(busy(null), 900_000)).count).toBe(2);
  });

  it('that is only busy is asked for as long as a job waits', async () => {
    const { count, took } = await tries(busy(529), 50);
    expect(count).toBeGreaterThan(15);
    expect(took).toBeGreaterThan(BUDGET - 60_000);
  });
});

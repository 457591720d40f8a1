import type { LoggedWhatIf } from '../../../src/usage/records/what-if.ts';

/** TESTING in EXEC from sonnet to opus, from week 50 on: 50 cents a run, 40 to 60. */
export function loggedWhatIf(changes: Partial<LoggedWhatIf> = {}): LoggedWhatIf {
  return {
    schema: 'haiku-first/what-if@1',
    at: '2026-12-02T12:00:00Z',
    repository: 'octo/demo',
    since: '2026-W50',
    cells: [{ agent: 'TESTING', phase: 'EXEC', from: 'sonnet', to: 'opus', runs: 40 }],
    weeks: 4,
    microusd: 500_000,
    interval: { low: 400_000, high: 600_000 },
    basis: 'measured',
    pairs: 48,
    ...changes,
  };
}

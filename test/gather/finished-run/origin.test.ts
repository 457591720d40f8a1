import { describe, expect, it } from 'vitest';
import { markOrigin } from '../../../src/gather/finished-run/origin.ts';
import { isCounted } from '../../../src/policy/budget/budget.ts';
import { record } from '../../report/records.ts';

describe('whose run a record is of', () => {
  it.each([
    [{ fork: true, dependabot: false }, {}, { fork: true }],
    [
      { fork: true, dependabot: false },
      { fork: false, docs: true },
      { fork: true, docs: true },
    ],
    [{ fork: false, dependabot: true }, { dependabot: 'no' }, { dependabot: true }],
    [{ fork: false, dependabot: false }, { fork: true, dependabot: true, docs: true }, { docs: true }],
    [
      { fork: false, dependabot: false },
      { fork: false, docs: true },
      { fork: false, docs: true },
    ],
    [{ fork: false, dependabot: false }, { docs: true }, { docs: true }],
  ])('%j is what GitHub says, not what it claims: %j', (origin, task, expected) => {
    const claim = record({ task });
    const marked = markOrigin(claim, origin);
    expect(marked).toEqual({ ...claim, task: expected });
    expect(isCounted(marked)).toBe(!origin.fork && !origin.dependabot);
  });
});

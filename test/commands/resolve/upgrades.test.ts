import { expect, it } from 'vitest';
import { JobScene } from '../../support/job-scene.ts';
import { ALLOCATION, edit } from '../check/step.ts';

it.each(['sonnet', 'opus'])('a cell on the tier of its upgrade, or above it, runs there: %s', async (to) => {
  using job = JobScene.atDesk();
  const upgraded = `TESTING:\n    default: opus\n    upgrades: [{ to: ${to}, if: task.hard }]`;
  const raised = edit(ALLOCATION, 'TESTING:\n    default: sonnet', upgraded);
  job.write(
    'allocation.yaml',
    edit(raised, 'agents:\n  SEC', 'facts: { hard: { type: boolean } }\nagents:\n  SEC'),
  );
  const asked = ['--agent', 'TESTING', '--phase', 'EXEC', '--task', '{"hard":true}', '--ledger', 'none'];
  expect(await job.json(['resolve', ...asked])).toMatchObject({ decision: 'run', tier: 'opus' });
});

import { expect, it } from 'vitest';
import { Bundle } from '../../support/bundle.ts';
import { InitScene, SHOP } from './scene.ts';

it('init works from the bundle alone, with nothing installed: it sets up, check passes, each agent resolves', async () => {
  await using bundle = await Bundle.copy();
  using scene = new InitScene(SHOP);
  const here = { cwd: scene.folder };
  const plan = await bundle.cli(['init'], here);
  expect(plan.status).toBe(1);
  expect(plan.stdout).toContain('6 sub-agents');
  expect(scene.all()).toEqual(SHOP);
  const written = await bundle.cli(['init', '--yes'], here);
  expect(written).toMatchObject({ status: 0, stderr: '' });
  // A copy of the bundle comes from nowhere.
  expect(written.stdout.replace(/\s+/g, ' ')).toContain('so the workflows say OWNER/haiku-first@v1');
  expect(written.stdout).toContain('  1. In the workflows, write the account of haiku-first for OWNER');
  scene.commit();
  expect(await bundle.cli(['check'], here)).toMatchObject({ status: 0 });
  for (const agent of ['API', 'DOCS-WRITER', 'PLANNER', 'RELEASE', 'SECURITY-REVIEWER', 'TEST-WRITER']) {
    const line = ['resolve', '--agent', agent, '--phase', 'RUN', '--ledger', 'none'];
    expect(await bundle.cli(line, here)).toMatchObject({ status: 0 });
  }
  const again = await bundle.cli(['init', '--yes'], here);
  expect(again.stdout).toContain('Nothing to write: all of it is there.');
  expect(scene.git('status', '--porcelain')).toBe('');
});

import { expect, it } from 'vitest';
import { JobScene } from '../../support/job-scene.ts';
import { ALLOCATION, edit } from '../check/step.ts';

/** What `resolve` answers for SECURITY where the tier opus has this model. */
async function resolved(model: string, more = '') {
  using job = JobScene.atDesk();
  job.write('allocation.yaml', `${edit(ALLOCATION, 'model: claude-opus-5-5', `model: ${model}`)}${more}`);
  return await job.cli(['resolve', '--agent', 'SECURITY', '--phase', 'EXEC', '--ledger', 'none']);
}

it.each([
  ['haiku', 'Write claude-opus-5-5.'],
  ['opus', 'Write claude-opus-5-5.'],
  ['OpusPlan', 'Write claude-opus-5-5.'],
  ['best', 'Write claude-opus-5-5.'],
  ['claude-opus-5.5', 'Did you mean claude-opus-5-5?'],
  ['gpt-6', 'Did you mean claude-opus-5-5?'],
  ['claude-haiku-5-5', 'of the lesser line haiku'],
])('no work under a floor runs on %s, and the message says what to write', async (model, hint) => {
  const { exitCode, stdout, stderr } = await resolved(model);
  expect(exitCode).toBe(2);
  expect(stdout).not.toContain('--model');
  expect(stderr.join('\n')).toContain('allocation.yaml:5:');
  expect(stderr.join('\n')).toContain(hint);
});

it('a row says of which line a model is that no table knows', async () => {
  const { exitCode, stdout } = await resolved('acme-large', 'models:\n  - { id: acme-large, line: opus }\n');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('acme-large');
});

import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordEntry } from '../../../src/usage/records/ledger-line.ts';
import { serveGit } from '../../ledger/http.ts';
import { git, ledger } from '../../ledger/support.ts';
import { run } from '../../report/records.ts';
import { BranchHistory } from '../../support/github/branch-history.ts';
import { JobScene } from '../../support/job-scene.ts';
import { ofRepository } from '../events.ts';
import { finishRun } from './finished-run.ts';
import { CollectScene } from './scene.ts';

const TESTING = { command: 'resolve', agent: 'TESTING', phase: 'EXEC' };

class Scene extends CollectScene {
  static async open(): Promise<Scene> {
    return new Scene(...(await CollectScene.services()));
  }

  /** The collector as the Action, with the ledger on the branch of octo/demo. */
  async collectHere(server: string) {
    const { state } = await this.job.action(TESTING);
    this.job.claude('sub');
    await this.job.post({ ...TESTING, 'job-id': '4711' }, state, this.service.env());
    finishRun(this.github, this.service, {});
    const token = await this.github.token({ actions: 'read', contents: 'write' });
    using collector = new JobScene({
      event: ofRepository('push'),
      checkout: this.job.folder,
      env: { ...this.github.env(token), GITHUB_SERVER_URL: server },
      now: new Date().toISOString(),
    });
    return collector.outcome({ command: 'collect', run: '123', ledger: '' });
  }
}

it('a collector that makes a deleted ledger anew says that it was deleted', async () => {
  await using scene = await Scene.open();
  const served = join(scene.job.folder, 'served');
  mkdirSync(join(served, 'octo'), { recursive: true });
  symlinkSync(scene.ledger, join(served, 'octo/demo.git'));
  git(scene.ledger, 'config', 'http.receivepack', 'true');
  {
    await using store = await ledger(scene.ledger, scene.job.folder);
    await store.append([recordEntry(run('1'))], { run: '1', attempt: 1 });
  }
  const history = new BranchHistory(scene.github, scene.ledger);
  history.delete({ at: new Date().toISOString() });
  await using server = await serveGit(served);

  const { json, notes, annotations } = await scene.collectHere(server.url);
  expect(json).toMatchObject({ written: 2 });
  expect(notes.join('\n')).toContain('warning: mallory deleted the branch haiku-first-ledger at ');
  expect(annotations).toContainEqual(
    expect.objectContaining({
      title: 'The ledger has lost records',
      message: expect.stringContaining('mallory deleted the branch'),
    }),
  );
});

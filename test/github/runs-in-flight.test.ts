import { describe, expect, it } from 'vitest';
import { runsInFlight } from '../../src/github/runs-in-flight.ts';
import { flyRuns } from '../support/github/flying-runs.ts';
import { startGithub } from '../support/github/index.ts';
import { connect, DEMO } from './connect.ts';

const REVIEW = '.github/workflows/review.yml';

describe('the runs in flight', () => {
  it('are those under way and those that wait, asked for in one page each', async () => {
    await using github = await startGithub();
    flyRuns(github, [{ id: 7 }, { id: 8, attempt: 2, path: `${REVIEW}@refs/heads/main`, queued: true }]);
    const client = await connect(github, await github.token({ actions: 'read' }));
    expect(await runsInFlight(client, DEMO)).toEqual({
      runs: [
        { id: '7', attempt: 1, workflow: REVIEW },
        { id: '8', attempt: 2, workflow: REVIEW },
      ],
      total: 2,
    });
    expect(github.exchanges.map(({ query }) => query.get('per_page'))).toEqual(['100', '100']);
  });

  it('do not count where their use does not: forks, Dependabot, and what is no workflow of the repository', async () => {
    await using github = await startGithub();
    flyRuns(github, [
      { id: 1, head: 'mallory/demo' },
      { id: 2, actor: 'dependabot[bot]' },
      { id: 3, path: 'dynamic/github-code-scanning/codeql' },
      { id: 4, head: 'Octo/Demo' },
    ]);
    const client = await connect(github, await github.token({ actions: 'read' }));
    expect((await runsInFlight(client, DEMO)).runs.map(({ id }) => id)).toEqual(['4']);
  });

  it('are taken to go on like the listed ones beyond a page', async () => {
    await using github = await startGithub();
    flyRuns(github, [{ id: 1 }, { id: 2, head: 'mallory/demo' }], 30);
    const client = await connect(github, await github.token({ actions: 'read' }));
    expect((await runsInFlight(client, DEMO)).total).toBe(16);
  });

  it('are never more than GitHub itself would show, whatever it answers', async () => {
    await using github = await startGithub();
    flyRuns(github, [{ id: 1 }], 1_000_000_000);
    const client = await connect(github, await github.token({ actions: 'read' }));
    expect((await runsInFlight(client, DEMO)).total).toBe(1000);
  });
});

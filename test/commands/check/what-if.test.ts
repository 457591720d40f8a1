import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../../src/time/instant.ts';
import { weekOf } from '../../../src/time/week.ts';
import { recordEntry, whatIfEntry } from '../../../src/usage/records/ledger-line.ts';
import { bareRepository, folder, ledger } from '../../ledger/support.ts';
import { run } from '../../report/records.ts';
import { isObject } from '../../support/github/json.ts';
import { loggedWhatIf } from '../../usage/records/what-ifs.ts';
import { ALLOCATION, eventOf, files, GateScene, HARMLESS, WEAK } from './step.ts';

let scene: GateScene;
let writer: string;
let home: Awaited<ReturnType<typeof folder>>;
let path: string;
let scored: string;
const DAY = 86_400_000;

beforeAll(async () => {
  scene = await GateScene.open();
  writer = await scene.github.token({ contents: 'read', pull_requests: 'write', issues: 'write' });
  home = await folder();
  path = bareRepository(home.path);
  const store = await ledger(path, home.path);
  const model = 'claude-sonnet-5-5';
  const at = `${new Date(Date.now() - 3_600_000).toISOString().slice(0, 19)}Z`;
  const runs = Array.from({ length: 20 }, (_, index) =>
    run(`${index}`, {
      at,
      agent: 'STORIES',
      work_item: `pr-${index}`,
      tier_assigned: 'sonnet',
      tier_used: 'sonnet',
      model_used: model,
      model_requested: model,
      cost_microusd: 500_000,
    }),
  );
  await store.append(runs.map(recordEntry), { run: '1', attempt: 1 });
  await store.close();
  // Beside these a proposal that came true two weeks ago, and one that did not.
  scored = bareRepository(home.path, 'scored.git');
  const other = await ledger(scored, home.path);
  const before = new Date(Date.now() - 14 * DAY);
  const told = ['DOCMON', 'API'].map((agent, place) =>
    run(`old ${agent}`, { at: textOf(before), agent, cost_microusd: place === 0 ? 500_000 : 900_000 }),
  );
  const logged = told.map(({ agent, at }) =>
    loggedWhatIf({
      at,
      since: weekOf(before, 'UTC'),
      cells: [{ agent, phase: 'EXEC', from: 'sonnet', to: 'haiku', runs: 10 }],
    }),
  );
  const lines = [...[...runs, ...told].map(recordEntry), ...logged.map(whatIfEntry)];
  await other.append(lines, { run: '1', attempt: 1 });
  await other.close();
});

afterAll(async () => {
  await scene[Symbol.asyncDispose]();
  await home[Symbol.asyncDispose]();
});

/** The gate's comment on a pull request with this allocation, and what the step said. */
async function commented(name: string, allocation: string, where: string) {
  const pull = await scene.pull(name, files(allocation));
  const result = await scene.judge(eventOf(pull), { token: writer, inputs: { ledger: where } });
  const list = await scene.github.ask('GET', `/repos/octo/demo/issues/${pull.number}/comments?per_page=100`);
  const bodies = (Array.isArray(list) ? list : []).filter(isObject).map(({ body }) => String(body));
  return { result, body: bodies.join('\n') };
}

describe('the comment of the gate', () => {
  it('says what a change of the matrix would cost: a sentence, the cells, the rest folded', async () => {
    const { result, body } = await commented('cheaper', HARMLESS, path);
    expect(result.report.verdict).toBe('pass');
    expect(body).toMatch(
      /\*\*Cost would fall by about \$\S+ a week \(−\d+(?:\.\d)?%\), from \$\S+ to \S+ \(80% interval: −\$\S+ to −\$\S+\), at list prices, .*\.\*\*/,
    );
    expect(body).toContain('| `STORIES/EXEC` | sonnet → haiku |');
    expect(body).toContain('**Rework:** `STORIES/EXEC` on haiku not known');
    expect(body).toContain('<summary>What this rests on</summary>');
    expect(result.summary).toContain('Cost would fall');
  });

  it('says among what it rests on how the what-ifs before came out', async () => {
    const { body } = await commented('scored', HARMLESS, scored);
    const [, folded] = body.split('<summary>What this rests on</summary>');
    expect(folded).toContain('\n- The last 2 what-ifs: 1 came out inside their interval.\n');
    const { body: first } = await commented('not-scored', HARMLESS, path);
    expect(first).not.toContain('what-if');
  });

  it('says nothing of it where there is no ledger, an empty one, or no change of a cell', async () => {
    const empty = bareRepository(home.path, 'empty.git');
    const budget = `${ALLOCATION}budget: { weekly: { usd: 5 } }\n`;
    for (const [name, allocation, where] of [
      ['no-ledger', HARMLESS, 'none'],
      ['empty-ledger', HARMLESS, empty],
      ['no-cell', budget, path],
    ] as const) {
      const { body } = await commented(name, allocation, where);
      expect(body).not.toContain('What this rests on');
    }
  });

  it('has the verdict that it has without the ledger where that cannot be read, and a remark in the log', async () => {
    const { result, body } = await commented('gone-ledger', HARMLESS, `${path}.gone`);
    expect(result.report.verdict).toBe('pass');
    expect(result.status).toBe(0);
    expect(body).not.toContain('What this rests on');
    expect(result.all).toContain('What the change would cost is not shown');
    const refused = await commented('refused', WEAK, path);
    expect(refused.result.report.verdict).toBe('fail');
    expect(refused.body).not.toContain('What this rests on');
  });
});

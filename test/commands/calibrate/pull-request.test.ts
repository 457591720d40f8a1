import { describe, expect, it } from 'vitest';
import { parseAllocation } from '../../../src/allocation/parse.ts';
import { readAdvice } from '../../../src/calibration/advice/index.ts';
import { allocationSection } from '../../../src/render/agents/section.ts';
import { text } from '../../support/github/json.ts';
import { ALLOCATION, JobScene } from '../../support/job-scene.ts';
import { FAULT, PERMISSIONS, ProposalScene, testing } from './proposal-scene.ts';

const CELL = '{ tier: opus, was: sonnet, since: 2026-W50, because: 25 of 69 runs needed rework }';
const WITH_CELL = ALLOCATION.replace('floors:', `matrix:\n  EXEC:\n    TESTING: ${CELL}\nfloors:`);

describe('the pull request of calibrate', () => {
  it('is opened with what the ledger calls for, the finding first', async () => {
    await using scene = await ProposalScene.start();
    const { pull_request: told } = await scene.calibrate();
    expect(told).toMatchObject({
      how: 'opened',
      number: 1,
      branch: 'haiku-first/calibration-2026-W49',
      title: 'calibration: TESTING upgraded to opus (25 of 69 runs needed rework)',
    });
    expect(await scene.file()).toBe(WITH_CELL);
    const [pull] = await scene.pulls();
    const body = text(pull, 'body');
    expect(body).toMatch(
      /^<!-- haiku-first:commits:[0-9a-f]{40} -->\n<!-- haiku-first:proposal:promote:TESTING@EXEC:sonnet>opus:e447\.7\d*:n69:[0-9a-f]{12} -->\n\*\*TESTING in EXEC should run on opus: 36% of its work on sonnet has to be done again\.\*\*/,
    );
    for (const line of [
      `+    TESTING: ${CELL}`,
      '| 2026-W43 | 14 | 6 | 4.8 |',
      '- **Merge** it by Sunday, and it holds from Monday 7 Dec 2026 on. It is dated anew when its week has passed.',
      '- [ ] **Redo** it: tick this to throw such commits away and start from `main`.',
      '- **Signed:** one commit, and GitHub says that its signature is valid.',
      '- The gate was run here already: ✅ every floor holds, 256 situations tried.',
    ])
      expect(body.split('\n')).toContain(line);
    expect(body).toContain('The checks wait for a click:** this was opened with `GITHUB_TOKEN`.');
    const commit = await scene.ask('GET', `/git/commits/${await scene.tip()}`);
    expect(text(commit, 'message')).toMatch(
      /^calibration: TESTING upgraded to opus \(25 of 69 runs needed rework\)\n\nTESTING\/EXEC: sonnet -> opus from 2026-W50 on\.\n25 of 69 matured runs in W41-W46 needed rework; evidence 447, needs 26\.\n\nLedger: haiku-first-ledger at [0-9a-f]{12}\.$/,
    );
  });

  it('says what a trial would cost, of the part of the runs that it takes, and no what-if that leaves it out', async () => {
    const records = Array.from({ length: 8 }, (_, place) => testing(`2026-W${39 + place}`, 12, 0)).flat();
    await using scene = await ProposalScene.start({ records });
    const { pull_request: told, proposals } = await scene.calibrate('--dry-run');
    // $0.30 a run, of which a third is left on haiku, in half of 12 runs a week.
    expect(proposals).toMatchObject([{ kind: 'trial', what_if: { basis: 'list-prices' } }]);
    const saved = -(proposals[0]?.what_if?.microusd_per_week ?? 0);
    expect(saved).toBeGreaterThan(0);
    expect(saved).toBeLessThan(6 * 300_000);
    expect(told?.body).toMatch(/nobody has seen\. It would cost about \$\d+\.\d\d a week less/);
    expect(told?.body).not.toContain('Nothing would change');
    expect(told?.body).toContain('| **All** | **96** | **0** |  |');
  });

  it('is left alone by a second run, and rebuilt when the base has moved', async () => {
    await using scene = await ProposalScene.start();
    await scene.calibrate();
    const first = await scene.tip();
    // The ledger has another commit by now, and says the same of the week.
    scene.told(testing('2026-W49', 3, 1));
    expect((await scene.calibrate()).pull_request).toMatchObject({ how: 'unchanged', number: 1 });
    expect(await scene.tip()).toBe(first);
    const moved = `# moved\n${ALLOCATION}`;
    const base = await scene.repo.commit(
      { 'allocation.yaml': moved },
      { parents: [scene.repo.tip('main')], branch: 'main' },
    );
    expect((await scene.calibrate()).pull_request).toMatchObject({ how: 'updated', number: 1 });
    expect(text(await scene.ask('GET', `/git/commits/${await scene.tip()}`), 'parents', 0, 'sha')).toBe(base);
    expect(await scene.file()).toBe(`# moved\n${WITH_CELL}`);
  });

  it('is dated anew when its week has passed', async () => {
    await using scene = await ProposalScene.start();
    await scene.calibrate();
    scene.now = '2026-12-07T09:00:00Z';
    expect((await scene.calibrate()).pull_request).toMatchObject({
      how: 'updated',
      number: 1,
      branch: 'haiku-first/calibration-2026-W49',
    });
    expect(await scene.file()).toBe(WITH_CELL.replace('since: 2026-W50', 'since: 2026-W51'));
    expect(await scene.pulls()).toHaveLength(1);
  });

  it('is left to the person who has pushed to it, until they tick the box', async () => {
    await using scene = await ProposalScene.start();
    await scene.calibrate();
    await scene.edit();
    const { exitCode, stdout } = await scene.cli();
    expect([exitCode, stdout.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      expect.stringMatching(
        /^The pull request #1 holds a commit that is not ours: nothing was done\. Tick "Redo" in it to start from the base: http/,
      ),
    ]);
    expect(await scene.file()).toContain('# mine');
    const body = text((await scene.pulls())[0], 'body').replace('- [ ] **Redo**', '- [x] **Redo**');
    await scene.ask('PATCH', '/pulls/1', { body: { body } });
    expect((await scene.calibrate()).pull_request).toMatchObject({ how: 'updated', number: 1 });
    expect(await scene.file()).toBe(WITH_CELL);
  });

  it('is not opened again for four weeks after it was closed, and then only on new evidence', async () => {
    await using scene = await ProposalScene.start();
    await scene.calibrate();
    await scene.close(1, '2026-12-03T10:00:00Z');
    for (const now of ['2026-12-04T09:00:00Z', '2026-12-21T09:00:00Z', '2027-01-04T09:00:00Z']) {
      scene.now = now;
      const { pull_request: told, postponed } = await scene.calibrate();
      expect([told, postponed.map(({ because }) => because)]).toEqual([null, ['snoozed']]);
    }
    scene.told(testing('2026-W49', 12, 7));
    const again = await scene.calibrate();
    expect(again.pull_request).toMatchObject({ how: 'opened', number: 2 });
    expect(again.pull_request?.body).toContain(
      '- **New evidence:** #1 proposed this before and was closed. More runs have matured since, and the evidence is no weaker.',
    );
  });

  it('stays snoozed on new evidence while the four weeks have not passed', async () => {
    await using scene = await ProposalScene.start();
    await scene.calibrate();
    await scene.close(1, '2026-12-03T10:00:00Z');
    scene.told(testing('2026-W47', 12, 7));
    scene.now = '2026-12-21T09:00:00Z';
    expect((await scene.calibrate()).pull_request).toBeNull();
  });

  it('is closed when nothing calls for it any more', async () => {
    await using scene = await ProposalScene.start();
    await scene.calibrate();
    await scene.repo.commit(
      { 'allocation.yaml': ALLOCATION.replace('TESTING: { default: sonnet }', 'TESTING: { default: opus }') },
      { parents: [scene.repo.tip('main')], branch: 'main' },
    );
    expect((await scene.calibrate()).pull_request).toMatchObject({ how: 'withdrawn', number: 1 });
    expect(await scene.pulls()).toEqual([]);
    expect((await scene.calibrate()).pull_request).toBeNull();
  });

  it('is none where nothing is due', async () => {
    await using scene = await ProposalScene.start({ records: testing('2026-W41', 12, 2) });
    expect((await scene.calibrate()).pull_request).toBeNull();
    expect((await scene.cli()).stdout).toContain('No pull request: nothing is to be changed.');
    expect(await scene.pulls('all')).toEqual([]);
  });

  it('is one when two runs open it at once', async () => {
    await using scene = await ProposalScene.start();
    const both = await Promise.all([scene.calibrate(), scene.calibrate()]);
    expect(new Set(both.map(({ pull_request: told }) => told?.number)).size).toBe(1);
    expect(await scene.pulls()).toHaveLength(1);
  });

  it('is opened by a scheduled workflow without a checkout, and shown in the summary of its job', async () => {
    await using scene = await ProposalScene.start();
    const { exitCode, summary, text: said } = await scene.step();
    expect([exitCode, said.split('\n').at(-1)]).toEqual([
      0,
      expect.stringMatching(/^The pull request #1 was opened: http/),
    ]);
    expect(summary).toContain('**TESTING in EXEC should run on opus');
    const noted = await scene.step({ propose: 'TESTING@PLAN=opus', because: 'edge cases' });
    expect(noted.text).toContain('The pull request #1 was updated');
    expect(await scene.file()).toContain('because: edge cases }');
    expect(text((await scene.pulls())[0], 'body')).toContain('octocat noted on Wednesday 2 Dec 2026');
  });

  it('says nothing of a click where another token than that of the workflow opens it', async () => {
    await using scene = await ProposalScene.start({ person: true });
    const { pull_request: told } = await scene.calibrate();
    expect(told).toMatchObject({ how: 'opened', number: 1 });
    expect(told?.body).not.toContain('wait for a click');
  });

  it('is only shown in a dry run, and for another week', async () => {
    await using scene = await ProposalScene.start();
    const { pull_request: told } = await scene.calibrate('--dry-run');
    expect(told).toMatchObject({ how: 'shown', number: null, branch: 'haiku-first/calibration-2026-W49' });
    expect(told?.body).toContain(`+    TESTING: ${CELL}`);
    const past = await scene.cli('--week', '2026-W48');
    expect(past.stderr).toContain('No pull request was opened: 2026-W48 is not the present week, 2026-W49.');
    expect(await scene.pulls('all')).toEqual([]);
    const writes = scene.github.exchanges.filter(
      ({ method, path }) => method !== 'GET' && path !== '/graphql',
    );
    expect(writes).toEqual([]);
  });

  it('brings the model that advises up to date, where one is committed', async () => {
    const path = 'calibration/escalation-model.json';
    await using scene = await ProposalScene.start({ files: { [path]: '{}\n' } });
    const { pull_request: told } = await scene.calibrate();
    expect(told?.body).toMatch(
      /It brings `calibration\/escalation-model\.json` up to date, which advises and decides nothing: from \d+ first attempts on sonnet, \d+ of them done again, the plain table, for the regression must not advise\. /,
    );
    const committed = await scene.file(path);
    expect(readAdvice(committed)).toMatchObject({ kind: 'eb-table', tier: 'sonnet' });
    expect((await scene.calibrate()).pull_request).toMatchObject({ how: 'unchanged' });
    expect(await scene.file(path)).toBe(committed);
    await using without = await ProposalScene.start();
    expect((await without.calibrate()).pull_request?.body).not.toContain(path);
  });

  it('changes the model of sub-agents that it makes wrong', async () => {
    const definition = '---\nname: TESTING\ndescription: Tests\nmodel: sonnet # as the matrix\n---\nTest.\n';
    const path = '.claude/agents/testing.md';
    await using scene = await ProposalScene.start({ files: { [path]: definition } });
    // PLAN has sonnet still.
    expect((await scene.calibrate()).pull_request?.body).not.toContain(path);
    await scene.repo.commit(
      { 'allocation.yaml': ALLOCATION.replace('[PLAN, EXEC]', '[EXEC]'), [path]: definition },
      { parents: [scene.repo.tip('main')], branch: 'main' },
    );
    expect((await scene.calibrate()).pull_request?.body).toContain(
      `With it changes the \`model:\` of \`${path}\`, as soon as it is merged.`,
    );
    expect(await scene.file(path)).toBe(definition.replace('sonnet', 'opus'));
  });

  it('writes the section of CLAUDE.md anew, and leaves one alone whose marks are no pair', async () => {
    const sectionOf = (text: string): string =>
      allocationSection(parseAllocation('allocation.yaml', new TextEncoder().encode(text)));
    const around = (section: string): string =>
      `# Us\r\n\r\n${section.replaceAll('\n', '\r\n')}\r\n\r\nMore.`;
    const broken = '<!-- haiku-first:allocation -->\n';
    await using scene = await ProposalScene.start({
      files: { 'CLAUDE.md': around(sectionOf(ALLOCATION)), 'AGENTS.md': broken },
    });
    expect((await scene.calibrate()).pull_request?.body).toContain(
      'It writes the section of `CLAUDE.md` with the floors and the matrix anew.',
    );
    expect(await scene.file('CLAUDE.md')).toBe(around(sectionOf(await scene.file())));
    expect(await scene.file('AGENTS.md')).toBe(broken);
  });
});

describe('what a person proposes', () => {
  const ASKED = ['--propose', 'SECURITY@PLAN=opus', '--because', 'x'];
  const NOTED = ['--propose', 'TESTING@PLAN=opus', '--because', "misses @octo's #1 edge", '--by', 'octocat'];

  it('takes the same road, and is carried on by the weekly run', async () => {
    await using scene = await ProposalScene.start({ records: [] });
    expect((await scene.calibrate(...NOTED)).pull_request).toMatchObject({
      how: 'opened',
      number: 1,
      title: "calibration: TESTING upgraded to opus (misses @\u200Bocto's #\u200B1 edge)",
    });
    const file = await scene.file();
    expect(file).toContain(
      '    TESTING: { tier: opus, was: sonnet, since: 2026-W50, because: "misses @octo\'s #1 edge" }\n',
    );
    expect((await scene.calibrate()).pull_request).toMatchObject({ how: 'unchanged', number: 1 });
    scene.told(FAULT);
    expect((await scene.calibrate()).pull_request).toMatchObject({ how: 'updated', number: 1 });
    expect(await scene.file()).toContain(`TESTING: ${CELL}`);
    expect(await scene.file()).toContain('misses @octo');
    const outside = text((await scene.pulls())[0], 'body').replace(/^```diff\n[\s\S]*?^```$/m, '');
    expect(outside).not.toMatch(/@octo|#1 edge/);
  });

  it('is one proposal with what the ledger says, in the words of the person', async () => {
    await using scene = await ProposalScene.start();
    const { pull_request: told } = await scene.calibrate(
      '--propose',
      'TESTING@EXEC=opus',
      '--because',
      'edge case detection',
      '--by',
      'octocat',
    );
    expect(told?.title).toBe('calibration: TESTING upgraded to opus (edge case detection)');
    expect(told?.body).toContain(
      'octocat noted on Wednesday 2 Dec 2026: “edge case detection”. The ledger agrees:',
    );
  });

  it.each([
    [
      ['--propose', 'SECURITY@EXEC=haiku', '--because', 'cheap'],
      'SECURITY in EXEC on haiku cannot be proposed: HF101',
    ],
    [
      ['--propose', 'TESTNG@EXEC=opus', '--because', 'x'],
      'The agent TESTNG is not in allocation.yaml. Did you mean TESTING?',
    ],
    [['--propose', 'TESTING@RUN=opus', '--because', 'x'], 'The phase RUN is not in allocation.yaml.'],
    [['--propose', 'TESTING@EXEC=gold', '--because', 'x'], 'The tier gold is not in allocation.yaml.'],
    [['--propose', 'TESTING', '--because', 'x'], '"TESTING" is not of the form AGENT@PHASE=TIER.'],
    [['--propose', 'TESTING@EXEC=opus'], 'A proposal needs a reason.'],
    [['--because', 'x'], 'because goes with propose.'],
  ])('is refused where it cannot be: %j', async (args, said) => {
    await using scene = await ProposalScene.start();
    const { exitCode, stderr } = await scene.cli(...args);
    expect([exitCode, stderr.join('\n')]).toEqual([2, expect.stringContaining(said)]);
    expect(await scene.pulls('all')).toEqual([]);
  });

  it('is one of a few: the pull request carries no more', async () => {
    const phases = Array.from({ length: 9 }, (_, index) => `P${index}`);
    const allocation = ALLOCATION.replace('[PLAN, EXEC]', `[${phases.join(', ')}]`);
    await using scene = await ProposalScene.start({ records: [], files: { 'allocation.yaml': allocation } });
    const noted = phases.map((phase) => ['--propose', `TESTING@${phase}=opus`, '--because', 'é'.repeat(400)]);
    for (const args of noted.slice(0, 8)) await scene.calibrate(...args);
    const { exitCode, stderr } = await scene.cli(...(noted[8] ?? []));
    expect([exitCode, stderr.join('\n')]).toEqual([
      2,
      'The pull request #1 carries 8 notes already. Merge it or close it first.',
    ]);
    expect(text((await scene.pulls())[0], 'body').length).toBeLessThan(65_536);
    expect((await scene.calibrate()).pull_request).toMatchObject({ how: 'unchanged' });
  });

  it('is nothing where it is so already', async () => {
    await using scene = await ProposalScene.start({ records: [] });
    const { stderr, stdout } = await scene.cli(...ASKED);
    expect(stderr).toContain('SECURITY in PLAN runs on opus already.');
    expect(stdout).toContain('No pull request: nothing is to be changed.');
  });
});

describe('a token that may not', () => {
  it.each([
    ['write', { ...PERMISSIONS, contents: 'read' as const }, 'permissions: contents: write'],
    [
      'open pull requests',
      { ...PERMISSIONS, pull_requests: 'read' as const },
      'Allow GitHub Actions to create and approve pull requests',
    ],
  ])('%s: what is missing is said', async (_what, permissions, said) => {
    await using scene = await ProposalScene.start({ permissions });
    const { exitCode, stderr } = await scene.cli();
    expect([exitCode, stderr.join('\n')]).toEqual([2, expect.stringContaining(said)]);
  });

  it('is not needed to show what would be proposed', async () => {
    using desk = JobScene.atDesk({ now: '2026-12-02T12:00:00Z' });
    const args = [
      'calibrate',
      '--propose',
      'TESTING@EXEC=opus',
      '--because',
      'edge cases',
      '--by',
      'octocat',
    ];
    const { exitCode, stdout, stderr } = await desk.cli(args);
    expect([exitCode, stderr]).toEqual([
      0,
      [
        'No pull request was opened: that takes GITHUB_REPOSITORY, as OWNER/NAME, and a token in GITHUB_TOKEN.',
      ],
    ]);
    expect(stdout).toContain('  title:  calibration: TESTING upgraded to opus (edge cases)\n');
    expect(stdout).toContain(
      '  +    TESTING: { tier: opus, was: sonnet, since: 2026-W50, because: edge cases }\n',
    );
  });
});

import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FakeAnthropic } from '../../../support/anthropic/index.ts';
import { startAnthropic } from '../../../support/anthropic/index.ts';
import { RunShop } from '../job.ts';

const TESTING = ['--agent', 'TESTING', '--work-item', 'pr-12'];

/** Answers by tier. */
function answers(api: FakeAnthropic, byLine: Readonly<Record<string, string>>): void {
  api.script = ({ model }) => ({ answer: byLine[model.split('-')[1] ?? ''] ?? 'Nothing.' });
}

function shopWith(api: FakeAnthropic, check: string, files: Readonly<Record<string, string>>): RunShop {
  const shop = new RunShop(api);
  mkdirSync(join(shop.checkout, 'checks'));
  for (const [name, text] of Object.entries(files)) shop.write(join('checks', name), text);
  shop.testing(`check: ${check}`);
  return shop;
}

const SCHEMA = JSON.stringify({ type: 'object', required: ['tests'], properties: { tests: { minimum: 1 } } });
const GOOD = '{"tests": 3}';

describe('a schema', () => {
  it('passes an answer that meets it', async () => {
    await using api = await startAnthropic();
    using shop = shopWith(api, '{ schema: checks/a.json }', { 'a.json': SCHEMA });
    answers(api, { sonnet: GOOD });
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.outcome]).toEqual([0, 'pass']);
    expect(json.records).toMatchObject([{ outcome: 'pass', attempt: 1 }]);
  });

  it('sends an answer that does not meet it one tier up, and links both attempts', async () => {
    await using api = await startAnthropic();
    using shop = shopWith(api, '{ schema: checks/a.json }', { 'a.json': SCHEMA });
    answers(api, { sonnet: '{"tests": 0}', opus: GOOD });
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.outcome, json.tier, json.answer]).toEqual([0, 'pass', 'opus', GOOD]);
    expect(json.attempts).toMatchObject([
      {
        attempt: 1,
        tier: 'sonnet',
        outcome: 'fail',
        reason: '/tests must be >= 1',
        check: { verdict: 'fail', by: 'schema', score: null },
      },
      { attempt: 2, tier: 'opus', outcome: 'pass', reason: null },
    ]);
    const [first, second] = [1, 2].map((attempt) => json.records.find((each) => each.attempt === attempt));
    expect(first).toMatchObject({ outcome: 'fail', escalated_from_model: null, parent: null });
    expect(second).toMatchObject({
      outcome: 'pass',
      parent: first?.id,
      escalated_from_model: 'claude-sonnet-5-5',
      escalation_reason: '/tests must be >= 1',
      escalation_trigger: 'check: schema',
      planned_upgrade: false,
    });
    expect(json.cost_microusd).toBe((first?.cost_microusd ?? 0) + (second?.cost_microusd ?? 0));
  });

  it.each(['It is {"tests": 3}.', '', '[]'])('takes %j for no such document', async (answer) => {
    await using api = await startAnthropic();
    using shop = shopWith(api, '{ schema: checks/a.json, escalations: 0 }', { 'a.json': SCHEMA });
    answers(api, { sonnet: answer });
    expect((await shop.job(TESTING)).exitCode).toBe(1);
  });

  it.each([
    ['{"$ref": "https://example.com/other.json"}', "can't resolve reference"],
    ['{"type": "nonsense"}', 'type must be equal to one of the allowed values'],
    ['{', 'JSON'],
    ['{"$async": true}', 'asynchronous'],
  ])('that is %s is refused before anything is spent', async (text, why) => {
    await using api = await startAnthropic();
    using shop = shopWith(api, '{ schema: checks/a.json }', { 'a.json': text });
    const { exitCode, stdout } = await shop.job(TESTING);
    expect([exitCode, api.calls]).toEqual([2, []]);
    expect(stdout).toContain(why);
  });
});

describe('a command', () => {
  const LINES = `import { readFileSync } from 'node:fs';
const answer = readFileSync(process.env.HAIKU_FIRST_ANSWER, 'utf8');
if (answer !== readFileSync(0, 'utf8')) throw new Error('two answers');
console.log('looking at it');
if (answer.includes(process.argv[2])) { console.log('it says \\u001b[31m' + process.argv[2]); process.exit(3); }
`;

  it('judges by its exit code, and its last line is the reason', async () => {
    await using api = await startAnthropic();
    const check = '{ command: { file: checks/c.mjs, args: [nothing] } }';
    using shop = shopWith(api, check, { 'c.mjs': LINES });
    answers(api, { sonnet: 'There is nothing.', opus: 'There are two.' });
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.outcome]).toEqual([0, 'pass']);
    expect(json.attempts[0]).toMatchObject({ reason: 'it says  [31mnothing', check: { by: 'command' } });
  });

  it('may be a script of its own', async () => {
    await using api = await startAnthropic();
    const script = '#!/bin/sh\ngrep -q good "$HAIKU_FIRST_ANSWER"\n';
    using shop = shopWith(api, '{ command: checks/c.sh }', { 'c.sh': script });
    chmodSync(join(shop.checkout, 'checks/c.sh'), 0o755);
    answers(api, { sonnet: 'good' });
    expect((await shop.job(TESTING)).json.outcome).toBe('pass');
  });

  it('sees nothing of the environment, and runs in a folder that is gone afterwards', async () => {
    await using api = await startAnthropic();
    const script = `#!/bin/sh\nenv | cut -d= -f1 | sort | tr '\\n' ' '; pwd; exit 1\n`;
    using shop = shopWith(api, '{ command: checks/c.sh, escalations: 0 }', { 'c.sh': script });
    const { json } = await shop.job(TESTING, { MY_SECRET: 'very-secret-thing-0123456789' });
    const [, names = '', folder = ''] = /^(.*) (\/\S+)$/.exec(json.attempts[0]?.reason ?? '') ?? [];
    const expected = ['HAIKU_FIRST_ANSWER', 'HAIKU_FIRST_WORKSPACE', 'HOME', 'PATH', 'PWD'];
    expect(names.split(' ').filter((name) => !['SHLVL', 'OLDPWD', '_'].includes(name))).toEqual(expected);
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    ['c.sh', '#!/no/such/program\n', 'cannot be started'],
    ['c.sh', '#!/bin/sh\nkill -9 $$\n', 'was ended by SIGKILL'],
    ['c.sh', '#!/bin/sh\nexit 127\n', 'could not run (exit code 127)'],
    ['c.txt', 'exit 0\n', 'has neither a #! line nor a name that ends in .mjs or .js'],
  ])('that cannot judge (%s, %j) ends the job without a step up', async (name, text, why) => {
    await using api = await startAnthropic();
    using shop = shopWith(api, `{ command: checks/${name} }`, { [name]: text });
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.outcome, api.calls.length]).toEqual([2, 'unknown', 1]);
    expect(json.reason).toContain(why);
    // What it cost is recorded all the same.
    expect(json.records).toMatchObject([{ outcome: 'unknown', measured: 'full' }]);
  });

  it('that is missing, or a link, is refused before anything is spent', async () => {
    await using api = await startAnthropic();
    using shop = shopWith(api, '{ command: checks/none.mjs }', {});
    const { exitCode, stdout } = await shop.job(TESTING);
    expect([exitCode, api.calls]).toEqual([2, []]);
    expect(stdout).toContain("The check's file checks/none.mjs is missing at the work tree.");
  });
});

describe('a judge', () => {
  const CHECK = '{ judge: { tier: opus, prompt: checks/judge.md, minimum: 0.8 } }';
  const FILES = { 'judge.md': 'A good answer names three tests.' };
  const judging = (api: FakeAnthropic, reply: string): void => {
    api.script = ({ body }) => ({ answer: body.system === undefined ? 'One test.' : reply });
  };

  it('passes from its minimum on, and its score is the quality of the work', async () => {
    await using api = await startAnthropic();
    using shop = shopWith(api, CHECK, FILES);
    judging(api, '{"score": 0.8, "reason": "names them"}');
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.outcome]).toEqual([0, 'pass']);
    const [work, judge] = [false, true].map((aside) => json.records.find((each) => each.auxiliary === aside));
    expect(work).toMatchObject({ model_used: 'claude-sonnet-5-5', quality_score: 0.8 });
    expect(judge).toMatchObject({
      model_used: 'claude-opus-5-5',
      agent: 'TESTING',
      phase: 'EXEC',
      outcome: 'unknown',
      parent: work?.id,
      session: work?.session,
      attempt: 1,
      quality_score: null,
    });
  });

  it('sends a poor answer up with its reason', async () => {
    await using api = await startAnthropic();
    using shop = shopWith(api, CHECK, FILES);
    judging(api, '{"score": 0.79, "reason": "names one\\n::error::only"}');
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.attempts.length]).toEqual([1, 2]);
    expect(json.reason).toBe(
      'Attempt 2 on opus failed its check (judge): scored 0.79, below 0.8: names one ::error::only; no further attempt: the check allows 1 step up.',
    );
    expect(json.records).toHaveLength(4);
  });

  it('gets the answer as data, apart from what it is told', async () => {
    await using api = await startAnthropic();
    using shop = shopWith(api, CHECK, FILES);
    judging(api, '{"score": 1}');
    await shop.job(TESTING);
    expect(api.calls[1]?.body.messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'A good answer names three tests.' },
          {
            type: 'document',
            title: 'answer',
            source: { type: 'text', media_type: 'text/plain', data: 'One test.' },
          },
        ],
      },
    ]);
  });

  it.each(['It is good: 0.9', '{"score": "0.9"}', '{"score": 1.5}', '{"score": 0.9} and more', '[0.9]'])(
    'that says %j has not judged',
    async (reply) => {
      await using api = await startAnthropic();
      using shop = shopWith(api, CHECK, FILES);
      judging(api, reply);
      const { exitCode, json } = await shop.job(TESTING);
      expect([exitCode, json.outcome, json.attempts.length]).toEqual([2, 'unknown', 1]);
      expect(json.reason).toBe('The answer could not be judged: the judge gave no score.');
      expect(json.records).toHaveLength(2);
    },
  );

  it.each(['claude-haiku-5-5', 'acme/whatever', ''])('for which %j answers has not judged', async (model) => {
    await using api = await startAnthropic();
    using shop = shopWith(api, CHECK, FILES);
    api.script = ({ body }) =>
      body.system === undefined ? { answer: 'One test.' } : { answer: '{"score": 1}', model };
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.outcome, json.records.length]).toEqual([2, 'unknown', 2]);
    expect(json.reason).toContain('a model other than claude-opus-5-5, or an unknown one, answered');
  });

  it('whose model cannot be had has not judged', async () => {
    await using api = await startAnthropic();
    using shop = shopWith(api, CHECK, FILES);
    api.models.set('claude-opus-5-5', { lifecycle: 'retired' });
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.records.length]).toEqual([2, 1]);
    expect(json.reason).toContain('the judge is not available: claude-opus-5-5 is retired');
  });
});

describe('a step up', () => {
  const CHECK = '{ schema: checks/a.json }';
  const FILES = { 'a.json': SCHEMA };

  it('is not taken where the check allows none', async () => {
    await using api = await startAnthropic();
    using shop = shopWith(api, '{ schema: checks/a.json, escalations: 0 }', FILES);
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.attempts.length, json.outcome]).toEqual([1, 1, 'fail']);
  });

  it('goes on as often as the check says', async () => {
    await using api = await startAnthropic();
    using shop = shopWith(api, '{ schema: checks/a.json, escalations: 2 }', FILES);
    shop.write(
      'allocation.yaml',
      `${['version: 1', 'tiers:', '  - { name: haiku, model: claude-haiku-5-5 }'].join('\n')}
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [EXEC]
agents:
  TESTING: { default: haiku, check: { schema: checks/a.json, escalations: 2 } }
`,
    );
    answers(api, { opus: GOOD });
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.attempts.map(({ tier }) => tier)]).toEqual([0, ['haiku', 'sonnet', 'opus']]);
    const chain = [1, 2, 3].map((attempt) => json.records.find((each) => each.attempt === attempt));
    expect(chain.map((record) => record?.parent)).toEqual([null, chain[0]?.id, chain[1]?.id]);
  });

  it('stops at the maximum of the agent, with the first answer’s failure as the result', async () => {
    await using api = await startAnthropic();
    using shop = shopWith(api, CHECK, FILES);
    shop.testing(`maximum: sonnet, check: ${CHECK}`);
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.attempts.length, json.tier]).toEqual([1, 1, 'sonnet']);
    expect(json.reason).toContain('no further attempt: refused: TESTING goes no higher than sonnet');
  });

  it('is not taken in a zone that takes none', async () => {
    await using api = await startAnthropic();
    using shop = shopWith(api, CHECK, FILES);
    const budget = 'budget: { mode: enforce, weekly: { tokens: 1000 } }\n';
    shop.testing(`check: ${CHECK}`);
    const text = readFileSync(join(shop.checkout, 'allocation.yaml'), 'utf8');
    shop.write('allocation.yaml', text + budget);
    const { exitCode, json } = await shop.job([...TESTING, '--zone', 'yellow']);
    expect([exitCode, json.attempts.length]).toEqual([1, 1]);
    expect(json.reason).toContain('no further attempt: deferred: in YELLOW only critical work is escalated');
  });

  it('is not taken when as much is spent as may be', async () => {
    await using api = await startAnthropic();
    using shop = shopWith(api, CHECK, FILES);
    const { exitCode, json } = await shop.job([...TESTING, '--max-usd', '0.002']);
    expect([exitCode, json.attempts.length]).toEqual([1, 1]);
    expect(json.reason).toContain('no further attempt: the limit of max-usd is reached');
  });

  it('counts one that a caller has taken already', async () => {
    await using api = await startAnthropic();
    using shop = shopWith(api, CHECK, FILES);
    const up = ['--escalate-from', 'haiku', '--reason', 'poor', '--trigger', 'review'];
    const { json } = await shop.job([...TESTING, ...up]);
    expect(json.attempts.map(({ attempt, tier }) => [attempt, tier])).toEqual([[2, 'sonnet']]);
    expect(json.records).toMatchObject([
      { escalated_from_model: 'claude-haiku-5-5', escalation_reason: 'poor', escalation_trigger: 'review' },
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inMarkdown, inMarkdownCode, inPlainLine } from '../../src/render/escape.ts';
import { maskText, Secrets, secretsOf } from '../../src/surface/masking.ts';
import { REAL } from '../allocation/reading.ts';
import { ALLOCATION, edit, eventOf, files, GateScene, sarifRules } from '../commands/check/step.ts';
import { ofRepository } from '../commands/events.ts';
import { folder } from '../ledger/support.ts';
import { startGithub } from '../support/github/index.ts';
import { text } from '../support/github/json.ts';
import { JobScene } from '../support/job-scene.ts';
import { expectNone, expectNoneSent, FOLDED, PLANTED, SAID, TOKENS, withoutMasks } from './planted.ts';

describe('a planted secret', () => {
  const secrets = secretsOf(PLANTED);

  it('is masked in every way in which a renderer writes it, whole or cut off', () => {
    const ways: readonly ((text: string, length: number) => string)[] = [
      inMarkdown,
      inMarkdownCode,
      inPlainLine,
      (text) => JSON.stringify({ text }),
      (text) => JSON.stringify({ text: inMarkdown(text) }),
      (text) => encodeURIComponent(text),
      (text, length) => text.slice(0, length),
      (text, length) => `${text.slice(0, length)}... and so on`,
      (text, length) => inMarkdown(`${text.slice(0, length)}...`),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...TOKENS),
        fc.constantFrom(...ways),
        fc.constantFrom('', 'a ', '0abc', '_', '*', '1. ', '\\'),
        fc.constantFrom('', ' z', '0abc', '_', '!', ' …'),
        fc.integer({ min: 4, max: 120 }),
        fc.constantFrom('', '\n', '\r\n', '\n    ', '  \n\t', '\n> '),
        fc.integer({ min: 1, max: 30 }),
        (token, way, before, after, length, end, at) => {
          const folded = `${token.slice(0, at)}${end}${token.slice(at)}`;
          expectNone(maskText(way(`${before}${folded}${after}`, length), secrets));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes nothing with it that is no secret', () => {
    const innocent = inMarkdown('a_b *c* <d> `e` @f #1 ghp sk-ant 100 % … and so on &c.');
    expect(maskText(innocent, secrets)).toBe(innocent);
    expect(new Secrets(secrets).mask(`a ${PLANTED.DEPLOY_TOKEN} b`)).toBe('a *** b');
  });

  it.each([
    ['in one piece', SAID],
    ['over several lines, and cut off', FOLDED],
  ])(
    'is in nothing that a refused override leaves behind: log, outputs, summary, state, issue: %s',
    async (_, said) => {
      await using github = await startGithub();
      await github.repository('octo/demo');
      const env = { ...github.env(await github.token({ issues: 'write' })), ...PLANTED };
      using job = new JobScene({ event: ofRepository('workflow_dispatch'), env });
      job.commit({ 'allocation.yaml': REAL });
      const inputs = { agent: 'SECURITY', phase: 'EXEC', tier: 'sonnet', reason: said, 'work-item': said };
      const done = await job.action({ command: 'resolve', ...inputs });
      expect(done.outputs.decision).toBe('refuse');
      const found = await github.ask('GET', '/repos/octo/demo/issues?state=all');
      const issues = (Array.isArray(found) ? found : []).map(
        (issue) => text(issue, 'title') + text(issue, 'body'),
      );
      expect(issues).toHaveLength(1);
      expect(done.summary).toMatch(/\\\*\\\*\\\*|\*{3}/);
      for (const left of [
        withoutMasks(done.stdout),
        done.stderr,
        done.summary,
        JSON.stringify(done.outputs),
        JSON.stringify(done.state),
        ...issues,
      ])
        expectNone(left);
      expectNoneSent(github);
      // A line that tells everybody of a person is one that the runner never sees, either.
      expect(issues[0]).not.toContain('@everyone');
    },
  );

  it.each([
    ['in one piece', SAID],
    ['over several lines, and cut off', FOLDED],
  ])(
    'is in no word of the gate about a file that holds it: comment, summary, report, findings, annotations, SARIF: %s',
    async (_, said) => {
      await using scene = await GateScene.open();
      await using home = await folder();
      const { path: place } = home;
      const head = edit(
        edit(ALLOCATION, 'SECURITY:\n    default: opus', 'SECURITY:\n    default: sonnet'),
        'minimum: opus',
        `minimum: ${JSON.stringify(said)}`,
      );
      const weak = edit(
        ALLOCATION,
        'STORIES:\n    default: sonnet',
        `STORIES:\n    default: haiku\n    rationale: ${JSON.stringify(said)}\n    upgrades: [{ to: opus, if: "task.x == '1'", because: ${JSON.stringify(said)} }]`,
      );
      const token = await scene.github.token({ contents: 'read', pull_requests: 'write', issues: 'write' });
      for (const [name, file] of [
        ['invalid', head],
        ['told', weak],
        ['broken', `${ALLOCATION}\n${said}: [`],
      ] as const) {
        const pull = await scene.pull(name, files(file));
        const sarif = join(place, `${name}.sarif`);
        const result = await scene.judge(eventOf(pull), { token, env: PLANTED, inputs: { sarif } });
        expect(result.report.verdict).toBe('fail');
        const list = await scene.github.ask('GET', `/repos/octo/demo/issues/${pull.number}/comments`);
        const comments = (Array.isArray(list) ? list : []).map((each) => text(each, 'body'));
        expect(comments).toHaveLength(1);
        const log = readFileSync(sarif, 'utf8');
        expect(sarifRules(log).length).toBeGreaterThan(0);
        for (const left of [withoutMasks(result.all), JSON.stringify(result.report), log, ...comments])
          expectNone(left);
      }
    },
  );

  it.each([
    ['https://x-access-token:ghs_planted_0123456789@github.invalid/api/v3'],
    ['ftp://user:ghs_planted_0123456789@github.invalid/api'],
    ['https:/user:ghs_planted_0123456789@github.invalid?token=ghs_planted_0123456789'],
    ['user:ghs_planted_0123456789@github.invalid/api'],
  ])('in GITHUB_API_URL is never printed: %s', async (address) => {
    await using scene = await GateScene.open();
    const pull = await scene.pull('any', files(edit(ALLOCATION, 'default: opus', 'default: sonnet')));
    const result = await scene.judge(eventOf(pull), {
      env: { GITHUB_API_URL: address, HAIKU_FIRST_MAX_WAIT_MS: '10' },
    });
    expect(withoutMasks(result.all) + JSON.stringify(result.report)).not.toContain('ghs_planted');
  });

  it.each([
    'http://octocat:ghs_planted_0123456789@127.0.0.1:9/octo/demo.git',
    'http://octocat:pl@nted_ghs_planted_01@127.0.0.1:9/octo/demo.git',
    'ssh://octocat:ghs_planted_0123456789@127.0.0.1:9/octo/demo.git',
    'ftp://octocat:ghs_planted_0123456789@127.0.0.1/octo/demo.git',
    'http//octocat:ghs_planted_0123456789@127.0.0.1/octo/demo.git',
    'file://octocat:ghs_planted_0123456789@host/octo/demo.git',
  ])('in the address of a ledger is never printed: %s', async (ledger) => {
    using job = JobScene.atDesk();
    job.git('remote', 'add', 'theirs', ledger);
    for (const named of [ledger, 'theirs']) {
      for (const args of [
        ['ledger', 'verify', '--ledger', named],
        ['resolve', '--agent', 'TESTING', '--phase', 'EXEC', '--ledger', named, '--json'],
      ]) {
        const { stdout, stderr } = await job.cli(args);
        expect(stdout + stderr.join('\n')).not.toMatch(/ghs_planted|nted_ghs/);
      }
    }
  });
});

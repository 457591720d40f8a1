import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { FIXTURES } from '../support/claude-code.ts';
import { JobScene } from '../support/job-scene.ts';

/*
 * Samples of the real client 2.1.332 against a loopback API: `override`, `sub-override` and `sub-beside` in a project
 * whose settings say `modelOverrides: {claude-opus-5-5: claude-haiku-5-5}`, `gateway` with `--model
 * anthropic/claude-opus-5-5`, `gateway-plain` with an answer that has the plain id.
 */

const OPUS = 'claude-opus-5-5';
const HAIKU = 'claude-haiku-5-5';
const security = ['--agent', 'SECURITY', '--phase', 'EXEC'];
const none = ['--ledger', 'none'];
const file = (sample: string, name: string): string[] => ['--from', join(FIXTURES, sample, name)];

/** The sources that a job can have: with the result go the transcripts, or the messages, or both. */
const SOURCES: Readonly<Record<string, (sample: string) => readonly string[]>> = {
  'the messages': (sample) => file(sample, 'execution.json'),
  'the result and the transcripts': (sample) => [...file(sample, 'result.json'), ...file(sample, 'projects')],
  'the transcripts and the messages': (sample) => [
    ...file(sample, 'projects'),
    ...file(sample, 'execution.json'),
  ],
};

/** Of the alerts about what was used. */
function kinds({ alerts }: { readonly alerts: readonly { readonly kind: string }[] }): readonly string[] {
  return alerts.map(({ kind }) => kind).filter((kind) => kind !== 'critical-share');
}

function row({ agent, model_requested, model_used, tier_used, tokens, ...rest }: UsageRecord): unknown[] {
  const { input, output } = tokens ?? {};
  return [agent, `${model_requested} → ${model_used} (${tier_used})`, input, output, rest.cost_microusd];
}

describe('a session in which another model answers than is asked for', () => {
  describe.each(Object.keys(SOURCES))('by %s', (name) => {
    const from = SOURCES[name] ?? (() => []);

    it('is one record of what answered, at its price and below its floor, with a warning', async () => {
      using job = JobScene.atDesk();
      const asked = ['record', ...from('override'), ...security, ...none];
      const { records, below_floor } = await job.json(asked);
      expect(records.map(row)).toEqual([['SECURITY', `${OPUS} → ${HAIKU} (haiku)`, 1000, 500, 376]]);
      expect(records[0]).toMatchObject({ auxiliary: false, measured: 'full', cost_basis: 'computed' });
      expect(below_floor).toMatchObject([{ agent: 'SECURITY', model: HAIKU, tier: 'haiku', floor: 'opus' }]);
      const { stderr } = await job.cli(asked);
      expect(stderr.join('\n')).toContain(`${OPUS} was asked for, and ${HAIKU} answered`);
    });

    it('does not mix what two askings for two models got from one', async () => {
      using job = JobScene.atDesk();
      const { records } = await job.json(['record', ...from('sub-beside'), ...security, ...none]);
      const sums = records.map(({ model_used, auxiliary, tokens }: UsageRecord) => [
        model_used,
        auxiliary,
        tokens?.input,
        tokens?.output,
      ]);
      expect(sums.filter(([model]: unknown[]) => model !== HAIKU)).toEqual([]);
      const total = (at: number): number =>
        sums.reduce((sum: number, each: unknown[]) => sum + Number(each[at]), 0);
      expect([total(2), total(3)]).toEqual([2300, 1500]);
    });
  });

  it('books a sub-agent on what answered it, and what it was started for on its own', async () => {
    using job = JobScene.atDesk();
    job.write(
      'allocation.yaml',
      readFileSync(join(job.checkout, 'allocation.yaml'), 'utf8').replace('[x]', '[security-agent]'),
    );
    const sources = [...file('sub-override', 'execution.json'), ...file('sub-override', 'projects')];
    const { records, below_floor } = await job.json([
      ...['record', ...sources, '--agent', 'TESTING', '--phase', 'EXEC', ...none],
    ]);
    expect(records.map(row).sort()).toEqual([
      ['SECURITY', `${OPUS} → ${HAIKU} (haiku)`, 300, 500, 306],
      ['TESTING', 'claude-sonnet-5-5 → claude-sonnet-5-5 (sonnet)', 2000, 1000, 15_010],
    ]);
    expect(below_floor).toMatchObject([{ agent: 'SECURITY', model: HAIKU }]);
  });

  it('comes through the ledger into the report as one use, below its floor', async () => {
    using job = JobScene.atDesk();
    const sources = SOURCES['the transcripts and the messages']?.('override') ?? [];
    const now = ['--now', '2026-11-23T12:00:00Z'];
    expect(await job.json(['record', ...sources, ...security, ...now])).toMatchObject({ written: 1 });
    const report = await job.json(['report', ...now]);
    expect(report.uses).toMatchObject([{ agent: 'SECURITY', requested: OPUS, used: HAIKU, microusd: 376 }]);
    expect(kinds(report)).toEqual(['below-floor']);
    expect(report.spent.tokens).toBe(1700);
  });

  it('is resumed without being counted again', async () => {
    using job = JobScene.atDesk();
    const now = ['--now', '2026-11-23T12:00:00Z'];
    const record = async (run: string, name: string) =>
      (await job.json(['record', ...file('override', name), ...security, ...now, '--run', run])).records;
    expect(await record('1', 'projects')).toHaveLength(1);
    expect(await record('2', 'execution.json')).toEqual([]);
  });

  it('warns on the page of the run', async () => {
    using job = new JobScene({ now: '2026-11-23T12:00:00Z' });
    job.claude('override');
    const inputs = { command: 'record', agent: 'SECURITY', phase: 'EXEC', record: 'off' };
    const { annotations, summary } = await job.outcome(inputs);
    expect(summary).toContain(`${OPUS} was asked for, and ${HAIKU} answered`);
    expect(annotations.map(({ title }) => title)).toEqual([
      'SECURITY/EXEC below its floor',
      'Another model answered',
    ]);
  });
});

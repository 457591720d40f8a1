import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { checkRecord } from '../../src/usage/records/record-check.ts';
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

interface Session {
  /** The key in the client's sums. */
  readonly asked: string;
  readonly answered?: string;
  readonly canonical?: string | null;
}

/** The shape that the client gives its messages. */
function messages({ asked, answered = asked, canonical = OPUS }: Session): string {
  const id = { session_id: 'g' };
  const usage = { input_tokens: 1000, output_tokens: 500 };
  const total = { inputTokens: 1000, outputTokens: 500, costUSD: 0.014, costBasis: 'list' };
  return JSON.stringify([
    { ...id, type: 'system', subtype: 'init', model: asked },
    {
      ...id,
      type: 'assistant',
      message: { id: 'm', model: answered, content: [], usage: { ...usage, output_tokens: 1 } },
    },
    {
      ...id,
      type: 'result',
      subtype: 'success',
      is_error: false,
      num_turns: 1,
      usage,
      subagent_stats: { spawned: 0 },
      modelUsage: { [asked]: canonical === null ? total : { ...total, canonicalModel: canonical } },
    },
  ]);
}

async function recorded(session: Session) {
  using job = JobScene.atDesk();
  const path = job.write('exec.json', messages(session));
  const { records, below_floor } = await job.json(['record', '--from', path, ...security, ...none]);
  for (const record of records) expect(checkRecord(record)).toEqual({ ok: true, value: record });
  return { records, below_floor };
}

const ACCOUNT = 'arn:aws:bedrock:us-east-1:123456789012';

describe('an id that only the client can tell', () => {
  it.each([
    'anthropic/claude-opus-5-5',
    'litellm/claude-opus-5-5',
    'litellm/our-best',
    'claude-opus-5-5-20260922',
    'vertex_ai/claude-opus-5-5@20260922',
    'openrouter/anthropic/claude-opus-5.5',
    'Claude-Opus-5-5',
    'eu-west.anthropic.claude-opus-5-5',
    `${ACCOUNT}:application-inference-profile/abc123def456`,
  ])('is one record of the model that it says, under its own id: %s', async (asked) => {
    const { records, below_floor } = await recorded({ asked });
    expect(records.map(row)).toEqual([['SECURITY', `${OPUS} → ${OPUS} (opus)`, 1000, 500, 14_000]]);
    expect(records[0]).toMatchObject({ auxiliary: false, measured: 'full', model_id: asked });
    expect(below_floor).toEqual([]);
  });

  it.each([
    ['anthropic/claude-opus-5-5', OPUS],
    [OPUS, 'anthropic/claude-opus-5-5'],
    [OPUS, 'claude-opus-5-5-20260922'],
    [OPUS, 'vertex_ai/claude-opus-5-5'],
    [`${ACCOUNT}:application-inference-profile/abc123def456`, OPUS],
  ])('is the same model in the answer: asked for %s, answered %s', async (asked, answered) => {
    const { records, below_floor } = await recorded({ asked, answered });
    expect(records.map(row)).toEqual([['SECURITY', `${OPUS} → ${OPUS} (opus)`, 1000, 500, 14_000]]);
    expect(below_floor).toEqual([]);
  });

  it.each([
    ['is no other model than the table says', HAIKU, HAIKU, HAIKU, 'haiku', 350],
    [
      'names another line',
      'cheap/claude-haiku-5.5',
      'cheap/claude-haiku-5.5',
      'cheap/claude-haiku-5.5',
      null,
      null,
    ],
    ['names another generation', 'x/claude-opus-4-5', 'x/claude-opus-4-5', 'x/claude-opus-4-5', null, null],
    ['is answered by a known lesser model', 'anthropic/claude-opus-5-5', HAIKU, HAIKU, 'haiku', 350],
    ['is answered by a stranger', OPUS, 'litellm/cheap', 'litellm/cheap', null, null],
  ])('is not believed where it %s', async (_, asked, answered, used, tier, cost) => {
    const { records, below_floor } = await recorded({ asked, answered });
    expect(records).toMatchObject([
      { model_used: used, tier_used: tier, cost_microusd: cost, tokens: { input: 1000, output: 500 } },
    ]);
    expect(below_floor).toMatchObject([{ model: used, tier }]);
  });

  it.each(['Opus (EU)', `${ACCOUNT}:application-inference-profile/${'a'.repeat(200)}`])(
    'may be one that no record can hold: %s',
    async (asked) => {
      const { records, below_floor } = await recorded({ asked });
      expect(records.map(row)).toEqual([['SECURITY', `${OPUS} → ${OPUS} (opus)`, 1000, 500, 14_000]]);
      expect(records[0]).not.toHaveProperty('model_id');
      expect(below_floor).toEqual([]);
    },
  );

  it('is what answers where the client cannot tell either', async () => {
    const asked = `${ACCOUNT}:application-inference-profile/abc123def456`;
    const { records, below_floor } = await recorded({ asked, answered: OPUS, canonical: asked });
    expect(records.map(row)).toEqual([['SECURITY', `${OPUS} → ${OPUS} (opus)`, 1000, 500, 14_000]]);
    expect(below_floor).toEqual([]);
  });

  it('is not believed where the allocation has another tier for it', async () => {
    using job = JobScene.atDesk();
    const before = readFileSync(join(job.checkout, 'allocation.yaml'), 'utf8');
    job.write(
      'allocation.yaml',
      before.replace('claude-sonnet-5-5 }', 'claude-sonnet-5-5, providers: { gateway: litellm/ours } }'),
    );
    const path = job.write('exec.json', messages({ asked: 'litellm/ours' }));
    const { records, below_floor } = await job.json(['record', '--from', path, ...security, ...none]);
    expect(records).toMatchObject([{ model_used: 'litellm/ours', tier_used: 'sonnet' }]);
    expect(below_floor).toMatchObject([{ tier: 'sonnet', floor: 'opus' }]);
  });

  it('stays unknown where the client says nothing', async () => {
    const { records, below_floor } = await recorded({ asked: 'litellm/our-best', canonical: null });
    expect(records).toMatchObject([{ model_used: 'litellm/our-best', tier_used: null }]);
    expect(records).toHaveLength(1);
    expect(below_floor).toHaveLength(1);
  });

  it('is read so from what the real client writes, and comes into the report without an alarm', async () => {
    for (const sample of ['gateway', 'gateway-plain']) {
      for (const from of Object.values(SOURCES)) {
        using job = JobScene.atDesk();
        const now = ['--now', '2026-11-23T12:00:00Z'];
        const { records } = await job.json(['record', ...from(sample), ...security, ...now]);
        expect(records.map(row)).toEqual([['SECURITY', `${OPUS} → ${OPUS} (opus)`, 1000, 500, 15_010]]);
        const report = await job.json(['report', ...now]);
        expect(report).toMatchObject({ mismatches: [], spent: { tokens: 1700, microusd: 15_010 } });
        expect(kinds(report)).toEqual([]);
      }
    }
  });

  it('is not counted again where an earlier job could not tell what it is', async () => {
    using job = JobScene.atDesk();
    const now = ['--now', '2026-11-23T12:00:00Z'];
    const record = async (run: string, name: string) =>
      (await job.json(['record', ...file('gateway', name), ...security, ...now, '--run', run])).records;
    expect(await record('1', 'projects')).toMatchObject([{ model_used: 'anthropic/claude-opus-5-5' }]);
    expect(await record('2', 'execution.json')).toEqual([]);
  });

  it('is the same model as its plain id, in one sum', async () => {
    using job = JobScene.atDesk();
    const parsed = JSON.parse(messages({ asked: 'anthropic/claude-opus-5-5' }));
    const total = Object.values(parsed[2].modelUsage)[0];
    parsed[2].modelUsage[OPUS] = total;
    const path = job.write('exec.json', JSON.stringify(parsed));
    const { records } = await job.json(['record', '--from', path, ...security, ...none]);
    expect(records).toMatchObject([{ model_used: OPUS, tokens: { input: 2000, output: 1000 } }]);
  });
});

describe('a profile of Bedrock', () => {
  const usage = { input_tokens: 1000, output_tokens: 500 };
  const transcript = (model: string, requestedModel: string): string =>
    JSON.stringify({
      type: 'assistant',
      sessionId: 'b',
      uuid: 'u',
      timestamp: '2026-11-23T02:00:00Z',
      requestedModel,
      message: { id: 'm', model, stop_reason: 'end_turn', usage },
    });

  it.each([
    ['us.anthropic.claude-opus-5-5', 15_400],
    ['eu.anthropic.claude-opus-5-5', 15_400],
    ['global.anthropic.claude-opus-5-5', 14_000],
    ['anthropic.claude-opus-5-5', 14_000],
    [`${ACCOUNT}:inference-profile/us.anthropic.claude-opus-5-5`, 15_400],
    ['arn:aws-us-gov:bedrock:us-gov-west-1:1:inference-profile/us-gov.anthropic.claude-opus-5-5', 15_400],
    ['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-opus-5-5', 14_000],
    ['bedrock/us.anthropic.claude-opus-5-5', 15_400],
  ])('has tier and price of its model, and stays what it is: %s', async (asked, cost) => {
    using job = JobScene.atDesk();
    const id = asked.replace(/^.*\//, '');
    const expected = [{ model_used: id, tier_used: 'opus', cost_microusd: cost, cost_basis: 'computed' }];
    const texts = [
      messages({ asked }),
      messages({ asked, answered: OPUS }),
      JSON.stringify(JSON.parse(messages({ asked }))[2]),
      ...(asked.startsWith('bedrock/') ? [] : [transcript(asked, asked), transcript(OPUS, asked)]),
    ];
    for (const text of texts) {
      const path = job.write('b.jsonl', text);
      const { records, below_floor } = await job.json(['record', '--from', path, ...security, ...none]);
      expect(records).toMatchObject(expected);
      expect(records).toHaveLength(1);
      expect(below_floor).toEqual([]);
    }
  });

  it('of a lesser model is below the floor, whatever it is called', async () => {
    const { records, below_floor } = await recorded({
      asked: `${ACCOUNT}:inference-profile/us.anthropic.claude-haiku-5-5`,
    });
    expect(records).toMatchObject([{ model_used: 'us.anthropic.claude-haiku-5-5', tier_used: 'haiku' }]);
    expect(below_floor).toHaveLength(1);
  });

  it('comes through the ledger into the report at its regional price', async () => {
    using job = JobScene.atDesk();
    const path = job.write(
      'b.jsonl',
      transcript('us.anthropic.claude-opus-5-5', 'us.anthropic.claude-opus-5-5'),
    );
    const now = ['--now', '2026-11-23T12:00:00Z'];
    await job.json(['record', '--from', path, ...security, ...now]);
    const report = await job.json(['report', ...now]);
    expect(report.uses).toMatchObject([{ used: 'us.anthropic.claude-opus-5-5', microusd: 15_400 }]);
    expect(kinds(report)).toEqual([]);
  });
});

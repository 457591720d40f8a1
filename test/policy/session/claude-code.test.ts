import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAgent } from '../../../src/allocation/allocation.ts';
import { readFacts } from '../../../src/allocation/facts.ts';
import { isPhase } from '../../../src/allocation/names.ts';
import { InternalError } from '../../../src/errors.ts';
import { type Request, resolve, type State } from '../../../src/policy/decision/resolve.ts';
import { claudeCode, readDefinition, sessionOf } from '../../../src/policy/session/index.ts';
import { dateOf, weekOf } from '../../../src/time/week.ts';
import { changed, read, readExceptions } from '../../allocation/reading.ts';
import { flagOf, wordsOf } from '../../support/claude-args.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const STATE: State = { level: 'GREEN', allowances: new Map(), unavailable: new Map() };
type Handover = Parameters<typeof claudeCode>[2];
const HANDOVER: Handover = { maxUsd: null, pins: { CLAUDE_CODE_EXTRA_BODY: '{}' }, file: null };

interface Given {
  readonly agent?: string;
  readonly file?: string;
  readonly definitions?: readonly string[];
  readonly provider?: string;
  readonly state?: State;
  readonly handover?: Partial<Handover>;
}

function handed({ agent = 'TESTING', file = changed(), definitions = [], ...rest }: Given) {
  const allocation = read(file);
  const exceptions = readExceptions('version: 1\nexceptions: []\n');
  const phase = 'EXEC';
  const found = findAgent(allocation, agent);
  if (found === null || !isPhase(phase)) throw new Error('no cell');
  const request: Request = {
    agent: found,
    phase,
    week: weekOf(NOW, 'UTC'),
    today: dateOf(NOW),
    draw: null,
    facts: readFacts(allocation, {}, null),
    critical: false,
    choice: null,
    provider: rest.provider ?? 'anthropic',
  };
  const state = rest.state ?? STATE;
  const decision = resolve(allocation, exceptions, request, state);
  const readings = definitions.map((text, index) => readDefinition(`.claude/agents/${index}.md`, text));
  const context = { allocation, exceptions, request, state, definitions: readings, unread: false, lost: [] };
  const session = sessionOf(decision, context);
  return { decision, ...claudeCode(decision, session, { ...HANDOVER, ...rest.handover }) };
}

function definition(name: string, more = '', prompt = 'Review.'): string {
  return `---\nname: ${name}\ndescription: Looks at it.\n${more}---\n\n${prompt}\n`;
}

const about = (agents: ReturnType<typeof handed>['agents'], name: string) =>
  agents.find((each) => each.name === name);

describe('the words for Claude Code', () => {
  it('say the model first, and what else is asked for', () => {
    const { args } = handed({ agent: 'SECURITY', handover: { maxUsd: 1.5 } });
    expect(wordsOf(args).slice(0, 4)).toEqual(['--model', 'claude-opus-5-5', '--max-budget-usd', '1.5']);
  });

  it('are refused for an id that could be more than one word', () => {
    const { decision } = handed({});
    const sly = { ...decision, model: JSON.parse('"claude --dangerously"') };
    const session = { locked: false, available: [], set: [], agents: [], forkable: null };
    expect(() => claudeCode(sly, session, HANDOVER)).toThrow(InternalError);
  });

  it('lock a session out of reach of the project, under a floor or where it could start a sub-agent that is', () => {
    for (const agent of ['SECURITY', 'DOCMON']) {
      const { args, settings } = handed({ agent });
      const managed = JSON.parse(flagOf(args, '--managed-settings') ?? '');
      expect(managed).toMatchObject({
        ...JSON.parse(settings),
        permissions: { deny: expect.arrayContaining(['Agent(model:*)']) },
      });
      expect(JSON.parse(flagOf(args, '--settings') ?? '')).toEqual({ env: HANDOVER.pins });
    }
  });

  it('start no skill where one could take a sub-agent below its floor', () => {
    const deny = (agent: string): readonly string[] =>
      JSON.parse(flagOf(handed({ agent }).args, '--managed-settings') ?? '').permissions.deny;
    expect(deny('DOCMON')).toContain('Skill');
    expect(deny('SECURITY')).not.toContain('Skill');
  });

  it('lock nothing where there is no floor', () => {
    const file =
      'version: 1\ntiers: [{ name: haiku, model: claude-haiku-5-5 }]\nphases: [EXEC]\nagents: { A: { default: haiku } }\n';
    expect(handed({ agent: 'A', file }).args).toBe('--model claude-haiku-5-5');
  });

  it('come through the parsing of claude-code-action, whatever a definition says', () => {
    const awkward = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        "it's",
        '"a" $HOME `id` $(id)',
        '\\',
        '\\n#x',
        '# no comment',
        'ü – 語 \u{E001}',
        '(a|b) && <c> *?',
      ),
    );
    fc.assert(
      fc.property(fc.array(awkward, { minLength: 1, maxLength: 4 }), (lines) => {
        const prompt = Buffer.from(lines.join('\n')).toString('utf8');
        fc.pre(prompt.trim() !== '' && !/^---/m.test(prompt));
        const { args } = handed({ definitions: [definition('security-agent', '', prompt)] });
        expect(args).toMatch(/^[ -~]*$/);
        const words = wordsOf(args);
        expect(words.filter((word) => word.startsWith('--'))).toEqual([
          '--model',
          '--managed-settings',
          '--settings',
          '--agents',
        ]);
        const { prompt: read } = JSON.parse(flagOf(args, '--agents') ?? '')['security-agent'];
        expect(read).toBe(prompt.trim());
      }),
    );
  });

  it('name a file for definitions that are too long for a command line', () => {
    const definitions = [definition('security-agent', '', 'x'.repeat(70_000))];
    const { args, file } = handed({ definitions, handover: { file: 'runner/agents.json' } });
    expect(flagOf(args, '--agents')).toBe('runner/agents.json');
    expect(JSON.parse(file?.text ?? '')['security-agent'].model).toBe('claude-opus-5-5');
    expect(args.length).toBeLessThan(5000);
  });

  it('deny a sub-agent under a floor where no file can be', () => {
    const { args, agents } = handed({ definitions: [definition('security-agent', '', 'x'.repeat(70_000))] });
    expect(about(agents, 'security-agent')).toMatchObject({ how: 'denied', tier: null });
    const { permissions } = JSON.parse(flagOf(args, '--managed-settings') ?? '');
    expect(permissions.deny).toContain('Agent(security-agent)');
  });

  it('leave a sub-agent without a floor to its file where no file can be, and lock it in a session that has one', () => {
    const definitions = [
      definition('DOCMON', 'model: haiku\n', 'x'.repeat(70_000)),
      definition('security-agent'),
    ];
    const why = 'its definition is too long for a command line';
    const own = handed({ agent: 'TESTING', definitions });
    expect(about(own.agents, 'DOCMON')).toMatchObject({ how: 'unchanged', tier: null, why });
    const { permissions } = JSON.parse(flagOf(own.args, '--managed-settings') ?? '');
    expect(permissions.deny).not.toContain('Agent(DOCMON)');
    // What is under a floor goes first: it fits.
    expect(about(own.agents, 'security-agent')).toMatchObject({ how: 'set', tier: 'opus' });
    expect(Object.keys(JSON.parse(flagOf(own.args, '--agents') ?? ''))).toEqual(['security-agent']);
    const under = handed({ agent: 'SECURITY', definitions });
    expect(about(under.agents, 'DOCMON')).toMatchObject({ how: 'locked', tier: 'opus', why });
    const same = handed({
      agent: 'SECURITY',
      definitions: [definition('security-agent', '', 'x'.repeat(70_000))],
    });
    expect(about(same.agents, 'security-agent')).toMatchObject({ how: 'locked', tier: 'opus', why });
    const managed = JSON.parse(flagOf(under.args, '--managed-settings') ?? '');
    expect(managed.availableModels).toEqual(['claude-opus-5-5']);
  });
});

describe('a sub-agent', () => {
  it('of two files with its name is the one that Claude Code takes: the last by its path', () => {
    const definitions = [
      definition('security-agent', '', 'The first.'),
      definition('security-agent', '', 'The last.'),
    ];
    const { args } = handed({ agent: 'DOCMON', definitions });
    const { 'security-agent': given } = JSON.parse(flagOf(args, '--agents') ?? '');
    expect(given).toMatchObject({ prompt: 'The last.', model: 'claude-opus-5-5' });
  });

  it('under a floor runs at it, whatever its file says', () => {
    const { args, agents, settings } = handed({
      agent: 'DOCMON',
      definitions: [
        definition('security-agent', 'model: haiku\ntools: Read, Grep, Bash(git log:*, git show)\n'),
      ],
    });
    expect(about(agents, 'security-agent')).toMatchObject({
      agent: 'SECURITY',
      tier: 'opus',
      how: 'set',
      why: 'floor',
    });
    expect(JSON.parse(flagOf(args, '--agents') ?? '')).toEqual({
      'security-agent': {
        description: 'Looks at it.',
        prompt: 'Review.',
        tools: ['Read', 'Grep', 'Bash(git log:*, git show)'],
        model: 'claude-opus-5-5',
      },
    });
    expect(JSON.parse(settings).availableModels).toEqual(['claude-haiku-5-5', 'claude-opus-5-5']);
  });

  it.each(['Security-Agent', 'security_agent', 'Security Agent', 'SecurityAgent'])(
    'under a floor runs at it where its file calls it %s, and under the name that the allocation has',
    (name) => {
      const { args, agents } = handed({ agent: 'DOCMON', definitions: [definition(name, 'model: haiku\n')] });
      expect(about(agents, name)).toMatchObject({ agent: 'SECURITY', tier: 'opus', how: 'set', known: true });
      expect(JSON.parse(flagOf(args, '--agents') ?? '')).toMatchObject({
        [name]: { model: 'claude-opus-5-5' },
        'security-agent': { model: 'claude-opus-5-5' },
      });
    },
  );

  it('in two spellings is set in each, with the prompt of each', () => {
    const definitions = [
      definition('security-agent', '', 'The one.'),
      definition('Security-Agent', 'model: haiku\n', 'The other.'),
    ];
    const { args } = handed({ agent: 'DOCMON', definitions });
    expect(JSON.parse(flagOf(args, '--agents') ?? '')).toMatchObject({
      'Security-Agent': { model: 'claude-opus-5-5', prompt: 'The other.' },
      'security-agent': { model: 'claude-opus-5-5', prompt: 'The one.' },
    });
  });

  it('that cannot be handed over is denied in the spelling of its file, too', () => {
    const { args } = handed({ agent: 'DOCMON', definitions: ['---\nname: Security-Agent\n---\nReview.\n'] });
    const { permissions } = JSON.parse(flagOf(args, '--managed-settings') ?? '');
    expect(permissions.deny).toEqual(
      expect.arrayContaining(['Agent(Security-Agent)', 'Agent(security-agent)']),
    );
  });

  it('without one runs on its own cell, and is lifted in a session that is under one', () => {
    const definitions = [definition('DOCMON', 'model: opus\n')];
    const own = handed({ agent: 'TESTING', definitions });
    expect(about(own.agents, 'DOCMON')).toMatchObject({ tier: 'haiku', how: 'set' });
    const lifted = handed({ agent: 'SECURITY', definitions });
    expect(about(lifted.agents, 'DOCMON')).toMatchObject({
      tier: 'opus',
      how: 'set',
      why: 'haiku is below the floor of this session',
    });
    expect(JSON.parse(lifted.settings).availableModels).toEqual(['claude-opus-5-5']);
  });

  it('of a plugin cannot be set: it is not started where it could run below its floor', () => {
    const file = changed(['aliases: [security-agent]', 'aliases: [security-agent, acme:guard]']);
    const elsewhere = handed({ agent: 'TESTING', file });
    expect(about(elsewhere.agents, 'acme:guard')).toMatchObject({
      how: 'denied',
      why: 'its model cannot be set',
      known: true,
    });
    const { permissions } = JSON.parse(flagOf(elsewhere.args, '--managed-settings') ?? '');
    expect(permissions.deny).toContain('Agent(acme:guard)');
    const inside = handed({ agent: 'SECURITY', file });
    expect(about(inside.agents, 'acme:guard')).toMatchObject({ how: 'locked', tier: 'opus' });
  });

  it('whose model cannot be had is not started', () => {
    const unavailable = new Map([[2, 'gone']]);
    const { agents } = handed({
      definitions: [definition('security-agent')],
      state: { ...STATE, unavailable },
    });
    expect(about(agents, 'security-agent')).toMatchObject({ how: 'denied', why: 'its model cannot be had' });
  });

  it('that the allocation does not know is left to its definition', () => {
    const { agents } = handed({ definitions: [definition('helper', 'model: haiku\n')] });
    expect(about(agents, 'helper')).toMatchObject({ agent: null, how: 'unchanged' });
  });
});

describe('a definition', () => {
  it.each([
    ['no front matter', 'Review.', 'none'],
    ['a front matter without a name', '---\ndescription: x\n---\nReview.', 'none'],
    ['no description', '---\nname: a\n---\nReview.', 'unreadable'],
    ['no prompt', '---\nname: a\ndescription: x\n---\n', 'unreadable'],
    ['tools of no form', '---\nname: a\ndescription: x\ntools: { a: 1 }\n---\nReview.', 'unreadable'],
    [
      'an effort that there is not',
      '---\nname: a\ndescription: x\neffort: ultra\n---\nReview.',
      'unreadable',
    ],
    ['lines that are no YAML', '---\nname: a\ndescription: Use it when: always\n---\nReview.', 'definition'],
    ['lines that are nothing', '---\nname: a\n  - [\n---\nReview.', 'unreadable'],
  ])('with %s', (_, text, kind) => {
    expect(readDefinition('.claude/agents/a.md', text).kind).toBe(kind);
  });
});

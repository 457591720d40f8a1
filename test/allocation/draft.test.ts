import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentNamed } from '../../src/allocation/allocation.ts';
import { type DraftInput, draftAllocation, type FoundSubAgent } from '../../src/allocation/draft/index.ts';
import { noExceptions } from '../../src/allocation/exceptions.ts';
import { isAlias, isPhase, LINES } from '../../src/allocation/names.ts';
import { parseAllocation } from '../../src/allocation/parse.ts';
import { requireSound } from '../../src/policy/decision/breaches.ts';
import { tableOf } from '../../src/policy/decision/models-of-tiers.ts';
import { gate } from '../../src/policy/gate/index.ts';
import { dateOf } from '../../src/time/week.ts';
import { shippedModels } from '../../src/usage/models/shipped.ts';

const today = dateOf(new Date('2026-11-23T03:00:00Z'));
const table = shippedModels();
const phases = ['RUN'].filter(isPhase);

function draftOf(subAgents: readonly FoundSubAgent[], more: Partial<DraftInput> = {}) {
  const draft = draftAllocation({
    subAgents,
    sessionModel: null,
    phases,
    table,
    today,
    staged: false,
    extends: null,
    home: { raw: 'https://raw.githubusercontent.com/o/h/v1', pages: 'https://github.com/o/h/blob/v1' },
    ...more,
  });
  const bytes = new TextEncoder().encode(draft.text);
  const allocation = parseAllocation('allocation.yaml', bytes);
  requireSound(allocation, noExceptions('allocation.exceptions.yaml'), today, tableOf(allocation, table));
  return { ...draft, allocation, bytes };
}

function found(name: string, model: string | null = null): FoundSubAgent {
  return { name, file: `.claude/agents/${name}.md`, model };
}

const ODD = [
  ...['yes', 'no', 'NULL', 'true', 'on', 'MAIN', 'main', 'constructor', '__proto__', 'toString', 'default'],
  ...['a:b', 'a.b', 'a:b:c', 'A:B', 'a-b', 'a_b', 'e1', 'x'.repeat(64), 'x'.repeat(65), 'Ünïcode', '日本語'],
  ...[
    '"quoted"',
    "it's",
    'colon: space',
    '# comment',
    '- dash',
    '123',
    '1e3',
    '',
    ' ',
    'a\nb',
    '\ud800',
    '…',
  ],
  ...[
    'security',
    'SECURITY',
    'Security',
    'auth-check',
    'author',
    'x:security',
    `${'y'.repeat(60)}:${'z'.repeat(60)}`,
  ],
];
const MODELS = [
  'haiku',
  'sonnet',
  'opus',
  'fable',
  'inherit',
  'opusplan',
  'opus[1m]',
  'claude-opus-4-1',
  'gpt',
  ': #',
  '"',
];

describe('a draft for any sub-agents', () => {
  const name = fc.oneof(
    fc.constantFrom(...ODD),
    fc.string({ unit: 'binary', maxLength: 70 }),
    fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.:-]{0,20}$/),
  );
  const model = fc.oneof(fc.constant(null), fc.constantFrom(...MODELS), fc.string({ unit: 'binary' }));
  const subAgent = fc.record({ name, model, file: fc.string({ unit: 'binary', maxLength: 300 }) });

  it('is a valid file, in which each that can be named has its agent, and no tier below its own', () => {
    fc.assert(
      fc.property(fc.array(subAgent, { maxLength: 30 }), fc.option(model), (subAgents, sessionModel) => {
        const { allocation, unnamed, isExample } = draftOf(subAgents, { sessionModel });
        const agents = [...allocation.agents.values()];
        for (const each of subAgents) {
          const agent = agentNamed(agents, each.name);
          if (!isAlias(each.name)) expect(unnamed.map(({ name: lost }) => lost)).toContain(each.name);
          else expect(agent).not.toBeNull();
          const line = LINES.map(String).indexOf(each.model ?? '');
          if (agent !== null && line >= 0)
            expect(LINES.indexOf(lineOf(allocation, agent.assigned))).toBeGreaterThanOrEqual(line);
        }
        if (!isExample) expect(unnamed.length + agents.length).toBeGreaterThan(0);
      }),
    );
  });

  it('passes the gate as the first file of a repository', () => {
    fc.assert(
      fc.property(fc.array(subAgent, { maxLength: 8 }), (subAgents) => {
        const { bytes } = draftOf(subAgents);
        const absent = { kind: 'absent' } as const;
        const { verdict, findings } = gate(
          [
            {
              subject: 'this change',
              base: { allocation: absent, exceptions: absent },
              head: { allocation: { kind: 'file', bytes }, exceptions: absent },
            },
          ],
          {
            allocationFile: 'allocation.yaml',
            exceptionsFile: 'allocation.exceptions.yaml',
            today,
            shipped: table,
            docs: (id) => id,
            mode: 'enforce',
          },
          [],
        );
        expect({ verdict, errors: findings.filter(({ severity }) => severity === 'error') }).toEqual({
          verdict: 'pass',
          errors: [],
        });
      }),
      { numRuns: 30 },
    );
  });

  it('holds as many spellings of a name as an agent may have aliases', () => {
    const spellings = Array.from({ length: 64 }, (_, bits) =>
      [...'worker'].map((letter, place) => ((bits >> place) & 1 ? letter.toUpperCase() : letter)).join(''),
    );
    const { agents, unnamed } = draftOf(spellings.map((name) => found(name)));
    expect(agents.map(({ aliases }) => aliases.length)).toEqual([50]);
    expect(unnamed).toHaveLength(14);
  });

  it('is the same whatever order they are found in, but for which file of a name goes first', () => {
    const all = ODD.filter((each) => each !== '').map((each) => found(each, 'haiku'));
    const names = (subAgents: readonly FoundSubAgent[]): object =>
      Object.fromEntries(draftOf(subAgents).agents.map((each) => [each.name, [...each.aliases].sort()]));
    expect(names(all.toReversed())).toEqual(names(all));
  });
});

function lineOf({ tiers }: ReturnType<typeof draftOf>['allocation'], rank: number): (typeof LINES)[number] {
  const line = LINES.find((each) => each === tiers[rank]?.name);
  if (line === undefined) throw new Error('a tier of the draft is called like its line');
  return line;
}

describe('the tier of a drafted agent', () => {
  it.each([
    [null, 'sonnet', 'sonnet until you choose'],
    ['inherit', 'sonnet', 'sonnet until you choose'],
    ['haiku', 'haiku', null],
    ['opus[1m]', 'opus', null],
    ['opusplan', 'opus', 'it may mean opus'],
    ['fable', 'fable', null],
    ['claude-sonnet-5-5', 'sonnet', null],
    ['claude-sonnet-4-5-20250929', 'sonnet', 'now the newest sonnet'],
    ['anthropic.claude-opus-5-5', 'opus', null],
    ['gpt', 'sonnet', 'not known, so sonnet until you choose'],
  ])('from a file that says %s is %s', (model, tier, why) => {
    const { agents, allocation } = draftOf([found('worker', model)]);
    expect(agents).toMatchObject([{ name: 'WORKER', tier, why }]);
    expect(allocation.tiers.map(({ model: id }) => id)).toEqual([
      'claude-haiku-5-5',
      'claude-sonnet-5-5',
      'claude-opus-5-5',
      ...(tier === 'fable' ? ['claude-fable-5-2'] : []),
    ]);
  });

  it.each([
    ...[
      'security-reviewer',
      'SecurityBot',
      'threat_model',
      'auth',
      'oauth-check',
      'crypto',
      'vuln-scan',
      'appsec',
    ],
    ...['acme:security', 'secret-scanner', 'cve.check', 'myAuthAgent'],
  ])('of %s is opus, under an absolute floor', (name) => {
    const { agents, allocation } = draftOf([found(name, 'haiku'), found('docs', 'haiku')]);
    expect(agents.find(({ aliases }) => aliases.includes(name))).toMatchObject({ tier: 'opus' });
    expect(allocation.floors).toMatchObject([{ absolute: true, agents: [expect.stringMatching(/^[A-Z]/)] }]);
  });

  it.each(['author', 'authoring', 'docs', 'secretary', 'sector', 'encryptor-docs'])(
    'of %s has no floor',
    (name) => {
      expect(draftOf([found(name, 'haiku')]).allocation.floors).toEqual([]);
    },
  );
});

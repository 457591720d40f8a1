import { describe, expect, it } from 'vitest';
import { noExceptions } from '../../../src/allocation/exceptions.ts';
import { parseAllocation } from '../../../src/allocation/parse.ts';
import { floorsKept, tryFloors } from '../../../src/policy/gate/floors-kept.ts';
import {
  type FileState,
  gate,
  type ProposedChange,
  rulePage,
  type Version,
} from '../../../src/policy/gate/index.ts';
import { ruleContext, sideOf } from '../../../src/policy/gate/rule-context.ts';
import { dateOf, parseDate } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { computed } from '../../support/computed.ts';

const BASE = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [EXEC]
agents:
  SECURITY: { default: opus }
floors:
  - { id: security, agents: [SECURITY], minimum: opus, exceptions: never }
`;

function file(content: string | Uint8Array): FileState {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { kind: 'file', bytes };
}

function version(allocation: FileState, exceptions: FileState = { kind: 'absent' }): Version {
  return { allocation, exceptions };
}

function check(...judged: readonly Omit<ProposedChange, 'subject'>[]) {
  const today = parseDate('2026-11-23');
  if (today === null) throw new Error('no date');
  return gate(
    judged.map((each) => ({ subject: 'a change', ...each })),
    {
      today,
      shipped: shippedModels(),
      allocationFile: 'allocation.yaml',
      exceptionsFile: 'allocation.exceptions.yaml',
      docs: rulePage,
      mode: 'enforce',
    },
    [],
  );
}

const AGENTS = Array.from({ length: 4000 }, (_, index) => `  A${index}: { default: opus }\n`).join('');
const CONDITIONS = Array.from({ length: 50 }, () => '      - { to: opus, if: task.x == task.x }\n').join('');

/** Heads that try the reader's patience: each with the rule that refuses it. */
const HOSTILE: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['50 MB', new Uint8Array(50_000_000).fill(0x20), 'HF119'],
  ['just over a megabyte', `${BASE}#${'x'.repeat(1_000_001)}`, 'HF119'],
  ['nothing', '', 'HF117'],
  ['zero bytes', new Uint8Array(1000), 'HF117'],
  ['a megabyte of open brackets', '['.repeat(999_999), 'HF117'],
  ['a megabyte of open braces', '{a: '.repeat(249_999), 'HF117'],
  ['a megabyte of nested lists', '- '.repeat(499_999), 'HF117'],
  ['a megabyte of question marks', '? '.repeat(499_999), 'HF117'],
  ['a megabyte of keys', Array.from({ length: 90_000 }, (_, key) => `k${key}: 1\n`).join(''), 'HF117'],
  ['one key again and again', 'version: 1\n'.repeat(80_000), 'HF117'],
  ['a megabyte of one name', `${BASE}targets: { ${'x'.repeat(900_000)}: 1 }`, 'HF117'],
  [
    'a megabyte of stairs',
    Array.from({ length: 1300 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    'HF117',
  ],
  [
    'a billion laughs',
    `a: &a [x]\n${[...'bcdefghij'].map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]},`.repeat(9)}]\n`).join('')}`,
    'HF117',
  ],
  ['an alias of itself', 'a: &a\n  b: *a\n', 'HF117'],
  ['a megabyte of quotes', `a: "${'\\u0041'.repeat(160_000)}`, 'HF117'],
  ['half of a character', new Uint8Array([...new TextEncoder().encode(BASE), 0xe2, 0x82]), 'HF117'],
  [
    'a condition in a thousand brackets',
    `${BASE.replace('{ default: opus }', `{ default: opus, upgrades: [{ to: opus, if: "${'('.repeat(1000)}task.x${')'.repeat(1000)}" }] }`)}`,
    'HF117',
  ],
  [
    'fifty conditions over nothing',
    BASE.replace(
      'SECURITY: { default: opus }\n',
      `SECURITY:\n    default: haiku\n    upgrades:\n${CONDITIONS}`,
    ),
    'HF117',
  ],
  [
    '4,000 agents without their floors',
    BASE.replace('agents:\n', `agents:\n${AGENTS}`).replace(/floors:[\s\S]*/, ''),
    'HF102',
  ],
];

describe('a hostile head', () => {
  it.each(HOSTILE)('%s: is refused, and soon', (_what, content, rule) => {
    const start = computed();
    const report = check({ base: version(file(BASE)), head: version(file(content)) });
    expect(computed() - start).toBeLessThan(5000);
    expect(report.verdict).toBe('fail');
    expect(report.findings.map((finding) => finding.rule)).toContain(rule);
  });

  it.each(HOSTILE.filter(([, , rule]) => rule !== 'HF102'))(
    '%s: is refused as an exceptions file, too',
    (_what, content) => {
      if (content === '') return;
      const report = check({ base: version(file(BASE)), head: version(file(BASE), file(content)) });
      expect(report.verdict).toBe('fail');
    },
  );

  it('of exactly a megabyte is read', () => {
    const text = `${BASE}#`.padEnd(1_000_000, 'x');
    expect(check({ base: version(file(BASE)), head: version(file(text)) }).findings).toEqual([]);
  });

  it('with more different situations than can be tried is not judged at all, which is no pass', () => {
    const names = Array.from({ length: 60 }, (_, index) => `A${index}`);
    const phases = Array.from({ length: 100 }, (_, index) => `P${index}`);
    const facts = ['x', 'y', 'z'];
    const many = [
      'version: 1',
      'tiers: [{ name: t0, model: claude-opus-5-5 }, { name: t1, model: claude-opus-5-5 }, { name: t2, model: claude-opus-5-5 }]',
      `phases: [${phases.join(', ')}]`,
      `facts: { ${facts.map((fact) => `${fact}: { type: boolean }`).join(', ')} }`,
      `agents: { ${names.map((name) => `${name}: { default: t0 }`).join(', ')} }`,
      `floors: [${facts.map((fact) => `{ id: ${fact}, agents: [${names.join(', ')}], if: task.${fact}, minimum: t1 }`).join(', ')}]`,
      'budget: { mode: enforce, weekly: { tokens: 1 }, critical_reserve: 0.1, tiers: { t0: { share: 1 } } }',
    ].join('\n');
    const judged = { base: version(file(many)), head: version(file(`# more\n${many}`)) };
    // Cells that ask the same share their situations: such a file is large, but no attack.
    expect(check(judged).verdict).toBe('pass');
    const side = sideOf(
      parseAllocation('a', new TextEncoder().encode(many)),
      noExceptions('e'),
      shippedModels(),
    );
    const context = ruleContext(side, side, dateOf(new Date('2026-11-23T00:00:00Z')));
    expect(() => tryFloors(context, 1000)).toThrow('more than 1000 different situations');
  });
});

describe('the limit of situations', () => {
  it('is the number that is tried, and not one less', () => {
    const side = sideOf(
      parseAllocation('a', new TextEncoder().encode(BASE)),
      noExceptions('e'),
      shippedModels(),
    );
    const context = ruleContext(side, side, dateOf(new Date('2026-11-23T00:00:00Z')));
    const { situations } = floorsKept(context);
    expect(tryFloors(context, situations).situations).toBe(situations);
    expect(() => tryFloors(context, situations - 1)).toThrow(`more than ${situations - 1} different`);
  });
});

describe('what is compared', () => {
  it('nothing at all is no pass', () => {
    expect(() => check()).toThrow('Nothing was compared');
  });

  it('is touched, and shows its changes, where it differs from any base', () => {
    const head = version(file(BASE));
    const other = version(
      file(BASE.replace('[EXEC]', '[EXEC, PLAN]').replace('}\nfloors', ', effort: high }\nfloors')),
    );
    const report = check({ base: head, head }, { base: other, head });
    expect(report.touched).toBe(true);
    expect(report.changes.map((change) => change.field)).toContain('effort');
  });

  it('a link that becomes a submodule has changed', () => {
    const irregular = (mode: string) => version({ kind: 'irregular', mode });
    const judged = { base: irregular('120000'), head: irregular('160000') };
    expect(() => check(judged)).toThrow('symbolic link');
    expect(check({ ...judged, head: judged.base }).touched).toBe(false);
  });

  it('a base that cannot be read is no base without the file', () => {
    const head = version(file(BASE));
    expect(() => check({ base: version({ kind: 'irregular', mode: '040000' }), head })).toThrow(
      'a directory',
    );
    expect(() => check({ base: version(file('tiers: [')), head })).toThrow('On the base');
    expect(() => check({ base: version(file(BASE), file('- floor')), head })).toThrow('On the base');
    expect(() => check({ base: version(file(BASE), { kind: 'irregular', mode: '120000' }), head })).toThrow(
      'symbolic link',
    );
  });
});

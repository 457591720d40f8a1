import { describe, expect, it } from 'vitest';
import { parseAllocation } from '../../../src/allocation/parse.ts';
import {
  type AgentsSeen,
  driftOf,
  inStep,
  isInStep,
  type Judging,
  meaningOf,
  remarksOn,
  sectionIn,
  spelled,
  wantedOf,
  withSection,
} from '../../../src/policy/agents/index.ts';
import { tableOf } from '../../../src/policy/decision/models-of-tiers.ts';
import { allocationSection } from '../../../src/render/agents/section.ts';
import { parseWeek } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';

const TEXT = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5, providers: { bedrock: anthropic.claude-haiku-5-5 } }
  - { name: sonnet, model: claude-sonnet-5-5, providers: { bedrock: anthropic.claude-sonnet-5-5 } }
  - { name: opus, model: claude-opus-5-5 }
phases: [PLAN, EXEC]
facts:
  final: { type: boolean }
agents:
  SECURITY: { default: opus, aliases: [security-agent] }
  VALIDATION: { default: haiku, aliases: [validator] }
  TESTING: { default: sonnet, aliases: [testing-agent] }
  MOVED: { default: haiku }
  DOCS: { default: sonnet, aliases: ['acme:docs'] }
matrix:
  PLAN: { VALIDATION: sonnet, MOVED: sonnet, TESTING: { tier: haiku, was: sonnet, since: 2026-W50 } }
  EXEC: { MOVED: opus, TESTING: haiku }
floors:
  - { id: security, agents: [SECURITY], minimum: opus, effort: high, exceptions: never, because: 'a <b>missed</b> threat | costs' }
  - { id: validation, agents: [VALIDATION], phases: [EXEC], minimum: sonnet, exceptions: approved }
  - { id: final, agents: [VALIDATION], if: task.final, minimum: opus, exceptions: approved }
`.replace('  EXEC: { MOVED', '  EXEC: { VALIDATION: opus, MOVED');

function week(text: string) {
  const parsed = parseWeek(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

function judgingOf(text = TEXT, at = '2026-W49'): Judging {
  const allocation = parseAllocation('allocation.yaml', new TextEncoder().encode(text));
  return { allocation, table: tableOf(allocation, shippedModels()), week: week(at) };
}
const judging = judgingOf();

function wanted(name: string, at = judging) {
  const agent = [...at.allocation.agents.values()].find((each) => each.name === name);
  if (agent === undefined) throw new Error(name);
  return wantedOf(at.allocation, agent, at.week);
}

function agentFile(name: string, model: string | null, path = `.claude/agents/${name}.md`) {
  const line = model === null ? '' : `model: ${model}\n`;
  return { path, content: `---\nname: ${name}\ndescription: Does\n${line}---\nDo ${name}.\n` };
}

const NOTHING: AgentsSeen = { files: [], unread: [], settings: [], memory: [] };
const SECTION = allocationSection(judging.allocation);

function kinds(seen: Partial<AgentsSeen>, at = judging): string[] {
  return driftOf({ ...NOTHING, ...seen }, at, SECTION).map(({ kind, message }) => `${kind}: ${message}`);
}

describe('what a file may name', () => {
  it.each([
    ['SECURITY', 'opus', ['opus'], 'opus'],
    // Of two floors that hold in any case the strictest counts, in whichever phase; one with a condition does not.
    ['VALIDATION', 'sonnet', ['sonnet', 'opus'], 'sonnet'],
    // Before its week a change has not taken effect, and is allowed for.
    ['TESTING', null, ['haiku', 'sonnet'], 'haiku'],
    // No cell has the default.
    ['MOVED', null, ['sonnet', 'opus'], 'opus'],
    ['DOCS', null, ['sonnet'], 'sonnet'],
  ])('%s: floor %s, tiers %j, written %s', (name, floor, tiers, written) => {
    const found = wanted(name);
    const tier = (rank: number) => judging.allocation.tiers[rank]?.name;
    expect(found.floor === null ? null : tier(found.floor.minimum)).toBe(floor);
    expect([...found.allowed].sort().map(tier)).toEqual(tiers);
    expect(tier(found.rank)).toBe(written);
  });

  it('once a change has taken effect, the tier before it is out of step', () => {
    const later = judgingOf(TEXT, '2026-W50');
    const file = [agentFile('testing-agent', 'sonnet')];
    expect(kinds({ files: file })).toEqual([]);
    expect(kinds({ files: file }, later)).toEqual([
      'other-tier: testing-agent says sonnet, where the matrix has haiku for TESTING.',
    ]);
  });

  it.each([
    ['opus', true],
    ['Opus', true],
    ['opus[1m]', true],
    ['claude-opus-5-5', true],
    ['claude-opus-5-5[1m]', true],
    ['us.anthropic.claude-opus-5-5', true],
    // Another model of the line.
    ['claude-opus-4-1-20250805', true],
    ['sonnet', false],
    ['fable', false],
    ['claude-haiku-4-5-20251001', false],
    // Claude Code chooses by itself what they are.
    ['opusplan', false],
    ['best', false],
    ['default', false],
    ['inherit', false],
    ['nonsense', false],
    [null, false],
  ])('%j of security-agent is in step: %s', (model, is) => {
    const meaning = meaningOf(model, judging.allocation, judging.table);
    expect(isInStep(meaning, wanted('SECURITY'))).toBe(is);
  });

  it('an alias of a line that two tiers share does not keep the floor of the higher one', () => {
    const text = TEXT.replace(
      '  - { name: opus, model: claude-opus-5-5 }\n',
      '  - { name: opus, model: claude-opus-4-8 }\n  - { name: opus-deep, model: claude-opus-5-5 }\n',
    )
      .replace('SECURITY: { default: opus', 'SECURITY: { default: opus-deep')
      .replace('minimum: opus, effort', 'minimum: opus-deep, effort');
    const deep = judgingOf(text);
    const files = [agentFile('security-agent', 'opus')];
    expect(kinds({ files }, deep)).toHaveLength(1);
    const [written] = inStep(files, deep).files;
    expect(written?.to).toBe('claude-opus-5-5');
    expect(kinds({ files: written === undefined ? [] : [written] }, deep)).toEqual([]);
  });
});

it.each([
  ['sonnet', 'opus'],
  ['sonnet[1m]', 'opus[1m]'],
  ['claude-sonnet-5-5', 'claude-opus-5-5'],
  ['claude-sonnet-5-5[1m]', 'claude-opus-5-5[1m]'],
  ['anthropic.claude-sonnet-5-5', 'anthropic.claude-opus-5-5'],
  ['eu.anthropic.claude-sonnet-5-5', 'eu.anthropic.claude-opus-5-5'],
  ['inherit', 'claude-opus-5-5'],
  [null, 'claude-opus-5-5'],
  ['opusplan', 'claude-opus-5-5'],
  ['nonsense', 'claude-opus-5-5'],
])('%j becomes %j on opus', (model, expected) => {
  expect(spelled(model, 2, judging.allocation, judging.table)).toBe(expected);
});

it('the long context of a model that has none is not written', () => {
  expect(spelled('sonnet[1m]', 0, judging.allocation, judging.table)).toBe('haiku');
});

describe('drift', () => {
  it.each([
    [
      agentFile('security-agent', 'sonnet'),
      'below-floor: security-agent says sonnet, below the opus floor of SECURITY.',
    ],
    [
      agentFile('Security-Agent', 'us.anthropic.claude-sonnet-5-5'),
      'below-floor: Security-Agent says us.anthropic.claude-sonnet-5-5 (sonnet), below the opus floor of SECURITY.',
    ],
    [
      agentFile('security-agent', null),
      'below-floor: security-agent names no model, under the opus floor of SECURITY: it runs on the model of whatever session starts it.',
    ],
    [
      agentFile('security-agent', 'inherit'),
      'below-floor: security-agent says inherit, under the opus floor of SECURITY: it runs on the model of whatever session starts it.',
    ],
    [
      agentFile('security-agent', 'best'),
      'below-floor: security-agent says best, and nothing shows that it keeps the opus floor of SECURITY.',
    ],
    [
      agentFile('security-agent', 'fable'),
      'other-tier: security-agent says fable, where the matrix has opus for SECURITY.',
    ],
    [
      agentFile('DOCS', null),
      'no-model: DOCS names no model, where the matrix has sonnet for DOCS: it runs on the model of whatever session starts it.',
    ],
    [
      agentFile('DOCS', 'nonsense'),
      'unknown-model: DOCS says nonsense, a model that nobody knows, where the matrix has sonnet for DOCS.',
    ],
    [
      agentFile('DOCS', 'sonnet\nmodelOverride: opus'),
      'unknown-key: Claude Code passes over the key modelOverride: did you mean model?',
    ],
    [
      agentFile('security-agent', 'opus\neffort: low'),
      'effort: security-agent thinks with the effort low, where the floor of SECURITY asks for high.',
    ],
    [
      agentFile('helper', 'haiku'),
      "unlisted: helper is no agent of the allocation: it runs on haiku, and its use is nobody's.",
    ],
    [
      agentFile('helper', 'Inherit'),
      "unlisted: helper is no agent of the allocation: it runs on the model of the session, and its use is nobody's.",
    ],
    [
      { path: '.claude/agents/x.md', content: '---\nname: DOCS\nmodel: haiku\n---\nx\n' },
      'skipped: Claude Code makes no agent of .claude/agents/x.md: it has no description.',
    ],
    [
      { path: '.claude/agents/x.md', content: 'Do it.\n' },
      'skipped: Claude Code makes no agent of .claude/agents/x.md: it has no front matter.',
    ],
  ])('%j', (file, expected) => {
    expect(kinds({ files: [file] })).toEqual([expected]);
  });

  it('a README in the folder is none', () => {
    expect(kinds({ files: [{ path: '.claude/agents/README.md', content: '# Agents\n' }] })).toEqual([]);
  });

  it('of two files with one name Claude Code takes the last by its path', () => {
    const files = [
      agentFile('docs', 'sonnet', '.claude/agents/a.md'),
      agentFile('docs', 'sonnet', '.claude/agents/b/c.md'),
      // Another spelling is another name to it, where both are there.
      agentFile('DOCS', 'sonnet', '.claude/agents/d.md'),
    ];
    expect(kinds({ files })).toEqual([
      'duplicate-name: docs is defined in .claude/agents/b/c.md as in .claude/agents/a.md. Claude Code takes .claude/agents/b/c.md, and the other not at all.',
    ]);
  });

  it('settings that put another model in the place of what files name', () => {
    const settings = (value: object) => [{ path: '.claude/settings.json', content: JSON.stringify(value) }];
    const found = (value: object) => kinds({ settings: settings(value) }).map((each) => each.split(':')[0]);
    expect(
      found({ env: { CLAUDE_CODE_SUBAGENT_MODEL: 'haiku', CLAUDE_CODE_SUBAGENT_MODEL_FORCE: '1' } }),
    ).toEqual(['below-floor']);
    expect(
      found({ env: { CLAUDE_CODE_SUBAGENT_MODEL: 'opus', CLAUDE_CODE_SUBAGENT_MODEL_FORCE: '1' } }),
    ).toEqual(['settings']);
    expect(found({ env: { CLAUDE_CODE_SUBAGENT_MODEL: 'haiku' } })).toEqual(['settings']);
    expect(found({ env: { ANTHROPIC_DEFAULT_OPUS_MODEL: 'claude-haiku-5-5' } })).toEqual(['below-floor']);
    expect(found({ env: { ANTHROPIC_DEFAULT_OPUS_MODEL: 'claude-opus-4-8' } })).toEqual([]);
    expect(found({ modelOverrides: { 'claude-opus-5-5': 'claude-sonnet-5-5' } })).toEqual(['below-floor']);
    expect(kinds({ settings: [{ path: '.claude/settings.json', content: '{' }] })).toEqual([]);
  });

  it('is the same whatever the order of the files', () => {
    const files = [
      agentFile('security-agent', 'haiku'),
      agentFile('DOCS', 'sonnet', '.claude/agents/z.md'),
      agentFile('DOCS', 'opus', '.claude/agents/a.md'),
      agentFile('helper', 'opus'),
    ];
    const found = kinds({ files }).sort();
    expect(kinds({ files: files.toReversed() }).sort()).toEqual(found);
    const paths = (all: typeof files) =>
      inStep(all, judging)
        .files.map(({ path, to }) => `${path} ${to}`)
        .sort();
    expect(paths(files.toReversed())).toEqual(paths(files));
  });

  it('agents without a file and plugins are worth a word', () => {
    const settings = [
      {
        path: '.claude/settings.json',
        content: '{"enabledPlugins":{"acme@shop":true,"other@shop":true,"off@shop":false}}',
      },
    ];
    const files = [agentFile('security-agent', 'opus')];
    expect(remarksOn({ ...NOTHING, files, settings }, judging)).toEqual([
      'No file of .claude/agents has the name of VALIDATION, TESTING, MOVED, DOCS.',
      "acme:docs is a plugin's: the model in its file cannot be seen from here.",
      "The plugin other is enabled, and no agent of the allocation has an alias other:NAME: what its sub-agents use is nobody's.",
    ]);
    expect(remarksOn(NOTHING, judging)).toEqual([
      "acme:docs is a plugin's: the model in its file cannot be seen from here.",
    ]);
  });
});

describe('files that a change of the matrix takes out of step', () => {
  const before = judgingOf(
    TEXT.replace('TESTING: { tier: haiku, was: sonnet, since: 2026-W50 }', 'TESTING: haiku'),
  );
  const after = judgingOf(
    TEXT.replaceAll('TESTING: haiku', 'TESTING: opus').replace(
      'TESTING: { tier: haiku, was: sonnet, since: 2026-W50 }',
      'TESTING: { tier: opus, was: haiku, since: 2026-W50 }',
    ),
    '2026-W50',
  );
  const file = (model: string, name = 'testing-agent') => ({
    path: `.claude/agents/${name}.md`,
    content: `---\r\nname: ${name}\r\ndescription: Tests\r\nmodel: ${model} # set by hand\r\n---\r\nmodel: haiku\r\nTest.\r\n`,
  });
  const changed = (model: string, name?: string): string | null => {
    const old = file(model, name);
    const [found] = inStep([old], after, before).files;
    if (found === undefined) return null;
    const [, word = ''] = /^model: (.*) # set by hand/m.exec(found.content) ?? [];
    expect(found.content).toBe(old.content.replace(model, word));
    return word;
  };

  it.each([
    ['haiku', 'opus'],
    ['"haiku"', '"opus"'],
    ['claude-haiku-5-5', 'claude-opus-5-5'],
    ['anthropic.claude-haiku-5-5', 'anthropic.claude-opus-5-5'],
    // It was out of step before.
    ['sonnet', null],
    ['inherit', null],
  ])('that name %s name %s', (model, expected) => {
    expect(changed(model)).toBe(expected);
  });

  it('of other agents stay', () => {
    expect(changed('haiku', 'DOCS')).toBeNull();
    expect(changed('haiku', 'nobody')).toBeNull();
  });
});

describe('the section', () => {
  it('has the floors with their reasons first, then the matrix, and nothing that breaks out of it', () => {
    expect(SECTION).toBe(`<!-- haiku-first:allocation -->
## Which model each agent runs on

Floors. Work that cannot have its tier waits; it is never done on a lesser one.

- **SECURITY**: never below opus, with the effort high at least (\`security\`). No exceptions. Because: a &lt;b&gt;missed&lt;/b&gt; threat &#124; costs.
- **VALIDATION** in EXEC: never below sonnet (\`validation\`).
- **VALIDATION**: never below opus, unless the task says that \`final\` is false (\`final\`).

| Agent | PLAN | EXEC |
|---|---|---|
| DOCS | sonnet | sonnet |
| MOVED | sonnet | opus |
| SECURITY | opus | opus |
| TESTING | haiku from 2026-W50 on, sonnet before | haiku |
| VALIDATION | sonnet | opus |

Written from \`allocation.yaml\` by \`haiku-first agents --write\`. Do not edit it here: change that file in a pull request.
<!-- /haiku-first:allocation -->`);
  });

  it.each([
    ['', (section: string) => `${section}\n`],
    ['# Us\n', (section: string) => `# Us\n\n${section}\n`],
    ['# Us', (section: string) => `# Us\n\n${section}\n`],
    ['# Us\r\n', (section: string) => `# Us\r\n\r\n${section.replaceAll('\n', '\r\n')}\r\n`],
    [
      'a\n<!-- haiku-first:allocation -->\nold\n<!-- /haiku-first:allocation -->\nb',
      (section: string) => `a\n${section}\nb`,
    ],
  ])('is put into %j', (content, expected) => {
    const written = withSection(content, SECTION);
    expect(written).toBe(expected(SECTION));
    expect(sectionIn(written ?? '')).toMatchObject({ kind: 'section', text: SECTION });
    expect(withSection(written ?? '', SECTION)).toBe(written);
    expect(kinds({ memory: [{ path: 'CLAUDE.md', content: written ?? '' }] })).toEqual([]);
  });

  it.each([
    '<!-- haiku-first:allocation -->\n',
    '<!-- /haiku-first:allocation -->\n<!-- haiku-first:allocation -->\n',
    '<!-- haiku-first:allocation -->\n<!-- haiku-first:allocation -->\n<!-- /haiku-first:allocation -->\n',
  ])('is not put between marks that are no pair: %j', (content) => {
    expect(withSection(content, SECTION)).toBeNull();
    expect(kinds({ memory: [{ path: 'CLAUDE.md', content }] })).toHaveLength(1);
  });

  it('is told apart from what the allocation says', () => {
    const content = SECTION.replace('never below opus', 'never below haiku');
    expect(kinds({ memory: [{ path: 'CLAUDE.md', content }] })).toEqual([
      'section: The section of CLAUDE.md does not say what the allocation says.',
    ]);
    expect(
      kinds({ memory: [{ path: 'CLAUDE.md', content: 'Mind <!-- haiku-first:allocation -->.\n' }] }),
    ).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { changed, complaints, placeOf, REAL, read, slip } from './reading.ts';

const RISK = 'RISK: haiku # a quick assessment';
const LAST_CELL = 'VALIDATION: opus # final quality assurance';

/** The place at which `text` stands in our own file. */
const at = (text: string): string => `allocation.yaml:${placeOf(REAL, text)}`;

describe('an allocation file that is no YAML file', () => {
  it.each([
    [
      'an empty file',
      '',
      'allocation.yaml:1:1: The file is empty. See docs/allocation.md for an annotated example.',
    ],
    [
      'a file of comments',
      '# nothing yet\n',
      'allocation.yaml:1:1: The file is empty. See docs/allocation.md for an annotated example.',
    ],
    ['a word', 'hello\n', 'allocation.yaml:1:1: the file must be a mapping, but is "hello".'],
    ['a list', '- hello\n', 'allocation.yaml:1:1: the file must be a mapping, but is ["hello"].'],
    [
      'binary data',
      '\u0001\u0000\u0002',
      'allocation.yaml: The file is binary: it holds a zero byte. Write it as YAML text in UTF-8.',
    ],
    [
      'a tab for indentation',
      'version: 1\ntiers:\n\t- name: haiku\n',
      'allocation.yaml:3:1: Tabs are not allowed as indentation. Indent with spaces.',
    ],
    [
      'wrong indentation',
      'version: 1\ntiers:\n  - name: a\n model: b\n',
      'allocation.yaml:4:2: This is not part of the mapping around it. Does it begin at the same column as its neighbours? Does a string contain one of , : # { } [ ] and need quotes around it?',
    ],
    [
      'a directive',
      `%YAML 1.1\n---\n${REAL}`,
      'allocation.yaml:1:1: YAML directives (%) are not allowed. Remove the line.',
    ],
    [
      'two documents',
      'version: 1\n---\nversion: 1\n',
      'allocation.yaml:3:1: The file has more than one YAML document. Keep one.',
    ],
    [
      'an alias of nothing',
      'version: *one\n',
      'allocation.yaml:1:10: No anchor &one comes before the alias *one. Write the value out.',
    ],
    [
      'a tag',
      'version: !int 1\n',
      'allocation.yaml:1:10: The tag !int is not allowed. Remove it, or quote the string that begins with !.',
    ],
  ])('says what is wrong with %s', (_, text, complaint) => {
    expect(complaints(() => read(text))).toEqual([complaint]);
  });

  it('says what is wrong with text that is not UTF-8', () => {
    expect(complaints(() => read(new Uint8Array([0x61, 0xe9, 0x0a])))).toEqual([
      'allocation.yaml: The file is not valid UTF-8. Save it as UTF-8.',
    ]);
    expect(complaints(() => read(new Uint8Array([0xed, 0xa0, 0x80])))).toEqual([
      'allocation.yaml: The file is not valid UTF-8. Save it as UTF-8.',
    ]);
  });

  it('points at a key that is given twice, wherever it stands', () => {
    expect(complaints(() => read(`${REAL}version: 1\n`))).toEqual([
      `allocation.yaml:${REAL.split('\n').length}:1: The key version is given twice. Keep one of them.`,
    ]);
    expect(slip(['  RETRO:', '  DOCMON:'])).toEqual([
      `${at('RETRO:')}: The key DOCMON is given twice. Keep one of them.`,
    ]);
  });

  it('tells a condition that YAML reads as something else that it needs quotes', () => {
    expect(slip(['if: task.complex_merge,', 'if: !task.complex_merge,'])).toEqual([
      `${at('task.complex_merge')}: The tag !task.complex_merge is not allowed. Remove it, or quote the string that begins with !.`,
    ]);
    const [first = '', ...rest] = slip(['if: task.complex_merge,', "if: contains(task.labels, 'x'),"]);
    expect(first).toMatch(/Does a string contain one of .* and need quotes around it\?$/);
    expect(rest).toEqual([]);
  });
});

describe('a name that does not exist', () => {
  it.each<readonly [what: string, from: string, to: string, at: string, complaint: string]>([
    [
      'a tier of an agent',
      'default: opus',
      'default: opsu',
      'opus\n    rationale: Threat',
      'The tier opsu is not declared. Did you mean opus?',
    ],
    [
      'a tier of a cell',
      RISK,
      'RISK: haikuu',
      'haiku # a quick',
      'The tier haikuu is not declared. Did you mean haiku?',
    ],
    [
      'a phase of the matrix',
      '  PLAN:\n',
      '  PLAM:\n',
      'PLAN:\n',
      'The phase PLAM is not declared. Did you mean PLAN?',
    ],
    [
      'an agent of the matrix',
      RISK,
      'RISKY: haiku',
      'RISK: haiku #',
      'The agent RISKY is not declared. Did you mean RISK?',
    ],
    [
      'an agent of a floor',
      'agents: [SECURITY]',
      'agents: [SECURTY]',
      'SECURITY]',
      'The agent SECURTY is not declared. Did you mean SECURITY?',
    ],
    [
      'a phase of a floor',
      'phases: [PLAN, EXEC]\n',
      'phases: [PLAN, EXECUTE]\n',
      'EXEC]\n    minimum: sonnet',
      'The phase EXECUTE is not declared. Known: LEAD, PLAN, EXEC.',
    ],
    [
      'a fact of a floor',
      'if: task.final_verification',
      'if: task.finalverification',
      'task.final_verification #',
      'The fact finalverification is not declared. Did you mean final_verification?',
    ],
    [
      'a phase of an upgrade',
      'phases: [LEAD], because: security-related',
      'phases: [LED], because: security-related',
      'LEAD], because: security-related',
      'The phase LED is not declared. Did you mean LEAD?',
    ],
    [
      'a tier of the budget',
      '    sonnet: { share',
      '    sonett: { share',
      'sonnet: { share',
      'The tier sonett is not declared. Did you mean sonnet?',
    ],
    [
      'a phase of the budget',
      '    PLAN: [120000',
      '    PLANS: [120000',
      'PLAN: [120000',
      'The phase PLANS is not declared. Did you mean PLAN?',
    ],
    [
      'a key',
      '    rationale: Pattern',
      '    rational: Pattern',
      'rationale: Pattern',
      'The key rational is not known in agents.RETRO. Did you mean rationale?',
    ],
    [
      'a key of a zone',
      'yellow: 0.70, ',
      'yelow: 0.70, yellow: 0.70, ',
      'yellow: 0.70',
      'The key yelow is not known in budget.zones. Did you mean yellow?',
    ],
    [
      'a mode',
      'mode: enforce',
      'mode: enforced',
      'enforce\n',
      'budget.mode must be one of enforce, observe, but is "enforced". Did you mean enforce?',
    ],
    [
      'a time zone',
      'timezone: UTC',
      'timezone: Mars/Base',
      'UTC\n',
      'The time zone Mars/Base is not known. Use an IANA name such as Europe/Berlin.',
    ],
    [
      'a derived fact',
      '  labels: {',
      '  label: {',
      'labels: {',
      'Nothing derives label from a pull request. Did you mean labels?',
    ],
  ])('%s: with its place and the nearest one', (_, from, to, place, complaint) => {
    expect(slip([from, to])).toContain(`${at(place)}: ${complaint}`);
  });

  it('the key of a cell: with the keys that a cell has', () => {
    expect(slip([LAST_CELL, 'VALIDATION: { tier: opus, sinse: 2026-W50 }'])).toEqual([
      expect.stringMatching(/The key sinse is not known in matrix\.EXEC\.VALIDATION\. Did you mean since\?$/),
    ]);
  });

  it('all of them at once, in the order of the file', () => {
    expect(
      slip(
        ['default: opus', 'default: opsu'],
        [RISK, 'RISKY: haiku'],
        ['agents: [SECURITY]', 'agents: [SECURTY]'],
        ['task.critical_path,', 'task.critical_pat,'],
      ),
    ).toEqual([
      `${at('critical_path,')}: agents.VALIDATION.upgrades[1].if: The fact critical_pat is not declared. Did you mean critical_path?`,
      `${at('opus\n    rationale: Threat')}: The tier opsu is not declared. Did you mean opus?`,
      `${at('RISK: haiku #')}: The agent RISKY is not declared. Did you mean RISK?`,
      `${at('SECURITY]')}: The agent SECURTY is not declared. Did you mean SECURITY?`,
    ]);
  });

  it('the first fifty, and how many more', () => {
    const many = Array.from({ length: 60 }, (_, index) => `X${index}`).join(', ');
    const said = slip(['agents: [SECURITY]', `agents: [${many}]`]);
    expect(said).toHaveLength(51);
    expect(said.at(-1)).toBe('allocation.yaml: … and 10 more problems.');
  });
});

describe('a value that contradicts another', () => {
  // § marks the place that the complaint must name.
  it.each<readonly [what: string, from: string, to: string, complaint: string]>([
    [
      'a week that the year does not have',
      'VALIDATION: opus # final quality assurance',
      'VALIDATION: { tier: opus, was: sonnet, since: §2025-W53 }',
      '2025-W53 is not an ISO week. A year has 52 or 53 weeks: 2026-W50.',
    ],
    [
      'a trial until a week that the year does not have',
      'VALIDATION: opus # final quality assurance',
      'VALIDATION: { tier: opus, trial: { id: t, tier: opus, share: 0.1, until: §2025-W53 } }',
      '2025-W53 is not an ISO week. A year has 52 or 53 weeks: 2026-W50.',
    ],
    [
      'a since that is a date',
      'VALIDATION: opus # final quality assurance',
      'VALIDATION: { tier: opus, was: sonnet, since: §2026-12-07 }',
      'matrix.EXEC.VALIDATION.since must be an ISO week such as 2026-W50, but is "2026-12-07".',
    ],
    [
      'a since without was',
      'VALIDATION: opus # final quality assurance',
      'VALIDATION: §{ tier: opus, since: 2026-W50 }',
      'matrix.EXEC.VALIDATION has since but lacks was: the two go together.',
    ],
    [
      'a check that judges nothing',
      'aliases: [testing-agent]',
      'aliases: [testing-agent]\n    §check: { escalations: 1 }',
      'This check judges nothing. Give it a schema, a command or a judge.',
    ],
    [
      'a check whose file is elsewhere',
      'aliases: [testing-agent]',
      'aliases: [testing-agent]\n    check: { command: §../evil.mjs }',
      '"../evil.mjs" is not the path of a file in the repository. Write it relative to the root, such as checks/answer.schema.json.',
    ],
    [
      'a judge below a floor of its agent',
      'aliases: [security-agent]',
      'aliases: [security-agent]\n    check: { judge: { tier: §sonnet, prompt: judge.md, minimum: 0.5 } }',
      'The judge of SECURITY is on sonnet, but the floor security-always-opus asks for opus. Let a tier at or above the floor judge.',
    ],
    [
      'a default above the maximum',
      'default: sonnet\n    maximum: sonnet # sonnet is sufficient\n    rationale: User',
      'default: §opus\n    maximum: sonnet # sonnet is sufficient\n    rationale: User',
      'The default of STORIES, opus, is above its maximum, sonnet. Raise the maximum, or lower the default.',
    ],
    [
      'a cell above the maximum',
      'RISK: haiku # a quick assessment',
      'STORIES: §opus',
      'matrix.LEAD.STORIES is opus, above the maximum of STORIES, sonnet. Raise agents.STORIES.maximum, or lower the cell.',
    ],
    [
      'a floor above the maximum',
      'agents: [SECURITY]\n    minimum: o',
      'agents: [SECURITY, STORIES]\n    minimum: §o',
      'The floor security-always-opus asks for opus, above the maximum of STORIES, sonnet. Raise agents.STORIES.maximum.',
    ],
    [
      'an economy that is not cheaper',
      'RISK: haiku # a quick assessment',
      'RISK: { tier: haiku, economy: §haiku }',
      'The economy of matrix.LEAD.RISK must be a cheaper tier than haiku.',
    ],
    [
      'zones that do not rise',
      '{ yellow: 0.70, orange: 0.85',
      '§{ yellow: 0.70, orange: 0.65',
      'The zones must rise: yellow below orange below red.',
    ],
    ['a share above one', 'orange: 0.85', 'orange: §85', 'budget.zones.orange must be at most 1, but is 85.'],
    [
      'a range upside down',
      '[0.83, 1.00]',
      '§[1.00, 0.83]',
      'agents.DOCMON.expected_pass_rate must be [low, high], but 1 is above 0.83.',
    ],
    [
      'a band upside down',
      'PLAN: [120000, 180000]',
      'PLAN: §[180000, 120000]',
      'budget.phases.PLAN must be [low, high], but 180000 is above 120000.',
    ],
    [
      'half a range',
      '[0.83, 1.00]',
      '§[0.83]',
      'agents.DOCMON.expected_pass_rate must have at least 2 items.',
    ],
    [
      'a target without a bound',
      'tokens_per_work_item: { what: Tokens per work item, trend: down, measured_by: ledger',
      '§tokens_per_work_item: { what: Tokens per work item, measured_by: ledger',
      'The target tokens_per_work_item needs exactly one of below, above, at_most, at_least, between, trend.',
    ],
    [
      'a floor on a fact that is not boolean',
      'if: task.final_verification',
      'if: §task.lines_changed',
      "A floor's condition is one boolean fact, but lines_changed is of type integer.",
    ],
    [
      'a floor on two facts',
      'if: task.final_verification',
      'if: §task.final_verification && task.complex_rls',
      'floors[2].if must be one boolean fact, written task.NAME, but is "task.final_verification && task.complex_rls".',
    ],
    [
      'a derived fact of another type',
      'type: integer, from: pull_request',
      'type: §string, from: pull_request',
      'The derived fact lines_changed is of type integer, not string. Write type: integer.',
    ],
    [
      'two agents that differ in case',
      '  RETRO:',
      '  §docmon:',
      'The agent name or alias docmon differs from DOCMON only in case. Rename or remove one of them.',
    ],
    [
      'two agents that Claude Code does not tell apart',
      '  RETRO:',
      '  §DOC_MON:',
      'The agent name or alias DOC_MON differs from DOCMON only in case, dashes and underscores, which Claude Code does not tell apart. Rename or remove one of them.',
    ],
    [
      'an alias of two agents',
      'aliases: [retro-agent]',
      'aliases: [§docmon-agent]',
      'The agent name or alias docmon-agent is given twice. Rename or remove one of them.',
    ],
    [
      'a name with a space',
      '  RETRO:',
      '  §"RE TRO":',
      'In agents, a key must be a name: a letter, then letters, digits, _ . or -, at most 64 in all, but one is "RE TRO".',
    ],
    [
      'a key of the language',
      '  RETRO:',
      '  §__proto__:',
      'In agents, a key must be a name: a letter, then letters, digits, _ . or -, at most 64 in all, but one is "__proto__".',
    ],
    [
      'a model id that is more than a word',
      'model: claude-opus-5-5',
      'model: §"claude-opus-5-5 --effort low"',
      'tiers[2].model must be a model id: letters, digits and . _ : @ / - only, but is "claude-opus-5-5 --effort low".',
    ],
    [
      'a tier that is left empty',
      'default: opus',
      'default:§',
      'agents.SECURITY.default must be a string, but is empty.',
    ],
    [
      'a row that is left empty',
      '\n    RISK: haiku # a quick assessment\n',
      '§\n',
      'matrix.LEAD must be a mapping, but is empty.',
    ],
    [
      'a text for a number',
      'weekly: { tokens: 500000 }',
      'weekly: { tokens: §500k }',
      'budget.weekly.tokens must be a whole number, but is "500k".',
    ],
    ['a budget of nothing', 'weekly: { tokens: 500000 }', 'weekly: §{}', 'budget.weekly must not be empty.'],
    ['a version of the future', 'version: 1', 'version: §2', 'version must be 1, but is 2.'],
    [
      'a policy that nobody reads here',
      'version: 1',
      'version: 1\nextends: §octo/policy/allocation.yaml@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      'This file extends a policy that is not read here.',
    ],
    [
      'a policy at a branch, which can be moved',
      'version: 1',
      'version: 1\nextends: §octo/policy/allocation.yaml@main',
      'extends must be OWNER/REPO/path@SHA with a full commit id, but is "octo/policy/allocation.yaml@main".',
    ],
    [
      'a line of a known model that it has not',
      'targets: #',
      'models:\n  - §{ id: claude-haiku-5-5, line: opus }\ntargets: #',
      'claude-haiku-5-5 is of line haiku, not opus. Set line: haiku.',
    ],
    [
      'a day that the calendar does not have',
      'targets: #',
      'models:\n  - { id: claude-opus-9, line: opus, retires_at: §2026-02-30 }\ntargets: #',
      '2026-02-30 is not a calendar date.',
    ],
  ])('%s', (_, from, to, complaint) => {
    const marked = changed([from, to]);
    const text = marked.replace('§', '');
    const [first, ...rest] = complaints(() => read(text));
    expect(first).toBe(`allocation.yaml:${placeOf(marked, '§')}: ${complaint}`);
    expect(rest.filter((each) => !each.includes('compares a string with a number'))).toEqual([]);
  });

  it('names every key that is missing', () => {
    expect(complaints(() => read('version: 1\nphases: [EXEC]\n'))).toEqual([
      'allocation.yaml:1:1: the file lacks the keys tiers, agents.',
    ]);
  });

  it('facts of floors that are too many to try them all', () => {
    const facts = 'abcdefg'.split('').map((name) => `  ${name}: { type: boolean }\n`);
    const floors = 'abcdefg'
      .split('')
      .map((name) => `  - { id: ${name}, agents: [SECURITY], if: task.${name}, minimum: opus }\n`);
    const text = changed(
      ['facts: # what an `if` may speak of\n', `facts:\n${facts.join('')}`],
      ['floors:\n', `floors:\n${floors.join('')}`],
    );
    expect(complaints(() => read(text))).toEqual([
      `allocation.yaml:${placeOf(text, 'task.g')}: The floors over SECURITY use more than 6 facts. Combine several facts into one.`,
    ]);
  });
});

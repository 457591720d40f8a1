import { describe, expect, it } from 'vitest';
import { evaluateCondition, type FactValue, parseCondition } from '../../src/allocation/condition.ts';
import { type FactName, type FactType, isFactName } from '../../src/allocation/names.ts';
import { changed, complaints, placeOf, read } from './reading.ts';

function named<Value>(entries: Readonly<Record<string, Value>>): ReadonlyMap<FactName, Value> {
  return new Map(
    Object.entries(entries).flatMap(([name, value]) => (isFactName(name) ? [[name, value]] : [])),
  );
}

const TYPES = named<FactType>({
  lines_changed: 'integer',
  ratio: 'number',
  labels: 'list',
  branch: 'string',
  urgent: 'boolean',
});

function problem(text: string): string {
  const parsed = parseCondition(text, TYPES);
  if (!('what' in parsed)) throw new Error(`${text} was accepted`);
  return `${parsed.offset}: ${parsed.what}${parsed.fix === null ? '' : ` ${parsed.fix}`}`;
}

function holds(text: string, facts: Readonly<Record<string, FactValue>>): boolean {
  const parsed = parseCondition(text, TYPES);
  if ('what' in parsed) throw new Error(parsed.what);
  return evaluateCondition(parsed, named(facts)).holds;
}

describe('a condition', () => {
  it.each<readonly [string, Readonly<Record<string, FactValue>>, boolean]>([
    ['task.lines_changed > 50', { lines_changed: 51 }, true],
    ['task.lines_changed > 50', { lines_changed: 50 }, false],
    ['task.urgent', { urgent: true }, true],
    ['!task.urgent', { urgent: true }, false],
    ['task.urgent || task.lines_changed >= 10', { urgent: false, lines_changed: 10 }, true],
    ["contains(task.labels, 'security')", { labels: ['docs', 'Security'] }, true],
    ["contains(task.labels, 'sec')", { labels: ['security'] }, false],
    ["startsWith(task.branch, 'release/')", { branch: 'release/5' }, true],
    ["task.branch == 'main' && (task.ratio < 0.5)", { branch: 'main', ratio: 0.4 }, true],
    ['task.lines_changed\n  > 50', { lines_changed: 51 }, true],
  ])('%j holds or not as GitHub would say', (text, facts, expected) => {
    expect(holds(text, facts)).toBe(expected);
  });

  it('is false as a whole, and says why, when a fact in it is not given', () => {
    const parsed = parseCondition('task.urgent || !task.ratio == false', TYPES);
    if (!('what' in parsed)) throw new Error('! needs a boolean');
    const condition = parseCondition('!task.urgent || task.lines_changed > 50', TYPES);
    if ('what' in condition) throw new Error(condition.what);
    expect(evaluateCondition(condition, named<FactValue>({ lines_changed: 51 }))).toEqual({
      holds: false,
      unknown: ['urgent'],
    });
  });

  it.each([
    ['task.lines_change > 50', '5: The fact lines_change is not declared. Did you mean lines_changed?'],
    [
      "task.lines_changed > 'many'",
      '0: `>` compares a number with a string. Both sides must be of one type.',
    ],
    ['task.branch == 3', '0: `==` compares a string with a number. Both sides must be of one type.'],
    [
      "task.urgent == 'true'",
      '0: `==` compares a boolean with a string. Write task.NAME for true, !task.NAME for false.',
    ],
    ['tasks.urgent', '0: A condition cannot use `tasks`. Did you mean task?'],
    ['urgent', '0: A condition cannot use `urgent`. Did you mean task.urgent?'],
    [
      "github.actor == 'x'",
      "0: A condition cannot use `github`. Write a fact as task.NAME, a string as 'word'.",
    ],
    [
      'task.lines_changed',
      '0: A condition is true or false, but this is a number. Compare it: task.NAME > 50.',
    ],
    ["task.labels == 'x'", "0: `==` cannot compare a list. Use contains(task.NAME, 'word')."],
    ["task.labels[0] == 'x'", '0: A condition may use only facts: task.NAME.'],
    ['task.*', '0: A condition may use only facts: task.NAME.'],
    ["contain(task.labels, 'x')", '0: There is no function `contain` here. Did you mean contains?'],
    ['always()', '0: There is no function `always` here. Known: contains, startsWith, endsWith.'],
    [
      "toJSON(task.labels) == 'x'",
      '0: There is no function `toJSON` here. Known: contains, startsWith, endsWith.',
    ],
    ['contains(task.labels)', "0: `contains` takes two arguments. Write contains(task.NAME, 'word')."],
    ['contains(task.labels, "x")', '22: `"x"` does not fit here. Put strings in single quotes: \'word\'.'],
    ["task.branch contains 'x'", "12: `contains` does not fit here. Write contains(task.NAME, 'word')."],
    ['task.lines_changed = 5', '19: `=` does not fit here. Write ==.'],
    ['task.lines_changed => 5', '19: `=` does not fit here. Write >=.'],
    ['task.urgent & task.urgent', '12: `&` does not fit here. Write &&.'],
    ['task.urgent and task.urgent', '12: `and` does not fit here. Write &&.'],
    ['not task.urgent', '0: A condition cannot use `not`. Write !.'],
    ['task.urgent ||', '14: The condition ends too early. Is a bracket or a value missing?'],
    ['(task.urgent', '12: The condition ends too early. Is a bracket or a value missing?'],
    ['task.urgent)', '11: `)` does not fit here.'],
    ["task.branch == 'main", '15: The string that starts here has no closing quote.'],
    [
      '$\u007b{ task.urgent }}',
      '0: `$\u007b{` does not fit here. Write the condition without $ and braces around it.',
    ],
    [
      'null == task.branch',
      '0: null is not a value of any fact. A fact that is not given makes the whole condition false.',
    ],
    ['task.ratio == NaN', '14: NaN equals nothing.'],
    [`${'!'.repeat(60)}task.urgent`, '50: The condition is nested more than 50 deep.'],
    ['  ', '0: The condition is empty. Write task.NAME.'],
    ['task.urgent\n|| task.urgnt', '20: The fact urgnt is not declared. Did you mean urgent?'],
    ["task.branch == 'a\nb' || task.urgnt", '29: The fact urgnt is not declared. Did you mean urgent?'],
  ])('%j is refused with the place of the mistake', (text, said) => {
    expect(problem(text)).toBe(said);
  });
});

describe('the place of a mistake in a condition', () => {
  const ORIGINAL = 'if: task.lines_changed > 50,';
  const BLOCK = '      - { to: sonnet, if: task.lines_changed > 50, because: more than a quick fix }\n';

  it.each([
    ['plain text', ORIGINAL, 'if: task.lines_changd > 50,', 'lines_changd'],
    ['double quotes', ORIGINAL, 'if: "task.lines_changd > 50",', 'lines_changd'],
    ['double quotes with escapes', ORIGINAL, 'if: "task.labels\\u0020\\x3d= \\"x\\" ",', '\\"x'],
    ['single quotes with quotes in them', ORIGINAL, "if: 'contains(task.labels, ''a'') || tsk.x',", 'tsk.x'],
    [
      'plain text over two lines',
      BLOCK,
      '      - to: sonnet\n        if: task.lines_changed > 50\n          || task.lables\n',
      'lables',
    ],
    [
      'a literal block',
      BLOCK,
      '      - to: sonnet\n        if: | # why\n          task.lines_changed > 50\n          || task.lables\n',
      'lables',
    ],
    [
      'a folded block',
      BLOCK,
      '      - to: sonnet\n        if: >-\n\n            task.lines_changed > 50\n            || task.lables\n',
      'lables',
    ],
    [
      'double quotes over two lines',
      BLOCK,
      '      - to: sonnet\n        if: "task.lines_changed > 50 \\\n          || task.lables"\n',
      'lables',
    ],
  ])('is right in %s, with LF, CRLF and a byte order mark', (_, from, to, mistake) => {
    const text = changed([from, to]);
    for (const variant of [text, text.replaceAll('\n', '\r\n'), `\ufeff${text}`]) {
      const [said = ''] = complaints(() => read(variant));
      expect(said).toContain(`allocation.yaml:${placeOf(text, mistake)}: agents.QUICKFIX.upgrades[0].if: `);
    }
  });
});

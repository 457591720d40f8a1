import { describe, expect, it } from 'vitest';
import { bytes, changed, complaints, REAL, read } from './reading.ts';

const MEGABYTE = 999_990;

/** Nearly a megabyte of one text. */
function full(text: string): string {
  return text.repeat(Math.floor(MEGABYTE / text.length));
}

function names(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join('');
}

const HOSTILE: readonly (readonly [what: string, text: string | Uint8Array])[] = [
  ['open brackets', full('[')],
  ['open brackets, a line each', full('[\n')],
  ['open braces', full('{a: ')],
  ['closing brackets', full(']')],
  ['closing braces', full('} ')],
  ['closing brackets after keys', full('a: ]\n')],
  ['list marks in one line', full('- ')],
  ['list marks, a line each', full('-\n')],
  ['ten list marks a line', full('- - - - - - - - - -\n')],
  ['key marks in one line', full('? ')],
  ['key marks, a line each', full('?\n')],
  ['keys in one line', full('a: ')],
  ['maps deeper and deeper', names(1400, (index) => `${' '.repeat(index)}a:\n`)],
  ['maps as deep as they may be', names(200, (index) => `${' '.repeat(index)}a:\n`)],
  ['lists as deep as they may be', names(200, (index) => `${' '.repeat(index)}-\n`)],
  ['60,000 keys', names(60_000, (index) => `k${index}: 1\n`)],
  ['60,000 keys in braces', `{${names(60_000, (index) => `k${index}: 1,`)}}`],
  ['one key 60,000 times', 'a: 1\n'.repeat(60_000)],
  [
    '30,000 agents without a tier',
    changed(['agents:\n', `agents:\n${names(30_000, (index) => `  K${index}: {}\n`)}`]),
  ],
  [
    '4,900 cells of unknown agents',
    changed([
      'matrix: #',
      `matrix:\n  LAED: {${names(4900, (index) => `${'X'.repeat(60)}${index}: hiaku, `)}}\n#`,
    ]),
  ],
  [
    '4,900 agents and 4,900 floors on their misspelt names',
    changed(
      [
        'agents:\n',
        `agents:\n${names(4900, (index) => `  ${'A'.repeat(40)}${index}: { default: haiku }\n`)}`,
      ],
      ['agents: [SECURITY]', `agents: [${names(4900, (index) => `${'A'.repeat(38)}BB${index}, `)}]`],
    ),
  ],
  [
    '20,000 conditions with a misspelt fact',
    changed([
      'agents:\n',
      `agents:\n${names(400, (index) => `  K${index}: { default: haiku, upgrades: [${'{to: opus, if: task.labls},'.repeat(50)}] }\n`)}`,
    ]),
  ],
  [
    'a billion laughs',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${names(9, (index) => `${'bcdefghij'[index]}: &${'bcdefghij'[index]} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(',')}]\n`)}`,
  ],
  ['anchors', full('a: &a 1\n')],
  ['an alias of itself', 'a: &a [*a]\n'],
  ['ampersands', full('&')],
  ['tags', full('!')],
  ['a tag a line', full('!a\n')],
  ['reserved characters', full('@\n')],
  ['backquotes', full('a: `\n')],
  ['a mistake a line', full('a: b: c\n')],
  ['directives', full('%\n')],
  ['documents', full('---\n')],
  ['ends of documents', full('...\n')],
  ['a long line', `a: ${full('x')}`],
  ['a long line of words', `a: ${full('x ')}`],
  ['a long key', `${full('x')}: 1\n`],
  ['a long text of escapes', `a: "${full('\\x41')}"`],
  ['a text that does not end', `a: "${full('x\n')}`],
  ['a literal block', `a: |\n${full(' x\n')}`],
  ['a folded block', `a: >\n${full(' x\n')}`],
  ['a text over many lines', `a: x\n${full(' x\n')}`],
  ['commas', `[${full(',')}`],
  ['colons', full(':')],
  ['comments', full('# x\n')],
  ['empty lines', full('\n')],
  ['spaces', full(' ')],
  ['tabs', full('\t')],
  ['carriage returns', full('\r')],
  ['zero bytes', new Uint8Array(MEGABYTE)],
  ['50 MB', new Uint8Array(50_000_000).fill(0x61)],
  ['bytes that are not UTF-8', bytes(REAL).map((byte, index) => (index % 1000 === 0 ? 0xff : byte))],
  ['a lone surrogate', new Uint8Array([0x61, 0x3a, 0x20, 0xed, 0xa0, 0x80])],
  ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${REAL}`, 'utf16le'))],
];

describe('a hostile file is refused in a few words, at little cost:', () => {
  it.each(HOSTILE)('%s', (_, text) => {
    const given = typeof text === 'string' ? bytes(text) : text;
    const before = process.cpuUsage();
    const said = complaints(() => read(given));
    const { user, system } = process.cpuUsage(before);
    // Processor time, so that a busy machine fails no test. A second is promised; a slow machine gets two.
    expect((user + system) / 1e6).toBeLessThan(2);
    expect(said.length).toBeLessThanOrEqual(51);
    expect(Math.max(...said.map((each) => each.length))).toBeLessThan(2000);
  });
});

describe('a large file that is no attack', () => {
  it('is read: 1,000 agents in 10 phases under 200 floors', () => {
    const text = [
      'version: 1',
      'tiers: [{ name: haiku, model: claude-haiku-5-5 }, { name: opus, model: claude-opus-5-5 }]',
      `phases: [${names(10, (index) => `P${index}, `)}]`,
      `agents:\n${names(1000, (index) => `  AGENT${index}:\n    default: haiku\n    rationale: why\n`)}`,
      `matrix:\n${names(10, (phase) => `  P${phase}:\n${names(1000, (index) => `    AGENT${index}: { tier: opus, because: so }\n`)}`)}`,
      `floors:\n${names(200, (index) => `  - { id: f${index}, agents: [AGENT${index}], minimum: opus }\n`)}`,
    ].join('\n');
    expect(read(text).agents.size).toBe(1000);
  });
});

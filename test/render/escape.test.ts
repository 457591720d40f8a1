import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inMarkdown, inMarkdownCode, inPlainLine, markdownLink } from '../../src/render/escape.ts';
import { visible } from '../../src/render/visible.ts';
import { measure } from '../support/soak.ts';
import { HOSTILE, hostileText } from './hostile.ts';
import { ACTIVE_TEXT, nodesOf, readMarkdown, searchedText, shownText } from './markdown.ts';

const RUNS = { numRuns: measure(300, 1500) };

/** The kinds of nodes that `source` is read as, once each. */
function kinds(source: string): string[] {
  return [...new Set([...nodesOf(readMarkdown(source))].map((node) => node.type))];
}

describe('visible', () => {
  it('shows what a reader cannot see, and folds lines', () => {
    expect(visible('SEC\u200bURITY\n\tin\u202e EXEC')).toBe('SEC[U+200B]URITY in[U+202E] EXEC');
    expect(visible('\u0000\ud800')).toBe('[U+0000][U+D800]');
    expect(visible('ok ⚠️')).toBe('ok ⚠️');
  });

  it('takes terminal sequences out', () => {
    expect(visible('\u001b[31mred\u001b[0m \u001b]8;;https://e.example\u0007link\u001b]8;;\u001b\\!')).toBe(
      'red link!',
    );
  });

  it('hides nothing behind a terminal sequence that does not end', () => {
    expect(visible('\u001b]0;EXEC on sonnet')).toContain('0;EXEC on sonnet');
    expect(visible('\u009d0;EXEC on sonnet')).toBe('[U+009D]0;EXEC on sonnet');
  });

  it('takes time in proportion to the text', () => {
    for (const piece of ['\u001b]', '\u009d', '\u001b[1', '\u009b', ' ', '\u202e', '::', '[a](']) {
      expect([...visible(piece.repeat(200_000))].length).toBeLessThanOrEqual(200);
    }
  }, 5_000);

  it('cuts between code points, and only what is too long', () => {
    expect(visible('😀😀😀', 3)).toBe('😀😀😀');
    expect(visible('😀😀😀😀', 3)).toBe('😀😀…');
    expect([...visible('x'.repeat(100_000))]).toHaveLength(200);
  });

  it('is one line of visible characters within its length, whatever comes in', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 80 }), (text, length) => {
        const line = visible(text, length);
        expect([...line].length).toBeLessThanOrEqual(length);
        expect(line).not.toMatch(/(?![\uFE0E\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
      RUNS,
    );
  });
});

describe('inMarkdown', () => {
  it('reads as the text, and as nothing but text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = visible(text);
        const tree = readMarkdown(inMarkdown(text));
        expect(shownText(tree)).toBe(shown);
        expect(kinds(inMarkdown(text))).toEqual(shown === '' ? ['root'] : ['root', 'paragraph', 'text']);
      }),
      RUNS,
    );
  });

  it('leaves GitHub nothing to link, to notify or to draw', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(searchedText(readMarkdown(inMarkdown(text)))).not.toMatch(ACTIVE_TEXT);
      }),
      RUNS,
    );
  });

  it('stays in its cell of a table, in its item of a list and in its emphasis', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const cell = inMarkdown(text);
        const table = readMarkdown(`| a | b |\n|---|---|\n| ${cell} | end |`);
        expect(shownText(table)).toBe(`ab${visible(text)}end`);
        const list = readMarkdown(`- **x ${cell} y** end`);
        expect(shownText(list)).toBe(`x ${visible(text)} y end`);
      }),
      RUNS,
    );
  });

  it('cannot forge the hidden marker or begin a command', () => {
    for (const text of HOSTILE) {
      expect(inMarkdown(text)).not.toContain('<!--');
      expect(inMarkdown(text)).not.toMatch(/^\s*::/);
    }
  });

  it('leaves plain words as they are', () => {
    expect(inMarkdown('SECURITY in EXEC would run on sonnet; the floor asks for opus (12 %).')).toBe(
      'SECURITY in EXEC would run on sonnet; the floor asks for opus (12 %).',
    );
  });
});

describe('inMarkdownCode', () => {
  it('shows the text as code, alone and in a table', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const code = inMarkdownCode(text);
        expect(shownText(readMarkdown(`x ${code} y`)).trim()).toBe(`x ${visible(text)} y`);
        const table = readMarkdown(`| a | b |\n|---|---|\n| ${code} | end |`);
        expect(shownText(table)).toBe(`ab${visible(text)}end`);
        expect(code).not.toContain('<!--');
        const allowed = code.startsWith('<code>') ? ['html', 'text'] : ['inlineCode'];
        const cell = kinds(code).filter((kind) => kind !== 'root' && kind !== 'paragraph');
        expect(cell).toEqual(code === '' ? [] : allowed);
        if (code !== '')
          expect([...nodesOf(readMarkdown(code))].filter((node) => node.type === 'html').length % 2).toBe(0);
      }),
      RUNS,
    );
  });
});

describe('markdownLink', () => {
  it('links to web addresses and to paths', () => {
    expect(markdownLink('HF101', 'https://github.com/octo/demo/blob/v1/docs/rules/HF101.md')).toBe(
      '[HF101](https://github.com/octo/demo/blob/v1/docs/rules/HF101.md)',
    );
    expect(markdownLink('HF101', 'docs/rules/HF101.md')).toBe('[HF101](docs/rules/HF101.md)');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://e.example/) [x](y',
    '//e.example/x',
    '',
    'a b/c',
  ])('gives the label alone for %j', (address) => {
    expect(markdownLink('a*b', address)).toBe('a\\*b');
  });
});

describe('inPlainLine', () => {
  it('is no command for the runner, wherever the line is printed', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const line = inPlainLine(text);
        expect(line).not.toMatch(/^\s*::/);
        expect(line).not.toContain('##[');
        expect(line).not.toMatch(/[\p{Cc}\u200b\u202e]/u);
      }),
      RUNS,
    );
  });

  it('leaves plain words as they are', () => {
    expect(inPlainLine('a::b | `c` <d>')).toBe('a::b | `c` <d>');
  });
});

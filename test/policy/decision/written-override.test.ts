import { describe, expect, it } from 'vitest';
import { overrideOfLabel, overridesOfComment } from '../../../src/policy/decision/written-override.ts';

describe('an override on a label', () => {
  it.each([
    ['haiku-first:TESTING=opus', { agent: 'TESTING', phase: null, tier: 'opus' }],
    ['haiku-first:TESTING/EXEC=opus', { agent: 'TESTING', phase: 'EXEC', tier: 'opus' }],
    ['haiku-first:acme:guard/EXEC=opus', { agent: 'acme:guard', phase: 'EXEC', tier: 'opus' }],
  ])('%s', (label, written) => {
    expect(overrideOfLabel(label)).toEqual({ ...written, reason: label });
  });

  it.each([
    'haiku-first:TESTING',
    'haiku-first:=opus',
    'haiku-first:A/B/C=opus',
    'x haiku-first:A=opus',
    'bug',
  ])('is none in %s', (label) => {
    expect(overrideOfLabel(label)).toBeNull();
  });
});

describe('an override in a comment', () => {
  const TESTING = { agent: 'TESTING', phase: 'EXEC', tier: 'opus', reason: 'the merge is big' };

  it.each([
    ['/haiku-first TESTING EXEC opus because the merge is big', TESTING],
    ['/haiku-first TESTING/EXEC opus because: the merge is big', TESTING],
    ['/haiku-first\tTESTING  opus  BECAUSE the merge is big  ', { ...TESTING, phase: null }],
    ['/haiku-first TESTING EXEC opus', { ...TESTING, reason: null }],
    ['/haiku-first TESTING EXEC opus because', { ...TESTING, reason: null }],
    ['Please:\r\n/haiku-first TESTING EXEC opus because the merge is big\r\nThanks', TESTING],
  ])('%j', (body, written) => {
    expect(overridesOfComment(body)).toEqual([written]);
  });

  it.each([
    ['a quotation', '> /haiku-first TESTING EXEC opus because x'],
    ['a block of code', '```\n/haiku-first TESTING EXEC opus because x\n```'],
    ['a block of code that nobody ends', '~~~ sh\n/haiku-first TESTING EXEC opus because x'],
    ['what nobody sees', '<!--\n/haiku-first TESTING EXEC opus because x\n-->'],
    ['what nobody sees, and nobody ends', 'Hi <!--\n/haiku-first TESTING EXEC opus because x'],
    ['the middle of a line', 'Write /haiku-first TESTING EXEC opus because x'],
    ['another word', '/haiku-firsts TESTING EXEC opus because x'],
  ])('is none in %s', (_, body) => {
    expect(overridesOfComment(body)).toEqual([]);
  });

  it('is told apart from a line that is none, in the order of the lines', () => {
    const body =
      '/haiku-first TESTING\n```\ncode\n```\n/haiku-first TESTING EXEC opus because the merge is big';
    expect(overridesOfComment(body)).toEqual([null, TESTING]);
  });

  it('takes no time for a comment that is all fences and marks', () => {
    for (const piece of ['```\n', '<!--', '~~~ ', '/haiku-first ', '/haiku-first A because '])
      expect(overridesOfComment(piece.repeat(65_536 / piece.length))).toBeDefined();
  });
});

import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/policy/gate/rules/index.ts';
import {
  commentOf,
  expectedOf,
  judgeScenario,
  type ScenarioName,
  scenarioFile,
  scenarioNames,
  textOf,
} from '../../support/scenario.ts';

// UPDATE_SCENARIOS=1 writes what the gate says now. Read every line of that diff: it is what people are told.
const UPDATE = process.env.UPDATE_SCENARIOS === '1';

const names = scenarioNames();

function starting(prefix: string): readonly ScenarioName[] {
  return names.filter((name) => name.startsWith(prefix));
}

describe('every scenario', () => {
  it.each(names)('%s: the gate says what expected.json and comment.md hold', (name) => {
    const result = judgeScenario(name);
    const comment = commentOf(result);
    if (UPDATE) {
      writeFileSync(scenarioFile(name, 'expected.json'), expectedOf(result));
      if (comment === null) rmSync(scenarioFile(name, 'comment.md'), { force: true });
      else writeFileSync(scenarioFile(name, 'comment.md'), comment);
    }
    expect(expectedOf(result)).toBe(textOf(name, 'expected.json'));
    expect(comment).toBe(textOf(name, 'comment.md'));
  });

  it.each(names)('%s: judging it again gives the same bytes', (name) => {
    expect(expectedOf(judgeScenario(name))).toBe(expectedOf(judgeScenario(name)));
  });
});

// What the folders' names promise holds whatever expected.json says: an update cannot make a pass of a trick.
describe('the promise of a name', () => {
  it.each(RULES)('$id has a scenario that sets it off, and a harmless twin', ({ id, severity }) => {
    const breaking = starting(`${id}-breaks`);
    const harmless = starting(`${id}-harmless`);
    expect(breaking).not.toEqual([]);
    expect(harmless).not.toEqual([]);
    for (const name of breaking) {
      const result = judgeScenario(name);
      expect(result.verdict, name).toBe(severity === 'error' ? 'fail' : 'pass');
      expect('findings' in result ? result.findings.map((each) => each.rule) : [], name).toContain(id);
    }
    for (const name of harmless) {
      const result = judgeScenario(name);
      expect(result.verdict, name).toBe('pass');
      expect('findings' in result ? result.findings.map((each) => each.rule) : [], name).not.toContain(id);
    }
  });

  it.each(starting('trick-'))('%s never passes', (name) => {
    expect(judgeScenario(name).verdict).toBe('fail');
  });

  it.each(starting('unjudged-'))('%s cannot be judged, which is no pass', (name) => {
    expect(judgeScenario(name).verdict).toBe('error');
  });

  it.each(starting('fine-'))('%s passes without a word of warning', (name) => {
    const result = judgeScenario(name);
    expect(result.verdict).toBe('pass');
    expect(
      'findings' in result ? result.findings.filter((each) => each.severity !== 'notice') : null,
    ).toEqual([]);
  });

  it.each(starting('warned-'))('%s passes, with a warning', (name) => {
    const result = judgeScenario(name);
    expect(result.verdict).toBe('pass');
    expect('findings' in result ? result.findings.map((each) => each.severity) : []).toContain('warning');
  });

  it('every name makes one of these promises', () => {
    const known = /^(?:HF\d{3}-(?:breaks|harmless)|trick-|unjudged-|fine-|warned-)/;
    expect(names.filter((name) => !known.test(name))).toEqual([]);
  });
});

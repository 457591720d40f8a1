import { describe, expect, it } from 'vitest';
import { InternalError } from '../../../src/errors.ts';
import { claudeArgs, claudeSettings } from '../../../src/policy/decision/claude-code.ts';
import { retiredTiers } from '../../../src/policy/decision/models-of-tiers.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { changed, read } from '../../allocation/reading.ts';
import { day } from '../../usage/sessions.ts';

const [haiku, sonnet, opus] = read(changed()).tiers.map(({ model }) => model);
if (haiku === undefined || sonnet === undefined || opus === undefined) throw new Error('three tiers');

describe('the words for Claude Code', () => {
  it('say the model, and what else is asked for', () => {
    expect(claudeArgs(haiku, null, [], null)).toBe('--model claude-haiku-5-5');
    expect(claudeArgs(haiku, 'high', [sonnet, opus], 1.5)).toBe(
      '--model claude-haiku-5-5 --effort high --max-budget-usd 1.5 --fallback-model claude-sonnet-5-5,claude-opus-5-5',
    );
  });

  it('are refused for an id that could be more than one word', () => {
    const sly = JSON.parse('"claude --dangerously"');
    expect(() => claudeArgs(sly, null, [], null)).toThrow(InternalError);
    expect(() => claudeArgs(haiku, null, [sly], null)).toThrow(
      'the model id "claude --dangerously" cannot go into a command line',
    );
  });

  it('hold the session to its models', () => {
    expect(JSON.parse(claudeSettings([sonnet, opus]))).toEqual({
      availableModels: ['claude-sonnet-5-5', 'claude-opus-5-5'],
      availableModelsMatch: 'exact',
      enforceAvailableModels: true,
    });
  });
});

it('a tier whose model is retired cannot be had, from the day after', () => {
  const file = read(
    changed(
      ['model: claude-sonnet-5-5', 'model: claude-sonnet-4-5'],
      ['model: claude-haiku-5-5', 'model: mystery-1'],
    ),
  );
  const on = (date: string) => [...retiredTiers(file, shippedModels(), day(date))];
  expect(on('2026-11-30')).toEqual([]);
  expect(on('2026-12-01')).toEqual([[1, 'claude-sonnet-4-5 is retired']]);
});

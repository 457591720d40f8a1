import { describe, expect, it } from 'vitest';
import {
  type KnownModels,
  knownModels,
  type TierOfUse,
  tiersOfUse,
} from '../../../src/policy/decision/known-models.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { changed, read } from '../../allocation/reading.ts';

const table = shippedModels();
const of = (...tiers: readonly TierOfUse[]): KnownModels => knownModels(tiers, table);

describe('a model of a line that no tier has', () => {
  const opus = (): KnownModels => of({ name: 'opus', models: ['claude-opus-5-5'], line: 'opus' });

  it('keeps a floor of its line or a lesser one, and no other', () => {
    const models = opus();
    expect(models.tierOf('claude-sonnet-5-5')).toBeNull();
    expect(models.keeps('claude-sonnet-5-5', 'opus')).toBe(false);
    expect(models.keeps('claude-sonnet-5-5', 'sonnet')).toBe(true);
    expect(models.keeps('claude-sonnet-5-5', 'haiku')).toBe(true);
    expect(models.keeps('claude-mythos-5', 'opus')).toBe(true);
  });

  it('keeps no floor of which no line is known, and neither does a model that nobody knows', () => {
    const models = opus();
    expect(models.keeps('claude-sonnet-5-5', 'premium')).toBe(false);
    const unknown = of({ name: 'haiku', models: ['own-1'], line: null });
    expect(unknown.keeps('own-1', 'haiku')).toBe(true);
    expect(unknown.keeps('claude-sonnet-5-5', 'haiku')).toBe(true);
    expect(models.keeps('mystery-1', 'haiku')).toBe(false);
    expect(models.keeps('mystery-1', 'premium')).toBe(false);
  });
});

it('ids of one model are the same, and two that nobody knows are not', () => {
  const models = of();
  expect(models.isSame('claude-haiku-4-5', 'claude-haiku-4-5-20251001')).toBe(true);
  expect(models.isSame('claude-haiku-4-5', 'claude-haiku-5-5')).toBe(false);
  expect(models.isSame('mystery-1', 'mystery-1')).toBe(true);
  expect(models.isSame('mystery-1', 'mystery-2')).toBe(false);
  expect(models.isSame('mystery-1', 'claude-haiku-4-5')).toBe(false);
});

it('a tier is known by its ids at every provider, and by those that the table has for its model', () => {
  const allocation = read(
    changed([
      'model: claude-haiku-5-5',
      'model: claude-haiku-4-5-20251001\n    providers: { bedrock: own-profile-1 }',
    ]),
  );
  const [haiku, sonnet] = tiersOfUse(allocation, table);
  expect(haiku).toEqual({
    name: 'haiku',
    models: ['claude-haiku-4-5-20251001', 'own-profile-1', 'claude-haiku-4-5'],
    line: 'haiku',
  });
  expect(sonnet?.models).toEqual(['claude-sonnet-5-5']);
  const unknown = read(changed(['model: claude-haiku-5-5', 'model: mystery-1']));
  expect(tiersOfUse(unknown, table)[0]).toEqual({ name: 'haiku', models: ['mystery-1'], line: null });
});

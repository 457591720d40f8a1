import { expect, it } from 'vitest';
import { retiredTiers } from '../../../src/policy/decision/models-of-tiers.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { changed, read } from '../../allocation/reading.ts';
import { day } from '../../usage/sessions.ts';

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

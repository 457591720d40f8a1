import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drain } from '../../src/deferral/drain.ts';
import { standingOf, standingsOf } from '../../src/deferral/states.ts';
import { claimToken } from '../../src/usage/records/deferral.ts';
import { type Fortune, Model, type Mood } from './model.ts';
import { deferral, setup } from './works.ts';

const MOODS: readonly Mood[] = [
  'tells',
  'silent-success',
  'lost-answer',
  'lost-request',
  'refuses',
  'limits',
];

const fortunes = fc.record<Fortune>({
  life: fc.oneof({ weight: 2, arbitrary: fc.nat(40) }, fc.constant(1000)),
  moods: fc.array(fc.constantFrom(...MOODS), { minLength: 1, maxLength: 6 }),
  delays: fc.array(fc.oneof(fc.nat(5), fc.nat(400)), { minLength: 1, maxLength: 8 }),
  lostPush: fc.nat(3),
});

describe('drains that get in each other’s way, and die', () => {
  it('never start anything twice, and leave nothing that a later drain does not start', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        fc.array(fortunes, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(1200), { minLength: 4, maxLength: 4 }),
        async (scheduler, works, batch, drains, starts) => {
          const deferrals = Array.from({ length: works }, (_, index) => deferral(index + 1));
          const model = new Model(deferrals, scheduler);
          const going = drains.map(async (fortune, index) => {
            await scheduler.schedule(Promise.resolve());
            model.wait(starts[index] ?? 0);
            const ports = model.ports(fortune);
            return Promise.race([drain(setup(`a${index}`, { batch }), ports), ports.died]);
          });
          await scheduler.waitFor(Promise.all(going));
          expect(tokensOf(model)).toEqual([...new Set(tokensOf(model))]);

          const calm = new Model(deferrals);
          calm.steps = model.steps;
          calm.runs.push(...model.runs.map((run) => ({ ...run, seen: 0 })));
          calm.wait(6 * 3600);
          await drain(setup('bb', { batch }), calm.ports());
          expect(tokensOf(calm).sort()).toEqual(deferrals.map(({ id }) => claimToken(id)).sort());
          const standings = standingsOf(calm.steps);
          for (const each of deferrals) expect(standingOf(standings, each).kind).toBe('started');
        },
      ),
      { numRuns: 500 },
    );
  });
});

function tokensOf(model: Model): string[] {
  return model.runs.map(({ start }) => start.claim);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../src/ledger/entry.ts';
import { merge } from '../../src/ledger/merge.ts';
import { entry, folder, ledger, workRepository } from './support.ts';

/** Few ids, instants and contents, so that copies and conflicts are common. */
const entries: fc.Arbitrary<LedgerEntry> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    at: fc.constantFrom(
      '2026-11-23T00:00:00Z',
      '2026-11-23T01:00:00+02:00',
      '2026-11-22T23:59:59.5Z',
      '2026-12-01T00:00:00Z',
    ),
    cost: fc.constantFrom(1, 2),
  })
  .map(({ id, at, cost }) => entry(id, at, { cost }));

/** Entries, and the same ones again: shuffled, some of them several times. */
const rewritten = fc.array(entries, { maxLength: 30 }).chain((original) =>
  fc
    .shuffledSubarray([...original, ...original, ...original], { minLength: 0 })
    .map((extra) => [...original, ...extra])
    .chain((all) =>
      fc.tuple(
        fc.constant(original),
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      ),
    ),
);

describe('any permutation and duplication of writes gives the same reading', () => {
  test('of merged entries', () => {
    fc.assert(
      fc.property(rewritten, ([original, again]) => {
        const { duplicates: _, ...once } = merge(original);
        const { duplicates, ...repeated } = merge(again);
        expect(repeated).toEqual(once);
        expect(duplicates).toBe(again.length - new Set(original.map(({ line }) => line)).size);
        expect(new Set(once.entries.map(({ id }) => id)).size).toBe(once.entries.length);
      }),
    );
  });

  test('of a real ledger, however the records are put into batches', async () => {
    const batches = fc.tuple(
      rewritten,
      fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(batches, async ([[original, again], sizes]) => {
        await using parent = await folder();
        const cwd = await workRepository(parent.path);
        await using once = await ledger(cwd, cwd, { branch: 'once' });
        await using often = await ledger(cwd, cwd, { branch: 'often' });
        await once.append(original, { run: '1', attempt: 1 });
        let start = 0;
        for (let turn = 0; start < again.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          await often.append(again.slice(start, start + size), { run: String(turn % 3), attempt: 1 });
          start += size;
        }
        const expected = await once.readAll();
        const found = await often.readAll();
        expect(found.entries).toEqual(expected.entries);
        expect(found.conflicts).toEqual(expected.conflicts);
        expect(found.problems).toEqual([]);
        expect(await often.exportLines()).toEqual(await once.exportLines());
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});

test('a conflict keeps the earliest entry, then the smallest line', () => {
  const early = entry('a', '2026-11-23T00:00:00Z', { cost: 2 });
  const late = entry('a', '2026-11-23T02:30:00+02:00', { cost: 1 });
  const twin = entry('a', '2026-11-23T00:00:00Z', { cost: 1 });
  const { entries: kept, conflicts, rivals } = merge([late, early, twin, late]);
  expect(kept).toEqual([twin]);
  expect(rivals).toEqual([early, late]);
  expect(conflicts).toEqual([{ id: 'a', kept: twin.line, others: [early.line, late.line] }]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommitId, isCommitId } from '../../src/git/commit-reader.ts';
import { type Compare, mergeBasesOf } from '../../src/github/merge-bases.ts';

function commitId(number: number): CommitId {
  const id = (number + 1).toString(16).padStart(40, '0');
  if (!isCommitId(id)) throw new Error(id);
  return id;
}

/** A history: the parents of each commit are among those before it. */
const history = fc
  .array(fc.array(fc.nat(1000), { maxLength: 3 }), { minLength: 2, maxLength: 14 })
  .map((all) =>
    all.map((parents, index) => (index === 0 ? [] : [...new Set(parents.map((each) => each % index))])),
  );

function ancestors(parents: readonly (readonly number[])[], commit: number): ReadonlySet<number> {
  const found = new Set([commit]);
  for (const each of found) for (const parent of parents[each] ?? []) found.add(parent);
  return found;
}

/** The best common ancestors, by definition. */
function best(parents: readonly (readonly number[])[], a: number, b: number): number[] {
  const ofB = ancestors(parents, b);
  const common = [...ancestors(parents, a)].filter((each) => ofB.has(each));
  return common.filter(
    (each) => !common.some((other) => other !== each && ancestors(parents, other).has(each)),
  );
}

/** A comparison as GitHub answers it: of several merge bases it names the `choice`th. */
function compareIn(parents: readonly (readonly number[])[], choice: number): Compare {
  const number = (id: CommitId): number => Number.parseInt(id, 16) - 1;
  return async (base, head, page, size) => {
    const [a, b] = [number(base), number(head)];
    const bases = best(parents, a, b);
    const named = bases[choice % Math.max(1, bases.length)];
    if (named === undefined) return null;
    const [ofA, ofB] = [ancestors(parents, a), ancestors(parents, b)];
    const ahead = [...ofB].filter((each) => !ofA.has(each));
    return {
      mergeBase: commitId(named),
      ahead: ahead.length,
      behind: [...ofA].filter((each) => !ofB.has(each)).length,
      commits: ahead.slice((page - 1) * size, page * size).map((each) => ({
        id: commitId(each),
        parents: (parents[each] ?? []).map(commitId),
      })),
    };
  };
}

describe('the merge bases', () => {
  it('are all found in any history, whichever of them GitHub names', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(1000), fc.nat(1000), fc.nat(3), async (parents, x, y, choice) => {
        const [a, b] = [x % parents.length, y % parents.length];
        const found = await mergeBasesOf(compareIn(parents, choice), commitId(a), commitId(b));
        expect([...found].sort()).toEqual(best(parents, a, b).map(commitId).sort());
      }),
      { numRuns: 300 },
    );
  });

  it('are asked for once where one side has nothing of its own', async () => {
    let asked = 0;
    const compare = compareIn([[], [0], [1]], 0);
    const counted: Compare = (...args) => {
      asked += 1;
      return compare(...args);
    };
    expect(await mergeBasesOf(counted, commitId(0), commitId(2))).toEqual([commitId(0)]);
    expect(asked).toBe(1);
  });

  it('cannot be told where the list of commits is not whole, or would be too long', async () => {
    const compare = compareIn([[], [0], [0]], 0);
    const cut: Compare = async (...args) => {
      const answer = await compare(...args);
      return answer === null ? null : { ...answer, commits: [] };
    };
    const long: Compare = async (...args) => {
      const answer = await compare(...args);
      return answer === null ? null : { ...answer, ahead: 3_001, behind: 3_001 };
    };
    await expect(mergeBasesOf(cut, commitId(1), commitId(2))).rejects.toThrow('listed 0 of the 1 commits');
    await expect(mergeBasesOf(long, commitId(1), commitId(2))).rejects.toThrow('more than 3000 commits');
  });
});

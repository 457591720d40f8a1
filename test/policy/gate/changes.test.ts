import { expect, it } from 'vitest';
import { gate } from '../../../src/policy/gate/index.ts';
import { parseDate } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';

const HEAD = `version: 1
tiers: [{ name: haiku, model: claude-haiku-5-5 }, { name: opus, model: claude-opus-5-5 }]
phases: [PLAN, EXEC]
facts: { big: { type: boolean }, odd: { type: boolean } }
agents:
  API:
    default: haiku
    upgrades:
`;

/** What a change of the upgrades is told as: `from → to`. */
function told(before: readonly string[], after: readonly string[]): readonly string[] {
  const version = (upgrades: readonly string[]) => ({
    allocation: {
      kind: 'file',
      bytes: new TextEncoder().encode(HEAD + upgrades.map((each) => `      - { ${each} }\n`).join('')),
    } as const,
    exceptions: { kind: 'absent' } as const,
  });
  const today = parseDate('2026-11-23');
  if (today === null) throw new Error('no date');
  const { changes } = gate(
    [{ subject: 'a test', base: version(before), head: version(after) }],
    {
      today,
      shipped: shippedModels(),
      allocationFile: 'allocation.yaml',
      exceptionsFile: 'allocation.exceptions.yaml',
      docs: (id) => id,
      mode: 'enforce',
    },
    [],
  );
  return changes.map(({ agent, field, from, to }) => `${agent} ${field}: ${from} → ${to}`);
}

const BIG = 'to: opus, if: task.big, because: it is big';
const ODD = 'to: opus, if: task.odd, phases: [EXEC]';

it('an upgrade that is gone or new is told in words, without those that stay', () => {
  expect(told([BIG, ODD], [ODD])).toEqual(['API upgrades: opus if task.big → null']);
  expect(told([BIG], [BIG, ODD])).toEqual(['API upgrades: null → opus if task.odd in EXEC']);
  expect(told([BIG], [ODD])).toEqual([
    'API upgrades: opus if task.big → null',
    'API upgrades: null → opus if task.odd in EXEC',
  ]);
});

it('another reason of an upgrade is told as one', () => {
  expect(told([BIG], ['to: opus, if: task.big, because: it is risky'])).toEqual([
    'API upgrades: it is big → it is risky',
  ]);
});

it('another order of upgrades is told, too', () => {
  expect(told([BIG, ODD], [ODD, BIG])).toHaveLength(1);
});

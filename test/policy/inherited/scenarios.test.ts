import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseReference, referenceText } from '../../../src/allocation/policy/reference.ts';
import { readSource } from '../../../src/allocation/source.ts';
import { UserError } from '../../../src/errors.ts';
import {
  type FileState,
  gate,
  isUntouched,
  type ProposedChange,
  type Version,
} from '../../../src/policy/gate/index.ts';
import { laid } from '../../../src/policy/inherited/index.ts';
import { parseDate } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { changeOf, type ScenarioName, scenarioNames, textOf } from '../../support/scenario.ts';
import { raise } from '../../support/worlds.ts';

/*
 * Every way to loosen a floor that the gate's scenarios know, with the floor in the policy alone. A floor of a policy is as
 * good as one in a file that nobody can edit: that is the oracle.
 */

const REFERENCE = parseReference(`acme/policies/floors.yaml@${'a'.repeat(40)}`) ?? raise('no reference');

/** The file as plain data; null for one that is not there or is no mapping. */
function dataIn(state: FileState): object | null {
  if (state.kind !== 'file') return null;
  try {
    const { value } = readSource('', state.bytes);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** The version with other keys in its file; null where that cannot be read. */
function edited({ allocation, exceptions }: Version, more: object): Version | null {
  const data = dataIn(allocation);
  if (data === null) return null;
  const bytes = new TextEncoder().encode(stringify({ ...data, ...more }));
  return { allocation: { kind: 'file', bytes }, exceptions };
}

function judge(name: ScenarioName, change: ProposedChange): 'pass' | 'fail' | 'error' {
  const context = {
    today: dayOf(name),
    shipped: shippedModels(),
    allocationFile: 'allocation.yaml',
    exceptionsFile: 'allocation.exceptions.yaml',
    docs: () => '',
    mode: 'enforce' as const,
  };
  try {
    return gate([change], context, []).verdict;
  } catch (error) {
    if (error instanceof UserError) return 'error';
    throw error;
  }
}

function dayOf(name: ScenarioName) {
  return parseDate((textOf(name, 'now') ?? '2026-11-23').trim()) ?? raise('no day');
}

/** The change with the base's floors in the file, unchanged; and with them in a policy that both sides extend. */
function bothWays(
  name: ScenarioName,
): { readonly inFile: ProposedChange; readonly inPolicy: ProposedChange } | null {
  const { base, head } = changeOf(name);
  const own = dataIn(base.allocation);
  if (own === null || base.allocation.kind !== 'file' || 'extends' in own) return null;
  const kept = edited(head, { floors: 'floors' in own ? own.floors : [] });
  const policy = { ...base.allocation, off: null };
  const standing = { reference: REFERENCE, policies: new Map([[referenceText(REFERENCE), policy]]) };
  const inherited = { floors: [], extends: referenceText(REFERENCE) };
  const [before, after] = [base, head].map((side) => edited(side, inherited));
  if (kept === null || before == null || after == null) return null;
  // Without the floors nothing is left of some changes.
  if (isUntouched({ base: before, head: after })) return null;
  const change = { subject: name, base: before, head: after };
  return {
    inFile: { subject: name, base, head: kept },
    inPolicy: laid(change, standing, standing, 'same', dayOf(name)),
  };
}

const scenarios = scenarioNames().flatMap((name) => {
  const found = /^HF1\d\d-breaks|^trick-/.test(name) ? bothWays(name) : null;
  return found === null ? [] : [{ name, ...found }];
});

/** Where the policy still has the fact, the row, the name or the denial that the file has lost, so that nothing is loosened. */
const BETTER_IN_THE_POLICY = new Set([
  'HF120-breaks-undeclared',
  'HF122-breaks-removed',
  'HF122-breaks-removed-with-a-provider',
  'HF136-breaks',
  'trick-extends-another-file',
  'trick-alias-dropped',
  'trick-fact-of-a-floor-in-another-case',
  'trick-former-name-dropped',
  'trick-row-removed',
]);

describe('a floor that stands in the policy alone', () => {
  it.each(scenarios)('is kept as one in the file is: $name', ({ name, inFile, inPolicy }) => {
    const wanted = judge(name, inFile) === 'pass' || BETTER_IN_THE_POLICY.has(name);
    expect(judge(name, inPolicy) === 'pass').toBe(wanted);
  });

  it('is seen to be broken by most of them', () => {
    expect(scenarios.length).toBeGreaterThan(150);
    expect(scenarios.filter(({ name, inPolicy }) => judge(name, inPolicy) !== 'pass').length).toBeGreaterThan(
      90,
    );
  });
});

import { describe, expect, it } from 'vitest';
import {
  readGivenLine,
  readStoredIn,
  readStoredLine,
  whatIfEntry,
} from '../../../src/usage/records/ledger-line.ts';
import { canonicalJson } from '../../../src/usage/records/record.ts';
import { isSameChange } from '../../../src/usage/records/what-if.ts';
import { loggedWhatIf } from './what-ifs.ts';

const [CELL] = loggedWhatIf().cells;

describe('a line with a what-if', () => {
  it('has the id that its content gives, whatever week a reader asks for', () => {
    const entry = whatIfEntry(loggedWhatIf());
    expect(readStoredLine(entry.line)).toEqual({ ok: true, entry });
    expect(readGivenLine(canonicalJson(loggedWhatIf()))).toEqual({ ok: true, entry });
    const wanted = { from: '2027-01-01T00:00:00Z', to: '2027-01-08T00:00:00Z', earlier: null };
    expect(readStoredIn(wanted)(entry.line)).toEqual({ ok: true, entry });
    expect(readStoredLine(canonicalJson({ ...loggedWhatIf(), id: 'a'.repeat(64) }))).toMatchObject({
      ok: false,
    });
  });

  it.each([
    ['no cell', { cells: [] }],
    ['a cell of no runs', { cells: [{ ...CELL, runs: 0 }] }],
    ['a week that is none', { since: 'next week' }],
    ['a cost below nothing', { microusd: -1 }],
    ['a basis that nobody knows', { basis: 'felt' }],
  ])('is refused with %s', (_, change) => {
    expect(readGivenLine(canonicalJson({ ...loggedWhatIf(), ...change }))).toMatchObject({ ok: false });
  });

  it('is about the same change as another one where cells, tiers and week are the same', () => {
    const one = loggedWhatIf();
    expect(isSameChange(one, loggedWhatIf({ at: '2026-12-03T12:00:00Z', microusd: 1 }))).toBe(true);
    expect(isSameChange(one, loggedWhatIf({ since: '2026-W51' }))).toBe(false);
    expect(
      isSameChange(one, loggedWhatIf({ cells: one.cells.map((each) => ({ ...each, to: 'haiku' })) })),
    ).toBe(false);
  });
});

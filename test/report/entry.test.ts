import { describe, expect, it } from 'vitest';
import { contentsOf, readEntry, readEntryUntil } from '../../src/report/entry.ts';
import { canonicalJson, recordLine } from '../../src/usage/record.ts';
import { event, run } from './records.ts';

const until = readEntryUntil('2026-11-30T00:00:00Z');
const kindOf = (reading: ReturnType<typeof readEntry>) =>
  reading.ok ? reading.entry.content.kind : reading.problems;

describe('a line of the ledger', () => {
  it('is a record or an event, with its own id', () => {
    const record = run('1');
    expect(readEntry(recordLine(record))).toMatchObject({
      ok: true,
      entry: { id: record.id, at: record.at, content: { record } },
    });
    expect(readEntry(canonicalJson({ ...event(), id: 'x' }))).toMatchObject({ ok: true, entry: { id: 'x' } });
  });

  it.each(['{', '[]', 'null', '{"schema":"haiku-first/usage@1"}', '{"schema":"haiku-first/outcome@1"}'])(
    'is refused with the reason: %s',
    (line) => {
      const reading = readEntry(line);
      expect(reading).toMatchObject({ ok: false });
      expect(reading.ok ? [] : reading.problems).not.toEqual([]);
    },
  );

  it('of a later week is passed over when it is a record, and read when it is an event', () => {
    const later = '2026-11-30T00:00:00Z';
    expect(kindOf(until(recordLine(run('1', { at: later }))))).toBe('passed-over');
    expect(kindOf(until(canonicalJson({ ...event({ at: later }), id: 'x' })))).toBe('event');
    expect(kindOf(until(recordLine(run('1', { at: '2026-11-29T23:59:59Z' }))))).toBe('record');
  });

  it('is not hidden by a fact or a text that looks like a later time', () => {
    const disguised = run('1', {
      escalation_reason: '"at":"2027-01-01T00:00:00Z","id":"',
      task: { at: '2027-01-01T00:00:00Z' },
    });
    expect(kindOf(until(recordLine(disguised)))).toBe('record');
  });

  it('that was passed over is neither a record nor an event', () => {
    const reading = until(recordLine(run('1', { at: '2026-12-01T00:00:00Z' })));
    expect(contentsOf(reading.ok ? [reading.entry] : [])).toEqual({ records: [], events: [] });
  });
});

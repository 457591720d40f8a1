import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../src/deferral/claims.ts';
import {
  contentsOf,
  deferralEntry,
  drainEntry,
  eventEntry,
  readGivenLine,
  readStoredIn,
  readStoredLine,
  recordEntry,
} from '../../../src/usage/records/ledger-line.ts';
import { canonicalJson, recordLine } from '../../../src/usage/records/record.ts';
import { deferral, NOW } from '../../deferral/works.ts';
import { event, run } from '../../report/records.ts';

const DRAIN = { run: '9', attempt: 1, nonce: 'ab'.repeat(8) };
const SPAN = { from: '2026-11-23T00:00:00Z', to: '2026-11-30T00:00:00Z' };
const until = readStoredIn({ ...SPAN, earlier: null });
const withGists = readStoredIn({ ...SPAN, earlier: { from: '2026-11-16T00:00:00Z', workItem: null } });
const ofWork = readStoredIn({ ...SPAN, earlier: { from: '2026-11-16T00:00:00Z', workItem: 'pr-12' } });
const before = '2026-11-22T23:59:59Z';
const kindOf = (reading: ReturnType<typeof readStoredLine>) =>
  reading.ok ? reading.entry.content.kind : reading.problems;

describe('a line of the ledger', () => {
  it('is a record or an event, with the id that its content gives', () => {
    const record = run('1');
    expect(readStoredLine(recordLine(record))).toMatchObject({
      ok: true,
      entry: { id: record.id, at: record.at, content: { record } },
    });
    const told = eventEntry(event());
    expect(readStoredLine(told.line)).toEqual({ ok: true, entry: told });
    expect(readStoredLine(canonicalJson(event()))).toMatchObject({ ok: true, entry: { id: told.id } });
    expect(readStoredLine(canonicalJson({ ...event(), id: 'x' }))).toMatchObject({ ok: false });
  });

  it("is put into the ledger's own form when somebody hands it in, and left as it is when it is there", () => {
    const { id, ...nameless } = run('1');
    const reversed = JSON.stringify(Object.fromEntries(Object.entries(nameless).reverse()));
    expect(readGivenLine(reversed)).toEqual({ ok: true, entry: recordEntry(run('1')) });
    expect(readStoredLine(reversed)).toMatchObject({ ok: true, entry: { id, line: reversed } });
    const turned = JSON.stringify(Object.fromEntries(Object.entries(event()).reverse()));
    expect(readGivenLine(turned)).toEqual({ ok: true, entry: eventEntry(event()) });
    expect(readStoredLine(turned)).toMatchObject({ ok: true, entry: { line: turned } });
  });

  it('may not be longer than the ledger takes', () => {
    const long = JSON.stringify({ ...run('1'), note: 'x'.repeat(20_000) });
    const why = ['The line must not be longer than 16384 characters'];
    expect(readStoredLine(long)).toEqual({ ok: false, problems: why });
  });

  it.each([
    ['{', ['not JSON']],
    ['[]', ['not a JSON object']],
    [canonicalJson({ ...event(), id: 'x' }), ['`id` is not the one that the event gives: leave it out']],
    [recordLine(run('1', { turns: -1 })), ['`turns` must be at least 0']],
  ])('is refused with the words: %s', (line, problems) => {
    expect(readStoredLine(line)).toEqual({ ok: false, problems });
    expect(readGivenLine(line)).toEqual({ ok: false, problems });
  });

  it.each(['{', '[]', 'null', '{"schema":"haiku-first/usage@1"}', '{"schema":"haiku-first/outcome@1"}'])(
    'is refused with the reason: %s',
    (line) => {
      const reading = readStoredLine(line);
      expect(reading).toMatchObject({ ok: false });
      expect(reading.ok ? [] : reading.problems).not.toEqual([]);
    },
  );

  it('of a later week is passed over when it is a record, and read when it is an event', () => {
    const later = '2026-11-30T00:00:00Z';
    expect(kindOf(until(recordLine(run('1', { at: later }))))).toBe('passed-over');
    expect(kindOf(until(eventEntry(event({ at: later })).line))).toBe('event');
    expect(kindOf(until(recordLine(run('1', { at: '2026-11-29T23:59:59Z' }))))).toBe('record');
  });

  it('is not hidden by a fact or a text that looks like a later time', () => {
    const disguised = run('1', {
      escalation_reason: '"at":"2027-01-01T00:00:00Z","id":"',
      task: { at: '2027-01-01T00:00:00Z' },
    });
    expect(kindOf(until(recordLine(disguised)))).toBe('record');
  });

  it('that is a deferral, or tells what became of one, counts for no usage', () => {
    const entries = [deferralEntry(deferral(1)), drainEntry(stepOf(deferral(1), 'claimed', DRAIN, NOW))];
    expect(entries.map(({ line }) => kindOf(readStoredLine(line)))).toEqual(['deferral', 'drain']);
    expect(contentsOf(entries)).toEqual({ records: [], gists: [], spending: [], events: [], forecasts: [] });
    expect(entries.map(({ line }) => kindOf(until(line)))).toEqual(['deferral', 'drain']);
  });

  it('is a record, a gist or an event among others, in their order', () => {
    const lines = [run('1'), run('2', { at: before }), run('3')].map(recordLine);
    const told = eventEntry(event());
    const entries = [...lines, told.line].map(withGists).flatMap((each) => (each.ok ? [each.entry] : []));
    const { records, gists, events } = contentsOf(entries);
    expect(records).toEqual([run('1'), run('3')]);
    expect(gists.map(({ at, tokens }) => [at, tokens])).toEqual([[before, run('2').tokens]]);
    expect(events).toEqual([event()]);
  });

  it('that was passed over is neither a record nor an event', () => {
    const reading = until(recordLine(run('1', { at: '2026-12-01T00:00:00Z' })));
    expect(contentsOf(reading.ok ? [reading.entry] : [])).toEqual({
      records: [],
      gists: [],
      spending: [],
      events: [],
      forecasts: [],
    });
  });

  it('of the week before gives its gist, and whatever cannot be told at a glance is read whole', () => {
    const earlier = run('1', { at: before });
    expect(kindOf(withGists(recordLine(earlier)))).toBe('gist');
    expect(kindOf(withGists(recordLine(run('1', { at: '2026-11-16T00:00:00Z' }))))).toBe('gist');
    expect(kindOf(withGists(recordLine(run('1', { at: SPAN.from }))))).toBe('record');
    expect(kindOf(withGists(recordLine(run('1', { at: SPAN.to }))))).toBe('passed-over');
    expect(kindOf(withGists(recordLine(run('1', { at: '2026-11-15T23:59:59Z' }))))).toBe('passed-over');
    expect(kindOf(until(recordLine(earlier)))).toBe('passed-over');
    expect(kindOf(withGists(JSON.stringify(earlier)))).toBe('record');
    expect(kindOf(withGists(recordLine(run('1', { at: before })).replace('pr-12', 'ü')))).toBe('record');
    const bad = recordLine(earlier).replace('"turns":2', '"turns":-2');
    expect(withGists(bad)).toMatchObject({ ok: false });
  });

  it('of an earlier week is read whole when it is of the work item that is asked for', () => {
    expect(kindOf(ofWork(recordLine(run('1', { at: before }))))).toBe('record');
    expect(kindOf(ofWork(recordLine(run('1', { at: before, work_item: 'pr-1' }))))).toBe('passed-over');
    expect(kindOf(ofWork(recordLine(run('1', { at: SPAN.from, work_item: 'pr-1' }))))).toBe('record');
  });
});

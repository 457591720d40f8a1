import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import deferralSchema from '../../../schema/deferral.schema.json' with { type: 'json' };
import drainSchema from '../../../schema/drain.schema.json' with { type: 'json' };
import { stepOf } from '../../../src/deferral/claims.ts';
import { checkDeferral, checkDrainEvent } from '../../../src/usage/records/deferral-check.ts';
import {
  deferralEntry,
  drainEntry,
  readStoredLine,
  readStoredWithin,
  recordEntry,
} from '../../../src/usage/records/ledger-line.ts';
import { deferral } from '../../deferral/works.ts';
import { run } from '../../report/records.ts';

const PUT = deferral(1, { task: { labels: ['a'], lines_changed: 3 } });
const STEP = stepOf(PUT, 'started', { run: '9', attempt: 1, nonce: 'ab'.repeat(8) }, '2026-11-25T12:00:00Z', {
  run_id: '77',
});
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const fitsDeferral = ajv.compile(deferralSchema);
const fitsStep = ajv.compile(drainSchema);

describe('a deferral in the ledger', () => {
  it('is what its schema says, and comes back as it was written', () => {
    expect(fitsDeferral(JSON.parse(deferralEntry(PUT).line))).toBe(true);
    expect(readStoredLine(deferralEntry(PUT).line)).toEqual({ ok: true, entry: deferralEntry(PUT) });
  });

  it.each<[string, object]>([
    ['a workflow', { workflow: 'deploy.yml' }],
    ['a command', { run: { ...PUT.run, command: 'rm -rf /' } }],
    ['a priority far above the others', { priority: 1_000_000 }],
    ['a priority that is no whole number', { priority: 50.5 }],
    ['a head that is no commit', { head: 'main' }],
    ['a repository that is none', { repository: 'octo' }],
    ['a reason without end', { reason: 'x'.repeat(301) }],
    ['a time that is none', { not_before: 'soon' }],
    ['a fact that is an object', { task: { a: { b: 1 } } }],
    ['the id of another one', { id: deferral(2).id }],
    ['no tier', { tier: undefined }],
  ])('is refused with %s', (_, change) => {
    const forged = JSON.parse(JSON.stringify({ ...PUT, ...change }));
    expect(checkDeferral(forged).ok).toBe(false);
    if (!('id' in change)) expect(fitsDeferral(forged)).toBe(false);
  });

  it('has the same id however often the job tells it, and another one for another cell, job or head', () => {
    const later = deferral(1, { at: '2026-11-25T12:30:00Z', reason: 'again' });
    expect(later.id).toBe(PUT.id);
    const others = [
      deferral(1, { agent: 'STORIES' }),
      deferral(1, { head: 'f'.repeat(40) }),
      deferral(1, { run: { ...PUT.run, attempt: 2 } }),
      deferral(1, { work_item: null }),
    ];
    expect(new Set([PUT, ...others].map(({ id }) => id)).size).toBe(5);
  });
});

describe('a step of a drain in the ledger', () => {
  it('is what its schema says, and comes back as it was written', () => {
    expect(fitsStep(JSON.parse(drainEntry(STEP).line))).toBe(true);
    expect(readStoredLine(drainEntry(STEP).line)).toEqual({ ok: true, entry: drainEntry(STEP) });
  });

  it.each<[string, object]>([
    ['another event', { event: 'finished' }],
    ['a token that is not ours', { claim: 'x' }],
    ['a run that is no number', { run_id: '../1' }],
    ['an inputs key', { inputs: {} }],
    ['no drain', { drain: null }],
    ['the id of another one', { id: PUT.id }],
  ])('is refused with %s', (_, change) => {
    const forged = { ...STEP, ...change };
    expect(checkDrainEvent(forged).ok).toBe(false);
    if (!('id' in change)) expect(fitsStep(forged)).toBe(false);
  });
});

describe('a reading for a drain', () => {
  it('looks into the records of its time alone, and into every deferral and step', () => {
    const read = readStoredWithin('2026-11-23T00:00:00Z', '2026-11-30T00:00:00Z');
    const kind = (line: string): string => {
      const reading = read(line);
      return reading.ok ? reading.entry.content.kind : 'refused';
    };
    expect(kind(recordEntry(run('1', { at: '2026-11-24T00:00:00Z' })).line)).toBe('record');
    expect(kind(recordEntry(run('1', { at: '2026-11-22T23:59:59Z' })).line)).toBe('passed-over');
    expect(kind(recordEntry(run('1', { at: '2026-11-30T00:00:00Z' })).line)).toBe('passed-over');
    expect(kind(deferralEntry(deferral(1, { at: '2026-10-30T00:00:00Z' })).line)).toBe('deferral');
    expect(kind(drainEntry({ ...STEP, at: '2026-10-30T00:00:00Z' }).line)).toBe('refused');
    expect(kind(drainEntry(STEP).line)).toBe('drain');
  });
});

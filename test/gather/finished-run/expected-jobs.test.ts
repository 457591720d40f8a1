import { describe, expect, it } from 'vitest';
import { tallyJobs, type WatchedJob } from '../../../src/gather/finished-run/expected-jobs.ts';
import { record } from '../../report/records.ts';

const earlier = record({ run: { id: '1', attempt: 1, job: 'security' }, agent: 'SECURITY', phase: 'EXEC' });

function job(changes: Partial<WatchedJob>): WatchedJob {
  const base = { run: 7, id: 70, name: 'security', attempt: 1 };
  return { ...base, state: 'running', conclusion: null, ...changes };
}

function missing(jobs: readonly WatchedJob[], known = [earlier], spoke: readonly number[] = []) {
  return tallyJobs([], jobs, known, new Set(spoke)).missing;
}

describe('the jobs that ought to report', () => {
  it('are those of a name that has reported before, while they wait or run', () => {
    expect(missing([job({}), job({ id: 71, state: 'waiting' }), job({ id: 72, name: 'build' })])).toEqual([
      'SECURITY/EXEC (running)',
      'SECURITY/EXEC (waiting)',
    ]);
  });

  it('are those that broke off without a word, and not those that ended well without usage', () => {
    const ended = (conclusion: string) => missing([job({ state: 'done', conclusion })]);
    expect(ended('cancelled')).toEqual(['SECURITY/EXEC (cancelled)']);
    expect(ended('failure')).toEqual(['SECURITY/EXEC (failure)']);
    expect(ended('timed_out')).toEqual(['SECURITY/EXEC (timed_out)']);
    expect(ended('success')).toEqual([]);
    expect(ended('skipped')).toEqual([]);
  });

  it('are not those that have reported, by their number or by their name', () => {
    const broken = job({ state: 'done', conclusion: 'failure' });
    expect(missing([broken], [earlier], [70])).toEqual([]);
    expect(missing([broken], [earlier, record({ run: { id: '7', attempt: 1, job: 'security' } })])).toEqual(
      [],
    );
    expect(missing([broken], [earlier, record({ run: { id: '7', attempt: 2, job: 'security' } })])).toEqual([
      'security (failure)',
    ]);
  });

  it('are the legs of a matrix that still run, whatever other legs have reported', () => {
    const legs = [job({ name: 'security (linux)' }), job({ id: 71, name: 'security (windows)' })];
    const first = record({ run: { id: '7', attempt: 1, job: 'security (0)' }, agent: 'SECURITY' });
    expect(missing(legs, [earlier, first], [70])).toEqual(['SECURITY/EXEC (running)']);
  });

  it('are called by their name where it stands for several agents', () => {
    const other = record({ run: { id: '2', attempt: 1, job: 'security' }, agent: 'TESTING' });
    expect(missing([job({})], [earlier, other])).toEqual(['security (running)']);
    const sub = record({ run: { id: '2', attempt: 1, job: 'security' }, agent: 'X', parent: earlier.id });
    expect(missing([job({})], [earlier, sub])).toEqual(['SECURITY/EXEC (running)']);
  });

  it('are counted once for each job, however many records it has', () => {
    const two = [earlier, record({ ...earlier, model_used: 'claude-opus-5-5' })];
    expect(tallyJobs(two, [], two, new Set()).reported).toBe(1);
  });
});

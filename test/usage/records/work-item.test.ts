import { describe, expect, it } from 'vitest';
import { issueOf, pullRequestOf, threadOf, workItemOfThread } from '../../../src/usage/records/work-item.ts';

describe('a work item', () => {
  it.each([
    ['pr-12', 12, null],
    ['issue-9999999999', null, 9_999_999_999],
    ['pr-0', null, null],
    ['pr-012', null, null],
    ['pr-12345678901', null, null],
    ['PR-12', null, null],
    ['my-pr-12', null, null],
    ['pr-12 ', null, null],
    ['issue-', null, null],
    [null, null, null],
  ])('%s names a pull request, an issue, or neither', (text, pull, issue) => {
    expect([pullRequestOf(text), issueOf(text)]).toEqual([pull, issue]);
    const thread = threadOf(text);
    if (thread !== null) expect(workItemOfThread(thread)).toBe(text);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readPayload } from '../../src/gather/event.ts';
import { workItemOf } from '../../src/gather/job-place.ts';

const folder = mkdtempSync(join(tmpdir(), 'haiku-first-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function payload(text: string): string {
  const path = join(folder, 'event.json');
  writeFileSync(path, text);
  return path;
}

it('a payload that cannot be read is no bug of ours', () => {
  expect(() => readPayload('issues', join(folder, 'none'))).toThrow(
    /^The event's payload cannot be read: ENOENT/,
  );
  expect(() => readPayload('issues', payload('{'))).toThrow('The payload of the event issues is not JSON.');
  expect(readPayload('issues', payload('{"a":1}'))).toEqual({ a: 1 });
});

it.each([
  ['issues', '{"issue":{"number":7}}', 'issue-7'],
  ['issues', '{}', null],
  ['schedule', '{"issue":{"number":7}}', null],
])('the work item of %s with %s is %s', (name, text, item) => {
  const event = { kind: 'other', name, defaultBranch: null, pullRequest: null, bases: [] } as const;
  const env = { GITHUB_EVENT_PATH: payload(text) };
  expect(workItemOf({ options: { workItem: null }, event, env })).toBe(item);
});

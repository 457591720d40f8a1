import { describe, expect, it } from 'vitest';
import { complexityOf } from '../../../src/calibration/advice/index.ts';

/** The complexity of a change of these files. */
function of(files: Readonly<Record<string, number>>, truncated = false) {
  return complexityOf(
    Object.entries(files).map(([path, lines]) => ({ path, lines })),
    truncated,
  );
}

const files = (n: number, lines: number) =>
  Object.fromEntries(Array.from({ length: n }, (_, index) => [`src/file${index}.ts`, lines]));

describe('complexity', () => {
  it.each([
    ['S', 'nothing', {}],
    ['S', '50 lines in 3 files', { 'a.ts': 20, 'b.ts': 20, 'c.ts': 10 }],
    ['M', 'a line more', { 'a.ts': 51 }],
    ['M', 'a file more', files(4, 1)],
    ['M', '400 lines in 20 files', files(20, 20)],
    ['L', 'a line more than that', { ...files(19, 20), 'a.ts': 21 }],
    ['L', 'a file more than that', files(21, 1)],
  ] as const)('is %s for %s', (expected, _, change) => {
    expect(of(change)).toBe(expected);
  });

  it.each([
    ['S', 'what programs write', { 'src/a.ts': 10, 'package-lock.json': 3000, 'web/dist/app.min.js': 900 }],
    ['S', '200 lines of documents', { 'docs/page.md': 200 }],
    ['M', 'a line more of them', { 'README.MD': 201 }],
    ['S', '100 lines of tests', { 'test/a.test.ts': 60, 'pkg/a_test.go': 40 }],
    ['M', 'a migration, however short', { 'db/migrations/0001.sql': 1 }],
    ['M', 'a workflow', { '.github/workflows/ci.yml': 2 }],
    ['M', 'what a service runs on', { 'deploy/Dockerfile': 1 }],
    ['M', 'a migration that lies among tests', { 'test/migrations/one.ts': 1 }],
  ] as const)('is %s for %s', (expected, _, change) => {
    expect(of(change)).toBe(expected);
  });

  it('is L for a list that is cut off', () => {
    expect(of({ 'a.ts': 1 }, true)).toBe('L');
  });

  it('does not depend on the order of the files', () => {
    const change = [
      { path: 'a.md', lines: 150 },
      { path: 'b.ts', lines: 40 },
      { path: 'c.sql', lines: 3 },
    ];
    expect(complexityOf(change, false)).toBe(complexityOf(change.toReversed(), false));
  });
});

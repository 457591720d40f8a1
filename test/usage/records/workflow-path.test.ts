import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMS } from '../../../src/allocation/patterns.ts';
import { workflowPath } from '../../../src/usage/records/workflow-path.ts';

const REVIEW = '.github/workflows/review.yml';

describe('the path of a workflow', () => {
  it.each([
    ['the runner', `octo/demo/${REVIEW}@refs/heads/main`],
    ['a branch with an at sign', `octo/demo/${REVIEW}@refs/heads/a@b/.github/workflows/x.yml`],
    ['the API', REVIEW],
    ['the API, with a ref', `${REVIEW}@main`],
  ])('is the same, as %s says it', (_, text) => {
    expect(workflowPath(text)).toBe(REVIEW);
  });

  it.each(['', 'dynamic/pages/pages-build-deployment', '.github/workflows/a/b.yml', 'x.yml', `a${REVIEW}`])(
    'is not in %j',
    (text) => {
      expect(workflowPath(text)).toBeNull();
    },
  );

  it('is always one that a record may hold', () => {
    const names = fc.string({ unit: 'binary' }).map((name) => `octo/demo/.github/workflows/${name}.yaml@x`);
    fc.assert(
      fc.property(names, (text) => {
        const path = workflowPath(text);
        expect(path === null || (FORMS.workflow.pattern.test(path) && path.length <= 500)).toBe(true);
      }),
    );
  });
});

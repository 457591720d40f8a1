import { expect, it } from 'vitest';
import { rulePage, workflowFindings } from '../../../src/policy/gate/index.ts';

it('a model that a workflow sets by hand is found at its line and column', () => {
  const after = 'jobs:\n  # --model claude-opus-5-5\n  a: claude --model claude-opus-5-5\n';
  const [finding, ...others] = workflowFindings([{ path: 'w.yml', before: null, after }], rulePage);
  expect(finding).toMatchObject({ rule: 'HF206', file: 'w.yml', line: 3, column: 13 });
  expect(others).toEqual([]);
});

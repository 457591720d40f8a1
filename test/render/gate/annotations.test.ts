import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/render/annotation.ts';
import { renderGateAnnotations } from '../../../src/render/gate/annotations.ts';
import { hostileText } from '../hostile.ts';
import { failure, filledWith, finding, report, untouched } from '../usage/reports.ts';

describe('the annotations', () => {
  it('stand beside the lines of the findings', () => {
    const annotations: readonly Annotation[] = renderGateAnnotations(report());
    expect(annotations).toEqual([
      {
        severity: 'error',
        title: 'HF101 floor-broken: SECURITY/EXEC',
        message: `SECURITY in EXEC would run on sonnet; the floor security-always-opus asks for opus.
Counterexample: SECURITY in EXEC: opus → sonnet, floor opus (zone GREEN)
https://github.com/octo/haiku-first/blob/v0.1.0/docs/rules/HF101.md`,
        file: 'allocation.yaml',
        line: 41,
        column: 14,
      },
    ]);
  });

  it('have a title without a cell when the finding has none', () => {
    const [annotation] = renderGateAnnotations(report({ findings: [finding({ agent: null, phase: null })] }));
    expect(annotation?.title).toBe('HF101 floor-broken');
  });

  it('are none for a report without findings', () => {
    expect(renderGateAnnotations(untouched())).toEqual([]);
  });

  it('name what went wrong when the gate could not judge', () => {
    expect(renderGateAnnotations(failure())).toEqual([
      {
        severity: 'error',
        title: 'haiku-first gate could not judge',
        message:
          'The base commit cannot be read: the clone is shallow. Set `fetch-depth: 0` on actions/checkout.',
        file: null,
        line: null,
        column: null,
      },
    ]);
  });

  it('hold short lines of visible text, whatever stands in the judged files', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const { title, message } of renderGateAnnotations(filledWith(text))) {
          expect(`${title}${message}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e\u200b]/u);
          expect(message.split('\n')).toHaveLength(4);
          expect(title.length + message.length).toBeLessThan(8_000);
        }
      }),
      { numRuns: 200 },
    );
  });
});

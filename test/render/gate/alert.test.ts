import { expect, it } from 'vitest';
import { renderGateAlert } from '../../../src/render/gate/alert.ts';
import { exception, report } from '../usage/reports.ts';

it('sets exceptions that are only proposed apart from those in force', () => {
  const exceptions = [exception(), exception({ agent: 'API', proposed: true })];
  const body = renderGateAlert(report({ exceptions }), 12)?.body ?? '';
  const [inForce = '', proposed = ''] = body.split('Proposed in pull request #12; they count once');
  expect(inForce).toContain('Exceptions in force in pull request #12:\n\n- VALIDATION/PLAN may run on haiku');
  expect(inForce).not.toContain('API/PLAN');
  expect(proposed).toContain('- API/PLAN may run on haiku');
  const none = renderGateAlert(report({ exceptions: [exception({ proposed: true })] }), 12)?.body;
  expect(none).not.toContain('in force');
});

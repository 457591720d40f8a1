import { adviceModel } from '../../gather/advice.ts';
import type { Context } from '../../gather/context.ts';
import type { Gathered } from '../../gather/decision.ts';
import { adviceText } from '../../render/advice.ts';
import type { Started } from './outputs.ts';

/** The decisions, with a line for what the escalation model advises on each. It changes none of them. */
export async function withAdvice(
  started: readonly Started[],
  { loaded, requests }: Pick<Gathered, 'loaded' | 'requests'>,
  context: Context,
): Promise<readonly Started[]> {
  const [first] = requests;
  const model = first === undefined ? null : await adviceModel(context, loaded.allocation, first.week);
  if (model === null) return started;
  const { adviceOn } = await import('../../calibration/advice/index.ts');
  return started.map((each, index) => {
    const { decision } = each;
    const request = requests[index];
    const advice = request === undefined ? null : adviceOn(model, loaded, request, decision);
    if (advice === null) return each;
    const line = { step: 'advice', text: adviceText(advice), source: null } as const;
    return { ...each, decision: { ...decision, trace: [...decision.trace, line] } };
  });
}

import { referenceText } from '../allocation/policy/reference.ts';
import { UserError } from '../errors.ts';
import { parseRules } from '../gather/allocation.ts';
import { contextOf } from '../gather/context.ts';
import { readEvent } from '../gather/event.ts';
import type { PolicyDocument } from '../generated/policy.ts';
import type { Immutable } from '../immutable.ts';
import { requireSound } from '../policy/decision/breaches.ts';
import { managedSettings } from '../policy/inherited/index.ts';
import type { Call } from '../surface/call.ts';
import type { OptionsOf } from '../surface/options/index.ts';
import type { Outcome } from '../surface/outcome.ts';
import { dateOf } from '../time/week.ts';

/** `policy`: what holds outside of workflows, too. The answer is the file itself; what it leaves open is a remark. */
export async function run(call: Call<OptionsOf<'policy'>>): Promise<Outcome> {
  const { options, now } = call;
  if (options.operation !== 'export' || !options.managedSettings)
    throw new UserError(
      'policy needs to be told what to print.',
      'Write haiku-first policy export --managed-settings.',
    );
  const context = contextOf(call, call.surface === 'action' ? readEvent(call) : null);
  const { allocation, exceptions, table } = await parseRules(context);
  requireSound(allocation, exceptions, dateOf(now), table);
  const { settings, holds, leaves } = managedSettings(allocation);
  const { policy } = allocation;
  const json: Immutable<PolicyDocument> = {
    schema: 'haiku-first/policy@1',
    policy: policy === null ? null : referenceText(policy),
    settings,
    holds,
    leaves,
  };
  return {
    exitCode: 0,
    json,
    text: JSON.stringify(settings, null, 2),
    notes: [...context.notes, ...leaves.map((each) => `Not held. ${each}`)],
    outputs: {},
    annotations: [],
    summary: null,
    failure: null,
  };
}

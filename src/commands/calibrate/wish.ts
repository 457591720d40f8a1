import { findAgent } from '../../allocation/allocation.ts';
import { suggestion } from '../../allocation/nearest.ts';
import { type Note, parseWish, reasonText } from '../../calibration/changes/index.ts';
import { UserError } from '../../errors.ts';
import type { Rules } from '../../gather/report.ts';
import { deciderOf } from '../../gather/request.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import { dateOf } from '../../time/week.ts';

/** The note of the person who calls; null: there is none. Throws `UserError` for one that the allocation cannot take. */
export function noteOfCall(call: Call<OptionsOf<'calibrate'>>, { allocation }: Rules): Note | null {
  const { propose, because, by } = call.options;
  if (propose === null) {
    if (because !== null) throw new UserError('because goes with propose.', 'Say what to propose.');
    return null;
  }
  const wish = parseWish(propose);
  if (wish === null) {
    throw new UserError(
      `${JSON.stringify(propose.slice(0, 100))} is not of the form AGENT@PHASE=TIER.`,
      'As in TESTING@EXEC=opus.',
    );
  }
  const reason = because === null ? null : reasonText(because);
  if (reason === null) throw new UserError('A proposal needs a reason.', 'Say why in because.');
  const agent = findAgent(allocation, wish.agent);
  const known = (kind: string, name: string, names: readonly string[]): UserError =>
    new UserError(`The ${kind} ${name} is not in ${allocation.file}.`, suggestion(name, names));
  if (agent === null) throw known('agent', wish.agent, [...allocation.agents.keys()]);
  if (!allocation.phases.some((phase) => phase === wish.phase))
    throw known('phase', wish.phase, allocation.phases);
  const tiers = allocation.tiers.map(({ name }) => name);
  if (!tiers.some((tier) => tier === wish.to)) throw known('tier', wish.to, tiers);
  return { ...wish, agent: agent.name, because: reason, by: deciderOf(call, by), on: dateOf(call.now) };
}

import { editBudget } from '../../allocation/edit/index.ts';
import { UserError } from '../../errors.ts';
import { parseRules } from '../../gather/allocation.ts';
import { readWeekUse } from '../../gather/budget/week-use.ts';
import { contextOf } from '../../gather/context.ts';
import type { InitDocument } from '../../generated/init.ts';
import { createGit } from '../../git/local/index.ts';
import { proposeBudget } from '../../policy/budget/proposal.ts';
import { hunksOf } from '../../render/calibrate/index.ts';
import { budgetText, renderBudgetPlan } from '../../render/init/index.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import { weekOf } from '../../time/week.ts';
import { ALLOCATION } from './files.ts';
import { standingAt } from './found.ts';
import { type InitPlan, nameOf } from './plan.ts';
import { actionReference, remoteOf } from './reference.ts';

/** The weekly budget that the ledger speaks for, as a change of the allocation and of nothing else. Throws `UserError`. */
export async function planBudget(call: Call<OptionsOf<'init'>>, root: string): Promise<InitPlan> {
  const { env, now } = call;
  const standing = standingAt(root, ALLOCATION);
  if (standing.kind !== 'file')
    throw new UserError(
      standing.kind === 'absent' ? `There is no ${ALLOCATION} here.` : `${ALLOCATION}: ${standing.why}.`,
      'Run haiku-first init first, and two weeks later again with --budget.',
    );
  const { budget } = (await parseRules(contextOf({ ...call, cwd: root }, null))).allocation;
  const timezone = budget?.timezone ?? 'UTC';
  const [{ weeks, damage }, origin, reference] = await Promise.all([
    readWeekUse(call, weekOf(now, timezone), timezone),
    remoteOf(createGit(env), root),
    actionReference(call, []),
  ]);
  const { measure, needed, highest, median, proposed, orange } = proposeBudget(weeks, budget);
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(standing.bytes);
  const text = proposed === null ? before : editBudget(ALLOCATION, before, { [measure]: proposed });
  const isChanged = text !== before;
  const figures = { weeks: [...weeks], needed, measure, highest, median, proposed };
  const what = proposed === null ? '' : `the weekly budget: ${budgetText(measure, proposed)}`;
  const present = measure === 'tokens' ? (budget?.tokens ?? null) : (budget?.usd ?? null);
  const answer: InitDocument = {
    schema: 'haiku-first/init@1',
    repository: origin === null ? null : `${origin.owner}/${origin.name}`,
    written: false,
    action: { uses: `${reference.repository}@${reference.ref}`, known: reference.known },
    files: isChanged ? [{ path: ALLOCATION, action: 'change', what, text }] : [],
    agents: [],
    by_hand: [],
    left: [],
    budget: figures,
    next: isChanged
      ? [
          `git add ${ALLOCATION} && git commit -m "budget: what the ledger saw"`,
          'Open a pull request: the gate shows the change of the budget as a warning.',
          'When the zones of some weeks look right, write mode: enforce under budget.',
        ]
      : [],
  };
  return {
    answer,
    plan: renderBudgetPlan({
      name: nameOf(root, origin),
      figures,
      orange,
      enforced: budget?.enforced ?? false,
      present: present === null ? null : budgetText(measure, present),
      hunks: isChanged ? hunksOf(before, text) : [],
    }),
    afterwards: [],
    notes: damage === null ? [] : [`warning: ${damage}`],
    wanted: isChanged ? [{ path: ALLOCATION, text, before: standing.bytes }] : [],
  };
}

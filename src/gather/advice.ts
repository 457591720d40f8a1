import type { Allocation } from '../allocation/allocation.ts';
import type { Facts } from '../allocation/condition.ts';
import { UserError } from '../errors.ts';
import type { EscalationModel } from '../generated/escalation-model.ts';
import type { CellAdvice } from '../render/advice.ts';
import type { Report } from '../report/document.ts';
import type { IsoWeek } from '../time/week.ts';
import { type RuleSource, ruleSource } from './allocation.ts';
import type { Context } from './context.ts';
import { derivedFacts } from './facts/index.ts';
import { readFileOfRepository, stateAt } from './files.ts';

/** Where a repository keeps the model that advises. */
export const ADVICE_PATH = 'calibration/escalation-model.json';

/**
 * The model that advises, as it stands where the allocation is read: no pull request brings its own. Null where there is
 * none, which costs nothing; and, with a remark, where it cannot be read, is no model, or is about other weeks or
 * models. Nothing depends on advice.
 */
export async function adviceModel(
  context: Context,
  { tiers }: Pick<Allocation, 'tiers'>,
  week: IsoWeek,
): Promise<EscalationModel | null> {
  const { notes } = context;
  try {
    const text = await adviceFileAt(await ruleSource(context), context.cwd);
    if (text === null) return null;
    // Loaded only now: most repositories have none.
    const { readAdvice, whyRetired } = await import('../calibration/advice/index.ts');
    const model = readAdvice(text);
    const why =
      model === null
        ? 'it is not what haiku-first calibrate --advice writes'
        : whyRetired(model, week, tiers.find(({ name }) => name === model.tier)?.model ?? null);
    if (why === null) return model;
    notes.push(`${ADVICE_PATH} does not advise: ${why}. Write it anew with haiku-first calibrate --advice.`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    notes.push(`${ADVICE_PATH} does not advise: ${error.message}`);
  }
  return null;
}

/** The file as it stands; null: there is none. Throws `UserError` where it is no regular file, or cannot be read. */
export async function adviceFileAt(source: RuleSource, cwd: string): Promise<string | null> {
  if (source.kind === 'disk') {
    const bytes = readFileOfRepository(cwd, ADVICE_PATH);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  }
  const state = await stateAt(source.reader, source.commit, ADVICE_PATH);
  if (state.kind === 'absent') return null;
  if (state.kind === 'irregular')
    throw new UserError(`it is not a regular file at ${source.where} (mode ${state.mode}).`);
  return new TextDecoder().decode(state.bytes);
}

/**
 * What the model advises on the cells that are recommended for a pull request, by what it changes. Nothing where an
 * agent has run, or the budget is short: then it is too late, or no time for a dearer tier.
 */
export async function adviceOnPullRequest(
  context: Context,
  allocation: Allocation,
  week: IsoWeek,
  { recommended, uses, zone }: Pick<Report, 'recommended' | 'uses' | 'zone'>,
): Promise<readonly CellAdvice[]> {
  if (uses.length > 0 || (zone !== null && zone !== 'GREEN')) return [];
  const model = await adviceModel(context, allocation, week);
  if (model === null) return [];
  const { knownTask, suggest } = await import('../calibration/advice/index.ts');
  const facts = await factsOfChange(context, allocation);
  const key = (agent: string, phase: string): string => JSON.stringify([agent, phase]);
  const onTrial = new Set(
    [...allocation.matrix].flatMap(([phase, cells]) =>
      [...cells].filter(([, { trial }]) => trial !== null).map(([agent]) => key(agent, phase)),
    ),
  );
  return recommended.flatMap(({ phase, tiers }) =>
    tiers.flatMap(({ tier, escalates_to: above, agents }) =>
      agents.flatMap(({ agent }): readonly CellAdvice[] => {
        if (onTrial.has(key(agent, phase))) return [];
        const advice = suggest(model, { task: knownTask(agent, phase, facts, false), tier, above });
        return advice === null ? [] : [{ agent, phase, advice }];
      }),
    ),
  );
}

/** Nothing, with a remark, where GitHub does not say. */
async function factsOfChange(context: Context, allocation: Allocation): Promise<Facts> {
  try {
    const derived = (await derivedFacts(context, allocation)) ?? new Map();
    return new Map(
      [...allocation.facts.keys()].flatMap((name) => {
        const value = derived.get(name);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    context.notes.push(`What the pull request changes is not known to the advice. ${error.message}`);
    return new Map();
  }
}

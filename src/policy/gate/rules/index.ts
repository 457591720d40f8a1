import type { RuleId } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { flooredAgentRemoved } from './agents/HF106-floored-agent-removed.ts';
import { flooredPhaseRemoved } from './agents/HF107-floored-phase-removed.ts';
import { aliasOfFlooredAgentRemoved } from './agents/HF121-alias-of-floored-agent-removed.ts';
import { upgradeRemoved } from './agents/HF202-upgrade-removed.ts';
import { lookalikeAgent } from './agents/HF207-lookalike-agent.ts';
import { checkWeakened } from './agents/HF210-check-weakened.ts';
import { upgradeFactChanged } from './agents/HF221-upgrade-fact-changed.ts';
import { lookalikePhase } from './agents/HF224-lookalike-phase.ts';
import { deadUpgrade } from './agents/HF231-dead-upgrade.ts';
import { agentRenamed } from './agents/HF303-agent-renamed.ts';
import { budgetChanged } from './budget/HF201-budget-changed.ts';
import { targetLoosened } from './budget/HF225-target-loosened.ts';
import { deferredForEver } from './budget/HF234-deferred-for-ever.ts';
import { effortLowered } from './cells/HF222-effort-lowered.ts';
import { deferredWorkMoved } from './cells/HF223-deferred-work-moved.ts';
import { trialOfMostRuns } from './cells/HF226-trial-of-most-runs.ts';
import { exceptionInvalid } from './exceptions/HF115-exception-invalid.ts';
import { exceptionExpired } from './exceptions/HF204-exception-expired.ts';
import { exceptionEndsSoon } from './exceptions/HF232-exception-ends-soon.ts';
import { exceptionInForce } from './exceptions/HF301-exception-in-force.ts';
import { fileInvalid } from './files/HF117-file-invalid.ts';
import { fileRemoved } from './files/HF118-file-removed.ts';
import { fileNotRegular } from './files/HF119-file-not-regular.ts';
import { diffHidden } from './files/HF228-diff-hidden.ts';
import { namedFileMissing } from './files/HF229-named-file-missing.ts';
import { floorBroken } from './floors/HF101-floor-broken.ts';
import { floorRemoved } from './floors/HF102-floor-removed.ts';
import { floorLowered } from './floors/HF103-floor-lowered.ts';
import { floorNarrowed } from './floors/HF104-floor-narrowed.ts';
import { floorMadeExceptable } from './floors/HF105-floor-made-exceptable.ts';
import { guardedCellStopped } from './floors/HF114-guarded-cell-stopped.ts';
import { exceptionNotOnBase } from './floors/HF116-exception-not-on-base.ts';
import { floorFactChanged } from './floors/HF120-floor-fact-changed.ts';
import { cellsBecomeGuarded } from './floors/HF220-cells-become-guarded.ts';
import { deferralsLetThrough } from './floors/HF233-deferrals-let-through.ts';
import { floorRetired } from './floors/HF302-floor-retired.ts';
import { policyDropped } from './policy/HF132-policy-dropped.ts';
import { policyNotOnDefaultBranch } from './policy/HF133-policy-not-on-default-branch.ts';
import { policyMovedBack } from './policy/HF134-policy-moved-back.ts';
import { looserThanPolicy } from './policy/HF135-looser-than-policy.ts';
import { denialRemoved } from './policy/HF136-denial-removed.ts';
import { modelDenied } from './policy/HF137-model-denied.ts';
import { policyLoosened } from './policy/HF240-policy-loosened.ts';
import { policyMoved } from './policy/HF340-policy-moved.ts';
import { subAgentBelowFloor } from './sub-agents/HF123-sub-agent-below-floor.ts';
import { subAgentOffMatrix } from './sub-agents/HF236-sub-agent-off-matrix.ts';
import { subAgentFileMisread } from './sub-agents/HF237-sub-agent-file-misread.ts';
import { subAgentUnlisted } from './sub-agents/HF238-sub-agent-unlisted.ts';
import { allocationSectionOutdated } from './sub-agents/HF239-allocation-section-outdated.ts';
import { tierOrderChanged } from './tiers/HF108-tier-order-changed.ts';
import { tierRemoved } from './tiers/HF109-tier-removed.ts';
import { modelOfLesserLine } from './tiers/HF110-model-of-lesser-line.ts';
import { modelLineUnknown } from './tiers/HF111-model-line-unknown.ts';
import { modelRetired } from './tiers/HF112-model-retired.ts';
import { tiersFallInLine } from './tiers/HF113-tiers-fall-in-line.ts';
import { modelRowChanged } from './tiers/HF122-model-row-changed.ts';
import { modelAlias } from './tiers/HF130-model-alias.ts';
import { unknownModelUnderFloor } from './tiers/HF131-unknown-model-under-floor.ts';
import { modelRetiresSoon } from './tiers/HF203-model-retires-soon.ts';
import { modelRowEdited } from './tiers/HF208-model-row-edited.ts';
import { olderModel } from './tiers/HF209-older-model.ts';
import { modelRowDoubtful } from './tiers/HF227-model-row-doubtful.ts';
import { unknownModel } from './tiers/HF230-unknown-model.ts';
import { modelUnpriced } from './tiers/HF235-model-unpriced.ts';
import { gateWorkflowEdited } from './workflows/HF205-gate-workflow-edited.ts';
import { modelSetByHand } from './workflows/HF206-model-set-by-hand.ts';

/** Every rule of the gate, by number. */
export const RULES: readonly Rule[] = [
  floorBroken,
  floorRemoved,
  floorLowered,
  floorNarrowed,
  floorMadeExceptable,
  flooredAgentRemoved,
  flooredPhaseRemoved,
  tierOrderChanged,
  tierRemoved,
  modelOfLesserLine,
  modelLineUnknown,
  modelRetired,
  tiersFallInLine,
  guardedCellStopped,
  exceptionInvalid,
  exceptionNotOnBase,
  fileInvalid,
  fileRemoved,
  fileNotRegular,
  floorFactChanged,
  aliasOfFlooredAgentRemoved,
  modelRowChanged,
  subAgentBelowFloor,
  modelAlias,
  unknownModelUnderFloor,
  policyDropped,
  policyNotOnDefaultBranch,
  policyMovedBack,
  looserThanPolicy,
  denialRemoved,
  modelDenied,
  budgetChanged,
  upgradeRemoved,
  modelRetiresSoon,
  exceptionExpired,
  gateWorkflowEdited,
  modelSetByHand,
  lookalikeAgent,
  modelRowEdited,
  olderModel,
  checkWeakened,
  cellsBecomeGuarded,
  upgradeFactChanged,
  effortLowered,
  deferredWorkMoved,
  lookalikePhase,
  targetLoosened,
  trialOfMostRuns,
  modelRowDoubtful,
  diffHidden,
  namedFileMissing,
  unknownModel,
  deadUpgrade,
  exceptionEndsSoon,
  deferralsLetThrough,
  deferredForEver,
  modelUnpriced,
  subAgentOffMatrix,
  subAgentFileMisread,
  subAgentUnlisted,
  allocationSectionOutdated,
  policyLoosened,
  exceptionInForce,
  floorRetired,
  agentRenamed,
  policyMoved,
];

/** The rule with this id. */
export function ruleOf(id: RuleId): Rule {
  const found = RULES.find((rule) => rule.id === id);
  if (found === undefined) throw new RangeError(`no rule ${id}`);
  return found;
}

/** The page of a rule, relative to the repository of haiku-first. */
export function rulePage(id: RuleId): string {
  return `docs/rules/${id}.md`;
}

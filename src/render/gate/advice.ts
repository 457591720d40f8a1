import type { RuleId } from '../../policy/gate/rules.ts';

/** What to do about a finding of each rule, as one sentence that can follow `Next:`. */
export const ADVICE: Readonly<Record<RuleId, string>> = {
  HF101:
    'raise the cell to its floor again. To go below a floor that allows exceptions, have an exception merged first, in a pull request of its own.',
  HF102:
    'put the floor back. A floor that allows exceptions can be retired by an entry in the exceptions file that is merged first.',
  HF103: "put the floor's tier and effort back.",
  HF104:
    'give the floor its agents, phases and condition back. If you split it, let the parts cover all of them.',
  HF105: 'set `exceptions: never` on the floor again.',
  HF106: 'put the agent back under the name that its floor speaks of.',
  HF107: 'put the phase back under the name that its floor speaks of.',
  HF108: 'list the tiers in the order of the base; new tiers may be added.',
  HF109: 'put the tier back under its name.',
  HF110: "give the tier a model of the base's line or of a higher one.",
  HF111: 'name a model from the table of models, or have its row in `models:` merged first.',
  HF112: 'name a model that its provider still serves.',
  HF113: 'give the higher tier a model of at least the line of the tiers below it.',
  HF114: 'undo the change that defers the guarded cell: it must be able to run where it could before.',
  HF115: 'mend the exception: a floor that allows it, a date within 90 days, and its renewals counted.',
  HF116:
    'have the exception merged first, in a pull request of its own; this one can use it once it is on the base.',
  HF117: 'mend the file; `haiku-first check` shows the same errors on your machine.',
  HF118: 'put the file back at its path.',
  HF119: 'make it a plain, non-executable file of at most 1 MB.',
  HF120:
    "give the fact its type and its source back, or change the floor's condition in a way that widens it.",
  HF121: "give the alias back to the floor's agent.",
  HF122: "give the model's row the line that it has on the base.",
  HF201: 'check that the budget is what you mean; nothing is blocked.',
  HF202: 'check that the work which used to be upgraded does without it; nothing is blocked.',
  HF203: "plan the move to the model's successor before its date.",
  HF204: 'delete the exception, or renew it with a reason.',
  HF205: 'have the workflow reviewed by somebody who owns the gate.',
  HF206: 'take the model from `resolve` instead of naming it in the workflow.',
  HF207:
    'check that the new agent is not meant to stand in for the floored one; if it is, put it under the floor.',
  HF208: "check the row's line and prices against the provider's documents.",
  HF209: 'check that the older model is what you mean; nothing is blocked.',
  HF210: 'check that answers which used to fail may pass now; nothing is blocked.',
  HF301: 'nothing, as long as the exception is still wanted.',
  HF302: 'nothing; delete the entry once the floor is gone.',
};

import type { Severity } from './finding.ts';

interface RuleEntry {
  readonly id: string;
  readonly name: string;
  readonly severity: Severity;
  /** One line: what the rule keeps from happening. */
  readonly purpose: string;
}

/**
 * Every rule of the gate. Ids are stable: a rule keeps its number for ever, a retired number is never used again.
 * HF1xx block, HF2xx warn, HF3xx inform. Each has a page under `docs/rules/`.
 */
const TABLE = [
  {
    id: 'HF101',
    name: 'floor-broken',
    severity: 'error',
    purpose: 'In some situation a cell would run below a floor of the base or of the head.',
  },
  { id: 'HF102', name: 'floor-removed', severity: 'error', purpose: 'A floor of the base is gone.' },
  {
    id: 'HF103',
    name: 'floor-lowered',
    severity: 'error',
    purpose: 'A floor asks for a lower tier or effort than on the base.',
  },
  {
    id: 'HF104',
    name: 'floor-narrowed',
    severity: 'error',
    purpose: 'A floor covers fewer agents, phases or situations than on the base.',
  },
  {
    id: 'HF105',
    name: 'floor-made-exceptable',
    severity: 'error',
    purpose: 'An absolute floor would allow exceptions.',
  },
  {
    id: 'HF106',
    name: 'floored-agent-removed',
    severity: 'error',
    purpose: 'An agent under a floor is renamed or deleted, so its floor covers nothing.',
  },
  {
    id: 'HF107',
    name: 'floored-phase-removed',
    severity: 'error',
    purpose: 'A phase that a floor covers is renamed or deleted.',
  },
  {
    id: 'HF108',
    name: 'tier-order-changed',
    severity: 'error',
    purpose: 'The ranking of the tiers changes, and with it what a floor means.',
  },
  { id: 'HF109', name: 'tier-removed', severity: 'error', purpose: 'A tier is renamed or deleted.' },
  {
    id: 'HF110',
    name: 'model-of-lesser-line',
    severity: 'error',
    purpose: "A tier's model is replaced by one of a lesser line.",
  },
  {
    id: 'HF111',
    name: 'model-line-unknown',
    severity: 'error',
    purpose: 'A tier gets a model whose line is not known from the base.',
  },
  {
    id: 'HF112',
    name: 'model-retired',
    severity: 'error',
    purpose: 'A tier gets a model that its provider has retired.',
  },
  {
    id: 'HF113',
    name: 'tiers-fall-in-line',
    severity: 'error',
    purpose: 'A higher tier has a model of a lesser line than a lower tier.',
  },
  {
    id: 'HF114',
    name: 'guarded-cell-stopped',
    severity: 'error',
    purpose: 'A guarded cell that could run before would always be deferred in some situation.',
  },
  {
    id: 'HF115',
    name: 'exception-invalid',
    severity: 'error',
    purpose:
      'An exception is not allowed: its floor takes none, it runs too long, or its renewal is not counted.',
  },
  {
    id: 'HF116',
    name: 'exception-not-on-base',
    severity: 'error',
    purpose: 'A cell goes below its floor on an exception that is not on the base branch yet.',
  },
  {
    id: 'HF117',
    name: 'file-invalid',
    severity: 'error',
    purpose: 'The allocation or exceptions file of the head is not valid.',
  },
  {
    id: 'HF118',
    name: 'file-removed',
    severity: 'error',
    purpose: 'The allocation file is deleted or moved.',
  },
  {
    id: 'HF119',
    name: 'file-not-regular',
    severity: 'error',
    purpose: 'The allocation or exceptions file is a link, a submodule, executable, or too large.',
  },
  {
    id: 'HF120',
    name: 'floor-fact-changed',
    severity: 'error',
    purpose: "The fact that a floor's condition speaks of changes its type or its source.",
  },
  {
    id: 'HF121',
    name: 'alias-of-floored-agent-removed',
    severity: 'error',
    purpose: 'A name under which a floored agent reports is removed or given to another agent.',
  },
  { id: 'HF122', name: 'model-row-changed', severity: 'error', purpose: "A model's declared line changes." },
  {
    id: 'HF201',
    name: 'budget-changed',
    severity: 'warning',
    purpose: 'The budget, its zones, shares or reserves change.',
  },
  {
    id: 'HF202',
    name: 'upgrade-removed',
    severity: 'warning',
    purpose: 'An upgrade is removed or narrowed.',
  },
  {
    id: 'HF203',
    name: 'model-retires-soon',
    severity: 'warning',
    purpose: "A tier's model may retire within 60 days.",
  },
  { id: 'HF204', name: 'exception-expired', severity: 'warning', purpose: 'An exception has expired.' },
  {
    id: 'HF205',
    name: 'gate-workflow-edited',
    severity: 'warning',
    purpose: 'The workflow that runs this gate is edited.',
  },
  {
    id: 'HF206',
    name: 'model-set-by-hand',
    severity: 'warning',
    purpose: 'A workflow sets a model by hand, past the allocation.',
  },
  {
    id: 'HF207',
    name: 'lookalike-agent',
    severity: 'warning',
    purpose: "A new agent's name is close to that of an agent under an absolute floor.",
  },
  {
    id: 'HF208',
    name: 'model-row-edited',
    severity: 'warning',
    purpose:
      "A row of `models:` is added or edited: a claim about a model's line or price that the shipped table does not back.",
  },
  {
    id: 'HF209',
    name: 'older-model',
    severity: 'warning',
    purpose: "A tier's model is replaced by an older one of the same line.",
  },
  {
    id: 'HF210',
    name: 'check-weakened',
    severity: 'warning',
    purpose: 'The check of an agent is removed or replaced, asks for less, or allows fewer steps up.',
  },
  {
    id: 'HF301',
    name: 'exception-in-force',
    severity: 'notice',
    purpose: 'A cell may run below its floor because of an approved exception.',
  },
  {
    id: 'HF302',
    name: 'floor-retired',
    severity: 'notice',
    purpose: 'A floor is retired by an approved entry that is already on the base.',
  },
] as const satisfies readonly RuleEntry[];

export type RuleId = (typeof TABLE)[number]['id'];
export type RuleName = (typeof TABLE)[number]['name'];

export interface Rule extends RuleEntry {
  readonly id: RuleId;
  readonly name: RuleName;
}

export const RULES: readonly Rule[] = TABLE;

/** The rule with this id. */
export function rule(id: RuleId): Rule {
  const found = RULES.find((entry) => entry.id === id);
  if (found === undefined) throw new RangeError(`no rule ${id}`);
  return found;
}

/** The page of a rule, relative to the repository of haiku-first. */
export function rulePage(id: RuleId): string {
  return `docs/rules/${id}.md`;
}

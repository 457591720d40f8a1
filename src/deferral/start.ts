import type { Facts } from '../allocation/condition.ts';
import { type Deferred, type DeferredInput, type InputSource, workflowFor } from '../allocation/deferred.ts';
import { claimToken } from '../usage/records/deferral.ts';
import { canonicalJson } from '../usage/records/record.ts';
import { issueOf, pullRequestOf } from '../usage/records/work-item.ts';
import type { DeferredWork } from './work.ts';

/** A workflow to be started, as the allocation allows it. */
export interface Start {
  /** A file name under `.github/workflows`. */
  readonly workflow: string;
  /** By name, sorted. Every value is of a form that neither a shell nor an expression can take for more. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly claim: string;
}

type Startable = { readonly ok: true; readonly start: Start } | { readonly ok: false; readonly why: string };

/** Letters, digits and a few signs: a work item may be any text, and a workflow may hand it to a shell. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._#/-]{0,99}$/;

/** All inputs of a workflow together may have 65,535 characters. */
const MOST_TASK = 30_000;

/**
 * What may be started for this work: the first workflow of `deferred.workflows` that fits its cell. Only the
 * allocation says which, and a value that is not of its source's form is never sent.
 */
export function startOf(work: DeferredWork, deferred: Deferred | null): Startable {
  const { agent, phase } = work;
  const entry = workflowFor(deferred, agent.name, phase);
  if (entry === null)
    return { ok: false, why: `no workflow under deferred.workflows is for ${agent.name} in ${phase}` };
  const { escalation = null } = work.deferral;
  const takesTier = [...entry.inputs.values()].some(
    (input) => input.kind === 'source' && input.source === 'escalate_from',
  );
  // Without it the run would be a first attempt, on the tier that has failed.
  if (escalation !== null && !takesTier)
    return {
      ok: false,
      why: `it escalates from ${escalation.from}, and no input of ${entry.workflow} takes escalate_from`,
    };
  const inputs: [string, string][] = [];
  for (const [name, input] of entry.inputs) {
    const value = valueFor(input, work);
    if (value === null) continue;
    if (value === false)
      return { ok: false, why: `its ${sourceOf(input)} is not plain: only letters, digits and . _ # / -` };
    inputs.push([name, value]);
  }
  inputs.sort(([a], [b]) => (a < b ? -1 : 1));
  const start = {
    workflow: entry.workflow,
    inputs: Object.fromEntries(inputs),
    claim: claimToken(work.deferral.id),
  };
  return { ok: true, start };
}

/** The same, unless an input would hand on a secret: what a run is started with stands at GitHub for others to read. */
export function withoutSecrets(startable: Startable, mask: (text: string) => string): Startable {
  if (!startable.ok) return startable;
  const held = Object.entries(startable.start.inputs).find(([, value]) => mask(value) !== value);
  if (held === undefined) return startable;
  return { ok: false, why: `its input ${held[0]} would hold a secret: start it by hand, without that` };
}

function sourceOf(input: DeferredInput): string {
  return input.kind === 'source' ? input.source.replace('_', ' ') : 'constant';
}

/** Null: there is nothing to tell, and the input is left out. False: it must not be told. */
function valueFor(input: DeferredInput, work: DeferredWork): string | null | false {
  return input.kind === 'constant' ? input.value : ofSource(input.source, work);
}

function ofSource(
  source: InputSource,
  { deferral, agent, phase, priority, given }: DeferredWork,
): string | null | false {
  switch (source) {
    case 'agent':
      return agent.name;
    case 'phase':
      return phase;
    case 'head':
      return deferral.head;
    case 'claim':
      return claimToken(deferral.id);
    case 'priority':
      return String(priority);
    case 'critical':
      return String(deferral.critical);
    case 'task':
      return taskOf(given);
    case 'work_item':
      if (deferral.work_item === null) return null;
      return PLAIN.test(deferral.work_item) ? deferral.work_item : false;
    case 'pull_request':
      return text(pullRequestOf(deferral.work_item));
    case 'escalate_from':
      return deferral.escalation?.from ?? null;
    case 'issue':
      return text(issueOf(deferral.work_item));
  }
}

/** The facts as JSON, with keys sorted; false where a text among them is not plain, or all are too long together. */
function taskOf(given: Facts): string | false {
  const texts = [...given.values()].flatMap((value): readonly string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' ? value : [],
  );
  const json = canonicalJson(Object.fromEntries(given));
  return texts.every((each) => PLAIN.test(each)) && json.length <= MOST_TASK ? json : false;
}

function text(number: number | null): string | null {
  return number === null ? null : String(number);
}

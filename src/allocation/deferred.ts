import type { AgentName, Phase } from './names.ts';
import type { Origin } from './origin.ts';

/** What a workflow may be told of the work that it is started for. */
const INPUT_SOURCES = [
  'agent',
  'phase',
  'work_item',
  'pull_request',
  'issue',
  'head',
  'claim',
  'priority',
  'critical',
  'task',
  'escalate_from',
] as const;
export type InputSource = (typeof INPUT_SOURCES)[number];

/** An input of a workflow: something of the deferral, or always the same. */
export type DeferredInput =
  | { readonly kind: 'source'; readonly source: InputSource }
  | { readonly kind: 'constant'; readonly value: string };

/** A workflow that may be started for deferred work. */
export interface DeferredWorkflow {
  /** A file name under `.github/workflows`. */
  readonly workflow: string;
  /** Null: all of them. */
  readonly agents: readonly AgentName[] | null;
  readonly phases: readonly Phase[] | null;
  readonly inputs: ReadonlyMap<string, DeferredInput>;
  readonly origin: Origin;
}

/** How deferred work is started again; nothing else can be started. */
export interface Deferred {
  /** Open for longer, in days, is told as an alert. */
  readonly maxDays: number;
  /** The first that fits the cell. */
  readonly workflows: readonly DeferredWorkflow[];
}

/** What starts the deferred work of a cell: the first workflow that fits it; null: nothing does. */
export function workflowFor(
  deferred: Deferred | null,
  agent: AgentName,
  phase: Phase,
): DeferredWorkflow | null {
  const fits = ({ agents, phases }: DeferredWorkflow): boolean =>
    (agents === null || agents.includes(agent)) && (phases === null || phases.includes(phase));
  return deferred?.workflows.find(fits) ?? null;
}

import type { AllocationFile } from '../../generated/allocation.ts';
import type { Agent } from '../allocation.ts';
import type { Deferred, DeferredInput, DeferredWorkflow } from '../deferred.ts';
import type { AgentName } from '../names.ts';
import type { Path } from '../path.ts';
import type { PhaseNames } from './phases.ts';
import type { SourceReading } from './reading.ts';

type Entry = NonNullable<AllocationFile['deferred']>['workflows'][number];

/** Days after which open work is told as an alert, when the file does not say. */
const MAX_DAYS = 7;

interface Declared {
  readonly phases: PhaseNames;
  readonly agents: ReadonlyMap<string, Agent>;
}

/** Reads `deferred`; null where there is none. */
export function readDeferred(
  reading: SourceReading,
  deferred: AllocationFile['deferred'],
  declared: Declared,
): Deferred | null {
  if (deferred === undefined) return null;
  const workflows = deferred.workflows.map((entry, index) =>
    readWorkflow(reading, entry, ['deferred', 'workflows', index], declared),
  );
  return { maxDays: deferred.max_days ?? MAX_DAYS, workflows };
}

function readWorkflow(
  reading: SourceReading,
  entry: Entry,
  path: Path,
  { phases, agents }: Declared,
): DeferredWorkflow {
  const inputs = new Map(Object.entries(entry.inputs).map(([name, input]) => [name, readInput(input)]));
  const named = [...inputs.values()].some((input) => input.kind === 'source' && input.source === 'claim');
  if (!named) {
    const what = `No input of ${entry.workflow} takes the claim, so a started run could not be found again.`;
    const fix = 'Add `claim: claim`, and put inputs.claim into the run-name of the workflow.';
    reading.sayAtKey(what, [...path, 'inputs'], fix);
  }
  return {
    workflow: entry.workflow,
    agents:
      entry.agents === undefined ? null : readAgents(reading, entry.agents, [...path, 'agents'], agents),
    phases: phases.list(entry.phases, [...path, 'phases']),
    inputs,
    origin: reading.origin(path),
  };
}

function readInput(input: Entry['inputs'][string]): DeferredInput {
  return typeof input === 'string'
    ? { kind: 'source', source: input }
    : { kind: 'constant', value: String(input.value) };
}

function readAgents(
  reading: SourceReading,
  names: readonly string[],
  path: Path,
  agents: ReadonlyMap<string, Agent>,
): readonly AgentName[] {
  return names.flatMap((name, index) => {
    const agent = agents.get(name);
    if (agent === undefined) reading.unknown('agent', name, agents.keys(), [...path, index]);
    return agent?.name ?? [];
  });
}

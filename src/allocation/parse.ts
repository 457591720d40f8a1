import { UserError } from '../errors.ts';
import type { AllocationFile } from '../generated/allocation.ts';
import { SCHEMA_KEYS } from '../generated/keys.ts';
import { ALLOCATION_SCHEMA } from '../generated/schema-texts.ts';
import type { Allocation, Floor } from './allocation.ts';
import { type AgentName, isModelId } from './names.ts';
import { byAnyName, readAgents } from './parse/agents.ts';
import { readBudget } from './parse/budget.ts';
import { checkJudges } from './parse/checks.ts';
import { readDeferred } from './parse/deferred.ts';
import { readFactDeclarations } from './parse/facts.ts';
import { readFloors } from './parse/floors.ts';
import { readMatrix } from './parse/matrix.ts';
import { readModels } from './parse/models.ts';
import { PhaseNames, readPhases } from './parse/phases.ts';
import { named, SourceReading } from './parse/reading.ts';
import { readTargets } from './parse/targets.ts';
import { readTiers, TierNames } from './parse/tiers.ts';
import type { Inherit } from './policy/inherit.ts';
import { type PolicyReference, parseReference } from './policy/reference.ts';
import { validatorOf } from './schema/check.ts';
import { schemaProblems } from './schema/errors.ts';
import { capped, readSource, type Source } from './source.ts';

const validateAllocation = validatorOf<AllocationFile>(ALLOCATION_SCHEMA);

/**
 * Reads an allocation file. Throws `UserError` with every mistake at once, each with line, column, what was
 * expected and the nearest valid name. What a floor forbids is not judged here but by `breaches`
 * (policy/decision/breaches.ts), because that takes the exceptions into account.
 * @param inherit lays the file on the policy that it extends. A file that extends one is refused without it: whoever
 * reads it would take it for a file without the policy's floors
 */
export function parseAllocation(file: string, bytes: Uint8Array, inherit?: Inherit | null): Allocation {
  const source = readSource(file, bytes);
  if (source.value === null) {
    const fix = 'See docs/allocation.md for an annotated example.';
    throw new UserError([{ what: 'The file is empty.', file, line: 1, column: 1, fix }]);
  }
  if (!validateAllocation(source.value)) {
    throw new UserError(
      capped(schemaProblems(source, validateAllocation.errors ?? [], SCHEMA_KEYS.allocation)),
    );
  }
  const reading = new SourceReading(source);
  const allocation = read(reading, source.value);
  if (reading.problems.length > 0) throw new UserError(capped(reading.problems));
  const own = { ...allocation, at: positionsOf(file, bytes) };
  if (own.policy === null) return own;
  if (inherit == null) {
    const what = 'This file extends a policy that is not read here.';
    throw new UserError([{ what, file, ...own.at(['extends']), fix: null }]);
  }
  return inherit(own, own.policy);
}

/**
 * Finds positions by reading the file once more, when the first one is asked for. Few are, and the tree that knows
 * them all is by far the largest thing that a large file makes.
 */
function positionsOf(file: string, bytes: Uint8Array): Allocation['at'] {
  let source: Source | null = null;
  return (path) => {
    source ??= readSource(file, bytes);
    return source.at(path);
  };
}

/** Turns the file's plain values into typed ones, and collects in `reading` what is wrong with them. */
function read(reading: SourceReading, file: AllocationFile): Allocation {
  const tierList = readTiers(reading, file.tiers);
  const tiers = new TierNames(reading, tierList);
  const phaseList = readPhases(reading, file.phases);
  const phases = new PhaseNames(reading, phaseList);
  const facts = readFactDeclarations(reading, file.facts);
  const agents = readAgents(reading, file.agents, { tiers, phases, facts });
  const known = byAnyName(agents);
  const matrix = readMatrix(reading, file.matrix, { tiers, phases, agents: known });
  const floors = readFloors(reading, file.floors, { tiers, phases, facts, agents: known });
  const floorsOver = byAgent(floors);
  checkJudges(reading, agents, floorsOver, tierList);
  return {
    file: reading.source.file,
    tiers: tierList,
    phases: phaseList,
    facts,
    agents,
    matrix,
    floors,
    floorsOver,
    budget: readBudget(reading, file.budget, { tiers, phases }),
    deferred: readDeferred(reading, file.deferred, { phases, agents: known }),
    calibration: {
      falseProposalsPerYear: file.calibration?.false_proposals_per_year ?? null,
      reworkAllowed: file.calibration?.rework_allowed ?? null,
      reworkUsd: file.calibration?.rework_cost_usd ?? null,
    },
    targets: readTargets(reading, file.targets, tierList),
    models: readModels(reading, file.models),
    deny: (file.deny ?? []).map((id, index) => ({
      id: named(isModelId, id),
      origin: reading.origin(['deny', index]),
    })),
    repositories: file.repositories ?? [],
    policy: policyOf(reading, file.extends),
    inherited: null,
    lost: [],
    raw: file,
    at: reading.source.at,
  };
}

function policyOf(reading: SourceReading, text: string | undefined): PolicyReference | null {
  if (text === undefined) return null;
  const reference = parseReference(text);
  if (reference === null) {
    const what = `${JSON.stringify(text)} does not name a file of a repository.`;
    reading.say(what, ['extends'], 'Write it as OWNER/REPO/policy.yaml@SHA, with a full commit id.');
  }
  return reference;
}

/** The floors by the agents they cover. */
export function byAgent(floors: readonly Floor[]): ReadonlyMap<AgentName, readonly Floor[]> {
  const over = new Map<AgentName, Floor[]>();
  for (const floor of floors) {
    for (const agent of new Set(floor.agents)) over.set(agent, [...(over.get(agent) ?? []), floor]);
  }
  return over;
}

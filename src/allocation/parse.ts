import { type Problem, UserError } from '../errors.ts';
import type { AllocationFile, CellObject } from '../generated/allocation.ts';
import { SCHEMA_KEYS } from '../generated/keys.ts';
import { validateAllocation } from '../generated/validators.ts';
import { isTimezone, parseDate, parseWeek } from '../time/week.ts';
import { shippedModels } from '../usage/model-table.ts';
import { checkAddedModels } from '../usage/models.ts';
import type {
  Agent,
  Allocation,
  Budget,
  Cell,
  FactDeclaration,
  Floor,
  Origin,
  Target,
  TargetBound,
  TierDeclaration,
  Upgrade,
} from './allocation.ts';
import { parseCondition } from './condition.ts';
import { DERIVED_FACTS } from './facts.ts';
import type { AgentName, FactName, FloorId, ModelId, Phase, Rank, Tier } from './names.ts';
import { suggestion } from './nearest.ts';
import { schemaProblems, written } from './schema-errors.ts';
import { capped, type Path, readSource, type Source } from './source.ts';

/** The most facts that the conditions of the floors over one cell may speak of: the gate tries all their values. */
export const FLOOR_FACTS_LIMIT = 6;

/**
 * Reads an allocation file. Throws `UserError` with every mistake at once, each with line, column, what was
 * expected and the nearest valid name. What a floor forbids is not judged here but by `breaches`
 * (policy/breaches.ts), because that takes the exceptions into account.
 */
export function parseAllocation(file: string, bytes: Uint8Array): Allocation {
  const source = readSource(file, bytes);
  if (source.value === null) {
    throw new UserError([
      {
        what: 'The file is empty.',
        file,
        line: 1,
        column: 1,
        fix: 'See docs/allocation.md for an annotated example.',
      },
    ]);
  }
  if (!isAllocationFile(source.value)) {
    const known = (schemaPath: string): readonly string[] =>
      SCHEMA_KEYS.allocation.get(schemaPath.replace(/\/additionalProperties$/, '')) ?? [];
    throw new UserError(
      capped(schemaProblems(source, validateAllocation.errors ?? [], (error) => known(error.schemaPath))),
    );
  }
  const builder = new Builder(source, source.value);
  const allocation = builder.build();
  if (builder.problems.length > 0) throw new UserError(capped(builder.problems));
  return { ...allocation, at: positionsOf(file, bytes) };
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

function isAllocationFile(value: unknown): value is AllocationFile {
  return validateAllocation(value);
}

function byAgent(floors: readonly Floor[]): ReadonlyMap<AgentName, readonly Floor[]> {
  const over = new Map<AgentName, Floor[]>();
  for (const floor of floors) {
    for (const agent of new Set(floor.agents)) over.set(agent, [...(over.get(agent) ?? []), floor]);
  }
  return over;
}

/** Turns the file's plain values into typed ones and collects what is wrong with them. */
class Builder {
  readonly problems: Problem[] = [];
  readonly #source: Source;
  readonly #file: AllocationFile;
  readonly #ranks: ReadonlyMap<string, Rank>;
  readonly #phases: ReadonlySet<string>;
  readonly #facts: Map<FactName, FactDeclaration>;

  constructor(source: Source, file: AllocationFile) {
    this.#source = source;
    this.#file = file;
    this.#ranks = new Map(file.tiers.map((tier, rank) => [tier.name, rank]));
    this.#phases = new Set(file.phases);
    this.#facts = new Map();
  }

  build(): Allocation {
    const file = this.#file;
    if (file.extends !== undefined) {
      this.#say(
        'extends is not supported by this version.',
        ['extends'],
        'Copy the floors of that file into this one.',
      );
    }
    this.#unique(
      file.tiers.map((tier, index) => [tier.name, ['tiers', index, 'name']]),
      'tier',
    );
    this.#unique(
      file.phases.map((phase, index) => [phase, ['phases', index]]),
      'phase',
    );
    const facts = this.#readFacts();
    const agents = new Map<AgentName, Agent>();
    for (const name of Object.keys(file.agents)) {
      const agent = this.#agent(name as AgentName);
      agents.set(agent.name, agent);
    }
    this.#agentNames(agents);
    const matrix = this.#matrix(agents);
    const floors = this.#floors(agents);
    this.#upgradesRaise(agents, matrix);
    return {
      file: this.#source.file,
      tiers: this.#tiers(),
      phases: file.phases.map((phase) => phase as Phase),
      facts,
      agents,
      matrix,
      floors,
      floorsOver: byAgent(floors),
      budget: this.#budget(),
      targets: this.#targets(),
      models: this.#models(),
      raw: file,
      at: this.#source.at,
    };
  }

  #say(what: string, path: Path, fix: string | null = null): void {
    this.problems.push({ what, file: this.#source.file, ...this.#source.at(path), fix });
  }

  #sayAtKey(what: string, path: Path, fix: string | null = null): void {
    this.problems.push({ what, file: this.#source.file, ...this.#source.keyAt(path), fix });
  }

  #origin(path: Path): Origin {
    return { path: written(path), position: this.#source.at(path) };
  }

  #originAtKey(path: Path): Origin {
    return { path: written(path), position: this.#source.keyAt(path) };
  }

  /** Names must differ by more than case: two that look alike would be told apart by nobody. */
  #unique(names: readonly (readonly [string, Path])[], kind: string): void {
    const seen = new Map<string, string>();
    for (const [name, path] of names) {
      const earlier = seen.get(name.toLowerCase());
      if (earlier !== undefined) {
        const how = earlier === name ? 'is given twice' : `differs from ${earlier} only in case`;
        this.#say(`The ${kind} ${name} ${how}.`, path);
      }
      seen.set(name.toLowerCase(), name);
    }
  }

  #rank(name: string, path: Path): Rank {
    const rank = this.#ranks.get(name);
    if (rank !== undefined) return rank;
    this.#say(`The tier ${name} is not declared.`, path, suggestion(name, [...this.#ranks.keys()]));
    return 0;
  }

  #optionalRank(name: string | undefined, path: Path): Rank | null {
    return name === undefined ? null : this.#rank(name, path);
  }

  #knownPhases(names: readonly string[] | undefined, path: Path): readonly Phase[] | null {
    if (names === undefined) return null;
    names.forEach((name, index) => {
      if (!this.#phases.has(name)) {
        this.#say(
          `The phase ${name} is not declared.`,
          [...path, index],
          suggestion(name, this.#file.phases),
        );
      }
    });
    return names.map((name) => name as Phase);
  }

  #tiers(): TierDeclaration[] {
    return this.#file.tiers.map((tier, rank) => ({
      name: tier.name as Tier,
      rank,
      model: tier.model as ModelId,
      providers: new Map(
        Object.entries(tier.providers ?? {}).map(([provider, id]) => [provider, id as ModelId]),
      ),
      origin: this.#origin(['tiers', rank, 'model']),
    }));
  }

  #readFacts(): ReadonlyMap<FactName, FactDeclaration> {
    const declared = Object.entries(this.#file.facts ?? {});
    this.#unique(
      declared.map(([name]) => [name, ['facts', name]]),
      'fact',
    );
    for (const [name, fact] of declared) {
      const derived = fact.from === 'pull_request';
      const type = derived ? DERIVED_FACTS.get(name) : undefined;
      if (derived && type === undefined) {
        this.#sayAtKey(
          `Nothing derives ${name} from a pull request.`,
          ['facts', name],
          suggestion(name, [...DERIVED_FACTS.keys()]),
        );
      } else if (type !== undefined && type !== fact.type) {
        this.#say(`The derived fact ${name} is of type ${type}, not ${fact.type}.`, ['facts', name, 'type']);
      }
      this.#facts.set(name as FactName, {
        name: name as FactName,
        type: fact.type,
        derived,
        required: fact.required ?? false,
        origin: this.#originAtKey(['facts', name]),
      });
    }
    return this.#facts;
  }

  #agent(name: AgentName): Agent {
    const entry = this.#file.agents[name];
    const path = ['agents', name];
    if (entry === undefined) throw new RangeError(`no agent ${name}`);
    const assigned = this.#rank(entry.default, [...path, 'default']);
    const maximum = this.#optionalRank(entry.maximum, [...path, 'maximum']);
    if (maximum !== null && assigned > maximum) {
      this.#say(`The default of ${name}, ${entry.default}, is above its maximum, ${entry.maximum}.`, [
        ...path,
        'default',
      ]);
    }
    const rate = entry.expected_pass_rate;
    const range: readonly [number, number] | null =
      rate === undefined ? null : typeof rate === 'number' ? [rate, rate] : rate;
    if (range !== null && range[0] > range[1])
      this.#say(`${written([...path, 'expected_pass_rate'])} must be [low, high].`, [
        ...path,
        'expected_pass_rate',
      ]);
    return {
      name,
      assigned,
      maximum,
      effort: entry.effort ?? null,
      onUnavailable: entry.on_unavailable ?? 'defer',
      rationale: entry.rationale ?? null,
      expectedPassRate: range,
      aliases: (entry.aliases ?? []).map((alias) => alias as AgentName),
      upgrades: (entry.upgrades ?? []).flatMap((upgrade, index) =>
        this.#upgrade(upgrade, [...path, 'upgrades', index]),
      ),
      origin: this.#origin([...path, 'default']),
    };
  }

  #upgrade(entry: { to: string; if: string; because?: string; phases?: string[] }, path: Path): Upgrade[] {
    const to = this.#rank(entry.to, [...path, 'to']);
    const phases = this.#knownPhases(entry.phases, [...path, 'phases']);
    const types = new Map([...this.#facts].map(([name, fact]) => [name, fact.type]));
    const condition = parseCondition(entry.if, types);
    if ('what' in condition) {
      const { line, column } = this.#source.at([...path, 'if']);
      const what = `${written([...path, 'if'])}: ${condition.what}`;
      this.problems.push({
        what,
        file: this.#source.file,
        line,
        column: column + condition.offset,
        fix: condition.fix,
      });
      return [];
    }
    return [{ to, condition, phases, because: entry.because ?? null, origin: this.#origin(path) }];
  }

  #agentNames(agents: ReadonlyMap<AgentName, Agent>): void {
    const names: [string, Path][] = [];
    for (const agent of agents.values()) {
      names.push([agent.name, ['agents', agent.name]]);
      agent.aliases.forEach((alias, index) => {
        names.push([alias, ['agents', agent.name, 'aliases', index]]);
      });
    }
    this.#unique(names, 'agent name or alias');
  }

  #knownAgent(name: string, agents: ReadonlyMap<AgentName, Agent>, path: Path, key: boolean): Agent | null {
    const agent = agents.get(name as AgentName);
    if (agent !== undefined) return agent;
    const what = `The agent ${name} is not declared.`;
    const fix = suggestion(name, [...agents.keys()]);
    if (key) this.#sayAtKey(what, path, fix);
    else this.#say(what, path, fix);
    return null;
  }

  #matrix(agents: ReadonlyMap<AgentName, Agent>): ReadonlyMap<Phase, ReadonlyMap<AgentName, Cell>> {
    const matrix = new Map<Phase, Map<AgentName, Cell>>();
    for (const [phase, row] of Object.entries(this.#file.matrix ?? {})) {
      if (!this.#phases.has(phase)) {
        this.#sayAtKey(
          `The phase ${phase} is not declared.`,
          ['matrix', phase],
          suggestion(phase, this.#file.phases),
        );
      }
      const cells = new Map<AgentName, Cell>();
      for (const [name, entry] of Object.entries(row)) {
        const path = ['matrix', phase, name];
        const agent = this.#knownAgent(name, agents, path, true);
        if (agent !== null) cells.set(agent.name, this.#cell(entry, agent, path));
      }
      matrix.set(phase as Phase, cells);
    }
    return matrix;
  }

  #cell(entry: string | CellObject, agent: Agent, path: Path): Cell {
    const cell: CellObject = typeof entry === 'string' ? { tier: entry } : entry;
    const at = (key: string): Path => (typeof entry === 'string' ? path : [...path, key]);
    const tier = this.#rank(cell.tier, at('tier'));
    if (agent.maximum !== null && tier > agent.maximum) {
      this.#say(
        `${written(path)} is above the maximum of ${agent.name}, ${this.#file.tiers[agent.maximum]?.name}.`,
        at('tier'),
      );
    }
    const economy = this.#optionalRank(cell.economy, at('economy'));
    if (economy !== null && economy >= tier) {
      this.#say(`The economy of ${written(path)} must be a cheaper tier than ${cell.tier}.`, at('economy'));
    }
    const week = cell.since === undefined ? null : parseWeek(cell.since);
    if (cell.since !== undefined && week === null) {
      this.#say(`${cell.since} is no ISO week.`, at('since'), 'A year has 52 or 53 weeks: 2026-W50.');
    }
    const was = this.#optionalRank(cell.was, at('was'));
    const { trial } = cell;
    return {
      tier,
      effort: cell.effort ?? null,
      economy,
      onUnavailable: cell.on_unavailable ?? null,
      trial:
        trial === undefined
          ? null
          : { id: trial.id, tier: this.#rank(trial.tier, [...path, 'trial', 'tier']), share: trial.share },
      former: was === null || week === null ? null : { tier: was, since: week },
      because: cell.because ?? null,
      origin: this.#origin(at('tier')),
    };
  }

  #floors(agents: ReadonlyMap<AgentName, Agent>): Floor[] {
    const declared = this.#file.floors ?? [];
    this.#unique(
      declared.map((floor, index) => [floor.id, ['floors', index, 'id']]),
      'floor',
    );
    const floors = declared.map((entry, index): Floor => {
      const path = ['floors', index];
      const minimum = this.#rank(entry.minimum, [...path, 'minimum']);
      entry.agents.forEach((name, place) => {
        const agent = this.#knownAgent(name, agents, [...path, 'agents', place], false);
        if (agent?.maximum != null && agent.maximum < minimum) {
          this.#say(
            `The floor ${entry.id} is above the maximum of ${name}.`,
            [...path, 'minimum'],
            `Raise agents.${name}.maximum.`,
          );
        }
      });
      return {
        id: entry.id as FloorId,
        agents: entry.agents.map((name) => name as AgentName),
        phases: this.#knownPhases(entry.phases, [...path, 'phases']),
        fact: entry.if === undefined ? null : this.#floorFact(entry.if, [...path, 'if']),
        minimum,
        effort: entry.effort ?? null,
        absolute: entry.exceptions !== 'approved',
        origin: this.#origin([...path, 'minimum']),
      };
    });
    this.#floorFacts(floors);
    return floors;
  }

  #floorFact(text: string, path: Path): FactName | null {
    const name = text.trim().slice('task.'.length) as FactName;
    const fact = this.#facts.get(name);
    if (fact === undefined) {
      this.#say(`The fact ${name} is not declared.`, path, suggestion(name, [...this.#facts.keys()]));
    } else if (fact.type !== 'boolean') {
      this.#say(`A floor's condition is one boolean fact, but ${name} is of type ${fact.type}.`, path);
    }
    return name;
  }

  #floorFacts(floors: readonly Floor[]): void {
    const facts = new Map<AgentName, Set<FactName>>();
    floors.forEach((floor, index) => {
      if (floor.fact === null) return;
      for (const agent of floor.agents) {
        const set = facts.get(agent) ?? new Set();
        set.add(floor.fact);
        facts.set(agent, set);
        if (set.size === FLOOR_FACTS_LIMIT + 1) {
          this.#say(`The floors over ${agent} speak of more than ${FLOOR_FACTS_LIMIT} facts.`, [
            'floors',
            index,
            'if',
          ]);
        }
      }
    });
  }

  /** An upgrade that raises no cell says something other than what happens. */
  #upgradesRaise(
    agents: ReadonlyMap<AgentName, Agent>,
    matrix: ReadonlyMap<Phase, ReadonlyMap<AgentName, Cell>>,
  ): void {
    for (const agent of agents.values()) {
      for (const upgrade of agent.upgrades) {
        const phases = upgrade.phases ?? this.#file.phases.map((phase) => phase as Phase);
        const lowest = Math.min(
          ...phases.map((phase) => {
            const cell = matrix.get(phase)?.get(agent.name);
            return Math.min(
              cell?.tier ?? agent.assigned,
              cell?.former?.tier ?? Number.POSITIVE_INFINITY,
              cell?.trial?.tier ?? Number.POSITIVE_INFINITY,
            );
          }),
        );
        if (upgrade.to <= lowest) {
          const { path, position } = upgrade.origin;
          const what = `${path} upgrades ${agent.name} to ${this.#file.tiers[upgrade.to]?.name}, which is no higher than its tier in any phase it names.`;
          this.problems.push({
            what,
            file: this.#source.file,
            ...position,
            fix: 'Name a higher tier, or remove it.',
          });
        }
      }
    }
  }

  #budget(): Budget | null {
    const budget = this.#file.budget;
    if (budget === undefined) return null;
    const zones = budget.zones ?? { yellow: 0.7, orange: 0.85, red: 0.95 };
    if (!(zones.yellow < zones.orange && zones.orange < zones.red)) {
      this.#say('The zones must rise: yellow below orange below red.', ['budget', 'zones']);
    }
    const timezone = budget.timezone ?? 'UTC';
    if (!isTimezone(timezone)) {
      this.#say(
        `The time zone ${timezone} is not known.`,
        ['budget', 'timezone'],
        'Use an IANA name such as Europe/Berlin.',
      );
    }
    const tiers = new Map<Rank, { share: number; reserve: number }>();
    for (const [name, allowance] of Object.entries(budget.tiers ?? {})) {
      if (this.#ranks.has(name))
        tiers.set(this.#rank(name, []), { share: allowance.share, reserve: allowance.reserve ?? 0 });
      else
        this.#sayAtKey(
          `The tier ${name} is not declared.`,
          ['budget', 'tiers', name],
          suggestion(name, [...this.#ranks.keys()]),
        );
    }
    const phases = new Map<Phase, readonly [number, number]>();
    for (const [name, [low, high]] of Object.entries(budget.phases ?? {})) {
      const path = ['budget', 'phases', name];
      if (!this.#phases.has(name))
        this.#sayAtKey(`The phase ${name} is not declared.`, path, suggestion(name, this.#file.phases));
      if (low === undefined || high === undefined || low > high)
        this.#say(`${written(path)} must be [low, high].`, path);
      else phases.set(name as Phase, [low, high]);
    }
    return {
      enforced: budget.mode === 'enforce',
      timezone,
      tokens: budget.weekly.tokens ?? null,
      usd: budget.weekly.usd ?? null,
      zones,
      criticalReserve: budget.critical_reserve ?? 0,
      tiers,
      phases,
      onUnmeasured: budget.on_unmeasured ?? 'warn',
    };
  }

  #targets(): Target[] {
    return Object.entries(this.#file.targets ?? {}).flatMap(([id, target]) => {
      const bounds: TargetBound[] = [];
      for (const kind of ['below', 'above', 'at_most', 'at_least'] as const) {
        const value = target[kind];
        if (value !== undefined) bounds.push({ kind, value });
      }
      const [low, high] = target.between ?? [];
      if (low !== undefined && high !== undefined) bounds.push({ kind: 'between', low, high });
      if (target.trend !== undefined) bounds.push({ kind: 'trend', direction: target.trend });
      const [bound] = bounds;
      if (bound === undefined || bounds.length > 1) {
        this.#sayAtKey(
          `The target ${id} needs exactly one of below, above, at_most, at_least, between, trend.`,
          ['targets', id],
        );
        return [];
      }
      return [
        { id, what: target.what, bound, measuredBy: target.measured_by, because: target.because ?? null },
      ];
    });
  }

  #models(): Allocation['models'] {
    const rows = this.#file.models ?? [];
    if (rows.length === 0) return [];
    for (const { index, what, fix } of checkAddedModels(shippedModels(), rows))
      this.#say(what, ['models', index], fix);
    rows.forEach((row, index) => {
      const dates: [string | undefined, Path][] = [[row.retires_at, ['models', index, 'retires_at']]];
      row.prices?.forEach((price, place) => {
        dates.push(
          [price.from, ['models', index, 'prices', place, 'from']],
          [price.to, ['models', index, 'prices', place, 'to']],
        );
      });
      for (const [date, path] of dates) {
        if (date !== undefined && parseDate(date) === null)
          this.#say(`${date} is no date of the calendar.`, path);
      }
    });
    return rows.map((row, index) => ({ row, origin: this.#origin(['models', index]) }));
  }
}

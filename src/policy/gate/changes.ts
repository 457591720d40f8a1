import { type Allocation, type Trial, tierName } from '../../allocation/allocation.ts';
import { exceptionKey } from '../../allocation/exceptions.ts';
import type { AgentName, Phase } from '../../allocation/names.ts';
import type { FieldChange } from './finding.ts';
import type { Renames } from './renames.ts';
import { type Side, shared } from './rule-context.ts';

/** A value of the file as text that the order of its keys does not change. */
export function plainText(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, item: unknown) =>
    isObject(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item,
  );
}

/** Text for a value of the file; null for one that is not there. */
function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : plainText(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lists whose items have a name of their own are compared by it, not by their place. */
const NAMED: Readonly<Record<string, string>> = { tiers: 'name', floors: 'id', models: 'id' };

function byName(value: unknown, key: string): unknown {
  const name = NAMED[key];
  if (name === undefined || !Array.isArray(value)) return value;
  return Object.fromEntries(
    value.map((item, index) => [isObject(item) ? String(item[name]) : String(index), item]),
  );
}

/** What an object holds under a key itself: names of the file may be those of an object's inherited members. */
function member(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Where two plain values differ, leaf by leaf. */
function differences(from: unknown, to: unknown, path: string): FieldChange[] {
  if (isObject(from) && isObject(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
    return keys.flatMap((key) => differences(member(from, key), member(to, key), `${path}.${key}`));
  }
  if (plainText(from) === plainText(to)) return [];
  // What is a word in one file and a value in the other, such as "true" and true, differs in its quotes alone.
  const same = shown(from) === shown(to);
  const text = (value: unknown): string | null => (same ? plainText(value) : shown(value));
  return [{ agent: null, phase: null, field: path, from: text(from), to: text(to) }];
}

/** What a cell is, field by field: what the matrix says, else what the agent says. */
function cellFields(
  allocation: Allocation,
  agent: AgentName,
  phase: Phase,
): Readonly<Record<string, string | null>> | null {
  const entry = allocation.agents.get(agent);
  if (entry === undefined || !allocation.phases.includes(phase)) return null;
  const cell = allocation.matrix.get(phase)?.get(agent);
  const tier = (rank: number | null | undefined): string | null =>
    rank == null ? null : tierName(allocation, rank);
  return {
    tier: tier(cell?.tier ?? entry.assigned),
    effort: cell?.effort ?? entry.effort,
    economy: tier(cell?.economy),
    on_unavailable: cell?.onUnavailable ?? entry.onUnavailable,
    trial: cell?.trial == null ? null : trialWords(allocation, cell.trial),
    was: tier(cell?.former?.tier),
    since: cell?.former?.since ?? null,
  };
}

function trialWords(allocation: Allocation, { id, tier, share, until }: Trial): string {
  return `${id}: ${tierName(allocation, tier)} for ${share}${until === null ? '' : ` until ${until}`}`;
}

function cellChanges(base: Allocation, head: Allocation): FieldChange[] {
  const agents = [...new Set([...base.agents.keys(), ...head.agents.keys()])];
  const phases = [...new Set([...base.phases, ...head.phases])];
  return agents.flatMap((agent) =>
    phases.flatMap((phase) => {
      const from = cellFields(base, agent, phase);
      const to = cellFields(head, agent, phase);
      const fields = Object.keys(from ?? to ?? {});
      const missing = from === null || to === null;
      return fields
        .filter(
          (field) => (from?.[field] ?? null) !== (to?.[field] ?? null) && (!missing || field === 'tier'),
        )
        .map(
          (field): FieldChange => ({
            agent,
            phase,
            field,
            from: from?.[field] ?? null,
            to: to?.[field] ?? null,
          }),
        );
    }),
  );
}

interface UpgradeWords {
  /** What tells it from the agent's others: `opus if task.lines_changed > 50 in EXEC`. */
  readonly words: string;
  readonly because: string | null;
}

function upgradeWords(value: unknown): readonly UpgradeWords[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map(({ to, if: condition, phases, because }) => ({
    words: `${shown(to)} if ${shown(condition)}${Array.isArray(phases) ? ` in ${phases.join(', ')}` : ''}`,
    because: shown(because),
  }));
}

/** Which upgrades are there on one side alone, in words: a list as it is written is long, and mostly the same. */
function upgradeChanges(from: unknown, to: unknown): readonly Pick<FieldChange, 'from' | 'to'>[] {
  const [before, after] = [upgradeWords(from), upgradeWords(to)];
  const find = (list: readonly UpgradeWords[], words: string): UpgradeWords | undefined =>
    list.find((each) => each.words === words);
  const gone = before.flatMap(({ words, because }) => {
    const now = find(after, words);
    if (now === undefined) return [{ from: words, to: null }];
    return now.because === because ? [] : [{ from: because, to: now.because }];
  });
  const added = after.filter(({ words }) => find(before, words) === undefined);
  return [...gone, ...added.map(({ words }) => ({ from: null, to: words }))];
}

/** The rest of an agent's entry: its tier, effort and availability show in its cells. */
function agentChanges(base: Allocation, head: Allocation, renames: Renames): FieldChange[] {
  const entries = (allocation: Allocation): Readonly<Record<string, unknown>> => {
    const raw = isObject(allocation.raw) ? allocation.raw.agents : {};
    return isObject(raw) ? raw : {};
  };
  const own = (entry: unknown): unknown => {
    if (!isObject(entry)) return {};
    const { default: _tier, effort: _effort, on_unavailable: _unavailable, ...rest } = entry;
    return rest;
  };
  const names = [...new Set([...base.agents.keys(), ...head.agents.keys()])];
  const former = new Map([...renames].map(([from, to]) => [to, from]));
  return names.flatMap((name) => {
    if (!base.agents.has(name) || !head.agents.has(name)) return [];
    const prefix = `agents.${name}`;
    const [from, to] = [member(entries(base), former.get(name) ?? name), member(entries(head), name)];
    return differences(own(from), own(to), prefix).flatMap((change): readonly FieldChange[] => {
      const told = { ...change, agent: name, field: change.field.slice(prefix.length + 1) };
      if (told.field !== 'upgrades' || !isObject(from) || !isObject(to)) return [told];
      const upgrades = upgradeChanges(from.upgrades, to.upgrades);
      return upgrades.length === 0 ? [told] : upgrades.map((each) => ({ ...told, ...each }));
    });
  });
}

const SECTIONS = [
  'extends',
  'deny',
  'repositories',
  'tiers',
  'phases',
  'facts',
  'floors',
  'budget',
  'calibration',
  'deferred',
  'targets',
  'models',
];

/** Sections that are a value, or a list of values: nothing in them has a name. */
const PLAIN = { extends: true, deny: true, repositories: true };

function sectionChanges(base: Allocation, head: Allocation): FieldChange[] {
  const section = (allocation: Allocation, key: string): unknown =>
    isObject(allocation.raw) ? (byName(allocation.raw[key], key) ?? (key in PLAIN ? null : {})) : {};
  return SECTIONS.flatMap((key) => differences(section(base, key), section(head, key), key));
}

function exceptionChanges(base: Side, head: Side): FieldChange[] {
  const entries = (side: Side): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      side.exceptions.entries.map((entry) => {
        const { origin: _origin, ...said } = entry;
        return [exceptionKey(entry), said];
      }),
    );
  return differences(entries(base), entries(head), 'exceptions');
}

/** The path of a field of the file, whose named items stand in a list. */
function pathOf({ raw }: Allocation, field: string): readonly (string | number)[] {
  const [section = '', ...rest] = field.split('.');
  const items = isObject(raw) ? raw[section] : undefined;
  const name = NAMED[section];
  if (name === undefined || !Array.isArray(items)) return [section, ...rest];
  const said = rest.join('.');
  const index = items.findIndex(
    (item) => isObject(item) && (said === item[name] || said.startsWith(`${item[name]}.`)),
  );
  const own = items[index];
  const left = isObject(own) ? said.slice(`${own[name]}.`.length) : '';
  return index < 0 ? [section] : [section, index, ...left.split('.')];
}

/** Where the head says what has changed: its nearest parent where it is gone. */
function placeOf({ allocation, exceptions }: Side, { agent, phase, field }: FieldChange): FieldChange['at'] {
  const at = (path: readonly (string | number)[]): FieldChange['at'] => ({
    file: allocation.file,
    line: allocation.at(path).line,
    commit: null,
  });
  if (field.startsWith('exceptions.')) {
    const said = field.slice('exceptions.'.length);
    const found = exceptions.entries.find((entry) => `${said}.`.startsWith(`${exceptionKey(entry)}.`));
    return found && { file: exceptions.file, line: found.origin.position.line, commit: null };
  }
  const entry = [...allocation.agents].find(([name]) => name === agent);
  if (agent === null || entry === undefined)
    return at(agent === null ? pathOf(allocation, field) : ['agents']);
  if (phase === null) return at(['agents', agent, ...field.split('.')]);
  const cell = [...allocation.matrix].find(([name]) => name === phase)?.[1].get(entry[0]);
  if (cell !== undefined) return { file: allocation.file, line: cell.origin.position.line, commit: null };
  return at(['agents', agent, field === 'tier' ? 'default' : field]);
}

/** Everything that differs between base and head in what the files say; comments and formatting do not count. */
export const changesOf = shared(({ base, head, renames }): readonly FieldChange[] =>
  [
    ...cellChanges(base.allocation, head.allocation),
    ...agentChanges(base.allocation, head.allocation, renames),
    ...sectionChanges(base.allocation, head.allocation),
    ...exceptionChanges(base, head),
  ].map((change) => {
    const at = placeOf(head, change);
    return at === undefined ? change : { ...change, at };
  }),
);

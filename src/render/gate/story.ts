import {
  type FieldChange,
  type Finding,
  type FoundAt,
  type FoundFloor,
  type GateReport,
  ruleOf,
} from '../../policy/gate/index.ts';
import { count } from '../figures.ts';
import { cellName, listed } from '../words.ts';
import { groupedBy } from './result.ts';

/*
 * What the gate's result comes to, as people are told: one row for each change with its verdict, and the finding in one
 * clause. Plain text of the judged files, to be escaped where it lands.
 */

type Group<T> = readonly [T, ...T[]];
type Cell = { readonly agent: string | null; readonly phase: string | null };

/** One change, or what has no change of its own, and what the rules say of it. */
export interface GateRow {
  /** Empty: no rule speaks of it. */
  readonly findings: readonly Group<Finding>[];
  readonly changes: readonly FieldChange[];
  /** `SECURITY/EXEC, LEAD, PLAN`, or a path in the file; null: the place says what it is about. */
  readonly label: string | null;
  readonly at: FoundAt | null;
}

/** `SECURITY/EXEC, LEAD, PLAN`. */
export function cellsOf(items: readonly Cell[]): string | null {
  const [first] = items;
  if (first === undefined) return null;
  const cell = cellName(first.agent, first.phase);
  const phases = [...new Set(items.map(({ phase }) => phase).filter((phase) => phase !== null))];
  return cell === null || phases.length < 2 ? cell : [cell, ...phases.slice(1)].join(', ');
}

/** Things that say the same of several phases of one agent, together. */
function ofPhases<T extends Cell>(
  items: readonly T[],
  saysOf: (item: T) => readonly unknown[],
): readonly Group<T>[] {
  return groupedBy(items, (item) =>
    item.agent === null || item.phase === null ? item : JSON.stringify([item.agent, ...saysOf(item)]),
  );
}

/** The findings of an edited line are one group, in however many phases it breaks the rule. */
export function byLine(findings: readonly Finding[]): readonly Group<Finding>[] {
  return ofPhases(findings, ({ rule, file, line, column, message, phase, floor }) => [
    ...[rule, file, line, column, floor?.id],
    message.replaceAll(` in ${phase} `, ' in '),
  ]);
}

/** What a group says, without the phase where it says it of several. */
export function messageOf([first, ...others]: Group<Finding>): string {
  const { message, phase } = first;
  return others.length === 0 || phase === null ? message : message.replace(` in ${phase} `, ' ');
}

/** A finding that is about a tier below a floor's: what would run, where that is known. */
function belowOf([{ rule, agent, counterexample }]: Group<Finding>) {
  if (agent === null || counterexample === null || !ruleOf(rule).breach) return null;
  const { situation, to, floor } = counterexample;
  // What is only declared runs nowhere.
  if (to === null || floor === null || to === floor || /^as declared/.test(situation[0] ?? '')) return null;
  const isChosen = situation.some((each) => /^(?:override|escalation) /.test(each));
  return { agent, to, floor, verb: isChosen ? 'could' : 'would' };
}

/** A group in one clause: `SECURITY would run on sonnet, below its opus floor`. */
export function clauseOf(group: Group<Finding>): string {
  const below = belowOf(group);
  if (below !== null)
    return `${below.agent} ${below.verb} run on ${below.to}, below its ${below.floor} floor`;
  const [sentence = ''] = messageOf(group).split(/\.\s/);
  return sentence.replace(/\.$/, '').replace(/^(?:The|There|After|Until) /, (word) => word.toLowerCase());
}

/** Whether a group says no more than its clause. */
export function isOneClause(group: Group<Finding>): boolean {
  return !/\.\s/.test(messageOf(group));
}

function refusalOf(groups: readonly Group<Finding>[]): string {
  const [first, ...others] = groups;
  if (first === undefined) return 'refused';
  if (groups.every(([{ rule }]) => rule === 'HF117')) {
    const files = [...new Set(groups.map(([{ file }]) => file))];
    return `${listed(files)} cannot be read, nothing was judged`;
  }
  const below = groups.filter((group) => belowOf(group) !== null);
  const agents = [...new Set(below.map(([{ agent }]) => agent ?? ''))];
  const tiers = new Set(below.map((group) => belowOf(group)?.floor));
  const [floored] = below;
  if (floored === undefined)
    return others.length === 0
      ? clauseOf(first)
      : `${clauseOf(first)}, and ${count(others.length, 'error')} more`;
  const what =
    agents.length === 1 && tiers.size === 1
      ? clauseOf(floored)
      : agents.length === 1
        ? `${agents[0]} would run below its floors`
        : `${listed(agents)} would run below their floors`;
  const rest = groups.length - below.length;
  return rest === 0 ? what : `${what}, and ${count(rest, 'error')} more`;
}

const AS_ON_BASE = 'the allocation is as on the base';

/** The mark and the clause that the heading says. */
export function headlineOf(report: GateReport, isResolved = false): readonly [mark: string, clause: string] {
  const of = (severity: Finding['severity']) =>
    byLine(report.findings.filter((finding) => finding.severity === severity));
  if (report.verdict !== 'pass') return ['❌', refusalOf(of('error'))];
  const holds = report.touched ? 'every floor holds' : AS_ON_BASE;
  const warnings = of('warning').length;
  if (warnings > 0) return ['⚠️', `${holds}, ${count(warnings, 'thing')} to look at`];
  return ['✅', isResolved ? `resolved, ${holds}` : holds];
}

/** The changes that a group of findings tells of: those of its cells, and those of its line. */
function changeFinder(changes: readonly FieldChange[]): (group: Group<Finding>) => readonly FieldChange[] {
  const cell = ({ agent, phase }: Cell): string => JSON.stringify([agent, phase]);
  const line = ({ file, line: at }: Pick<FoundAt, 'file' | 'line'>): string => `${at} ${file}`;
  const byCell = new Map(
    groupedBy(
      changes.filter(({ agent, phase }) => agent !== null && phase !== null),
      cell,
    ).map((group) => [cell(group[0]), group]),
  );
  const byPlace = new Map(
    groupedBy(
      changes.filter(({ at }) => at !== undefined),
      ({ at }) => (at === undefined ? '' : line(at)),
    ).map((group) => [group[0].at === undefined ? '' : line(group[0].at), group]),
  );
  const agrees = (own: string | null, other: string | null): boolean =>
    own === null || other === null || own === other;
  return (group) => [
    ...new Set(
      group.flatMap((finding) => [
        ...(byCell.get(cell(finding)) ?? []),
        ...(byPlace.get(line(finding)) ?? []).filter(
          ({ agent, phase }) => agrees(finding.agent, agent) && agrees(finding.phase, phase),
        ),
      ]),
    ),
  ];
}

function storyOf(changes: readonly FieldChange[]): readonly unknown[] {
  return changes.map(({ field, from, to }) => [field, from, to]);
}

function rowOf(findings: readonly Group<Finding>[], changes: readonly FieldChange[]): GateRow {
  const [first] = findings;
  const [change] = changes;
  const own = changes.filter(({ agent }) => agent === null);
  const field = own.length === changes.length && own.length === 1 ? (own[0]?.field ?? null) : null;
  if (first === undefined) {
    const cells = cellsOf(changes);
    return { findings, changes, label: cells ?? field, at: change?.at ?? null };
  }
  const [{ file, line, commit = null }] = first;
  const cells = cellsOf(findings.flat());
  return { findings, changes, label: cells ?? field, at: { file, line, commit } };
}

/** The report's rows. */
export interface Story {
  /** What the rules find, errors first. */
  readonly found: readonly GateRow[];
  /** Changes of which no rule speaks. */
  readonly others: readonly GateRow[];
  /** True: each error is about cells that change, so that the other changes are harmless. */
  readonly isSettled: boolean;
}

/** One row for each change, with its verdict; notices are none. */
export function storyOfReport({ findings, changes: all, exceptions }: GateReport): Story {
  // A proposed exception is shown as what it is.
  const proposed = exceptions.filter((each) => each.proposed === true);
  const fields = new Set(proposed.map(({ floor, agent, phase }) => `exceptions.${floor} ${agent}/${phase}`));
  const changes = all.filter(({ field }) => !fields.has(field));
  const find = changeFinder(changes);
  const rows: { groups: Group<Finding>[]; changes: Set<FieldChange> }[] = [];
  const told = new Map<FieldChange, (typeof rows)[number]>();
  let isSettled = true;
  for (const group of byLine(findings.filter(({ severity }) => severity !== 'notice'))) {
    const own = find(group);
    const [{ severity, phase }] = group;
    if (severity === 'error' && (own.length === 0 || phase === null)) isSettled = false;
    const earlier = own.map((change) => told.get(change)).find((row) => row !== undefined);
    const row = earlier ?? { groups: [], changes: new Set() };
    if (earlier === undefined) rows.push(row);
    row.groups.push(group);
    for (const change of own) {
      if (told.has(change)) continue;
      told.set(change, row);
      row.changes.add(change);
    }
  }
  const left = ofPhases(
    changes.filter((change) => !told.has(change)),
    (change) => storyOf([change]),
  );
  return {
    found: rows.map((row) => rowOf(row.groups, [...row.changes])),
    others: left.map((group) => rowOf([], group)),
    isSettled,
  };
}

/** What a row changes, each difference once: a cell's tier needs no name, nor does the field that the row is called by. */
export function differencesOf({ changes, label, findings }: GateRow): readonly {
  readonly field: string | null;
  readonly from: string | null;
  readonly to: string | null;
}[] {
  const example = findings[0]?.[0].counterexample;
  if (changes.length === 0)
    return example?.from == null || example.to === null || example.from === example.to
      ? []
      : [{ field: null, from: example.from, to: example.to }];
  return groupedBy(changes, (change) => JSON.stringify(storyOf([change]))).map(
    ([{ field, from, to, phase }]) => ({
      field: (field === 'tier' && phase !== null) || field === label ? null : field,
      from,
      to,
    }),
  );
}

/** The notices that no exception of the report tells of. */
export function noticesOf({ findings, exceptions }: GateReport): readonly Group<Finding>[] {
  const told = exceptions.map(({ agent, phase }) => `${agent} in ${phase} may go down to `);
  return byLine(
    findings.filter(
      ({ severity, rule, message }) =>
        severity === 'notice' && !(rule === 'HF301' && told.some((text) => message.includes(text))),
    ),
  );
}

/** The floors that findings are about, each once. */
export function floorsNamed(findings: readonly Finding[]): readonly FoundFloor[] {
  const floors = findings.flatMap(({ floor }) => (floor === undefined ? [] : [floor]));
  return groupedBy(floors, ({ id, file, line }) => JSON.stringify([id, file, line])).map(([first]) => first);
}

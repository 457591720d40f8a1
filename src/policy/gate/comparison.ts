import { type Allocation, rankOf, tierName } from '../../allocation/allocation.ts';
import { type Exceptions, exceptionKey, isInForce } from '../../allocation/exceptions.ts';
import type { AgentName, Phase, Rank } from '../../allocation/names.ts';
import type { Position } from '../../allocation/source.ts';
import type { IsoDate } from '../../time/week.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import { tableOf } from '../decision/models-of-tiers.ts';
import type { Counterexample, Finding } from './finding.ts';
import { type RuleId, rule } from './rules.ts';

/** One version of the files, with the models that are known from it. */
export interface Side {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
  /** The models that are known without it. */
  readonly shipped: ModelTable;
}

/** A version of the files, with the shipped models and those that its allocation adds. */
export function sideOf(allocation: Allocation, exceptions: Exceptions, shipped: ModelTable): Side {
  return { allocation, exceptions, table: tableOf(allocation, shipped), shipped };
}

/** Two versions of the files, and what every rule needs to know of them. */
export interface Comparison {
  readonly base: Side;
  readonly head: Side;
  readonly today: IsoDate;
  /** The exceptions that the head may use: in force on the base, and still in the head, never lower than on either. */
  readonly usable: Exceptions;
  /** Addresses of the rules' pages. */
  readonly docs: (id: RuleId) => string;
}

/** Puts two versions side by side. */
export function compare(base: Side, head: Side, today: IsoDate, docs: (id: RuleId) => string): Comparison {
  return { base, head, today, docs, usable: usableExceptions(base, head, today) };
}

function usableExceptions(base: Side, head: Side, today: IsoDate): Exceptions {
  const kept = new Map(head.exceptions.entries.map((entry) => [exceptionKey(entry), entry]));
  const entries = base.exceptions.entries.flatMap((entry) => {
    const still = kept.get(exceptionKey(entry));
    if (entry.kind !== 'cell' || still?.kind !== 'cell') return [];
    if (!isInForce(entry, today) || !isInForce(still, today)) return [];
    const before = rankOf(head.allocation, entry.tier);
    const after = rankOf(head.allocation, still.tier);
    if (before === null || after === null) return [];
    return [{ ...still, tier: before > after ? entry.tier : still.tier }];
  });
  return { file: head.exceptions.file, entries };
}

/** A rank of the base as a rank of the head, by the tier's name; null when the head has no such tier. */
export function rankInHead({ base, head }: Comparison, rank: Rank): Rank | null {
  return rankOf(head.allocation, tierName(base.allocation, rank));
}

/** Builds a finding in the head's allocation file. */
export function finding(
  comparison: Pick<Comparison, 'head' | 'docs'>,
  id: RuleId,
  message: string,
  position: Position,
  more: {
    readonly agent?: AgentName;
    readonly phase?: Phase;
    readonly counterexample?: Counterexample;
    readonly file?: string;
  } = {},
): Finding {
  return {
    rule: id,
    severity: rule(id).severity,
    message,
    agent: more.agent ?? null,
    phase: more.phase ?? null,
    file: more.file ?? comparison.head.allocation.file,
    line: position.line,
    column: position.column,
    docs: comparison.docs(id),
    counterexample: more.counterexample ?? null,
  };
}

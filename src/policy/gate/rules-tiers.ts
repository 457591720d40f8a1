import { type Allocation, rankOf, type TierDeclaration } from '../../allocation/allocation.ts';
import type { ModelId } from '../../allocation/names.ts';
import { daysBetween } from '../../time/week.ts';
import { compareGenerations, findModel, lifecycleOn } from '../../usage/models/models.ts';
import { tierBreaches } from '../decision/breaches.ts';
import { idsOfTier, isLesser, promisedLine } from '../decision/models-of-tiers.ts';
import { plainText } from './changes.ts';
import { type Comparison, finding } from './comparison.ts';
import type { Finding } from './finding.ts';
import { isRetired } from './floors-kept.ts';

/** How long before a possible retirement the gate begins to warn, in days. */
export const RETIREMENT_NOTICE_DAYS = 60;

/** HF108 and HF109: the tiers that floors are made of keep their names and their order. */
export function rankingRules(comparison: Comparison): readonly Finding[] {
  const { base, head } = comparison;
  const findings: Finding[] = [];
  const floors = base.allocation.floors.filter((floor) => floor.absolute || !isRetired(comparison, floor.id));
  const named = new Set(floors.map((floor) => floor.minimum));
  for (const tier of base.allocation.tiers) {
    if (named.has(tier.rank) && rankOf(head.allocation, tier.name) === null) {
      const message = `The tier ${tier.name} is renamed or deleted, but a floor of the base asks for it.`;
      findings.push(finding(comparison, 'HF109', message, head.allocation.at(['tiers'])));
    }
  }
  const shared = base.allocation.tiers.filter((tier) => rankOf(head.allocation, tier.name) !== null);
  const after = [...shared].sort((a, b) => order(head.allocation, a) - order(head.allocation, b));
  if (shared.some((tier, index) => tier !== after[index])) {
    const names = (tiers: readonly TierDeclaration[]): string => tiers.map((tier) => tier.name).join(' < ');
    const message = `The ranking of the tiers changes from ${names(shared)} to ${names(after)}.`;
    findings.push(finding(comparison, 'HF108', message, head.allocation.at(['tiers'])));
  }
  return findings;
}

function order(allocation: Allocation, tier: TierDeclaration): number {
  return rankOf(allocation, tier.name) ?? -1;
}

/** The id that the base has in the same place: the same tier's model, or its id for the same provider. */
function idBefore(before: TierDeclaration | undefined, provider: string | null): ModelId | undefined {
  return provider === null ? before?.model : before?.providers.get(provider);
}

/** HF110 to HF113, HF203 and HF209: what the tiers' models are. */
export function modelRules(comparison: Comparison): readonly Finding[] {
  const { base, head, today } = comparison;
  const findings: Finding[] = [];
  for (const tier of head.allocation.tiers) {
    const before = base.allocation.tiers.find((each) => each.name === tier.name);
    for (const { id, provider } of idsOfTier(tier)) {
      if (id !== idBefore(before, provider))
        findings.push(...newModel(comparison, tier, before, id, provider));
      const row = findModel(head.table, id);
      const day = row?.retiresAt ?? row?.retiresNotBefore ?? null;
      if (row === null || day === null || lifecycleOn(row, today) === 'retired') continue;
      if (daysBetween(today, day) <= RETIREMENT_NOTICE_DAYS) {
        const when = row.retiresAt === null ? `may retire from ${day} on` : `retires on ${day}`;
        findings.push(
          finding(
            comparison,
            'HF203',
            `The model ${id} of the tier ${tier.name} ${when}.`,
            place(head.allocation, tier, provider),
          ),
        );
      }
    }
  }
  for (const breach of tierBreaches(head.allocation, head.table)) {
    const { line } = breach.origin.position;
    const known = findings.some((each) => each.rule === 'HF110' && each.line === line);
    const id = breach.kind === 'falling-line' ? 'HF113' : 'HF110';
    if ('message' in breach && !(known && id === 'HF110')) {
      findings.push(finding(comparison, id, breach.message, breach.origin.position));
    }
  }
  const said = new Set<string>();
  return findings.filter((each) => {
    const key = `${each.rule} ${each.line} ${each.message}`;
    return said.has(key) ? false : said.add(key);
  });
}

function place(allocation: Allocation, tier: TierDeclaration, provider: string | null) {
  return allocation.at(['tiers', tier.rank, ...(provider === null ? ['model'] : ['providers', provider])]);
}

/** A model that the tier did not have on the base, judged by what the base knows of it. */
function newModel(
  comparison: Comparison,
  tier: TierDeclaration,
  before: TierDeclaration | undefined,
  id: ModelId,
  provider: string | null,
): readonly Finding[] {
  const { base, head, today } = comparison;
  const position = place(head.allocation, tier, provider);
  const row = findModel(base.table, id);
  if (row === null) {
    const known = findModel(head.table, id) === null ? 'no table knows it' : 'only the head declares it';
    const message = `The tier ${tier.name} gets the model ${id}, whose line is not known from the base: ${known}.`;
    return [finding(comparison, 'HF111', message, position)];
  }
  const findings: Finding[] = [];
  const formerId = before === undefined ? null : (idBefore(before, provider) ?? before.model);
  const former = formerId === null ? null : findModel(base.table, formerId);
  const line = former?.line ?? promisedLine(tier);
  if (formerId !== null && line === null) {
    const message = `The tier ${tier.name} had the model ${formerId}, whose line is not known: whether ${id} is lesser cannot be told.`;
    findings.push(finding(comparison, 'HF111', message, position));
  }
  if (findModel(base.shipped, id) === null) {
    const message = `The tier ${tier.name} gets the model ${id}: only its row under models: says that it is of the line ${row.line}, and nothing here can check that.`;
    findings.push(finding(comparison, 'HF208', message, position));
  }
  if (line !== null && isLesser(row.line, line)) {
    const message = `The tier ${tier.name} gets the model ${id} of the line ${row.line}, which is lesser than ${line}.`;
    findings.push(finding(comparison, 'HF110', message, position));
  }
  if (lifecycleOn(row, today) === 'retired') {
    findings.push(
      finding(comparison, 'HF112', `The tier ${tier.name} gets the model ${id}, which is retired.`, position),
    );
  }
  const generations = former === null ? null : compareGenerations(row, former);
  if (former !== null && generations !== null && generations < 0) {
    const message = `The tier ${tier.name} gets the model ${id}, which is older than ${former.id}.`;
    findings.push(finding(comparison, 'HF209', message, position));
  }
  return findings;
}

/** HF122 and HF208: the rows that the allocation adds to the table of models. */
export function modelRowRules(comparison: Comparison): readonly Finding[] {
  const { base, head } = comparison;
  const findings: Finding[] = [];
  const inUse = new Set(head.allocation.tiers.flatMap((tier) => idsOfTier(tier).map(({ id }) => String(id))));
  for (const { row } of base.allocation.models) {
    const after = head.allocation.models.find((each) => each.row.id === row.id);
    const line = findModel(head.table, row.id)?.line ?? null;
    const providers = Object.values(row.providers ?? {});
    const used = [row.id, ...providers].some((id) => inUse.has(id));
    if (line !== row.line && (after !== undefined || used)) {
      const message = `The model ${row.id} is declared to be of the line ${row.line} on the base, and ${line ?? 'of no known line'} in the head.`;
      findings.push(
        finding(comparison, 'HF122', message, after?.origin.position ?? head.allocation.at(['models'])),
      );
    }
  }
  for (const { row, origin } of head.allocation.models) {
    const before = base.allocation.models.find((each) => each.row.id === row.id);
    if (plainText(before?.row) !== plainText(row)) {
      const what = before === undefined ? 'is added' : 'changes';
      const message = `The row of the model ${row.id} ${what}: it says line ${row.line}, and nothing here can check that.`;
      findings.push(finding(comparison, 'HF208', message, origin.position));
    }
    for (const [provider, id] of Object.entries(row.providers ?? {})) {
      const known = findModel(base.table, id);
      if (known !== null && known.id !== row.id) {
        const message = `The id ${id} (${provider}) stands for ${known.id} on the base and would stand for ${row.id}.`;
        findings.push(finding(comparison, 'HF122', message, origin.position));
      }
    }
  }
  return findings;
}

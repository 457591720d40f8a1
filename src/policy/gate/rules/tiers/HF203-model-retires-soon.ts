import { daysBetween } from '../../../../time/week.ts';
import { findModel, lifecycleOn } from '../../../../usage/models/models.ts';
import { idsOfTier } from '../../../decision/models-of-tiers.ts';
import type { Rule } from '../../rule.ts';
import { placeOfModel } from './new-models.ts';

/** How long before a possible retirement the gate begins to warn, in days. */
const NOTICE_DAYS = 60;

export const modelRetiresSoon: Rule = {
  id: 'HF203',
  name: 'model-retires-soon',
  severity: 'warning',
  purpose: `A tier's model may retire within ${NOTICE_DAYS} days.`,
  remedy: "plan the move to the model's successor before its date.",
  breach: false,
  checks: {
    change: ({ head, today }) =>
      head.allocation.tiers.flatMap((tier) =>
        idsOfTier(tier).flatMap(({ id, provider }) => {
          const row = findModel(head.table, id);
          const day = row?.retiresAt ?? row?.retiresNotBefore ?? null;
          if (row === null || day === null || lifecycleOn(row, today) === 'retired') return [];
          if (daysBetween(today, day) > NOTICE_DAYS) return [];
          const when = row.retiresAt === null ? `may retire from ${day} on` : `retires on ${day}`;
          const message = `The model ${id} of the tier ${tier.name} ${when}.`;
          return [{ message, at: placeOfModel(head.allocation, tier, provider) }];
        }),
      ),
  },
};

export { gatherOrganisation } from './gather.ts';
export { type LedgerOfOrganisation, ledgersNamed } from './ledgers.ts';

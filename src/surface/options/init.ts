import { CLI, type OptionTable } from './entry.ts';

/** What `init` writes, and how. */
export const INIT_OPTIONS = {
  yes: {
    kind: 'boolean',
    commands: ['init'],
    surfaces: CLI,
    description: 'Write without asking. Without it and without a terminal nothing is written.',
  },
  phases: {
    kind: 'list',
    value: 'PHASE',
    commands: ['init'],
    surfaces: CLI,
    description: 'The phases in which the agents work, as LEAD,PLAN,EXEC. Default: RUN alone.',
  },
  staged: {
    kind: 'boolean',
    commands: ['init'],
    surfaces: CLI,
    description:
      'Begin with the agents of low risk: those on haiku. What a floor keeps is in from the first day; the others stand in the file as a comment.',
  },
  budget: {
    kind: 'boolean',
    commands: ['init'],
    surfaces: CLI,
    description: 'Propose a weekly budget from what the ledger saw, and write nothing else.',
  },
  extends: {
    kind: 'string',
    value: 'OWNER/REPO/PATH@SHA',
    commands: ['init'],
    surfaces: CLI,
    description: "Start from an organisation's file, at a full commit id.",
  },
  action: {
    kind: 'string',
    value: 'OWNER/REPO@SHA|TAG',
    commands: ['init'],
    surfaces: CLI,
    description:
      'What the workflows use: haiku-first at a full commit id, or a version. Default: the origin and the commit of the clone that runs.',
  },
} as const satisfies OptionTable;

import { BOTH, type OptionTable } from './entry.ts';

/** What `record` reads, and what `ledger` does. */
export const USAGE_OPTIONS = {
  from: {
    kind: 'paths',
    value: 'PATH',
    commands: ['record'],
    surfaces: BOTH,
    description:
      'A file or folder to read usage from; may be given several times, or one per line in the Action; on the command line also a pipe, - for the standard input. The format is recognised. Default in the Action: what Claude Code left in this job.',
  },
  outcome: {
    kind: 'choice',
    choices: [
      'pass',
      'fail',
      'unknown',
      'reworked',
      'reverted',
      'approved',
      'changes-requested',
      'security-issue-missed',
    ],
    only: {
      record: ['pass', 'fail', 'unknown'],
      outcome: [
        'pass',
        'fail',
        'reworked',
        'reverted',
        'approved',
        'changes-requested',
        'security-issue-missed',
      ],
    },
    commands: ['record', 'outcome'],
    surfaces: BOTH,
    place: { outcome: 2 },
    description: 'The outcome of the work.',
    more: {
      record: 'By default fail if the agent failed or refused, else unknown.',
      outcome: 'Without it and a work item, what GitHub says is told.',
    },
  },
  quality: {
    kind: 'share',
    value: 'NUMBER',
    commands: ['record'],
    surfaces: BOTH,
    description: 'The measured quality of the work, from 0 to 1.',
  },
  operation: {
    kind: 'choice',
    choices: ['import', 'export', 'verify', 'compact', 'void'],
    only: { policy: ['export'] },
    commands: ['ledger', 'policy'],
    surfaces: BOTH,
    place: { ledger: 1, policy: 1 },
    description: 'What to do with it.',
  },
  file: {
    kind: 'string',
    value: 'FILE|ID',
    commands: ['ledger'],
    surfaces: BOTH,
    place: { ledger: 2 },
    description:
      'The file to import: records and outcome events, one JSON document on each line. For void: the id of the line.',
  },
  because: {
    kind: 'string',
    value: 'TEXT',
    commands: ['ledger', 'outcome', 'calibrate'],
    surfaces: BOTH,
    description: 'Why, in a few words.',
    more: {
      ledger: 'They stay in the ledger, and must be given to void a line.',
      outcome: 'They stay in the ledger.',
      calibrate: 'They stand in the cell and in the pull request.',
    },
  },
} as const satisfies OptionTable;

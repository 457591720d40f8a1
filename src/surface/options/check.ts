import { BOTH, CLI, type OptionTable } from './entry.ts';

/** What `check` judges and `simulate` replays, and where it is said. */
export const CHECK_OPTIONS = {
  base: {
    kind: 'string',
    value: 'FILE|REVISION',
    commands: ['check', 'simulate'],
    surfaces: BOTH,
    description:
      'What to compare with: an allocation file, or a git revision that holds one. Default: in a pull request its base, else the merge base with the default branch.',
  },
  head: {
    kind: 'string',
    value: 'FILE|REVISION',
    commands: ['check', 'simulate'],
    surfaces: BOTH,
    description:
      'What to judge, or to replay: an allocation file, or a git revision that holds one. Default: in a pull request its merge result, else HEAD.',
  },
  exceptionsBase: {
    kind: 'string',
    value: 'FILE',
    commands: ['check', 'simulate'],
    surfaces: BOTH,
    description: 'The exceptions file that belongs to the base, where the base is a file.',
  },
  exceptionsHead: {
    kind: 'string',
    value: 'FILE',
    commands: ['check', 'simulate'],
    surfaces: BOTH,
    description: 'The exceptions file that belongs to the head, where the head is a file.',
  },
  mode: {
    kind: 'choice',
    choices: ['enforce', 'warn'],
    commands: ['check'],
    surfaces: BOTH,
    default: 'enforce',
    description: 'warn: findings do not fail the check. An error still does.',
  },
  sarif: {
    kind: 'string',
    value: 'FILE',
    commands: ['check'],
    surfaces: BOTH,
    description: 'Also write the findings to this file, as SARIF 2.1.0.',
  },
  check: {
    kind: 'boolean',
    commands: ['agents'],
    surfaces: CLI,
    description:
      'Compare the sub-agents with the allocation, and change nothing: what is done without --write.',
  },
  write: {
    kind: 'boolean',
    commands: ['agents'],
    surfaces: CLI,
    description:
      'Set the model: of the files in .claude/agents that are not in step, and the section with the floors and the matrix.',
  },
  memory: {
    kind: 'string',
    value: 'FILE',
    commands: ['agents'],
    surfaces: BOTH,
    default: 'CLAUDE.md',
    description:
      'The file that gets the section, where no CLAUDE.md, .claude/CLAUDE.md or AGENTS.md has it yet. none: nothing is written beside .claude/agents.',
  },
  managedSettings: {
    kind: 'boolean',
    commands: ['policy'],
    surfaces: BOTH,
    description: "As Claude Code's managed-settings.json.",
  },
  rule: {
    kind: 'string',
    value: 'ID',
    commands: ['explain'],
    surfaces: BOTH,
    place: { explain: 1 },
    description: 'The rule of the gate to explain, as HF106. Without it, the list of all rules.',
  },
} as const satisfies OptionTable;

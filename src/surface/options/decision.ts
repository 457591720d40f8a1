import { ACTION, BOTH, CLI, type OptionTable } from './entry.ts';

/** How `resolve` and `run` decide. */
export const DECISION_OPTIONS = {
  critical: {
    kind: 'boolean',
    commands: ['resolve', 'run'],
    surfaces: BOTH,
    description: 'The work is critical: it may use the reserve, and zones do not take its upgrades away.',
  },
  tier: {
    kind: 'string',
    value: 'TIER',
    commands: ['resolve', 'run'],
    surfaces: BOTH,
    description: 'An override: run on this tier. It needs a reason, and is refused below the floor.',
  },
  reason: {
    kind: 'string',
    value: 'TEXT',
    commands: ['resolve', 'run'],
    surfaces: BOTH,
    description: 'Why the override or the escalation is needed.',
  },
  by: {
    kind: 'string',
    value: 'WHO',
    commands: ['resolve', 'run', 'outcome', 'calibrate'],
    surfaces: CLI,
    description: 'Who decided the override, tells the outcome, or proposes. In the Action it is the actor.',
  },
  overrides: {
    kind: 'choice',
    choices: ['auto', 'off'],
    commands: ['resolve', 'run'],
    surfaces: BOTH,
    default: 'auto',
    description:
      'auto: on a pull request its labels and comments are read for overrides by people who may write, where there is a token. It needs pull-requests: read.',
  },
  escalateFrom: {
    kind: 'string',
    value: 'TIER',
    commands: ['resolve', 'run'],
    surfaces: BOTH,
    description: 'The second attempt after a poor result on this tier: one tier up. It needs a reason.',
  },
  trigger: {
    kind: 'string',
    value: 'TEXT',
    commands: ['resolve', 'run'],
    surfaces: BOTH,
    description: 'What found the poor result, such as tests or review.',
  },
  provider: {
    kind: 'string',
    value: 'NAME',
    commands: ['resolve', 'run'],
    surfaces: BOTH,
    default: 'anthropic',
    description: "Which id of the tier's model to use: anthropic, or a name under the tier's providers.",
  },
  zone: {
    kind: 'zone',
    value: 'ZONE',
    commands: ['resolve', 'run'],
    surfaces: CLI,
    description: 'What if the budget were in this zone: green, yellow, orange, red or exhausted?',
  },
  unavailable: {
    kind: 'list',
    value: 'TIER',
    commands: ['resolve', 'run'],
    surfaces: CLI,
    description: 'What if the models of these tiers were unavailable?',
  },
  claim: {
    kind: 'string',
    value: 'TOKEN',
    commands: ['resolve', 'run'],
    surfaces: ACTION,
    description:
      'The input that drain sets when it starts a workflow for deferred work. If an older run was started with it, this one does nothing. It needs actions: read.',
  },
  onDefer: {
    kind: 'choice',
    choices: ['succeed', 'fail'],
    commands: ['resolve', 'run'],
    surfaces: ACTION,
    default: 'succeed',
    description:
      'What a deferral does to the step. A deferred cell under a floor that holds fails it in any case, unless every such floor says on_defer: succeed.',
  },
  maxUsd: {
    kind: 'usd',
    value: 'USD',
    commands: ['resolve', 'run'],
    surfaces: BOTH,
    description: 'The most that the run may cost, in dollars.',
    more: {
      resolve: 'It is passed on in claude-args.',
      run: 'Beyond it no further attempt is begun.',
    },
  },
} as const satisfies OptionTable;

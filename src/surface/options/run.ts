import { EFFORTS } from '../../allocation/names.ts';
import { ACTION, BOTH, type OptionTable } from './entry.ts';

/** What `run` asks the model, and how it may. */
export const RUN_OPTIONS = {
  prompt: {
    kind: 'string',
    value: 'TEXT|@FILE',
    commands: ['run'],
    surfaces: BOTH,
    description: 'The prompt for the agent; on the command line also @FILE.',
  },
  promptFile: {
    kind: 'string',
    value: 'FILE',
    commands: ['run'],
    surfaces: BOTH,
    description:
      'The file with the prompt, instead of prompt. On a pull request it is read at the base, unless it is outside of the checkout.',
  },
  system: {
    kind: 'string',
    value: 'TEXT|@FILE',
    commands: ['run'],
    surfaces: BOTH,
    description: 'The system prompt; on the command line also @FILE.',
  },
  systemFile: {
    kind: 'string',
    value: 'FILE',
    commands: ['run'],
    surfaces: BOTH,
    description:
      'The file with the system prompt, instead of system. On a pull request it is read at the base, unless it is outside of the checkout.',
  },
  attach: {
    kind: 'paths',
    value: 'FILE',
    commands: ['run'],
    surfaces: BOTH,
    description:
      'A file to attach to the prompt: text, png, jpeg, gif, webp or pdf. May be given several times, or one per line in the Action.',
  },
  maxTokens: {
    kind: 'count',
    value: 'NUMBER',
    commands: ['run'],
    surfaces: BOTH,
    description: 'The maximum number of tokens in one answer. Default: 32000, or the maximum of the model.',
  },
  effort: {
    kind: 'choice',
    choices: EFFORTS,
    commands: ['run'],
    surfaces: BOTH,
    description: 'The minimum effort of the model. It raises what the decision says, and never lowers it.',
  },
  answer: {
    kind: 'string',
    value: 'FILE',
    commands: ['run'],
    surfaces: BOTH,
    description:
      'Where the answer goes. Default: standard output; in the Action a file in the folder for temporary files.',
  },
  anthropicApiKey: {
    kind: 'string',
    value: 'KEY',
    commands: ['resolve', 'run'],
    surfaces: ACTION,
    secret: true,
    description: 'The API key. Default: ANTHROPIC_API_KEY from the environment.',
    more: {
      resolve: 'It is optional, and used to ask whether the models are available.',
    },
  },
  anthropicFederationRuleId: {
    kind: 'string',
    value: 'ID',
    commands: ['run'],
    surfaces: ACTION,
    description:
      'Workload identity federation instead of a key: the rule, as fdrl_… The job needs the permission id-token: write.',
  },
  anthropicOrganizationId: {
    kind: 'string',
    value: 'ID',
    commands: ['run'],
    surfaces: ACTION,
    description: 'The organization that the federation rule belongs to.',
  },
  anthropicServiceAccountId: {
    kind: 'string',
    value: 'ID',
    commands: ['run'],
    surfaces: ACTION,
    description: 'The service account to act as, as svac_…, where the federation rule has several.',
  },
  anthropicWorkspaceId: {
    kind: 'string',
    value: 'ID',
    commands: ['run'],
    surfaces: ACTION,
    description: 'The workspace to act in, as wrkspc_…, where the federation rule has several.',
  },
} as const satisfies OptionTable;

import { COMMAND_NAMES, type CommandName } from '../surface/options/index.ts';

interface OutputEntry {
  readonly name: string;
  readonly command: CommandName;
  readonly description: string;
}

const BY_COMMAND: Readonly<Record<CommandName, Readonly<Record<string, string>>>> = {
  resolve: {
    decision: 'run, defer or refuse.',
    tier: 'The tier to run on; empty unless the decision is run.',
    model: 'The exact model id; empty unless the decision is run.',
    effort: 'The effort of the model; empty for its own default.',
    floor: 'The lowest tier allowed for the cell; empty where there is no floor.',
    zone: 'The zone of the budget: GREEN, YELLOW, ORANGE, RED or EXHAUSTED.',
    reason: 'Why, in words: the steps of the decision, in order.',
    'claude-args': 'For the claude_args input of claude-code-action.',
    settings:
      'For the settings input of claude-code-action: the session and its sub-agents use no other model than the cell allows.',
    'fallback-model': 'Models at or above the tier to fall back on, separated by commas.',
    matrix: 'Without an agent: the cells of the phase that run, for strategy.matrix.',
    'has-work': 'true if the matrix has a cell. GitHub rejects an empty matrix.',
    'haiku-model': 'The model id of the tier haiku.',
    'sonnet-model': 'The model id of the tier sonnet.',
    'opus-model': 'The model id of the tier opus.',
  },
  run: {
    answer: 'The answer; a long one is cut, and says where the rest is.',
    'answer-path': 'The file with the whole answer.',
    outcome: 'pass, fail or unknown: the result of the check; unknown if there is none.',
    'cost-usd': 'The cost of all attempts, in dollars at list price; empty if it is not known.',
  },
  check: {
    verdict: 'pass, fail or error. Only pass is a pass.',
    findings: 'The findings as JSON, described by schema/findings.schema.json.',
    'report-path': 'A file with the whole report, as JSON.',
  },
  record: {},
  collect: {},
  ledger: {},
  report: {},
  simulate: {},
  dashboard: { 'dashboard-path': 'The page that was written.' },
  calibrate: {},
  outcome: {},
  drain: {},
  agents: {},
  explain: {},
  init: {},
  policy: {},
};

/** Every output of the Action. An output that the command does not set is empty. */
export const OUTPUTS: readonly OutputEntry[] = COMMAND_NAMES.flatMap((command) =>
  Object.entries(BY_COMMAND[command]).map(([name, description]) => ({ name, command, description })),
);

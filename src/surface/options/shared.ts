import { ACTION, BOTH, CLI, COMMAND_NAMES, type OptionTable } from './entry.ts';

/** The options that several commands have. An option that two commands share means the same in both. */
export const SHARED_OPTIONS = {
  allocation: {
    kind: 'string',
    value: 'FILE',
    commands: COMMAND_NAMES,
    surfaces: BOTH,
    default: 'allocation.yaml',
    description: 'The allocation file, as a path in the repository.',
  },
  exceptions: {
    kind: 'string',
    value: 'FILE',
    commands: COMMAND_NAMES,
    surfaces: BOTH,
    default: 'allocation.exceptions.yaml',
    description: 'The file of approved exceptions, as a path in the repository. It may be missing.',
  },
  policy: {
    kind: 'paths',
    value: 'DIR|REFERENCE=FILE',
    commands: COMMAND_NAMES,
    surfaces: BOTH,
    description:
      'Where the policy that the allocation extends is, instead of GitHub: a clone of its repository, or OWNER/REPO/path@SHA=FILE for a file that the workflow carries. One on each line; in a job about a pull request, outside of the checkout.',
  },
  policyToken: {
    kind: 'string',
    value: 'TOKEN',
    commands: COMMAND_NAMES,
    surfaces: ACTION,
    secret: true,
    description:
      'Reads the policy that the allocation extends, where its repository is private: contents: read on that. Default: github-token.',
  },
  json: {
    kind: 'boolean',
    commands: COMMAND_NAMES,
    surfaces: CLI,
    description: 'Print one JSON document instead of text.',
  },
  now: {
    kind: 'instant',
    value: 'TIME',
    commands: COMMAND_NAMES,
    surfaces: CLI,
    description: 'The clock, as 2026-11-23T03:00:00Z, for reproducible output. Default: now.',
  },
  agent: {
    kind: 'string',
    value: 'AGENT',
    commands: ['resolve', 'run', 'record', 'outcome'],
    surfaces: BOTH,
    description: 'The agent, as the allocation names it.',
    more: {
      resolve: 'Without it, every agent of the phase.',
      run: 'It must be given.',
      record: 'Without it, the agents that the usage itself names, else MAIN.',
      outcome: 'Without it, every agent that worked on it.',
    },
  },
  phase: {
    kind: 'string',
    value: 'PHASE',
    commands: ['resolve', 'run', 'record', 'report', 'outcome'],
    surfaces: BOTH,
    description: 'The lifecycle phase, as the allocation names it.',
    more: {
      report: 'The comment shows its recommendation; without it, that of the last phase.',
      outcome: 'Without it, every phase.',
    },
  },
  task: {
    kind: 'json',
    value: 'JSON',
    commands: ['resolve', 'run', 'record'],
    surfaces: BOTH,
    description:
      'Facts about the task, as a JSON object or @FILE. Facts derived from a pull request cannot be set in one, and the file is read at the base, unless it is outside of the checkout.',
  },
  week: {
    kind: 'week',
    value: 'WEEK',
    commands: ['resolve', 'run', 'report', 'simulate', 'calibrate', 'dashboard'],
    surfaces: BOTH,
    description: 'The ISO week that it is about, as 2026-W48. Default: the current one.',
    more: {
      calibrate: 'Nothing younger than its beginning is looked at.',
    },
  },
  weeks: {
    kind: 'count',
    value: 'N',
    commands: ['report', 'simulate', 'dashboard'],
    surfaces: BOTH,
    description: 'How many weeks back from `week`.',
    more: {
      simulate: 'By default all that the ledger has, up to 52.',
      dashboard: 'At most 52; default: 12.',
      report:
        'It adds what each kind of task cost in them, and would cost on one tier alone; default: none, and 8 in the issue of the week.',
    },
  },
  workItem: {
    kind: 'string',
    value: 'ID',
    commands: ['resolve', 'run', 'record', 'report', 'outcome'],
    surfaces: BOTH,
    place: { outcome: 1 },
    description: 'The piece of work that it is about, as pr-12.',
    more: {
      resolve: 'By default the pull request or issue of the event.',
      run: 'By default the pull request or issue of the event.',
      record: 'By default the pull request or issue of the event.',
      report: 'By default the pull request of the event; without one, the whole week.',
      outcome: 'Without it, the pull requests of the last weeks that work was recorded for.',
    },
  },
  run: {
    kind: 'string',
    value: 'ID',
    commands: ['run', 'record', 'collect'],
    surfaces: BOTH,
    description: 'The number of the workflow run.',
    more: {
      run: 'By default the one that runs.',
      record: 'By default the one that runs.',
      collect: 'By default the one that finished.',
    },
  },
  job: {
    kind: 'string',
    value: 'NAME',
    commands: ['resolve', 'run', 'record'],
    surfaces: BOTH,
    actionDefault:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions
      "${{ github.job }}${{ strategy.job-total > 1 && format(' ({0})', strategy.job-index) || '' }}",
    description: 'The job that usage is booked to.',
  },
  jobId: {
    kind: 'string',
    value: 'ID',
    commands: ['resolve', 'run', 'record'],
    surfaces: ACTION,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions
    actionDefault: '${{ job.check_run_id }}',
    description: "GitHub's number of this job, by which the collector finds it. Leave it as it is.",
  },
  record: {
    kind: 'choice',
    choices: ['artifact', 'push', 'off'],
    commands: ['resolve', 'run', 'record'],
    surfaces: ACTION,
    default: 'artifact',
    description:
      'Where the usage of the job goes: an artifact for the collector, a push to the ledger (contents: write), or nothing.',
  },
  ledger: {
    kind: 'string',
    value: 'DIR|REMOTE|none',
    commands: [
      'resolve',
      'run',
      'check',
      'record',
      'collect',
      'ledger',
      'report',
      'simulate',
      'calibrate',
      'dashboard',
      'outcome',
      'drain',
      'init',
    ],
    surfaces: BOTH,
    description:
      "Where the usage ledger is: a git repository's path, a remote or an address. Default: in the Action this repository on GitHub, else origin if there is one, else this repository. none: nothing counts as spent, and nothing is written.",
    more: { check: 'What a change of the matrix would have cost is replayed from it, in the comment.' },
  },
  out: {
    kind: 'string',
    value: 'FILE',
    commands: ['dashboard'],
    surfaces: BOTH,
    default: 'haiku-first.html',
    description: 'The page to write, a file in the work tree or elsewhere; its folder must exist.',
  },
  dryRun: {
    kind: 'boolean',
    commands: ['collect', 'ledger', 'calibrate', 'outcome', 'drain', 'agents', 'init'],
    surfaces: BOTH,
    description: 'Show what would be done, and do nothing.',
  },
  propose: {
    kind: 'string',
    value: 'AGENT@PHASE=TIER',
    commands: ['calibrate'],
    surfaces: BOTH,
    description:
      'What a person would have a cell run on, with `because`: it takes the same road as what the ledger calls for.',
  },
  selfTest: {
    kind: 'boolean',
    commands: ['calibrate'],
    surfaces: BOTH,
    description:
      'Also try the rules on as many runs as this ledger has: how many false proposals a year they would make, and how long real faults would go unseen.',
  },
  advice: {
    kind: 'boolean',
    commands: ['calibrate'],
    surfaces: CLI,
    description:
      'Write the model that says which tasks are likely to be done again, and nothing else: its place is calibration/escalation-model.json.',
  },
  comment: {
    kind: 'choice',
    choices: ['auto', 'off'],
    commands: ['check', 'collect', 'report'],
    surfaces: ACTION,
    default: 'auto',
    description:
      'auto: one comment on the pull request when there is something to say, if the token allows it.',
  },
  issue: {
    kind: 'choice',
    choices: ['auto', 'off'],
    commands: ['report'],
    surfaces: ACTION,
    default: 'off',
    description:
      'auto: one issue for each week, kept up to date, about the week before, or the one that `week` names. For a workflow on schedule or workflow_dispatch.',
  },
  org: {
    kind: 'boolean',
    commands: ['report'],
    surfaces: BOTH,
    description: 'One report over `repositories`.',
  },
  repositories: {
    kind: 'list',
    value: 'OWNER/REPO,…',
    commands: ['report'],
    surfaces: BOTH,
    description:
      'For `org`, by commas or one on each line: OWNER/REPO, a path that begins with . or /, an address, or @FILE with such lines. Each is judged by its own allocation.',
  },
  dashboardUrl: {
    kind: 'string',
    value: 'URL',
    commands: ['report'],
    surfaces: ACTION,
    description: 'Where the dashboard is published: the issue of the week links to it.',
  },
  githubToken: {
    kind: 'string',
    value: 'TOKEN',
    commands: COMMAND_NAMES,
    surfaces: ACTION,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions
    actionDefault: '${{ github.token }}',
    secret: true,
    description:
      'Reads the files and facts of a pull request, and writes the comment if its permissions allow that.',
  },
} as const satisfies OptionTable;

import { type Command, type CommandEntry, defineCommand } from '../surface/command.ts';
import { COMMAND_NAMES, type CommandName } from '../surface/options/index.ts';
import { run as resolve } from './resolve/index.ts';

const TABLE: { readonly [Name in CommandName]: CommandEntry<Name> } = {
  resolve: {
    summary: 'Decide which model an agent may use in a phase, or that it must wait.',
    exitCodes: '0 run, 3 defer, 1 refuse; a whole phase: 0',
    examples: [
      ['resolve --agent SECURITY --phase EXEC', 'the model of one cell, with the reasons'],
      ['resolve --phase PLAN --json', 'every agent of a phase, for scripts'],
      [
        'resolve --agent TESTING --phase EXEC --task \'{"security_critical": true}\'',
        'with facts about the task',
      ],
      ['resolve --agent STORIES --phase PLAN --zone red', 'what if the budget were nearly spent?'],
    ],
    load: async () => ({ run: resolve }),
  },
  run: {
    summary:
      'Run one agent job on the model that it may use, check the answer, and escalate where the allocation says so.',
    exitCodes: '0 answered, 1 refused, or the answer failed its check, 2 failed, 3 deferred',
    examples: [
      [
        "run --agent TESTING --phase EXEC --prompt 'List what is not tested.' --attach src/cart.ts",
        'one job, its answer on standard output',
      ],
      [
        'run --agent SECURITY --phase PLAN --prompt-file threats.md --answer threats.json --json',
        'for scripts: the answer to a file, what happened as JSON',
      ],
      [
        'run --agent QUICKFIX --phase EXEC --prompt @fix.md --max-usd 0.50 --work-item pr-12',
        'no second attempt once that much is spent',
      ],
    ],
    load: () => import('./run/index.ts'),
  },
  check: {
    summary: 'Judge a change of the allocation: refuse it when it lowers a quality floor.',
    exitCodes: '0 no finding of severity error, 1 findings, 2 could not check',
    examples: [
      ['check', 'HEAD against its merge base with the default branch'],
      ['check --base main --head my-branch', 'two git revisions'],
      ['check --base old.yaml --head new.yaml --json', 'two files, for scripts'],
      ['check --sarif findings.sarif', 'also write the findings for code scanning'],
    ],
    load: () => import('./check/index.ts'),
  },
  record: {
    summary: 'Record what an agent used, from the files it left behind.',
    exitCodes:
      '0 recorded, 2 could not record, 4 recorded, but files were left out: what they hold is missing',
    examples: [
      [
        'record --from result.json --agent SECURITY --phase EXEC',
        'the answer of claude -p --output-format json',
      ],
      [
        'record --from ~/.claude/projects/-work-demo --agent TESTING --phase EXEC --ledger none --json',
        'what transcripts would give, without writing it',
      ],
      [
        'record --from run.jsonl --agent TESTING --phase EXEC --work-item pr-12 --outcome pass',
        'with the outcome of the work',
      ],
    ],
    load: () => import('./record.ts'),
  },
  collect: {
    summary:
      'Put the usage of a finished workflow run into the ledger, after checking it against what GitHub says about the run.',
    exitCodes: '0 collected, 2 could not collect',
    examples: [
      ['collect --run 17 --dry-run', 'what would be written for one run'],
      ['collect --run 17 --json', 'for scripts'],
    ],
    load: () => import('./collect/index.ts'),
  },
  ledger: {
    summary: 'Import into, export, verify or compact the ledger, or void a line of it.',
    exitCodes: '0 done, 2 failed, or damage was found',
    examples: [
      ['ledger import records.jsonl', 'records and outcome events, all or none'],
      ['ledger export', 'every line, on standard output'],
      ['ledger verify', 'files against their names, lines against their schema'],
      ['ledger compact --dry-run', 'which months would become one file'],
      ['ledger void 5328e1d6a0b1 --because absurd', 'that line counts no more; it stays'],
    ],
    load: () => import('./ledger.ts'),
  },
  report: {
    summary: 'Report on a week or a piece of work: what was used, what it cost, which targets are met.',
    exitCodes: '0 reported, 2 could not report; of many repositories: 2 where none could be read',
    examples: [
      ['report', 'the current week so far'],
      ['report --week 2026-W48 --json', 'one week, for scripts'],
      ['report --work-item pr-12', 'what the agents of a pull request used'],
      ['report --org --repositories octo/web,octo/api', 'one report over many repositories'],
    ],
    load: () => import('./report.ts'),
  },
  simulate: {
    summary: 'Replay the ledger under another allocation: what it would have cost and done.',
    exitCodes: '0 replayed, 2 could not replay',
    examples: [
      ['simulate --head draft.yaml', 'a draft against the default branch'],
      ['simulate --base main --head my-branch --weeks 4', 'two git revisions, over the last four weeks'],
      ['simulate --base old.yaml --head new.yaml --ledger ledger.git --json', 'two files, for scripts'],
    ],
    load: () => import('./simulate.ts'),
  },
  calibrate: {
    summary:
      'Propose what the ledger calls to change in the matrix, with the evidence, in one pull request; say what it cannot tell yet.',
    exitCodes: '0 looked at, with or without proposals, 2 could not be done',
    examples: [
      [
        'calibrate --dry-run',
        'what is due this week, how many runs are missing elsewhere, and the pull request as it would be',
      ],
      [
        "calibrate --propose TESTING@EXEC=opus --because 'misses edge cases'",
        'a note of yours takes the same road',
      ],
      ['calibrate --week 2026-W49 --json', 'the same for scripts, as of the beginning of a week'],
      ['calibrate --self-test', 'how often these rules would be wrong on this ledger'],
    ],
    load: () => import('./calibrate/index.ts'),
  },
  dashboard: {
    summary:
      'Write one HTML page: the week, the tiers against their targets, every cell with its history, and what to decide.',
    exitCodes: '0 written, 2 could not be written',
    examples: [
      ['dashboard', 'haiku-first.html, about the current week and the eleven before it'],
      ['dashboard --week 2026-W48 --weeks 26 --out week-48.html', 'half a year, up to that week'],
      ['dashboard --json', 'the same figures for scripts; the page is written, too'],
    ],
    load: () => import('./dashboard.ts'),
  },
  outcome: {
    summary:
      'Tell what became of a piece of work; without one, file what GitHub says of reviews, merges and reverts.',
    exitCodes: '0 told, 2 could not be told',
    examples: [
      [
        "outcome pr-12 changes-requested --agent SECURITY --because 'missed the injection'",
        'about one agent of a pull request',
      ],
      ['outcome pr-12 approved', 'about everybody who worked on it'],
      ['outcome --dry-run', 'what GitHub says of the last weeks, without writing it'],
    ],
    load: () => import('./outcome/index.ts'),
  },
  drain: {
    summary: 'Start deferred work again, as far as the budget lets it, each exactly once.',
    exitCodes: '0 drained, 2 failed, or stopped early',
    examples: [
      ['drain --dry-run', 'what would start now, and what waits for what'],
      ['drain --json', 'for scripts'],
    ],
    load: () => import('./drain/index.ts'),
  },
  agents: {
    summary:
      'Hold the sub-agents of .claude/agents against the allocation, or set their models by it, and the section of CLAUDE.md.',
    exitCodes: '0 in step, 1 drift, 2 could not be done',
    examples: [
      ['agents', 'what is not in step, and changes nothing'],
      ['agents --write', 'sets model: in the files, byte for byte otherwise, and the section of CLAUDE.md'],
      ['agents --write --dry-run --json', 'what that would set, for scripts'],
    ],
    load: () => import('./agents.ts'),
  },
  explain: {
    summary: 'Print what a rule of the gate means, an example, and what to do about a finding.',
    exitCodes: '0 printed, 2 there is no such rule',
    examples: [
      ['explain HF106', 'the page of one rule, without a network'],
      ['explain', 'every rule in a line'],
    ],
    load: () => import('./explain.ts'),
  },
  init: {
    summary:
      'Set up a repository: an allocation for its sub-agents, the gate, the collector and the weekly workflows.',
    exitCodes:
      '0 written, nothing to write, or --dry-run; 1 not written: the answer was no, or there was nobody to ask; 2 failed',
    examples: [
      ['init', 'shows the plan, asks, and writes'],
      ['init --dry-run', 'every file as it would be'],
      ['init --yes --staged', 'agents of low risk first, without asking'],
      ['init --budget', 'a weekly budget, from what the ledger saw'],
    ],
    load: () => import('./init/index.ts'),
  },
  policy: {
    summary: "Print what Claude Code's managed settings can hold of the allocation, for laptops.",
    exitCodes: '0 printed, 2 the allocation or its policy cannot be read',
    examples: [
      [
        'policy export --managed-settings',
        'the file on standard output, what it leaves open on standard error',
      ],
      [
        'policy export --managed-settings --allocation floors.yaml',
        'of the policy itself, in its own repository',
      ],
    ],
    load: () => import('./policy.ts'),
  },
};

function commandOf<Name extends CommandName>(name: Name): Command {
  return defineCommand(name, TABLE[name]);
}

/** Every command that is built. */
export const COMMANDS: readonly Command[] = COMMAND_NAMES.map(commandOf);

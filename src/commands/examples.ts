import type { CommandExample } from '../surface/command.ts';
import type { CommandName } from '../surface/options/index.ts';

/** What the help of each command shows; nothing else needs it. */
export const EXAMPLES: Readonly<Record<CommandName, readonly CommandExample[]>> = {
  resolve: [
    ['resolve --agent SECURITY --phase EXEC', 'the model of one cell, with the reasons'],
    ['resolve --phase PLAN --json', 'every agent of a phase, for scripts'],
    [
      'resolve --agent TESTING --phase EXEC --task \'{"security_critical": true}\'',
      'with facts about the task',
    ],
    ['resolve --agent STORIES --phase PLAN --zone red', 'what if the budget were nearly spent?'],
  ],
  run: [
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
  check: [
    ['check', 'HEAD against its merge base with the default branch'],
    ['check --base main --head my-branch', 'two git revisions'],
    ['check --base old.yaml --head new.yaml --json', 'two files, for scripts'],
    ['check --sarif findings.sarif', 'also write the findings for code scanning'],
  ],
  record: [
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
  collect: [
    ['collect --run 17 --dry-run', 'what would be written for one run'],
    ['collect --run 17 --json', 'for scripts'],
  ],
  ledger: [
    ['ledger import records.jsonl', 'records and outcome events, all or none'],
    ['ledger export', 'every line, on standard output'],
    ['ledger verify', 'files against their names, lines against their schema'],
    ['ledger compact --dry-run', 'which months would become one file'],
    ['ledger void 5328e1d6a0b1 --because absurd', 'that line counts no more; it stays'],
  ],
  report: [
    ['report', 'the current week so far'],
    ['report --week 2026-W48 --json', 'one week, for scripts'],
    ['report --work-item pr-12', 'what the agents of a pull request used'],
    ['report --org --repositories octo/web,octo/api', 'one report over many repositories'],
  ],
  simulate: [
    ['simulate --head draft.yaml', 'a draft against the default branch'],
    ['simulate --base main --head my-branch --weeks 4', 'two git revisions, over the last four weeks'],
    ['simulate --base old.yaml --head new.yaml --ledger ledger.git --json', 'two files, for scripts'],
  ],
  calibrate: [
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
  dashboard: [
    ['dashboard', 'haiku-first.html, about the current week and the eleven before it'],
    ['dashboard --week 2026-W48 --weeks 26 --out week-48.html', 'half a year, up to that week'],
    ['dashboard --json', 'the same figures for scripts; the page is written, too'],
  ],
  outcome: [
    [
      "outcome pr-12 changes-requested --agent SECURITY --because 'missed the injection'",
      'about one agent of a pull request',
    ],
    ['outcome pr-12 approved', 'about everybody who worked on it'],
    ['outcome --dry-run', 'what GitHub says of the last weeks, without writing it'],
  ],
  drain: [
    ['drain --dry-run', 'what would start now, and what waits for what'],
    ['drain --json', 'for scripts'],
  ],
  agents: [
    ['agents', 'what is not in step, and changes nothing'],
    ['agents --write', 'sets model: in the files, byte for byte otherwise, and the section of CLAUDE.md'],
    ['agents --write --dry-run --json', 'what that would set, for scripts'],
  ],
  explain: [
    ['explain HF106', 'the page of one rule, without a network'],
    ['explain', 'every rule in a line'],
  ],
  init: [
    ['init', 'shows the plan, asks, and writes'],
    ['init --dry-run', 'every file as it would be'],
    ['init --yes --staged', 'agents of low risk first, without asking'],
    ['init --budget', 'a weekly budget, from what the ledger saw'],
  ],
  policy: [
    [
      'policy export --managed-settings',
      'the file on standard output, what it leaves open on standard error',
    ],
    [
      'policy export --managed-settings --allocation floors.yaml',
      'of the policy itself, in its own repository',
    ],
  ],
};

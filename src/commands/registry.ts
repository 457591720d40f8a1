import { type Command, type CommandEntry, defineCommand } from '../surface/command.ts';
import { COMMAND_NAMES, type CommandName } from '../surface/options/index.ts';
import { run as resolve } from './resolve/index.ts';

const TABLE: { readonly [Name in CommandName]: Omit<CommandEntry<Name>, 'examples'> } = {
  resolve: {
    summary: 'Decide which model an agent may use in a phase, or that it must wait.',
    exitCodes: '0 run, 3 defer, 1 refuse; a whole phase: 0',
    load: async () => ({ run: resolve }),
  },
  run: {
    summary:
      'Run one agent job on the model that it may use, check the answer, and escalate where the allocation says so.',
    exitCodes: '0 answered, 1 refused, or the answer failed its check, 2 failed, 3 deferred',
    load: () => import('./run/index.ts'),
  },
  check: {
    summary: 'Judge a change of the allocation: refuse it when it lowers a quality floor.',
    exitCodes: '0 no finding of severity error, 1 findings, 2 could not check',
    load: () => import('./check/index.ts'),
  },
  record: {
    summary: 'Record what an agent used, from the files it left behind.',
    exitCodes:
      '0 recorded, 2 could not record, 4 recorded, but files were left out: what they hold is missing',
    load: () => import('./record.ts'),
  },
  collect: {
    summary:
      'Put the usage of a finished workflow run into the ledger, after checking it against what GitHub says about the run.',
    exitCodes: '0 collected, 2 could not collect',
    load: () => import('./collect/index.ts'),
  },
  ledger: {
    summary: 'Import into, export, verify or compact the ledger, or void a line of it.',
    exitCodes: '0 done, 2 failed, or damage was found',
    load: () => import('./ledger.ts'),
  },
  report: {
    summary: 'Report on a week or a piece of work: what was used, what it cost, which targets are met.',
    exitCodes: '0 reported, 2 could not report; of many repositories: 2 where none could be read',
    load: () => import('./report.ts'),
  },
  simulate: {
    summary: 'Replay the ledger under another allocation: what it would have cost and done.',
    exitCodes: '0 replayed, 2 could not replay',
    load: () => import('./simulate.ts'),
  },
  calibrate: {
    summary:
      'Propose what the ledger calls to change in the matrix, with the evidence, in one pull request; say what it cannot tell yet.',
    exitCodes: '0 looked at, with or without proposals, 2 could not be done',
    load: () => import('./calibrate/index.ts'),
  },
  dashboard: {
    summary:
      'Write one HTML page: the week, the tiers against their targets, every cell with its history, and what to decide.',
    exitCodes: '0 written, 2 could not be written',
    load: () => import('./dashboard.ts'),
  },
  outcome: {
    summary:
      'Tell what became of a piece of work; without one, file what GitHub says of reviews, merges and reverts.',
    exitCodes: '0 told, 2 could not be told',
    load: () => import('./outcome/index.ts'),
  },
  drain: {
    summary: 'Start deferred work again, as far as the budget lets it, each exactly once.',
    exitCodes: '0 drained, 2 failed, or stopped early',
    load: () => import('./drain/index.ts'),
  },
  agents: {
    summary:
      'Hold the sub-agents of .claude/agents against the allocation, or set their models by it, and the section of CLAUDE.md.',
    exitCodes: '0 in step, 1 drift, 2 could not be done',
    load: () => import('./agents.ts'),
  },
  explain: {
    summary: 'Print what a rule of the gate means, an example, and what to do about a finding.',
    exitCodes: '0 printed, 2 there is no such rule',
    load: () => import('./explain.ts'),
  },
  init: {
    summary:
      'Set up a repository: an allocation for its sub-agents, the gate, the collector and the weekly workflows.',
    exitCodes:
      '0 written, nothing to write, or --dry-run; 1 not written: the answer was no, or there was nobody to ask; 2 failed',
    load: () => import('./init/index.ts'),
  },
  policy: {
    summary: "Print what Claude Code's managed settings can hold of the allocation, for laptops.",
    exitCodes: '0 printed, 2 the allocation or its policy cannot be read',
    load: () => import('./policy.ts'),
  },
};

function commandOf<Name extends CommandName>(name: Name): Command {
  const examples = async () => (await import('./examples.ts')).EXAMPLES[name];
  return defineCommand(name, { ...TABLE[name], examples });
}

/** Every command that is built. */
export const COMMANDS: readonly Command[] = COMMAND_NAMES.map(commandOf);

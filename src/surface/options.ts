import { EFFORTS, type MicroUsd, type Zone } from '../allocation/names.ts';
import type { IsoWeek } from '../time/week.ts';

/** The commands that are built. Their order is that of the help and the README. */
export const COMMAND_NAMES = [
  'resolve',
  'run',
  'check',
  'record',
  'collect',
  'ledger',
  'report',
  'drain',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** Where an option can be given: as an input of the Action, or on the command line. */
export type SurfaceName = 'action' | 'cli';

interface Common {
  readonly commands: readonly CommandName[];
  readonly surfaces: readonly SurfaceName[];
  /** One sentence for the help, `action.yml` and the README. */
  readonly description: string;
  /** Never shown, and masked wherever it appears. */
  readonly secret?: true;
  /** On the command line it is written without a name, in this order. */
  readonly place?: 1 | 2;
}

interface Valued extends Common {
  /** Parsed like a given value when none is given. */
  readonly default?: string;
  /** What `action.yml` has as the default instead: an expression, evaluated by GitHub. */
  readonly actionDefault?: string;
}

/**
 * One option. `value` is the name of its value in the help. Without a default an option that is not given is null;
 * a boolean is false, a list empty.
 */
export type OptionEntry =
  | (Valued & {
      readonly kind: 'string' | 'json' | 'week' | 'instant' | 'usd' | 'zone' | 'share' | 'count';
      readonly value: string;
    })
  | (Valued & { readonly kind: 'choice'; readonly choices: readonly string[]; readonly value?: never })
  /** `paths` are one on each line; names of a `list` may also be separated by commas. */
  | (Common & { readonly kind: 'list'; readonly value: string })
  | (Common & { readonly kind: 'paths'; readonly value: string })
  | (Common & { readonly kind: 'boolean' });

const ALL = COMMAND_NAMES;
const BOTH = ['action', 'cli'] as const;
const CLI = ['cli'] as const;
const ACTION = ['action'] as const;

/**
 * Every option of every command, once. The command line, its help, the Action's inputs, `action.yml` and the
 * README's tables are made from it. A name is written in camel case here and in kebab case outside.
 */
const TABLE = {
  allocation: {
    kind: 'string',
    value: 'FILE',
    commands: ALL,
    surfaces: BOTH,
    default: 'allocation.yaml',
    description: 'The allocation file, as a path in the repository.',
  },
  exceptions: {
    kind: 'string',
    value: 'FILE',
    commands: ALL,
    surfaces: BOTH,
    default: 'allocation.exceptions.yaml',
    description: 'The file of approved exceptions, as a path in the repository. It may be missing.',
  },
  json: {
    kind: 'boolean',
    commands: ALL,
    surfaces: CLI,
    description: 'Print one JSON document instead of text.',
  },
  now: {
    kind: 'instant',
    value: 'TIME',
    commands: ALL,
    surfaces: CLI,
    description: 'The clock, as 2026-11-23T03:00:00Z, for reproducible output. Default: now.',
  },
  agent: {
    kind: 'string',
    value: 'AGENT',
    commands: ['resolve', 'run', 'record'],
    surfaces: BOTH,
    description: 'The agent, as the allocation names it. Left out: every agent of the phase; run needs one.',
  },
  phase: {
    kind: 'string',
    value: 'PHASE',
    commands: ['resolve', 'run', 'record', 'report'],
    surfaces: BOTH,
    description:
      'The lifecycle phase, as the allocation names it. For report: the phase whose recommendation the comment shows; left out, the last one.',
  },
  task: {
    kind: 'json',
    value: 'JSON',
    commands: ['resolve', 'run', 'record'],
    surfaces: BOTH,
    description:
      'Facts about the task, as a JSON object or @FILE. Facts derived from a pull request cannot be set in one.',
  },
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
    commands: ['resolve', 'run'],
    surfaces: CLI,
    description: 'Who decided the override. In the Action it is the actor.',
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
    description: 'What found the result poor, e.g. tests or review.',
  },
  provider: {
    kind: 'string',
    value: 'NAME',
    commands: ['resolve', 'run'],
    surfaces: BOTH,
    default: 'anthropic',
    description: "Which id of the tier's model to use: anthropic, or a name under the tier's providers.",
  },
  week: {
    kind: 'week',
    value: 'WEEK',
    commands: ['resolve', 'run', 'report'],
    surfaces: BOTH,
    description: 'The ISO week to decide for or to report on, as 2026-W48. Default: the current one.',
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
    description: 'What if the models of these tiers could not be had?',
  },
  from: {
    kind: 'paths',
    value: 'PATH',
    commands: ['record'],
    surfaces: BOTH,
    description:
      'A file or folder to read usage from; may be given several times, in the Action one on each line. The format is recognised. Default in the Action: what Claude Code left in this job.',
  },
  workItem: {
    kind: 'string',
    value: 'ID',
    commands: ['resolve', 'run', 'record', 'report'],
    surfaces: BOTH,
    description:
      'The piece of work that usage is booked on, by default the pull request or issue of the event. For report: the one that it is about; left out, the whole week.',
  },
  outcome: {
    kind: 'choice',
    choices: ['pass', 'fail', 'unknown'],
    commands: ['record'],
    surfaces: BOTH,
    description: 'What came of the work. Default: fail where the agent failed or refused, else unknown.',
  },
  quality: {
    kind: 'share',
    value: 'NUMBER',
    commands: ['record'],
    surfaces: BOTH,
    description: 'The quality of the work, from 0 to 1, as somebody measured it.',
  },
  run: {
    kind: 'string',
    value: 'ID',
    commands: ['run', 'record', 'collect'],
    surfaces: BOTH,
    description:
      'The number of the workflow run. Default: the one that runs; for collect, the one that finished.',
  },
  job: {
    kind: 'string',
    value: 'NAME',
    commands: ['resolve', 'run', 'record'],
    surfaces: BOTH,
    actionDefault:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions
      "${{ github.job }}${{ strategy.job-total > 1 && format(' ({0})', strategy.job-index) || '' }}",
    description: 'The job that usage is booked on.',
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
      'What becomes of the usage of the job: an artifact for the collector, a push to the ledger (contents: write), or nothing.',
  },
  dryRun: {
    kind: 'boolean',
    commands: ['collect', 'ledger', 'drain'],
    surfaces: BOTH,
    description: 'Show what would be done, and do nothing.',
  },
  operation: {
    kind: 'choice',
    choices: ['import', 'export', 'verify', 'compact'],
    commands: ['ledger'],
    surfaces: BOTH,
    place: 1,
    description: 'What to do with the ledger.',
  },
  file: {
    kind: 'string',
    value: 'FILE',
    commands: ['ledger'],
    surfaces: BOTH,
    place: 2,
    description: 'The file to import: records and outcome events, one JSON document on each line.',
  },
  ledger: {
    kind: 'string',
    value: 'DIR|REMOTE|none',
    commands: ['resolve', 'run', 'record', 'collect', 'ledger', 'report', 'drain'],
    surfaces: BOTH,
    description:
      "Where the ledger of usage is: a git repository's path, a remote or an address. Default: in the Action this repository on GitHub, else origin if there is one, else this repository. none: nothing counts as spent, and nothing is written.",
  },
  claim: {
    kind: 'string',
    value: 'TOKEN',
    commands: ['resolve', 'run'],
    surfaces: ACTION,
    description:
      'The input that drain fills where a workflow is started for deferred work: when an older run was started with it, this one does nothing. It takes actions: read.',
  },
  onDefer: {
    kind: 'choice',
    choices: ['succeed', 'fail'],
    commands: ['resolve', 'run'],
    surfaces: ACTION,
    default: 'succeed',
    description:
      'What a deferral does to the step. A deferred cell under an absolute floor fails it in any case.',
  },
  maxUsd: {
    kind: 'usd',
    value: 'USD',
    commands: ['resolve', 'run'],
    surfaces: BOTH,
    description:
      'The most that the run may cost, in dollars: passed on in claude-args; run begins no further attempt beyond it.',
  },
  prompt: {
    kind: 'string',
    value: 'TEXT|@FILE',
    commands: ['run'],
    surfaces: BOTH,
    description: 'What the agent is to do; on the command line also @FILE.',
  },
  promptFile: {
    kind: 'string',
    value: 'FILE',
    commands: ['run'],
    surfaces: BOTH,
    description:
      'The file that says what the agent is to do, instead of prompt. On a pull request it is read at the base, where that has it.',
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
      'The file with the system prompt, instead of system. On a pull request it is read at the base, where that has it.',
  },
  attach: {
    kind: 'paths',
    value: 'FILE',
    commands: ['run'],
    surfaces: BOTH,
    description:
      'A file that goes along with the prompt: text, png, jpeg, gif, webp or pdf. May be given several times, in the Action one on each line.',
  },
  maxTokens: {
    kind: 'count',
    value: 'NUMBER',
    commands: ['run'],
    surfaces: BOTH,
    description: 'The most tokens that one answer may have. Default: 32000, or the most that the model can.',
  },
  effort: {
    kind: 'choice',
    choices: EFFORTS,
    commands: ['run'],
    surfaces: BOTH,
    description:
      'How hard the model is to think at least. It raises what the decision says, and never lowers it.',
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
    commands: ['run'],
    surfaces: ACTION,
    secret: true,
    description: 'The API key. Elsewhere, and by default: ANTHROPIC_API_KEY of the environment.',
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
  base: {
    kind: 'string',
    value: 'FILE|REVISION',
    commands: ['check'],
    surfaces: BOTH,
    description:
      'What to compare with: an allocation file, or a git revision that holds one. Default: in a pull request its base, else the merge base with the default branch.',
  },
  head: {
    kind: 'string',
    value: 'FILE|REVISION',
    commands: ['check'],
    surfaces: BOTH,
    description:
      'What to judge: an allocation file, or a git revision that holds one. Default: in a pull request its merge result, else HEAD.',
  },
  exceptionsBase: {
    kind: 'string',
    value: 'FILE',
    commands: ['check'],
    surfaces: BOTH,
    description: 'The exceptions file that belongs to the base, where the base is a file.',
  },
  exceptionsHead: {
    kind: 'string',
    value: 'FILE',
    commands: ['check'],
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
  comment: {
    kind: 'choice',
    choices: ['auto', 'off'],
    commands: ['check', 'collect', 'report'],
    surfaces: ACTION,
    default: 'auto',
    description: 'auto: one comment on the pull request when there is something to say, where the token may.',
  },
  githubToken: {
    kind: 'string',
    value: 'TOKEN',
    commands: ALL,
    surfaces: ACTION,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions
    actionDefault: '${{ github.token }}',
    secret: true,
    description:
      'Reads the files and facts of a pull request, and writes the comment if its permissions allow that.',
  },
} as const satisfies Readonly<Record<string, OptionEntry>>;

export type OptionName = keyof typeof TABLE;

/** Any JSON value, as parsed. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface Values {
  string: string;
  json: Readonly<Record<string, Json>>;
  week: IsoWeek;
  instant: Date;
  usd: MicroUsd;
  share: number;
  count: number;
  zone: Zone;
}

type ValueOf<Entry> = Entry extends { kind: 'boolean' }
  ? boolean
  : Entry extends { kind: 'list' | 'paths' }
    ? readonly string[]
    :
        | (Entry extends { choices: readonly (infer Choice)[] }
            ? Choice
            : Entry extends { kind: infer Kind extends keyof Values }
              ? Values[Kind]
              : never)
        | (Entry extends { default: string } ? never : null);

/** Every option by name. One that the command does not have is as if it had not been given. */
export type ParsedOptions = { readonly [Name in OptionName]: ValueOf<(typeof TABLE)[Name]> };

export interface Option {
  readonly name: OptionName;
  /** `escalate-from`: the option without its dashes, and the Action's input. */
  readonly flag: string;
  readonly entry: OptionEntry;
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(TABLE, name);
}

/** Every option, in the table's order. */
export const OPTIONS: readonly Option[] = Object.entries(TABLE).flatMap(([name, entry]) =>
  isOptionName(name)
    ? [{ name, flag: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), entry }]
    : [],
);

/** The options that a command has on a surface. */
export function optionsOf(command: CommandName, surface: SurfaceName): readonly Option[] {
  return OPTIONS.filter(({ entry }) => entry.commands.includes(command) && entry.surfaces.includes(surface));
}

import { writtenScalar } from '../../allocation/edit/index.ts';
import { EXAMPLE_WORKFLOWS } from '../../generated/example-workflows.ts';

/** What workflows use of haiku-first. */
export interface ActionReference {
  /** `OWNER/REPO`. */
  readonly repository: string;
  /** A full commit id, or a version. */
  readonly ref: string;
  /** The version that a commit id stands for; null: the reference says it. */
  readonly version: string | null;
  /** False: nobody knows where it comes from, and `OWNER` is to be replaced. */
  readonly known: boolean;
  /** `https://github.com`, or the server of an enterprise. */
  readonly server: string;
}

/** A workflow that `init` writes. */
interface ScaffoldWorkflow {
  readonly path: string;
  readonly what: string;
  readonly text: string;
  /** What a workflow holds that does the same already, one by one. */
  readonly marks: readonly RegExp[];
}

/** The name of the workflow by which a person starts an agent. */
const BY_HAND = /^name: (.*)$/m.exec(EXAMPLE_WORKFLOWS['by-hand.yml'])?.[1] ?? '';

const OURS = /\bhaiku-first\b/;
const command = (name: string): RegExp => new RegExp(`\\bcommand:\\s*['"]?${name}\\b`);

function referring(text: string, { repository, ref, version }: ActionReference): string {
  const end = version === null ? '' : ` # v${version}`;
  return text.replace(
    /OWNER\/haiku-first((?:\/[\w./-]+)?)@v1$/gm,
    (_, path: string) => `${repository}${path}@${ref}${end}`,
  );
}

/**
 * The examples of docs/example/workflows, with the reference in the place of `OWNER/haiku-first@v1`, and the collector
 * waiting for the workflows of this repository.
 * @param agentWorkflows the names of those that run agents already
 */
export function scaffoldWorkflows(
  reference: ActionReference,
  agentWorkflows: readonly string[],
): readonly ScaffoldWorkflow[] {
  const collected = [...new Set([BY_HAND, ...agentWorkflows])].map((name) => writtenScalar(name, 'plain'));
  const of = (example: keyof typeof EXAMPLE_WORKFLOWS): string =>
    referring(EXAMPLE_WORKFLOWS[example], reference).replace(
      /^( +workflows: )\[.*\]$/m,
      (_, key: string) => `${key}[${collected.join(', ')}]`,
    );
  return [
    {
      path: '.github/workflows/allocation-gate.yml',
      what: 'refuses a change that breaks a floor',
      text: of('allocation-gate.yml'),
      marks: [OURS, command('check')],
    },
    {
      path: '.github/workflows/agent-by-hand.yml',
      what: 'starts one agent on its tier',
      text: of('by-hand.yml'),
      marks: [OURS, /\bagent\.yml@/, /\bworkflow_dispatch\b/, /\btier:/],
    },
    {
      path: '.github/workflows/collect-usage.yml',
      what: 'puts usage into the ledger',
      text: of('collect-usage.yml'),
      marks: [OURS, command('collect')],
    },
    {
      path: '.github/workflows/weekly-report.yml',
      what: 'one issue a week',
      text: of('weekly-report.yml'),
      marks: [OURS, command('report'), /\bissue:\s*['"]?auto\b/],
    },
    {
      path: '.github/workflows/weekly-calibration.yml',
      what: 'one proposal a week',
      text: of('weekly-calibration.yml'),
      marks: [OURS, command('calibrate')],
    },
  ];
}

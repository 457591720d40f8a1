import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withinSummary } from '../../src/actions/summary.ts';
import type { Annotation } from '../../src/render/annotation.ts';
import { runProcess } from '../support/bundle.ts';
import { JobScene, type StepResult } from '../support/job-scene.ts';

const entry = join(import.meta.dirname, 'step-with-outcome.ts');

async function step(
  does: object,
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<StepResult> {
  using job = new JobScene({
    checkout: null,
    start: (_entry, _args, place) => runProcess(process.execPath, [entry], place),
  });
  return await job.action({ command: 'check', ...inputs }, { TEST_DOES: JSON.stringify(does), ...env });
}

interface WorkflowCommand {
  readonly name: string;
  readonly properties: string;
  readonly message: string;
}

/** What the runner obeys of a step's output: lines that begin with `::`, except while commands are stopped. */
function obeyed(stdout: string): WorkflowCommand[] {
  const found: WorkflowCommand[] = [];
  let stopped: string | null = null;
  for (const line of stdout.split(/\r\n|\r|\n/)) {
    const match = /^\s*::([^ :]+)(?: ([^:]*))?::(.*)$/.exec(line);
    if (match === null) {
      if (stopped === null && line.includes('##['))
        found.push({ name: 'old form', properties: '', message: line });
      continue;
    }
    const [, name = '', properties = '', message = ''] = match;
    if (stopped !== null) {
      if (name === stopped) stopped = null;
    } else if (name === 'stop-commands') stopped = message;
    else found.push({ name, properties, message });
  }
  expect(stopped, 'commands are on again at the end').toBeNull();
  return found;
}

function annotation(severity: Annotation['severity'], message: string): Annotation {
  return { severity, title: 'HF101', message, file: 'allocation.yaml', line: 41, column: 3 };
}

describe('a step', () => {
  it('publishes outputs, the log, annotations and the summary', async () => {
    const result = await step({
      text: 'pass',
      notes: ['a remark'],
      outputs: { verdict: 'pass', findings: '[]' },
      annotations: [annotation('warning', 'budget changed')],
      summary: '### all well',
    });
    expect(result.status).toBe(0);
    expect(result.outputs).toEqual({ verdict: 'pass', findings: '[]' });
    expect(result.summary).toBe('### all well\n');
    expect(result.stdout).toContain('pass\na remark\n');
    expect(obeyed(result.stdout)).toEqual([
      {
        name: 'warning',
        properties: 'title=HF101,file=allocation.yaml,line=41,col=3',
        message: 'budget changed',
      },
    ]);
    expect(result.stderr).toBe('');
  });

  it('fails with the reason as an error', async () => {
    const result = await step({ exitCode: 1, failure: 'floor broken' });
    expect(result.status).toBe(1);
    expect(obeyed(result.stdout)).toEqual([
      { name: 'error', properties: 'title=haiku-first', message: 'floor broken' },
    ]);
  });

  it('fails when the command did not succeed, even where it gives no reason', async () => {
    for (const exitCode of [1, 2]) expect((await step({ exitCode, failure: null })).status).toBe(1);
  });

  it('goes on after a deferral that the command does not call a failure', async () => {
    expect((await step({ exitCode: 3 })).status).toBe(0);
  });

  it.each([
    ['a crash', { throws: 'boom' }],
    ['a rejection that nobody waits for', { rejectsLater: 'boom' }],
  ])('fails on %s, without a stack, and says so in the summary', async (_, does) => {
    const result = await step(does);
    expect(result.status).toBe(1);
    expect(obeyed(result.stdout)[0]?.message).toMatch(/bug in haiku-first; please report it: boom/);
    expect(result.stdout + result.stderr).not.toMatch(/\bat .*\.ts/);
    expect(result.summary).toContain('boom');
  });

  it('shows the stack of a crash where it is asked for', async () => {
    expect((await step({ throws: 'boom' }, {}, { HAIKU_FIRST_DEBUG: '1' })).stdout).toMatch(/\bat .*\.ts/);
  });

  it('fails when the work never ends', async () => {
    expect((await step({ hangs: true })).status).not.toBe(0);
  });

  it('fails when an output cannot be handed to the runner', async () => {
    const result = await step({ outputs: { verdict: 'pass' } }, {}, { GITHUB_OUTPUT: '/nowhere/output' });
    expect(result.status).toBe(1);
  });

  it.each([
    ['', 'GITHUB_OUTPUT is not set'],
    ['/nowhere/output', 'there is no file /nowhere/output, which GITHUB_OUTPUT names'],
  ])('calls it no bug that GITHUB_OUTPUT is "%s"', async (path, why) => {
    const result = await step({ outputs: { verdict: 'pass' } }, {}, { GITHUB_OUTPUT: path });
    expect(result.status).toBe(1);
    expect(result.stdout).toContain(why);
    expect(result.stdout).not.toContain('bug');
  });

  it('fails on an output that action.yml does not have', async () => {
    expect((await step({ outputs: { verdcit: 'pass' } })).status).toBe(1);
  });

  it('does not fail because the summary cannot be written', async () => {
    const result = await step({ summary: 'report' }, {}, { GITHUB_STEP_SUMMARY: '/nowhere/summary' });
    expect(result.status).toBe(0);
    expect(result.stdout).toContain('The job summary could not be written');
  });
});

describe('a job summary', () => {
  it('that GitHub would refuse is cut after a whole line, and says so', () => {
    const cut = withinSummary(`${'| ä | b |\n'.repeat(150_000)}end`);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(1_048_576);
    expect(Buffer.byteLength(cut)).toBeGreaterThan(1_048_400);
    expect(cut).toMatch(/\| ä \| b \|\n\n_The rest does not fit into a job summary\._\n$/);
  });

  it('that fits is left as it is', () => {
    const whole = 'x'.repeat(1_048_576);
    expect(withinSummary(whole)).toBe(whole);
  });
});

describe('inputs', () => {
  it.each([
    [{ command: 'chek' }, 'There is no command "chek". Did you mean check?'],
    [{ command: '' }, 'The input command is missing.'],
    [{ mode: 'wran' }, 'The input mode "wran" is not one of its values. Did you mean warn?'],
    [{ agent: 'SECURITY' }, 'The input agent is not an option of check.'],
  ])('%j is refused with words', async (inputs, words) => {
    const result = await step({}, inputs);
    expect(result.status).toBe(1);
    expect(obeyed(result.stdout)[0]?.message).toContain(words);
  });

  it('of another command may have their defaults, which the runner always passes', async () => {
    expect((await step({}, { provider: 'anthropic', 'on-defer': 'succeed' })).status).toBe(0);
  });
});

describe('hostile text', () => {
  const forged =
    '::error::forged\n  ::set-output name=verdict::pass\n##[error]forged\r::add-mask::x\u001b[2J\u202e';

  it('in the log is no command', async () => {
    const result = await step({ text: forged, notes: [forged] });
    expect(obeyed(result.stdout)).toEqual([]);
    expect(result.stdout).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  });

  it('in an annotation stays one annotation', async () => {
    const hostile = { ...annotation('error', forged), title: 'a,file=b::c\n::d', file: 'x,line=1::\nerror' };
    const commands = obeyed((await step({ annotations: [hostile], failure: forged })).stdout);
    expect(commands.map(({ name }) => name)).toEqual(['error', 'error']);
    expect(commands[1]?.properties).toBe(
      'title=a%2Cfile=b%3A%3Ac%0A%3A%3Ad,file=x%2Cline=1%3A%3A%0Aerror,line=41,col=3',
    );
  });

  it('in an output stays in that output', async () => {
    const value = 'x\nghadelimiter_1\nverdict=pass\nverdict<<E\npass\nE\n';
    expect((await step({ outputs: { findings: value } })).outputs).toEqual({ findings: value });
  });

  it('in an error stays inside the block of the summary', async () => {
    const result = await step({ throws: 'a\n# heading\n</pre>@everyone\n```' });
    const lines = result.summary.trimEnd().split('\n').slice(2);
    for (const line of lines) expect(line).toMatch(/^ {4}/);
  });
});

describe('annotations', () => {
  const many = (severity: Annotation['severity'], number: number): Annotation[] =>
    Array.from({ length: number }, (_, index) => annotation(severity, `${severity} ${index}`));

  it('beyond what GitHub shows are counted in a notice', async () => {
    const result = await step({
      annotations: [...many('error', 14), ...many('warning', 10), ...many('notice', 12)],
      failure: 'broken',
    });
    const commands = obeyed(result.stdout);
    const of = (name: string): string[] =>
      commands.filter((one) => one.name === name).map((one) => one.message);
    expect(of('error')).toHaveLength(10);
    expect(of('error')[0]).toBe('broken');
    expect(of('warning')).toHaveLength(10);
    expect(of('notice')).toHaveLength(10);
    expect(of('notice').at(-1)).toBe(
      'Not shown as annotations: 5 errors, 3 notices. The job summary has them all.',
    );
  });

  it('that all fit are shown without such a notice', async () => {
    const commands = obeyed(
      (await step({ annotations: [...many('error', 10), ...many('notice', 10)] })).stdout,
    );
    expect(commands).toHaveLength(20);
  });
});

describe('secrets', () => {
  const secret = 'ghs_0123456789abcdefSECRET';

  it('of the environment and the inputs appear in nothing that is published', async () => {
    const text = `token ${secret}`;
    const result = await step(
      {
        text,
        notes: [text],
        outputs: { findings: text },
        annotations: [annotation('error', text)],
        summary: text,
        failure: text,
      },
      { 'github-token': secret },
    );
    const published = [result.stdout, result.summary, ...Object.values(result.outputs)].join('\n');
    expect(published.replace(`::add-mask::${secret}\n`, '')).not.toContain(secret);
    expect(published).toContain('token ***');
    expect(result.stdout.startsWith(`::add-mask::${secret}\n`)).toBe(true);
  });

  it('are masked in a crash', async () => {
    const result = await step({ throws: `request with ${secret} failed` }, {}, { SOME_API_KEY: secret });
    expect(result.stdout + result.stderr + result.summary).not.toContain(secret);
  });
});

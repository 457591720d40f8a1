import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import errorSchema from '../../schema/error.schema.json' with { type: 'json' };
import { type CliResult, execute } from '../../src/cli/execute.ts';
import { UserError } from '../../src/errors.ts';
import type { Call } from '../../src/surface/call.ts';
import { type Command, defineCommand } from '../../src/surface/command.ts';
import type { Outcome } from '../../src/surface/outcome.ts';
import { type ProcessResult, runProcess } from '../support/bundle.ts';

const OUTCOME: Outcome = {
  exitCode: 0,
  json: { schema: 'haiku-first/test@1' },
  text: 'the answer',
  notes: [],
  outputs: {},
  annotations: [],
  summary: null,
  failure: null,
};

const NO_VERDICT = { schema: 'haiku-first/check@1', verdict: 'error' };

type Run = (call: Call) => Promise<Outcome>;

function command(name: Command['name'], run: Run, failure?: () => Outcome['json']): Command {
  const load = async () => (failure === undefined ? { run } : { run, failure });
  const examples = async () => [[name, 'the plain form']] as const;
  return defineCommand(name, { summary: 'Does it.', exitCodes: '0 done', examples, load });
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haiku-first-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Heard {
  call: Call | null;
  options: unknown;
}

async function line(
  argv: readonly string[],
  does: Partial<Outcome> | Error = {},
  env: Record<string, string> = {},
): Promise<CliResult & Heard> {
  const heard: Heard = { call: null, options: null };
  const run: Run = async (call) => {
    Object.assign(heard, { call, options: call.options });
    if (does instanceof Error) throw does;
    return { ...OUTCOME, ...does };
  };
  const commands = [command('resolve', run), command('check', run, () => NO_VERDICT)];
  const clock = (): Date => new Date('2026-11-23T03:00:00Z');
  return { ...(await execute(argv, { env, cwd: folder, clock, commands })), ...heard };
}

describe('standard output', () => {
  it('carries the answer, and remarks go to standard error', async () => {
    expect(await line(['resolve'], { notes: ['a remark'] })).toMatchObject({
      exitCode: 0,
      stdout: 'the answer\n',
      stderr: ['a remark'],
    });
  });

  it('is exactly one JSON document with --json', async () => {
    const { stdout, stderr } = await line(['resolve', '--json'], { notes: ['a remark'] });
    expect(JSON.parse(stdout)).toEqual({ schema: 'haiku-first/test@1' });
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(stderr).toEqual(['a remark']);
  });

  it('obeys no control character of a judged file', async () => {
    const { stdout } = await line(['resolve'], { text: 'name \u001b[2J\u202egpj\r\ttab' });
    expect(stdout).toBe('name [U+001B][2J[U+202E]gpj[U+000D]\ttab\n');
  });
});

describe('the exit code', () => {
  it.each([0, 1, 2, 3] as const)('%i is the command’s', async (exitCode) => {
    expect((await line(['check'], { exitCode })).exitCode).toBe(exitCode);
  });

  it.each([
    [[]],
    [['chek']],
    [['resolve', '--wek', '2026-W48']],
    [['resolve', 'SECURITY']],
    [['resolve', '--week']],
    [['resolve', '--base', 'main']],
    [['--nonsense']],
  ])('is 2 for the wrong usage %j', async (argv) => {
    const result = await line(argv);
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.errors).toBe(1);
    expect(result.options).toBeNull();
  });

  it.each([
    [['--help']],
    [['--version']],
    [['check', '--version']],
    [['check', '--help']],
    [['help', 'check']],
    [['help', '--help']],
    [['help', 'help']],
  ])('is 0 for %j, which prints on standard output', async (argv) => {
    const result = await line(argv);
    expect(result).toMatchObject({ exitCode: 0, stderr: [], options: null });
    expect(result.stdout).not.toBe('');
  });
});

describe('a mistake of the user', () => {
  it('in an option or command is answered with the nearest valid one', async () => {
    expect((await line(['chek'])).stderr).toEqual(["Unknown command 'chek'. Did you mean check?"]);
    expect((await line(['check', '--hed', 'x'])).stderr).toEqual([
      "Unknown option '--hed'. Did you mean --head?",
    ]);
    expect((await line(['check', '--verison'])).stderr).toEqual([
      "Unknown option '--verison'. Did you mean --version?",
    ]);
  });

  it('in an option is shown as it was written', async () => {
    for (const [word, name] of [
      ['-agent', '-agent'],
      ['-agent=x', '-agent=x'],
      ['--nonsense=x', '--nonsense'],
    ] as const)
      expect((await line(['resolve', '--phase', 'EXEC', word])).stderr.join()).toContain(
        `Unknown option '${name}'.`,
      );
  });

  it('in values is answered with all of them at once', async () => {
    const argv = [
      'resolve',
      '--week',
      '2026-W54',
      '--zone',
      'gren',
      '--now',
      'today',
      '--task',
      '[1]',
      '--max-usd',
      '1e3',
    ];
    expect((await line(argv)).stderr).toEqual([
      '--now "today" is not a time. Write it as 2026-11-23T03:00:00Z.',
      '--task "[1]" is not a JSON object. Write it as {"lines_changed": 40}.',
      '--week "2026-W54" is not an ISO week. Write it as 2026-W48.',
      '--zone "gren" is not one of its values. Did you mean green?',
      '--max-usd "1e3" is not an amount in dollars. Write it as 2.50.',
    ]);
  });

  it.each(['1970-W01', '9999-W52'])('is a week that has none around it: %s', async (text) => {
    expect((await line(['resolve', '--week', text])).stderr).toEqual([
      `--week "${text}" is too far away. Write it as 2026-W48.`,
    ]);
  });

  it('found by the command says what, where and what to do', async () => {
    const problem = {
      what: 'There is no tier opsu.',
      file: 'allocation.yaml',
      line: 4,
      column: 9,
      fix: 'Did you mean opus?',
    };
    const result = await line(['resolve', '--json'], new UserError([problem]));
    expect(result).toMatchObject({ exitCode: 2, errors: 1 });
    expect(result.stderr).toEqual(['allocation.yaml:4:9: There is no tier opsu. Did you mean opus?']);
    expect(JSON.parse(result.stdout)).toEqual({ schema: 'haiku-first/error@1', problems: [problem] });
  });

  it('is a document that fits its schema, also where the command line could not be read', async () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(errorSchema);
    for (const argv of [['resolve', '--json', '--wek'], ['--json'], ['resolve', '--json', '--week', 'x']]) {
      expect(validate(JSON.parse((await line(argv)).stdout)), argv.join(' ')).toBe(true);
    }
  });

  it('in a check is an answer with the verdict error', async () => {
    for (const argv of [
      ['check', '--json', '--mode', 'x'],
      ['check', '--json', '--wrong'],
    ]) {
      expect(JSON.parse((await line(argv)).stdout)).toEqual({
        schema: 'haiku-first/check@1',
        verdict: 'error',
      });
    }
    const crash = await line(['check', '--json'], new Error('boom'));
    expect(JSON.parse(crash.stdout)).toEqual({ schema: 'haiku-first/check@1', verdict: 'error' });
  });
});

describe('a mistake of ours', () => {
  it('asks for a report and shows no stack', async () => {
    const result = await line(['resolve'], new TypeError('x is undefined'));
    expect(result).toMatchObject({ exitCode: 2, stdout: '' });
    expect(result.stderr).toEqual([
      'This is a bug in haiku-first; please report it: x is undefined. Set HAIKU_FIRST_DEBUG=1 to see where in the code.',
    ]);
  });

  it('shows the stack where it is asked for', async () => {
    const { stderr } = await line(['resolve'], new TypeError('boom'), { HAIKU_FIRST_DEBUG: '1' });
    expect(stderr.join('\n')).toMatch(/TypeError: boom\n\s+at /);
  });
});

describe('a process that fails beside its work', () => {
  const entry = join(import.meta.dirname, 'line-with-outcome.ts');
  const start = (does: string): Promise<ProcessResult> =>
    runProcess(process.execPath, [entry, 'check'], {
      cwd: folder,
      env: { TEST_DOES: does, GITHUB_TOKEN: 'ghs_secret' },
    });

  it('ends with 2, asks for a report and keeps secrets', async () => {
    const result = await start('rejects later');
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toMatch(/^error: This is a bug in haiku-first; please report it: boom \*\*\*\. /);
    expect(result.stderr).not.toMatch(/\bat /);
  });

  it('ends with 2 when the work never ends', async () => {
    expect((await start('hangs')).status).toBe(2);
  });
});

describe('a command line', () => {
  it.each([
    [['--tier=opus'], { tier: 'opus' }],
    [['--reason', '-1 is not the end', '--tier', 'opus'], { reason: '-1 is not the end', tier: 'opus' }],
    [['--reason=--json'], { reason: '--json', json: false }],
    [['--reason', '--json'], { reason: '--json', json: false }],
    [['--task={"a":"b=c"}'], { task: { kind: 'value', value: { a: 'b=c' } } }],
    [['--tier', 'haiku', '--tier', 'opus'], { tier: 'opus' }],
    [['--json', '--critical', '--json'], { json: true, critical: true }],
  ])('%j is read', async (words, options) => {
    expect((await line(['resolve', ...words])).options).toMatchObject(options);
  });

  it.each([
    [['--json=true'], '--json does not take a value. See haiku-first resolve --help.'],
    [['--tier'], '--tier needs a value. See haiku-first resolve --help.'],
    [['--tier='], '--tier is empty. Give a value, or leave it out.'],
    [['-t', 'opus'], "Unknown option '-t'. See haiku-first resolve --help."],
    [['--__proto__=1'], "Unknown option '--__proto__'. See haiku-first resolve --help."],
    [['--no-json'], "Unknown option '--no-json'. Did you mean --json?"],
    [['--', '--json'], "Too many arguments for resolve: '--json'. See haiku-first resolve --help."],
    [['-'], "Too many arguments for resolve: '-'. See haiku-first resolve --help."],
  ])('%j is wrong', async (words, message) => {
    expect(await line(['resolve', ...words])).toMatchObject({
      exitCode: 2,
      stderr: [message],
      options: null,
    });
  });

  it('names its command first', async () => {
    expect((await line([])).stderr).toEqual(['No command was given. See haiku-first --help.']);
    expect((await line(['--json', 'resolve'])).stderr).toEqual([
      "Unknown option '--json'. See haiku-first --help.",
    ]);
  });

  it('that asks for help gets it, whatever else it says', async () => {
    const asked = await line(['check', '--wrong', '--help']);
    expect(asked).toMatchObject({ exitCode: 0, stdout: (await line(['help', 'check'])).stdout });
    expect((await line(['check', '--base', '--help'])).options).toMatchObject({ base: '--help' });
  });
});

describe('options', () => {
  it('are parsed once, into what they mean', async () => {
    const argv = [
      '--agent',
      'SECURITY',
      '--critical',
      '--week',
      '2026-W48',
      '--zone',
      'Yellow',
      '--max-usd',
      '2.5',
    ];
    const more = ['--unavailable', 'opus,sonnet', '--unavailable', 'haiku', '--task', '@task.json'];
    const { options } = await line(['resolve', ...argv, ...more]);
    expect(options).toMatchObject({
      allocation: 'allocation.yaml',
      agent: 'SECURITY',
      phase: null,
      critical: true,
      week: '2026-W48',
      zone: 'YELLOW',
      maxUsd: 2_500_000,
      unavailable: ['opus', 'sonnet', 'haiku'],
      task: { kind: 'file', path: 'task.json' },
      json: false,
    });
  });

  it('that are not given are null, false or empty', async () => {
    const { options } = await line(['check']);
    expect(options).toMatchObject({ base: null, json: false, mode: 'enforce' });
    expect((await line(['resolve'])).options).toMatchObject({ unavailable: [], task: null });
  });

  it('of another command are not there', async () => {
    const { options } = await line(['check']);
    expect(Object.keys(options ?? {})).not.toContain('phase');
  });

  it('set the clock; without them it is now', async () => {
    const fixed = await line(['resolve', '--now', '2026-01-02T03:04:05+01:00']);
    expect(fixed.call?.now.toISOString()).toBe('2026-01-02T02:04:05.000Z');
    expect((await line(['resolve'])).call?.now.toISOString()).toBe('2026-11-23T03:00:00.000Z');
  });

  it.each(['0', '-1', '1.0000001', '0.5.1', 'NaN', ''])('refuse %j dollars', async (amount) => {
    expect((await line(['resolve', `--max-usd=${amount}`])).exitCode).toBe(2);
  });
});

describe('secrets of the environment', () => {
  const secret = 'sk-ant-0123456789-"quoted"';
  const env = { ANTHROPIC_API_KEY: secret, CACHE_KEY: 'opus' };

  it('appear in no answer, and the JSON stays a document', async () => {
    const leak = {
      text: `key ${secret} on opus`,
      json: { schema: `haiku-first/${secret}@1` },
      notes: [secret],
    };
    const plain = await line(['resolve'], leak, env);
    expect(plain.stdout).toBe('key *** on opus\n');
    expect(plain.stderr).toEqual(['***']);
    expect(JSON.parse((await line(['resolve', '--json'], leak, env)).stdout)).toEqual({
      schema: 'haiku-first/***@1',
    });
  });

  it('appear in no error and no stack', async () => {
    const result = await line(['resolve', '--json'], new Error(secret), { ...env, HAIKU_FIRST_DEBUG: '1' });
    expect(result.stdout + result.stderr.join('\n')).not.toContain('0123456789');
  });
});

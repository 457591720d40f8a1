import { spawnSync } from 'node:child_process';

/** One run of a Node process. */
export interface Run {
  readonly seconds: number;
  /** Largest resident set, in bytes. */
  readonly memory: number;
  readonly exitCode: number | null;
  readonly stdout: string;
}

const REPORT_MEMORY = `process.on('exit',()=>process.stderr.write('\\nmaxrss '+process.resourceUsage().maxRSS+'\\n'))`;

/** Runs Node with these arguments, to its end. `memory` is measured only where asked for: it costs a module load. */
export function runNode(
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly memory?: boolean;
    /** Default: the Node that runs the bench. */
    readonly node?: string;
  },
): Run {
  const load =
    options.memory === true ? ['--import', `data:text/javascript,${encodeURIComponent(REPORT_MEMORY)}`] : [];
  const start = process.hrtime.bigint();
  const result = spawnSync(options.node ?? process.execPath, [...load, ...args], {
    cwd: options.cwd,
    env: options.env ?? { PATH: process.env.PATH },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (result.error !== undefined) throw result.error;
  const kilobytes = Number(/maxrss (\d+)/.exec(result.stderr)?.[1] ?? 0);
  return { seconds, memory: kilobytes * 1024, exitCode: result.status, stdout: result.stdout };
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

/** Runs two commands in turn, after a warm-up, and gives the median of the ratios b/a, so that drift cancels out. */
export function pairedRatio(
  a: () => Run,
  b: () => Run,
  pairs: number,
): { ratio: number; a: number; b: number } {
  a();
  b();
  const runs = Array.from({ length: pairs }, () => ({ a: a().seconds, b: b().seconds }));
  return {
    ratio: median(runs.map((run) => run.b / run.a)),
    a: median(runs.map((run) => run.a)),
    b: median(runs.map((run) => run.b)),
  };
}

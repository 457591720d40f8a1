import { writeSync } from 'node:fs';
import { entry, ledger } from './support.ts';

/**
 * One writer of its own process: says that it is ready, waits until its standard input ends, writes its records and
 * prints what it came to. Its work comes as JSON: location, cwd, name, how many.
 */
const [location, cwd, name, count] = JSON.parse(process.argv[2] ?? '') as [string, string, string, number];
const store = await ledger(location, cwd);
writeSync(1, '\n');
for await (const _ of process.stdin);
const entries = Array.from({ length: count }, (_, index) => entry(`${name}-${index}`));
const begun = performance.now();
// All of them legs of one matrix: the same run, attempt and job.
const { written, duplicates, pushes } = await store.append(entries, { run: '123', attempt: 1 });
await store.close();
writeSync(1, JSON.stringify({ written, duplicates, pushes, ms: Math.round(performance.now() - begun) }));

/** The Action with commands that do what `TEST_DOES` says, to see what the surface makes of it. */
import { startAction } from '../../src/actions/action.ts';
import { defineCommand } from '../../src/surface/command.ts';
import type { Outcome } from '../../src/surface/outcome.ts';

const PLAIN: Outcome = {
  exitCode: 0,
  json: { schema: 'haiku-first/test@1' },
  text: 'done',
  notes: [],
  outputs: {},
  annotations: [],
  summary: null,
  failure: null,
};

async function run(): Promise<Outcome> {
  const does = JSON.parse(process.env.TEST_DOES ?? '{}');
  if (does.throws !== undefined) throw new TypeError(does.throws);
  if (does.rejectsLater !== undefined) {
    void Promise.reject(new TypeError(does.rejectsLater));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (does.hangs === true) await new Promise(() => {});
  return { ...PLAIN, ...does };
}

const command = defineCommand('check', {
  summary: '',
  exitCodes: '',
  examples: async () => [],
  load: async () => ({ run }),
});
await startAction([command]);

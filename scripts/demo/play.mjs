import { teamOf } from './usage.mjs';

/** The exit codes that the demo waits for. */
const [DONE, REFUSED, DEFERRED] = [0, 1, 3];

const cell = (agent, phase, ...more) => ['resolve', '--agent', agent, '--phase', phase, ...more];

/** Shows the main job. Throws `Trouble` as soon as something does not end as the words before it say. */
export function playDemo(scene) {
  scene.say('This repository holds allocation.yaml, the file that says which model each agent may use.');

  scene.say('1. Which model? Security work is under an absolute floor: Opus, always.');
  scene.run(cell('SECURITY', 'EXEC'), DONE);
  scene.say(
    'Tests are written on Sonnet. When security depends on them, a declared upgrade takes them to Opus.',
  );
  scene.run(cell('TESTING', 'EXEC', '--task', '{"security_critical": true}'), DONE);
  scene.say('A quick fix of 80 lines is no quick fix.');
  scene.run(cell('QUICKFIX', 'EXEC', '--task', '{"lines_changed": 80}'), DONE);
  scene.say('When the budget is nearly spent, work waits. It is not done on a lesser model.');
  scene.run(cell('STORIES', 'PLAN', '--zone', 'red'), DEFERRED);
  scene.say('A cell of its own in the matrix, and the floor below it:');
  scene.run(cell('VALIDATION', 'PLAN'), DONE);

  scene.say('2. A pull request of two commits wants to save money on security.');
  scene.branch('cheaper-security', [
    {
      subject: 'Say what the reviews of SECURITY are',
      from: 'rationale: Threat analysis, RLS validation, auth security\n',
      to: 'rationale: Routine reviews of threats, RLS and auth\n',
    },
    {
      subject: 'Move SECURITY to Sonnet',
      from: '  SECURITY:\n    default: opus\n',
      to: '  SECURITY:\n    default: sonnet\n',
    },
  ]);
  scene.showGit('log', '--format=%s', 'main..cheaper-security');
  scene.showGit('diff', '--unified=1', 'main', 'cheaper-security');
  scene.run(['check', '--base', 'main', '--head', 'cheaper-security'], REFUSED);
  scene.say(
    'The gate refused it, with exit code 1: the line, the rule, and a situation that breaks the floor.',
  );

  scene.say('3. Another pull request spends more on tests. No floor stands in its way.');
  scene.branch('better-tests', [
    {
      subject: 'Move TESTING to Opus in EXEC',
      from: '  EXEC:\n    VALIDATION: opus',
      to: '  EXEC:\n    TESTING: opus\n    VALIDATION: opus',
    },
  ]);
  scene.showGit('diff', '--unified=1', 'main', 'better-tests');
  scene.run(['check', '--base', 'main', '--head', 'better-tests'], DONE);
  scene.say('It passed. Every situation was tried, and every floor holds.');

  scene.main();
  const { week, records, workItem } = teamOf(scene.now);
  scene.say(
    `4. Twelve weeks of work by a made-up team: ${records.length.toLocaleString('en-US')} runs. Jobs report them by themselves; here they are imported.`,
  );
  scene.write('usage.jsonl', records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  scene.run(['ledger', 'import', 'usage.jsonl'], DONE);
  scene.say(`What the comment on a pull request says: who used what, and what ${workItem} cost.`);
  scene.run(['report', '--work-item', workItem, '--week', week], DONE);

  scene.say(
    '5. TESTING in EXEC had much to do again. Is that chance? The ledger has the evidence for a proposal.',
  );
  scene.run(['calibrate'], DONE);

  scene.say('6. Everything on one page: it needs no network, and no server.');
  const page = scene.outside('haiku-first-demo.html');
  scene.run(['dashboard', '--week', week, '--out', page], DONE);
  scene.say(`Open ${page} in a browser.`);
  scene.say(`For your own repository, in its folder:\n\n    node ${scene.cli} init`);
}

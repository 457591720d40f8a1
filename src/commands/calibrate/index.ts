import { plannedCells } from '../../calibration/cells/index.ts';
import { MOST_NOTES, movesOf, notesIn, snoozesIn } from '../../calibration/changes/index.ts';
import { ratiosOf } from '../../calibration/replay/index.ts';
import {
  type Calibration,
  type CostOn,
  calibrate,
  costByRatios,
  policyOf,
  selfTest,
} from '../../calibration/rules/index.ts';
import { seedOf } from '../../calibration/statistics/index.ts';
import { UserError } from '../../errors.ts';
import { gatherAttempts } from '../../gather/attempts.ts';
import { readEvent } from '../../gather/event.ts';
import type { GithubEvent } from '../../github/event/index.ts';
import { weekSpan } from '../../ledger/index.ts';
import {
  type CalibrateAnswer,
  calibrateDocument,
  renderCalibrateTerminal,
  renderPullRequestText,
} from '../../render/calibrate/index.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import type { Outcome } from '../../surface/outcome.ts';
import { dateOf, type IsoWeek, weekAfter, weekOf } from '../../time/week.ts';
import { keepYoungGenerationSmall } from '../check/index.ts';
import { logWhatIf } from './log.ts';
import { type Scene, sceneOf } from './place.ts';
import { planPullRequest, publishPullRequest, shownPullRequest } from './pull-request.ts';
import { noteOfCall } from './wish.ts';

type CalibrateCall = Call<OptionsOf<'calibrate'>>;

/** A year of evidence, and the weeks in which its newest part matures. */
const WEEKS = 55;

/** A proposal that a person closed does not come back before so many milliseconds have passed. */
const SNOOZE = 28 * 86_400_000;

/** Whether this run may change something at GitHub, and why not. */
function whyShown(
  { options }: CalibrateCall,
  { place }: Scene,
  { week, present, event }: { week: IsoWeek; present: IsoWeek; event: GithubEvent | null },
): string | null {
  if (options.dryRun) return '';
  if (place === null) {
    return options.propose === null
      ? ''
      : 'No pull request was opened: that takes GITHUB_REPOSITORY, as OWNER/NAME, and a token in GITHUB_TOKEN.';
  }
  if (event?.kind === 'pull_request' || event?.kind === 'merge_group')
    return 'No pull request was opened: this is a run of another one.';
  return week === present ? null : `No pull request was opened: ${week} is not the present week, ${present}.`;
}

/**
 * `calibrate`: what the ledger calls to change in the matrix, as of the beginning of a week, and the one pull request
 * that proposes it. The clock only says which week that is: of one ledger, allocation and week the answer is the same at
 * any time, to the byte.
 */
export async function run(call: CalibrateCall): Promise<Outcome> {
  keepYoungGenerationSmall();
  const { options, now } = call;
  const scene = await sceneOf(call);
  const { rules, place, notes } = scene;
  const { allocation, table } = rules;
  const timezone = allocation.budget?.timezone ?? 'UTC';
  const present = weekOf(now, timezone);
  const week = options.week ?? present;
  const asked = noteOfCall(call, rules);
  const { from: asOf } = weekSpan(week, timezone);
  const read = await gatherAttempts(call, rules, {
    week: weekAfter(week, -1),
    weeks: WEEKS,
    // What is told once the week has begun is for the next one: a week has one answer.
    later: 0,
  });
  const cells = plannedCells(allocation, week, table);
  const costOn = costByRatios(ratiosOf(read.attempts, allocation, table, dateOf(new Date(asOf))));
  const calibration = calibrate({
    cells,
    attempts: read.attempts,
    week,
    asOf,
    policy: policyOf(allocation),
    costOn,
    snoozes: (place?.standing.closed ?? []).flatMap(({ body, at }) =>
      snoozesIn(body, weekOf(new Date(Date.parse(at) + SNOOZE), timezone)),
    ),
  });
  if (asOf > now.getTime()) notes.push(`${week} has not begun: what is told until then may change this.`);
  if (options.advice) return adviceOutcome(calibration, costOn, read.damage, notes);
  const tested = options.selfTest ? selfTest(calibration, read.commit ?? seedOf('')) : null;
  const damage = read.damage === null ? [] : [read.damage];
  const answer = calibrateDocument(calibration, { commit: read.commit, damage }, tested);
  const noted = [...notesIn(place?.standing.open?.body ?? ''), ...(asked === null ? [] : [asked])];
  const open = place?.standing.open ?? null;
  if (asked !== null && noted.length > MOST_NOTES) {
    throw new UserError(
      `The pull request #${open?.number} carries ${MOST_NOTES} notes already.`,
      'Merge it or close it first.',
    );
  }
  const moves = movesOf(calibration.proposals, noted, cells, weekAfter(week, 1));
  if (asked !== null && !moves.some(({ note }) => note === asked))
    notes.push(`${asked.agent} in ${asked.phase} runs on ${asked.to} already.`);
  const shown = whyShown(call, scene, { week, present, event: readEvent(call) });
  const isAsked = options.dryRun || options.propose !== null || shown === null;
  const found = { calibration, costOn, moves, ledger: read, asked, isWanted: isAsked };
  const plan = await planPullRequest(call, scene, found);
  if (shown !== null && shown !== '') notes.push(shown);
  const pullRequest =
    shown === null && place !== null ? await publishPullRequest(plan, place, notes) : shownPullRequest(plan);
  if (shown === null && place !== null) await logWhatIf(call, plan, pullRequest, place, read, notes);
  const told = isAsked ? pullRequest : null;
  const document: CalibrateAnswer = { ...answer, pull_request: told };
  const text = renderCalibrateTerminal(answer);
  return {
    exitCode: 0,
    json: document,
    text: isAsked ? `${text}\n\n${renderPullRequestText(told)}` : text,
    notes,
    outputs: {},
    annotations: [],
    summary: told?.body ?? null,
    failure: null,
  };
}

/** The model that advises, and nothing else. */
async function adviceOutcome(
  calibration: Calibration,
  costOn: CostOn,
  damage: string | null,
  notes: readonly string[],
): Promise<Outcome> {
  const { adviceFile, adviceOf } = await import('../../calibration/advice/index.ts');
  const model = adviceOf(calibration, costOn);
  return {
    exitCode: 0,
    json: model,
    text: adviceFile(model).trimEnd(),
    notes: damage === null ? notes : [...notes, `warning: ${damage}`],
    outputs: {},
    annotations: [],
    summary: null,
    failure: null,
  };
}

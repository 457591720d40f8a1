import type { DecidedField, Job } from '../usage/session/attribute.ts';
import type { JobRoster } from './roster.ts';

/** What `resolve` knows of a job, kept by the runner until the job's end: no step of the job can change it. */
export interface JobState {
  readonly version: 1;
  /** When `resolve` ran, as an ISO instant: usage before it is not of this job's agent. */
  readonly since: string;
  readonly decision: 'run' | 'defer' | 'refuse';
  readonly agent: string;
  readonly job: Pick<Job, DecidedField>;
  readonly roster: JobRoster;
  /** `run` makes the calls itself and notes each before it is sent: where nothing is noted, nothing was used. */
  readonly journaled?: true;
}

/** The name of the state: the runner gives it to the post step as `STATE_job`. */
export const JOB_STATE = 'job';

/** The state that `resolve` left; null where it left none. Throws `SyntaxError` for one that is cut off. */
export function readJobState(env: Readonly<Record<string, string | undefined>>): JobState | null {
  const text = env[`STATE_${JOB_STATE}`] ?? '';
  if (text === '') return null;
  const state: JobState = JSON.parse(text);
  return state.version === 1 ? state : null;
}

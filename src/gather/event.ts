import { readFileSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { type GithubEvent, parseEvent } from '../github/event/index.ts';
import type { Call } from '../surface/call.ts';
import { pullRequestOf } from '../usage/records/work-item.ts';

/** GitHub itself sends no payload of more than 25 MB. */
const PAYLOAD_LIMIT = 25 * 1024 * 1024;

/**
 * The event that started the workflow; null outside GitHub Actions.
 * Throws `UserError` when it is there but cannot be read: an event that nobody understands is no reason to pass.
 */
export function readEvent({ env }: Pick<Call, 'env'>): GithubEvent | null {
  if (env.GITHUB_ACTIONS !== 'true') return null;
  const name = env.GITHUB_EVENT_NAME;
  const path = env.GITHUB_EVENT_PATH;
  if (name === undefined || name === '' || path === undefined || path === '') {
    throw new UserError('GITHUB_ACTIONS is set, but GITHUB_EVENT_NAME or GITHUB_EVENT_PATH is not.');
  }
  return parseEvent(name, readPayload(name, path), env);
}

/** What GitHub says of the event. Throws `UserError` when it cannot be read. */
export function readPayload(name: string, path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(
      `The event's payload cannot be read: ${error instanceof Error ? error.message : 'unknown'}.`,
    );
  }
  if (text.length > PAYLOAD_LIMIT)
    throw new UserError(`The event's payload has more than ${PAYLOAD_LIMIT} bytes.`);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`The payload of the event ${name} is not JSON.`);
  }
}

/**
 * The event, about the pull request that the work item names where it is about none itself, as in a workflow that was
 * started by hand: what is derived from a pull request is derived there, too, and cannot be set by an input.
 */
export function aboutWorkItem(event: GithubEvent | null, workItem: string | null): GithubEvent | null {
  if (event?.kind !== 'other' || event.pullRequest !== null) return event;
  return { ...event, pullRequest: pullRequestOf(workItem) };
}

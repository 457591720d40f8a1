import { UserError } from '../errors.ts';
import type { CommitId, CommitReader } from '../git/index.ts';
import type { GithubEvent, RepositoryName } from '../github/event/index.ts';
import type { Call } from '../surface/call.ts';
import type { OptionValues } from '../surface/options/index.ts';
import type { Deciding } from './base.ts';
import { aboutWorkItem, readEvent } from './event.ts';
import { connectTo, type Github, localReaders, repositoryOf, type TokenOption } from './repository.ts';

/** One run of a command: how it was called, what started it, whom it can ask, and what it has to say. Made once. */
export interface Context<Options = unknown> extends Call<Options> {
  /** What started the workflow; null outside of GitHub Actions, and where the command does not ask. */
  readonly event: GithubEvent | null;
  /** Remarks for people, in the order in which they came up. */
  readonly notes: string[];
  /** Connects to GitHub, when it is called for the first time. Throws `UserError` where no repository is known. */
  readonly github: () => Promise<Github>;
  /** What reads a commit: the local clone where it has it, else GitHub. Throws `UserError` where neither can be had. */
  readonly readerOf: (commit: CommitId) => Promise<CommitReader>;
  /** By which commits the run is decided; null: by the work tree. Found when it is asked for the first time. */
  readonly deciding: () => Promise<Deciding | null>;
}

/** @param repository the one that the command is about, where it is not that of the event */
export function contextOf<Options extends TokenOption>(
  call: Call<Options>,
  event: GithubEvent | null,
  repository: RepositoryName | null = null,
): Context<Options> {
  const notes: string[] = [];
  let connected: Promise<Github> | null = null;
  const connect = (): Promise<Github> => {
    const name = repository ?? (event === null ? null : repositoryOf(event, call));
    if (name === null) throw new UserError('GitHub can be reached only in a workflow.');
    return connectTo(name, call, (line) => notes.push(line));
  };
  const github = (): Promise<Github> => {
    connected ??= connect();
    return connected;
  };
  const local = localReaders(call);
  const decide = async (): Promise<Deciding | null> => {
    if (event === null) return null;
    // Loaded only now: without a workflow the work tree counts.
    const { decidingCommits } = await import('./base.ts');
    return decidingCommits({ ...call, event, github, local, notes });
  };
  let deciding: Promise<Deciding | null> | null = null;
  return {
    ...call,
    event,
    notes,
    github,
    readerOf: async (commit) => (await local(commit)) ?? (await github()).reader,
    deciding: () => {
      deciding ??= decide();
      return deciding;
    },
  };
}

/** The context of a command whose job is about a piece of work. Throws `UserError` for an event that cannot be read. */
export function workContextOf<Options extends Pick<OptionValues, 'workItem' | 'githubToken'>>(
  call: Call<Options>,
): Context<Options> {
  return contextOf(call, aboutWorkItem(readEvent(call), call.options.workItem));
}

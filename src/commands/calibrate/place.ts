import type { Inherit } from '../../allocation/policy/inherit.ts';
import { filesAt, filesOnDisk, parseFiles, type RuleSource } from '../../gather/allocation.ts';
import { type Context, contextOf } from '../../gather/context.ts';
import { readEvent } from '../../gather/event.ts';
import { repositoryPath, stateAt } from '../../gather/files.ts';
import { noAllocation, type Rules } from '../../gather/report.ts';
import { ownRepository, repositoryOf } from '../../gather/repository.ts';
import { githubToken } from '../../gather/token.ts';
import type { BranchTip, GithubClient, GithubReader, StandingProposals } from '../../github/index.ts';
import type { FileState } from '../../policy/gate/index.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';

type CalibrateCall = Call<OptionsOf<'calibrate'>>;

/** The repository at GitHub that a proposal goes to. */
export interface ProposalPlace {
  readonly client: GithubClient;
  readonly reader: GithubReader;
  readonly repository: { readonly owner: string; readonly name: string };
  /** The head of the default branch. */
  readonly base: BranchTip;
  readonly standing: StandingProposals;
}

/** The allocation that is looked at, and where a change of it would go. */
export interface Scene {
  readonly rules: Rules;
  /** The file as it is, a byte order mark and all. */
  readonly text: string;
  readonly exceptions: FileState;
  /** Lays the file on the policy that it extends; null: it extends none. */
  readonly inherit: Inherit | null;
  readonly source: RuleSource;
  /** Null: nobody knows the repository, or has a token for it. */
  readonly place: ProposalPlace | null;
  readonly notes: string[];
}

function textOfFile(bytes: Uint8Array | null): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes ?? new Uint8Array());
}

/** A change is proposed of what the default branch holds, whatever is checked out; without GitHub, of the work tree. */
export async function sceneOf(call: CalibrateCall): Promise<Scene> {
  const { options, env } = call;
  const event = readEvent(call);
  const isKnown = event !== null || !!env.GITHUB_REPOSITORY;
  if (!isKnown || githubToken(options.githubToken, env) === null) return onDisk(call);
  const repository = event === null ? ownRepository(call) : repositoryOf(event, call);
  const context: Context<OptionsOf<'calibrate'>> = contextOf(call, event, repository);
  const { client, reader } = await context.github();
  const base = await reader.defaultBranchTip();
  const where = `${base.name} ${base.commit.slice(0, 12)}`;
  const files = await filesAt(context, reader, base.commit, where);
  const { standingProposals } = await import('../../github/index.ts');
  return {
    rules: parseFiles(options, files),
    text: textOfFile(files.allocation),
    exceptions: await stateAt(reader, base.commit, repositoryPath(options.exceptions)),
    inherit: files.inherit,
    source: { kind: 'commit', commit: base.commit, reader, where },
    place: {
      client,
      reader,
      repository,
      base,
      standing: await standingProposals(client, repository, base.name),
    },
    notes: context.notes,
  };
}

async function onDisk(call: CalibrateCall): Promise<Scene> {
  const { options } = call;
  const notes: string[] = [];
  const files = await filesOnDisk({ ...call, notes });
  if (files.allocation === null) throw noAllocation(call);
  const { allocation, exceptions, inherit } = files;
  return {
    rules: parseFiles(options, files),
    text: textOfFile(allocation),
    exceptions: exceptions === null ? { kind: 'absent' } : { kind: 'file', bytes: exceptions },
    inherit,
    source: { kind: 'disk' },
    place: null,
    notes,
  };
}

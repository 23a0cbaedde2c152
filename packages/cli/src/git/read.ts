// Production changes of a branch between two days, read from the repository where it lies.
import type { PlainDate } from '@assay/core';
import { CommandEnd, EXIT } from '../exit.ts';
import { changesOf, type Change } from './changes.ts';
import { branchLine, commitsOf, filesChanged, tagsOf } from './log.ts';
import { git } from './run.ts';

export interface Asked {
  readonly branch: string;
  readonly since: PlainDate;
  /** First day that is no longer asked for. */
  readonly until: PlainDate;
}

export interface ReadChanges {
  readonly changes: readonly Change[];
  /** The commit that the branch was at. */
  readonly tip: string;
  readonly version: string;
}

/** A change belongs to the day that its committer's clock showed. */
export async function readChanges(repository: string, asked: Asked): Promise<ReadChanges> {
  if (asked.since >= asked.until)
    throw new CommandEnd(EXIT.usage, `Nothing lies between ${asked.since} and ${asked.until}.`);
  const version = (await git(repository, ['version'])).trim();
  const tip = (
    await git(repository, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${asked.branch}^{commit}`,
    ]).catch(() => {
      throw new CommandEnd(
        EXIT.notFound,
        `${repository} is no Git repository with a branch ${asked.branch}.`,
        'Name the branch that production is deployed from with --branch.',
      );
    })
  ).trim();
  if ((await git(repository, ['rev-parse', '--is-shallow-repository'])).trim() === 'true')
    throw new CommandEnd(
      EXIT.usage,
      'The repository is a shallow clone: older changes would be missing.',
      'Run git fetch --unshallow (in CI: fetch-depth 0).',
    );
  const line = await branchLine(repository, tip);
  const inside = line.filter(({ committedAt }) => {
    const day = committedAt.slice(0, 10);
    return day >= asked.since && day < asked.until;
  });
  const oldest = inside.at(-1);
  if (!oldest) return { changes: [], tip, version };
  const base = line[line.findIndex(({ sha }) => sha === oldest.sha) + 1]?.sha;
  const tags = await tagsOf(repository);
  const changes = changesOf({
    commits: await commitsOf(repository, { tips: [tip, ...tags.map(({ commit }) => commit)], base }),
    line: inside.map(({ sha }) => sha),
    files: await filesChanged(repository, { tip, base }),
    tags,
  });
  return { changes, tip, version };
}

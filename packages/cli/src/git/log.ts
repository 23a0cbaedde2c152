// Commits as git tells them. Fields end with NUL, which no commit message can hold, so no message is taken for a field.
import { git } from './run.ts';

export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  /** `Name <address>`. */
  readonly author: string;
  readonly committer: string;
  /** Committer's time as written, with its zone. */
  readonly committedAt: string;
  readonly subject: string;
  readonly body: string;
  /** Trailers as git itself reads them: name in lower case, value. */
  readonly trailers: readonly (readonly [string, string])[];
}

const FIELDS = ['%H', '%P', '%an <%ae>', '%cn <%ce>', '%cI', '%s', '%b', '%(trailers:only=true,unfold=true)'];

/** Commits of a history with all that it merged, down to those that `base` has. */
export async function commitsOf(
  repository: string,
  range: { readonly tips: readonly string[]; readonly base: string | undefined },
): Promise<ReadonlyMap<string, Commit>> {
  const not = range.base === undefined ? [] : ['--not', range.base];
  const text = await git(repository, [
    'log',
    '--no-show-signature',
    `--format=tformat:${FIELDS.map((field) => `${field}%x00`).join('')}`,
    ...range.tips,
    ...not,
    '--',
  ]);
  const fields = text.split('\0');
  const commits = new Map<string, Commit>();
  for (let at = 0; at + FIELDS.length <= fields.length; at += FIELDS.length) {
    const [
      sha = '',
      parents = '',
      author = '',
      committer = '',
      committedAt = '',
      subject = '',
      body = '',
      trailers = '',
    ] = fields.slice(at, at + FIELDS.length);
    commits.set(sha.trim(), {
      sha: sha.trim(),
      parents: parents.split(' ').filter((each) => each !== ''),
      author,
      committer,
      committedAt,
      subject,
      body,
      trailers: trailers.split('\n').flatMap(trailerOf),
    });
  }
  return commits;
}

/** The commits that the branch itself went through, newest first, with their times. */
export async function branchLine(
  repository: string,
  tip: string,
): Promise<readonly { readonly sha: string; readonly committedAt: string }[]> {
  const text = await git(repository, ['log', '--first-parent', '--format=tformat:%H %cI', tip, '--']);
  return text.split('\n').flatMap((line) => {
    const [sha, committedAt] = line.split(' ');
    return sha === undefined || committedAt === undefined ? [] : [{ sha, committedAt }];
  });
}

/** How many files each commit of the branch changed, against the branch before it. */
export async function filesChanged(
  repository: string,
  range: { readonly tip: string; readonly base: string | undefined },
): Promise<ReadonlyMap<string, number>> {
  const text = await git(repository, [
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    '--no-ext-diff',
    '--no-textconv',
    '--shortstat',
    '--format=tformat:%x00%H%x00',
    range.tip,
    ...(range.base === undefined ? [] : ['--not', range.base]),
    '--',
  ]);
  const parts = text.split('\0');
  const found = new Map<string, number>();
  for (let at = 1; at + 1 < parts.length; at += 2)
    found.set(parts[at] ?? '', Number(/(\d+) files? changed/.exec(parts[at + 1] ?? '')?.[1] ?? 0));
  return found;
}

/** Tags in the order of their making, each with the commit that it names. */
export async function tagsOf(
  repository: string,
): Promise<readonly { readonly name: string; readonly commit: string }[]> {
  const text = await git(repository, [
    'for-each-ref',
    '--sort=creatordate',
    '--format=%(refname:short)%00%(objectname)%00%(*objectname)',
    'refs/tags',
  ]);
  return text.split('\n').flatMap((line) => {
    const [name, object, peeled] = line.split('\0');
    return name === undefined || object === undefined ? [] : [{ name, commit: peeled || object }];
  });
}

function trailerOf(line: string): readonly (readonly [string, string])[] {
  const cut = line.indexOf(':');
  return cut <= 0 ? [] : [[line.slice(0, cut).trim().toLowerCase(), line.slice(cut + 1).trim()]];
}

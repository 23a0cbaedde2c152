// Changes of a branch from its history: each commit that the branch went through is one, with all that it merged.
import type { Commit } from './log.ts';

/** One change, as a row of a population. */
export interface Change {
  readonly commit: string;
  readonly merged_on: string;
  readonly approved_on: string;
  /** Who wrote it: of a merge the authors of the merged commits. */
  readonly author: string;
  readonly merged_by: string;
  readonly approvers: string;
  readonly signed_off_by: string;
  readonly pull_request: string;
  readonly subject: string;
  readonly how: 'merge' | 'octopus' | 'commit';
  readonly commits: string;
  readonly files: string;
  /** First tag whose history holds it. */
  readonly release: string;
}

export interface History {
  readonly commits: ReadonlyMap<string, Commit>;
  /** Commits of the branch that are asked for, newest first. */
  readonly line: readonly string[];
  readonly files: ReadonlyMap<string, number>;
  readonly tags: readonly { readonly name: string; readonly commit: string }[];
}

/** Trailers by which people say that they looked at it and agree; a sign-off says only where it comes from. */
const APPROVALS: ReadonlySet<string> = new Set(['reviewed-by', 'approved-by', 'acked-by']);

export function changesOf(history: History): readonly Change[] {
  const releases = releasesOf(history);
  const seen = new Set<string>();
  const changes: Change[] = [];
  for (const sha of [...history.line].reverse()) {
    const commit = history.commits.get(sha);
    if (!commit) continue;
    const [first] = commit.parents;
    if (first !== undefined) for (const each of reachable(first, history.commits, seen)) seen.add(each.sha);
    const merged = commit.parents.slice(1).flatMap((parent) => reachable(parent, history.commits, seen));
    const brought = [...new Map(merged.map((each) => [each.sha, each])).values()];
    changes.push(
      changeOf(commit, brought, {
        files: history.files.get(sha) ?? 0,
        release: releases.get(sha) ?? '',
      }),
    );
    for (const each of brought) seen.add(each.sha);
    seen.add(sha);
  }
  return changes.reverse();
}

function changeOf(
  commit: Commit,
  brought: readonly Commit[],
  told: { readonly files: number; readonly release: string },
): Change {
  const merge = commit.parents.length > 1;
  const work = brought.filter((each) => each.parents.length < 2);
  const authors = merge && work.length > 0 ? distinct(work.map((each) => each.author)) : [commit.author];
  const approvers = distinct([
    ...trailersOf(commit, APPROVALS),
    // A word on one commit of several is not a word on all of them.
    ...(work[0] ? trailersOf(work[0], APPROVALS) : []).filter((name) =>
      work.every((each) => trailersOf(each, APPROVALS).includes(name)),
    ),
  ]);
  const signed = distinct([commit, ...work].flatMap((each) => trailersOf(each, SIGNED)));
  const byAnother = approvers.some(
    (name) => !authors.some((author) => addressOf(author) === addressOf(name)),
  );
  return {
    commit: commit.sha,
    merged_on: commit.committedAt,
    // The words stand in what was merged, so they were said by then at the latest.
    approved_on: byAnother ? commit.committedAt : '',
    author: authors.join('; '),
    merged_by: merge ? commit.author : commit.committer,
    approvers: approvers.join('; '),
    signed_off_by: signed.join('; '),
    pull_request: pullRequestOf(commit),
    subject: commit.subject,
    how: commit.parents.length > 2 ? 'octopus' : merge ? 'merge' : 'commit',
    commits: String(merge ? brought.length : 1),
    files: String(told.files),
    release: told.release,
  };
}

/** The number of its pull or merge request, as the usual hosts write it into the subject or the body. */
export function pullRequestOf({ subject, body }: Pick<Commit, 'subject' | 'body'>): string {
  const inSubject =
    /^Merge pull request #(\d+) /.exec(subject) ??
    /\((?:pull request )?[#!](\d+)\)\s*$/.exec(subject) ??
    /^Merged in .* \(pull request #(\d+)\)/.exec(subject);
  const number = (inSubject ?? /^See merge request \S*!(\d+)$/m.exec(body))?.[1];
  return number === undefined ? '' : `#${number}`;
}

/** Commits that can be reached and are not in `not`. Without recursion: histories are long. */
function reachable(
  from: string,
  commits: ReadonlyMap<string, Commit>,
  not: ReadonlySet<string>,
): readonly Commit[] {
  const found = new Map<string, Commit>();
  const waiting = [from];
  for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
    const commit = commits.get(sha);
    if (!commit || found.has(sha) || not.has(sha)) continue;
    found.set(sha, commit);
    waiting.push(...commit.parents);
  }
  return [...found.values()];
}

function releasesOf({ commits, tags }: History): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const told = new Set<string>();
  for (const { name, commit } of tags)
    for (const { sha } of reachable(commit, commits, told)) {
      found.set(sha, name);
      told.add(sha);
    }
  return found;
}

const SIGNED: ReadonlySet<string> = new Set(['signed-off-by']);

function trailersOf({ trailers }: Commit, names: ReadonlySet<string>): readonly string[] {
  // A semicolon parts names in a cell; nobody’s name may hold one.
  return trailers.filter(([name]) => names.has(name)).map(([, value]) => value.replaceAll(';', ','));
}

function addressOf(name: string): string {
  return (/<([^<>]*)>\s*$/.exec(name)?.[1] ?? name).trim().toLowerCase();
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.replaceAll(';', ',')))];
}

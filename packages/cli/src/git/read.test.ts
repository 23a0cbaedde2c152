// Real repositories, made with the real git: every way in which a change reaches a branch.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePlainDate, type PlainDate } from '@assay/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pullRequestOf, type Change } from './changes.ts';
import { readChanges } from './read.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-git-'));
const repository = join(folder, 'work');
afterAll(() => rmSync(folder, { recursive: true }));

const ADA = 'Ada Lovelace <ada@example.org>';
const BO = 'Bo Ünal <bo@example.org>';
let minute = 0;

function run(args: readonly string[], who = ADA, day = '2026-03-02'): string {
  minute += 1;
  const [, name = '', address = ''] = /^(.*) <(.*)>$/.exec(who) ?? [];
  const at = `${day}T10:${String(minute % 60).padStart(2, '0')}:00+02:00`;
  return execFileSync(
    'git',
    ['-c', 'init.defaultBranch=main', '-c', 'commit.gpgsign=false', '-C', repository, ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: name,
        GIT_AUTHOR_EMAIL: address,
        GIT_COMMITTER_NAME: name,
        GIT_COMMITTER_EMAIL: address,
        GIT_AUTHOR_DATE: at,
        GIT_COMMITTER_DATE: at,
      },
    },
  );
}

function commit(message: string, who = ADA, day?: string): void {
  const file = `f${minute}`;
  writeFileSync(join(repository, file), message);
  run(['add', '.'], who, day);
  run(['commit', '--cleanup=verbatim', '-m', message], who, day);
}

function branch(name: string, ...commits: readonly (readonly [string, string])[]): void {
  run(['switch', '-q', '-c', name, 'main']);
  for (const [message, who] of commits) commit(message, who);
  run(['switch', '-q', 'main']);
}

describe('changes of a branch', () => {
  let changes: ReadonlyMap<string, Change>;
  beforeAll(async () => {
    execFileSync('git', ['init', '-q', '-b', 'main', repository]);
    commit('long ago', ADA, '2025-12-31');
    branch('topic', ['one', ADA], ['two', ADA]);
    run(
      [
        'merge',
        '-q',
        '--no-ff',
        'topic',
        '-m',
        `Merge pull request #12 from x/topic\n\nTitle\n\nReviewed-by: ${BO}`,
      ],
      BO,
    );
    commit(`Squashed work (#13)\n\nWhy.\n\nSigned-off-by: ${ADA}\nApproved-by: ${ADA}`);
    run(['tag', 'v1.0']);
    branch('fast', ['fast-forwarded', ADA]);
    run(['merge', '-q', '--ff-only', 'fast']);
    branch('a', ['octopus a', ADA]);
    branch('b', ['octopus b', BO]);
    run(['merge', '-q', '--no-ff', 'a', 'b', '-m', 'Merge branches a and b'], BO);
    branch('half', [`reviewed\n\nReviewed-by: ${BO}`, ADA], ['sneaked in', ADA]);
    run(['merge', '-q', '--no-ff', 'half', '-m', 'Merge half'], ADA);
    branch('whole', [`first\n\nReviewed-by: ${BO}`, ADA], [`second\n\nreviewed-by: ${BO}`, ADA]);
    run(['merge', '-q', '--no-ff', 'whole', '-m', 'Merge whole'], ADA);
    commit('Überschrift 🚀\nstill the subject\n\n=cmd|calc\u001f\tReviewed-by: nobody in a sentence');
    run(['tag', '-a', 'v2.0', '-m', 'two']);
    commit('-- --output=owned $(touch owned)', ADA, '2026-03-09');
    run(['branch', '--', 'release']);
    const read = await readChanges(repository, asked('main'));
    changes = new Map(read.changes.map((each) => [each.subject, each]));
  });

  it('are the commits that the branch went through, newest first, inside the days that were asked for', () => {
    expect([...changes.keys()]).toEqual([
      '-- --output=owned $(touch owned)',
      'Überschrift 🚀 still the subject',
      'Merge whole',
      'Merge half',
      'Merge branches a and b',
      'fast-forwarded',
      'Squashed work (#13)',
      'Merge pull request #12 from x/topic',
    ]);
  });

  it('of a merge are written by those whose commits came in, and approved by its trailers', () => {
    expect(changes.get('Merge pull request #12 from x/topic')).toMatchObject({
      how: 'merge',
      author: ADA,
      merged_by: BO,
      approvers: BO,
      pull_request: '#12',
      commits: '2',
      files: '2',
      release: 'v1.0',
    });
    const merged = changes.get('Merge pull request #12 from x/topic');
    expect(merged?.merged_on).toMatch(/^2026-03-02T10:\d\d:00\+02:00$/);
    expect(merged?.approved_on).toBe(merged?.merged_on);
  });

  it('of a squash keep their number; a sign-off is no approval, and one’s own approval is not another’s', () => {
    expect(changes.get('Squashed work (#13)')).toMatchObject({
      how: 'commit',
      author: ADA,
      approvers: ADA,
      approved_on: '',
      signed_off_by: ADA,
      pull_request: '#13',
      release: 'v1.0',
    });
  });

  it('of an octopus name every author; of a fast-forward there is no merge and nobody who approved', () => {
    expect(changes.get('Merge branches a and b')).toMatchObject({
      how: 'octopus',
      author: `${ADA}; ${BO}`,
      commits: '2',
      release: 'v2.0',
    });
    expect(changes.get('fast-forwarded')).toMatchObject({ how: 'commit', approvers: '', approved_on: '' });
  });

  it('are approved as a whole only: a word on one commit of two is none', () => {
    expect(changes.get('Merge half')).toMatchObject({ approvers: '', approved_on: '' });
    expect(changes.get('Merge whole')).toMatchObject({ approvers: BO });
  });

  it('with hostile messages are rows like others, and run nothing', () => {
    expect(changes.get('Überschrift 🚀 still the subject')).toMatchObject({ approvers: '', files: '1' });
    expect(changes.get('-- --output=owned $(touch owned)')).toMatchObject({
      release: '',
      files: '1',
    });
  });

  it('are the same from a bare copy, and refused from a shallow one, a missing branch or no repository', async () => {
    execFileSync('git', ['clone', '-q', '--bare', repository, join(folder, 'bare.git')]);
    const bare = await readChanges(join(folder, 'bare.git'), asked('main'));
    expect(bare.changes).toEqual([...changes.values()]);
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${repository}`, join(folder, 'shallow')]);
    await expect(readChanges(join(folder, 'shallow'), asked('main'))).rejects.toThrow('shallow');
    await expect(readChanges(repository, asked('--all'))).rejects.toThrow('no Git repository with a branch');
    await expect(readChanges(folder, asked('main'))).rejects.toThrow('no Git repository with a branch');
  });
});

describe('the number of a pull request', () => {
  it('is found as hosts write it', () => {
    const of = (subject: string, body = ''): string => pullRequestOf({ subject, body });
    expect(of('Merge pull request #7 from a/b')).toBe('#7');
    expect(of('Title (#8)')).toBe('#8');
    expect(of('Merged in x (pull request #9)')).toBe('#9');
    expect(of("Merge branch 'x' into 'main'", 'Title\n\nSee merge request group/project!10')).toBe('#10');
    expect(of('Fixes #11 somewhere')).toBe('');
  });
});

function asked(name: string) {
  return { branch: name, since: day('2026-01-01'), until: day('2026-04-01') };
}

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(text);
  return date;
}

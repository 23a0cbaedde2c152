// The command line as a person and as a program meet it: exit codes, formats, ids, dry runs, completion, progress.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../case.ts';
import { assay, entry, fieldOf, serve, stop, temporary, type Ended } from '../server.ts';

/** Runs `check` beside a demo company that is thrown away. */
async function withDemo(
  check: (at: {
    readonly run: (...args: readonly string[]) => Promise<Ended>;
    readonly place: string;
    readonly data: string;
  }) => Promise<void>,
): Promise<void> {
  const place = temporary();
  const data = join(place.path, 'data');
  const served = await serve(data, { demo: true });
  try {
    await check({
      place: place.path,
      data,
      run: (...args) => assay(args, { ASSAY_DATA: data, XDG_CONFIG_HOME: place.path, CI: '' }),
    });
  } finally {
    await stop(served);
    place.remove();
  }
}

const READS = [
  ['org', 'list'],
  ['org', 'show'],
  ['framework', 'list'],
  ['framework', 'show', 'soc2'],
  ['control', 'list'],
  ['control', 'show', 'c7'],
  ['posture'],
  ['crosswalk', '--tsc', 'cc6.1'],
  ['overlap'],
  ['next', '--limit', '2'],
  ['check', 'list', '--limit', '3'],
  ['observation', 'list', '--limit', '3'],
  ['evidence', 'list', '--limit', '3'],
  ['evidence', 'show', 'e1'],
  ['evidence', 'history', 'E-1'],
  ['imports', 'list'],
  ['ledger', 'entries'],
  ['glossary'],
  ['doctor'],
] as const;

const FORMATS = ['json', 'ndjson', 'csv', 'md', 'table'] as const;

export const cliCases: readonly Case[] = [
  {
    name: 'cli: every reading command answers in every format, data alone on standard output',
    run: () =>
      withDemo(async ({ run }) => {
        for (const [i, words] of READS.entries()) {
          const format = FORMATS[i % FORMATS.length] ?? 'json';
          const end = await run(...words, '-o', format);
          assert.equal(end.code, 0, `${words.join(' ')} -o ${format}: ${end.err}`);
          assert.ok(end.out.length > 0, `${words.join(' ')} -o ${format} printed nothing`);
          assert.ok(!end.out.includes('\u001b'), 'colour without a terminal');
          if (format === 'json') JSON.parse(end.out);
          if (format === 'ndjson') for (const line of end.out.trim().split('\n')) JSON.parse(line);
          if (format === 'md') assert.match(end.out, /^\| .* \|\n\| --- /);
        }
      }),
  },
  {
    name: 'cli: exit codes tell usage, missing, conflict, sign-in and findings apart, and mistakes are asked about',
    run: () =>
      withDemo(async ({ run, place }) => {
        const table = join(place, 'scan.csv');
        writeFileSync(table, 'Rule,Host,Result\nssh-root,web-1,PASS\nssh-root,web-2,FAIL\n');
        const columns = ['--columns', 'check=Rule,subject=Host,status=Result'];
        const expected: readonly (readonly [number, RegExp, ...string[]])[] = [
          [0, /^$/, 'help', 'exit-codes'],
          [2, /Did you mean exit-codes\?/, 'help', 'exit-code'],
          [2, /Did you mean evidence\?/, 'evidense'],
          [2, /Did you mean pending\?/, 'evidence', 'list', '--review', 'pendng'],
          [2, /Did you mean json\?/, 'org', 'list', '-o', 'jsn'],
          [2, /from 1 to/, 'evidence', 'list', '--limit', '-1'],
          [2, /FROM\/UNTIL/, 'import', table, '--covers', '2026-06-01'],
          [2, /may be any of/, 'evidence', 'show', 'evd_'],
          [2, /Nothing was changed/, 'org', 'delete', '--org', 'harbourline', '--no-input'],
          [4, /no token/, 'org', 'list', '--url', 'http://127.0.0.1:9', '--data', place],
          [5, /Did you mean C-99\?/, 'control', 'show', 'C-999'],
          [5, /Did you mean .*A\.7\.4\b/, 'decide', 'A.7.44', '--applies', 'it is needed'],
          [5, /is not there/, 'import', join(place, 'nothing')],
          [1, /still to come/, 'import', table, '--performed-at', '2999-01-01'],
          [3, /findings at or above/, 'import', table, ...columns, '--fail-on', 'fail'],
          [0, /very file was imported/, 'import', table, ...columns],
          [6, /withdrawn already/, 'evidence', 'withdraw', 'E-2'],
        ];
        assert.equal((await run('evidence', 'withdraw', 'E-2')).code, 0);
        for (const [code, says, ...words] of expected) {
          const end = await run(...words);
          assert.equal(end.code, code, `${words.join(' ')}: ${end.err}`);
          assert.match(end.err, says, words.join(' '));
          assert.doesNotMatch(end.err, /\n\s+at /, 'a stack reached a person');
        }
      }),
  },
  {
    name: 'cli: a dry run changes nothing, a write says what it did, and a replacement says first what it touches',
    run: () =>
      withDemo(async ({ run, place, data }) => {
        const note = join(place, 'note.txt');
        writeFileSync(note, 'access review of June\n');
        const before = (await run('ledger', 'entries', '-o', 'json')).out;
        const dry = [
          ['evidence', 'push', note, '--control', 'C-07'],
          ['evidence', 'review', 'E-1', '--reject', 'not enough'],
          ['evidence', 'link', 'E-1', '--control', 'C-08'],
          ['evidence', 'withdraw', 'E-1'],
          ['control', 'decide', 'C-07', '--planned'],
          [
            'control',
            'map',
            'C-07',
            'CC6.1',
            '--relation',
            'subset',
            '--strength',
            'partial',
            '--because',
            'it does so',
          ],
          ['check', 'map', 'iam_root_mfa_enabled', '--control', 'C-07'],
          ['decide', 'A.7.4', '--applies', 'it is needed'],
          ['imports', 'undo', (await newestImport(run)).evidence],
          ['org', 'set', '--name', 'Another'],
          ['org', 'reset', '--org', 'harbourline'],
          ['org', 'delete', '--org', 'harbourline'],
          ['init', 'Acme'],
        ];
        for (const words of dry) {
          const end = await run(...words, '--dry-run');
          assert.equal(end.code, 0, `${words.join(' ')}: ${end.err}`);
          assert.match(end.err, /would/, words.join(' '));
        }
        assert.equal(
          (await run('ledger', 'entries', '-o', 'json')).out,
          before,
          'a dry run reached the ledger',
        );
        const made: unknown = JSON.parse(
          (await run('evidence', 'push', note, '--control', 'c7', '--json')).out,
        );
        const code = String(fieldOf(made, 'code'));
        writeFileSync(note, 'access review of July\n');
        const refused = await run('evidence', 'replace', code, note, '--because', 'July', '--no-input');
        assert.equal(refused.code, 2);
        assert.match(refused.err, /requirements lean on it/);
        const replaced = await run('evidence', 'replace', code, note, '--because', 'July', '--yes', '--json');
        assert.equal(fieldOf(JSON.parse(replaced.out), 'revision'), 2, replaced.err);
        const got = await run('evidence', 'get', code, '--to', '-');
        assert.equal(got.out, 'access review of July\n');
        const quiet = await run('evidence', 'withdraw', code, '--quiet');
        assert.deepEqual([quiet.code, quiet.err], [0, '']);
        assert.equal((await run('verify', '--data', data)).code, 0);
      }),
  },
  {
    name: 'cli: completion knows commands, options, values and the ids of the running server',
    run: () =>
      withDemo(async ({ run }) => {
        const words = async (...typed: string[]): Promise<string[]> =>
          (await run('__complete', '--', ...typed)).out.split('\n').map((line) => line.split('\t')[0] ?? '');
        assert.ok((await words('evid')).includes('evidence'));
        assert.ok((await words('evidence', 'list', '--re')).includes('--review'));
        assert.deepEqual((await words('evidence', 'list', '--review', 'a')).slice(0, 1), ['accepted']);
        // It gives up when the server is slow to answer; a busy machine gets more than one chance.
        let found: readonly string[] = [];
        for (let tries = 0; tries < 5 && !found.includes('E-1'); tries += 1)
          found = await words('evidence', 'show', 'E-');
        assert.ok(found.includes('E-1'), found.join(' '));
        assert.ok((await words('control', 'show', 'C-0')).includes('C-07'));
        for (const shell of ['bash', 'zsh', 'fish'] as const)
          assert.match((await run('completion', shell)).out, /assay __complete/);
        const parsed = spawnSync('bash', ['-n'], { input: (await run('completion', 'bash')).out });
        assert.equal(parsed.status, 0, 'bash cannot read its completion');
      }),
  },
  {
    name: 'cli: on a terminal an import shows rate and time left, and elsewhere it does not',
    skip:
      spawnSync('script', ['--version']).status === 0
        ? undefined
        : 'no program script(1) here to make a terminal',
    run: () =>
      withDemo(async ({ run, place, data }) => {
        const big = join(place, 'big.bin');
        writeFileSync(big, Buffer.alloc(96 * 1024 ** 2, 'a line of a log\n'));
        const typed = [process.execPath, entry, 'evidence', 'push', big, '--data', data].map(
          (word) => `'${word}'`,
        );
        const seen = spawnSync('script', ['-qec', typed.join(' '), '/dev/null'], { encoding: 'utf8' });
        assert.equal(seen.status, 0, seen.stdout);
        assert.match(seen.stdout, /big\.bin {2}[\d.]+ \/ 96\.0 MiB {2}\d+ % {2}[\d.]+ MiB\/s {2}\d+ s left/);
        const plain = await run('evidence', 'push', big);
        assert.doesNotMatch(plain.err, /MiB\/s/);
      }),
  },
];

/** A committed import, named by the evidence that it made. */
async function newestImport(
  run: (...args: readonly string[]) => Promise<Ended>,
): Promise<{ readonly evidence: string }> {
  const list: unknown = JSON.parse((await run('imports', 'list', '-o', 'json')).out);
  const made = (Array.isArray(list) ? list : []).map((each: unknown) => fieldOf(each, 'evidence'));
  return { evidence: String(made.find((each) => typeof each === 'string')) };
}

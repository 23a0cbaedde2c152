// What jobs of CI run, run: the action's own shell body, retries, a fork's pull request, exit codes, scheduled imports.
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Case } from '../case.ts';
import { shell } from '../shell.ts';
import { assay, entry, fieldOf, serve, stop, temporary, type Served } from '../server.ts';

const ACTION = fileURLToPath(new URL('../../integrations/github-action/action.yml', import.meta.url));
const SARIF = JSON.stringify({
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: { name: 'Semgrep', rules: [{ id: 'hole', properties: { 'security-severity': '9.1' } }] },
      },
      results: [
        {
          ruleId: 'hole',
          level: 'error',
          message: { text: 'a hole' },
          locations: [
            { physicalLocation: { artifactLocation: { uri: 'src/a.ts' }, region: { startLine: 1 } } },
          ],
        },
      ],
    },
  ],
});

export const collectorCases: readonly Case[] = [
  {
    name: 'collectors: the action pushes once, writes its outputs and a summary, and lets a fork write nothing',
    run: action,
  },
  { name: 'collectors: a push that fails is reported, and exit codes tell what happened', run: codes },
];

interface Place {
  readonly served: Served;
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

async function within(act: (place: Place) => Promise<void>): Promise<void> {
  const place = temporary();
  const data = join(place.path, 'data');
  const served = await serve(data, { demo: true });
  try {
    const note: unknown = JSON.parse(readFileSync(join(data, 'server.json'), 'utf8'));
    const bin = join(place.path, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'assay'), `#!/bin/sh\nexec '${process.execPath}' '${entry}' "$@"\n`);
    chmodSync(join(bin, 'assay'), 0o755);
    const env = {
      PATH: `${bin}:${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}`,
      HOME: place.path,
      ASSAY_DATA: data,
      ASSAY_URL: served.origin,
      ASSAY_TOKEN: String(fieldOf(note, 'token')),
      ASSAY_ORG: 'harbourline',
      NO_COLOR: '1',
    };
    const declared = await assay(
      ['collector', 'add', 'nightly', '--control', 'C-81', '--every', '24', '--lists', 'findings'],
      env,
    );
    assert.equal(declared.code, 0, declared.err);
    writeFileSync(join(place.path, 'scan.sarif'), SARIF);
    await act({ served, path: place.path, env });
  } finally {
    await stop(served);
    place.remove();
  }
}

function action(): Promise<void> {
  return within(async ({ served, path, env }) => {
    const [step] = stepsOf(parse(readFileSync(ACTION, 'utf8')));
    const run = (more: Readonly<Record<string, string>>) =>
      shell(step, {
        cwd: path,
        program: 'bash',
        env: {
          ...env,
          INPUT_COLLECTOR: 'nightly',
          INPUT_PATH: 'scan.sar*\n',
          INPUT_CONTROL: 'C-81',
          INPUT_FAIL_ON: '',
          INPUT_ACTIVITY_DATE: '',
          INPUT_ERROR: '',
          INPUT_COMMAND: 'assay',
          HEAD_REPOSITORY: 'acme/shop',
          GITHUB_REPOSITORY: 'acme/shop',
          GITHUB_RUN_ID: '17',
          GITHUB_RUN_ATTEMPT: '1',
          GITHUB_JOB: 'scan',
          GITHUB_OUTPUT: join(path, 'output'),
          GITHUB_STEP_SUMMARY: join(path, 'summary.md'),
          RUNNER_TEMP: path,
          CI: 'true',
          ...more,
        },
      });
    const first = await run({});
    assert.equal(first.code, 0, first.said);
    const output = readFileSync(join(path, 'output'), 'utf8');
    const evidence = /evidence-id=(E-\d+)/.exec(output)?.[1] ?? '';
    assert.match(output, new RegExp(`url=${served.origin}/o/harbourline/evidence/${evidence}\n`));
    assert.match(readFileSync(join(path, 'summary.md'), 'utf8'), /### Assay: nightly, complete/);
    const again = await run({});
    assert.equal(again.code, 0, again.said);
    assert.equal(readFileSync(join(path, 'output'), 'utf8'), output + output);
    assert.equal((await runs(served)).length, 1);
    const fork = await run({ HEAD_REPOSITORY: 'stranger/shop', GITHUB_RUN_ID: '18' });
    assert.deepEqual([fork.code, (await runs(served)).length], [0, 1]);
    assert.match(fork.said, /writes no evidence/);
    const strict = await run({ INPUT_FAIL_ON: 'high', GITHUB_RUN_ID: '19' });
    assert.equal(strict.code, 3, strict.said);
    const missing = await run({ INPUT_PATH: 'nothing-*.json', GITHUB_RUN_ID: '20' });
    assert.equal(missing.code, 1, missing.said);
    assert.equal((await runs(served)).length, 2);
  });
}

function codes(): Promise<void> {
  return within(async ({ served, path, env }) => {
    const push = (...args: readonly string[]) => assay(['push', '--collector', 'nightly', ...args], env);
    const failed = await push('--run', '1', '--error', 'timeout', '--message', 'the scanner hung');
    assert.equal(failed.code, 0, failed.err);
    assert.match(failed.out, /unknown: failed/);
    const bad = join(path, 'bad.sarif');
    writeFileSync(bad, SARIF.slice(0, 60));
    const unreadable = await push('--run', '2', bad, join(path, 'scan.sarif'));
    assert.equal(unreadable.code, 1, unreadable.out);
    assert.match(unreadable.err, /bad\.sarif: (fatal|error) at /);
    const found: unknown = (await served.ask('GET', '/v1/orgs/harbourline/imports?limit=2')).body;
    assert.ok(!JSON.stringify(found).includes('"state":"committed","filename":"scan.sarif"'));
    assert.deepEqual(
      (await runs(served)).map((run) => [fieldOf(run, 'run'), fieldOf(run, 'error')]),
      [
        ['2', 'unreadable'],
        ['1', 'timeout'],
      ],
    );
    assert.equal((await push('--run', '3')).code, 2);
    assert.equal((await assay(['push', '--collector', 'nobody', '--rows', '1'], env)).code, 5);
    const listed = await assay(['collector', 'list', '-o', 'csv'], env);
    assert.match(listed.out, /nightly,ci,/);
  });
}

async function runs(served: Served): Promise<readonly unknown[]> {
  const { body } = await served.ask('GET', '/v1/orgs/harbourline/collectors/nightly/runs');
  const data = fieldOf(body, 'data');
  const rows: readonly unknown[] = Array.isArray(data) ? data : [];
  return rows;
}

/** The shell bodies of a composite action. */
function stepsOf(document: unknown): readonly [string, ...string[]] {
  const steps = fieldOf(fieldOf(document, 'runs'), 'steps');
  const bodies = Array.isArray(steps) ? steps.map((step) => String(fieldOf(step, 'run'))) : [];
  const [first, ...rest] = bodies;
  if (first === undefined) throw new Error('the action has no step');
  return [first, ...rest];
}

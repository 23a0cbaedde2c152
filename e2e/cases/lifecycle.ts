// Starting, joining, refusing, stopping: every failure is one sentence with a remedy.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Case } from '../case.ts';
import { assay, fieldOf, freePort, serve, stop, temporary } from '../server.ts';

export const lifecycleCases: readonly Case[] = [
  {
    name: 'an empty directory becomes a running demo company, and a second start points to it',
    run: async () => {
      const place = temporary();
      const data = join(place.path, 'data');
      const served = await serve(data, { demo: 'seeded' });
      const session = await served.ask('GET', '/v1/session');
      assert.equal(fieldOf(session.body, 'organisations', 0, 'slug'), 'harbourline');
      const second = await assay(['serve', '--data', data, '--no-open']);
      assert.equal(second.code, 0);
      assert.match(second.err, /running already/);
      const began = performance.now();
      const end = await stop(served);
      assert.equal(end.code, 0);
      assert.ok(performance.now() - began < 5000, 'the stop took longer than five seconds');
      place.remove();
    },
  },
  {
    name: 'a stop that terminal and parent tell at once is one stop, and a whole one',
    run: async () => {
      const place = temporary();
      const data = join(place.path, 'data');
      const served = await serve(data, { demo: false });
      served.child.kill('SIGINT');
      served.child.kill('SIGINT');
      await new Promise((resolve) => setTimeout(resolve, 50));
      served.child.kill('SIGINT');
      assert.equal((await served.done).code, 0);
      assert.equal(existsSync(join(data, 'server.lock')), false);
      place.remove();
    },
  },
  {
    name: 'a port in use, a newer directory, a damaged one, a file and a wrong DATABASE_URL get one sentence each',
    run: async () => {
      const place = temporary();
      const port = await freePort();
      const squatter = createServer().listen(port, '127.0.0.1');
      const busy = await assay([
        'serve',
        '--data',
        join(place.path, 'a'),
        '--port',
        String(port),
        '--no-open',
      ]);
      squatter.close();
      assert.deepEqual([busy.code, oneSentence(busy.err), /in use/.test(busy.err)], [1, true, true]);
      const newer = join(place.path, 'newer');
      mkdirSync(newer);
      writeFileSync(join(newer, 'version.json'), '{"format": 99}');
      await refused(newer, /newer Assay/);
      const damaged = join(place.path, 'damaged');
      mkdirSync(join(damaged, 'postgres'), { recursive: true });
      await refused(damaged, /damaged/);
      const file = join(place.path, 'file');
      writeFileSync(file, '');
      await refused(file, /not a directory/);
      const wrong = await assay(
        ['serve', '--data', join(place.path, 'b'), '--port', String(await freePort()), '--no-open'],
        { DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:9/none' },
      );
      assert.deepEqual([wrong.code, oneSentence(wrong.err), wrong.err.includes('secret')], [1, true, false]);
      chmodSync(place.path, 0o755);
      place.remove();
    },
  },
];

/** What a command says and leaves, at a server that runs. */
export const commandCases: readonly Case[] = [
  {
    name: 'the command line imports a file, says so when it comes twice, undoes it, and verifies everything',
    run: async () => {
      const place = temporary();
      const data = join(place.path, 'data');
      const served = await serve(data, { demo: true });
      const file = join(place.path, 'run.sarif');
      writeFileSync(
        file,
        JSON.stringify({
          version: '2.1.0',
          runs: [
            {
              tool: { driver: { name: 'CodeQL' } },
              invocations: [{ executionSuccessful: true, endTimeUtc: '2026-01-05T10:00:00Z' }],
              results: [
                {
                  ruleId: 'js/xss',
                  message: { text: 'x' },
                  locations: [
                    { physicalLocation: { artifactLocation: { uri: 'a.js' }, region: { startLine: 3 } } },
                  ],
                },
              ],
            },
          ],
        }),
      );
      const first = await assay(['import', file, '--data', data, '--json', '--fail-on', 'fail']);
      assert.equal(first.code, 3, first.err);
      const answer: unknown = JSON.parse(first.out);
      assert.equal(fieldOf(answer, 'state'), 'committed');
      const again = await assay(['import', file, '--data', data]);
      assert.equal(again.code, 0);
      assert.match(again.err, /very file was imported/);
      const undone = await assay(['imports', 'undo', String(fieldOf(answer, 'id')), '--data', data]);
      assert.equal(undone.code, 0, undone.err);
      const verified = await assay(['verify', '--rebuild', '--data', data]);
      assert.equal(verified.code, 0, verified.err);
      assert.match(verified.out, /everything fits/);
      const unknown = await assay(['evidence', 'show', 'E-9999', '--data', data]);
      assert.equal(unknown.code, 5);
      await stop(served);
      place.remove();
    },
  },
];

async function refused(data: string, why: RegExp): Promise<void> {
  const end = await assay(['serve', '--data', data, '--port', String(await freePort()), '--no-open']);
  assert.equal(end.code, 1, end.err);
  assert.match(end.err, why);
  assert.ok(oneSentence(end.err), end.err);
}

/** One line for the person, no stack. */
function oneSentence(text: string): boolean {
  return text.trim().split('\n').length === 1 && !/\n\s+at /.test(text);
}

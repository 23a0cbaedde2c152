// The installable package: built, installed into an empty folder, it starts, reads a file apart and serves the web.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Case } from '../case.ts';
import { freePort, temporary } from '../server.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

export const packageCases: readonly Case[] = [
  { name: 'the package installs into an empty folder and runs without the checkout', run: installed },
];

async function installed(): Promise<void> {
  const place = temporary();
  const assay = join(place.path, 'node_modules/.bin/assay');
  const env = { ...process.env, ASSAY_DATA: join(place.path, 'data'), NO_COLOR: '1' };
  // Not at once: another case goes on meanwhile. A failure says the command and what it wrote.
  const say = async (command: string, args: readonly string[], cwd: string): Promise<string> =>
    (await run(command, args, { cwd, env, maxBuffer: 1 << 26 })).stdout;
  try {
    await say(process.execPath, [join(root, 'tools/build/build.ts')], root);
    const [archive = ''] = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.tgz'));
    await say('npm', ['init', '-y'], place.path);
    await say('npm', ['install', '--no-audit', '--no-fund', join(root, 'dist', archive)], place.path);
    await say('npm', ['rebuild', 'node'], place.path);
    assert.match(await say(assay, ['--version'], place.path), /^assay \d+\.\d+\.\d+\n$/);
    assert.match(await say(assay, ['demo', '--help'], place.path), /demo company/);
    const port = String(await freePort());
    const server = spawn(assay, ['serve', '--port', port, '--no-open'], { cwd: place.path, env });
    // Noted before it can happen: a server that ended by itself closes but once.
    const closed = new Promise((resolve) => server.once('close', resolve));
    let wrote = '';
    try {
      await new Promise<void>((resolve, reject) => {
        server.stderr.on('data', (text: Buffer) => {
          wrote += String(text);
          if (wrote.includes('is ready')) resolve();
        });
        server.on('exit', (code) => reject(new Error(`ended with ${code ?? 'a signal'}: ${wrote}`)));
      });
      const fixture = join(root, 'packages/sources/fixtures/prowler.ocsf.json');
      assert.match(await say(assay, ['import', fixture, '--dry-run'], place.path), /Prowler/);
      const page = await fetch(`http://127.0.0.1:${port}/`);
      assert.match(await page.text(), /<div id="root">/);
    } finally {
      server.kill('SIGTERM');
      await closed;
    }
  } finally {
    place.remove();
  }
}

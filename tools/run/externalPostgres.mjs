// Starts a PostgreSQL of the system's own in a directory that is thrown away, to stand for somebody's server.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const UNPRIVILEGED = 65_534;

/** Address of a running server and how to stop it; or the reason why there is none. */
export async function externalPostgres() {
  const binaries = findBinaries();
  if (!binaries) return { reason: 'no PostgreSQL 15 or newer is installed on this machine' };
  const root = process.getuid?.() === 0;
  const directory = mkdtempSync(join(tmpdir(), 'assay-external-'));
  chmodSync(directory, 0o700);
  if (root) chownSync(directory, UNPRIVILEGED, UNPRIVILEGED);
  const user = root ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED, cwd: '/' } : {};
  const data = join(directory, 'data');
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'tester', '--auth=trust', '-E', 'UTF8', '--no-sync'],
    { ...user, encoding: 'utf8' },
  );
  if (made.status !== 0) return { reason: `initdb failed: ${made.stderr.trim().split('\n').at(-1)}` };
  const port = await freePort();
  const server = spawn(
    join(binaries, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=${directory}`,
      '-c',
      'fsync=off',
      '-c',
      'max_connections=120',
    ],
    { ...user, stdio: 'ignore' },
  );
  for (let tries = 0; tries < 200; tries += 1) {
    if (
      spawnSync(join(binaries, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
        .status === 0
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url: `postgresql://tester@127.0.0.1:${port}/postgres`,
    stop: () =>
      new Promise((resolve) => {
        server.on('exit', () => {
          rmSync(directory, { recursive: true, force: true });
          resolve();
        });
        server.kill('SIGINT');
      }),
  };
}

function findBinaries() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  const versions = readdirSync(base)
    .filter((name) => Number(name) >= 15)
    .sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => join(base, version, 'bin'))
    .find((path) => existsSync(join(path, 'postgres')) && existsSync(join(path, 'initdb')));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// Supervises the embedded PostgreSQL: makes the cluster once, starts it, adopts one that outlived a
// killed server, starts it again when it dies, stops it in order.
import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINE_UID, isAlive, isRoot, type DataDir } from '../datadir.ts';
import { StartFailure } from '../failure.ts';
import { engineBinaries, type EngineBinaries } from './binaries.ts';
import { canConnect } from './probe.ts';
import { OWNER_ROLE } from './roles.ts';

export interface Engine {
  /** Directory of the Unix socket. */
  readonly socket: string;
  readonly pid: () => number | undefined;
  stop(): Promise<void>;
}

/** Longest path of a Unix socket that Linux and macOS accept, less the file's own name. */
const SOCKET_LIMIT = 80;

/** Starts the engine of a data directory and returns when it answers; a setting that is given stands in place of ours. */
export async function startEngine(
  data: Omit<DataDir, 'release'>,
  settings: readonly string[] = [],
): Promise<Engine> {
  const binaries = engineBinaries(data.path);
  const socket = socketDirectory(data);
  makeCluster(binaries, data);
  const supervisor = new Supervisor(binaries, { data, socket, settings });
  await supervisor.start();
  return { socket, pid: () => supervisor.pid(), stop: () => supervisor.stop() };
}

/** Starts that may fail in a row: after a kill the old engine's children need a moment to leave. */
const MOST_TRIES = 40;

interface Place {
  readonly data: Omit<DataDir, 'release'>;
  readonly socket: string;
  readonly settings: readonly string[];
}

class Supervisor {
  readonly #binaries: EngineBinaries;
  readonly #data: Omit<DataDir, 'release'>;
  readonly #socket: string;
  readonly #settings: readonly string[];
  #child: ChildProcess | undefined;
  #adopted: NodeJS.Timeout | undefined;
  #stopping = false;
  #spawned = 0;

  constructor(binaries: EngineBinaries, { data, socket, settings }: Place) {
    this.#binaries = binaries;
    this.#data = data;
    this.#socket = socket;
    this.#settings = settings;
  }

  async start(): Promise<void> {
    const running = runningPid(this.#data.cluster);
    if (running !== undefined && (await canConnect(this.#socket, 2000))) {
      this.#adopt(running);
      return;
    }
    this.#spawn();
    if (!(await canConnect(this.#socket, 30_000, () => this.#spawned > MOST_TRIES))) {
      throw new StartFailure(
        `The database engine in ${this.#data.cluster} did not start.`,
        `Read ${join(this.#data.path, 'engine.log')}; a damaged cluster is restored from a backup.`,
      );
    }
  }

  pid(): number | undefined {
    return this.#child?.pid ?? runningPid(this.#data.cluster);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#adopted);
    const pid = this.pid();
    if (pid === undefined || !isAlive(pid)) return;
    process.kill(pid, 'SIGINT');
    for (let waited = 0; waited < 4000 && this.#runs(pid); waited += 20) await pause(20);
    if (this.#runs(pid)) process.kill(pid, 'SIGQUIT');
  }

  /** Whether the engine still runs; an own child that has ended may linger as a zombie. */
  #runs(pid: number): boolean {
    if (this.#child) return this.#child.exitCode === null && this.#child.signalCode === null;
    return isAlive(pid);
  }

  #spawn(): void {
    this.#spawned += 1;
    const log = openSync(join(this.#data.path, 'engine.log'), 'a', 0o640);
    const settings = [
      'listen_addresses=',
      `unix_socket_directories=${this.#socket}`,
      'unix_socket_permissions=0700',
      'max_connections=40',
      'shared_buffers=64MB',
      'timezone=UTC',
      'log_timezone=UTC',
      'wal_level=minimal',
      // After a kill one sync of the file system, not one of each of a thousand files: seconds less.
      ...(process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []),
      'max_wal_senders=0',
      'password_encryption=scram-sha-256',
      ...this.#settings,
    ];
    const child = spawn(
      this.#binaries.postgres,
      ['-D', this.#data.cluster, ...settings.flatMap((setting) => ['-c', setting])],
      { ...engineUser(), stdio: ['ignore', log, log], detached: true },
    );
    closeSync(log);
    child.unref();
    child.on('error', () => undefined);
    child.on('exit', () => this.#again());
    this.#child = child;
  }

  #adopt(pid: number): void {
    this.#adopted = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(this.#adopted);
      this.#again();
    }, 500);
    this.#adopted.unref();
  }

  /** An engine that was killed recovers from its log; requests meanwhile answer 503. */
  #again(): void {
    if (this.#stopping) return;
    setTimeout(() => {
      if (!this.#stopping) this.#spawn();
    }, 100).unref();
  }
}

function makeCluster(binaries: EngineBinaries, data: Omit<DataDir, 'release'>): void {
  if (existsSync(join(data.cluster, 'PG_VERSION'))) {
    const version = readFileSync(join(data.cluster, 'PG_VERSION'), 'utf8').trim();
    if (version !== '18')
      throw new StartFailure(
        `The database in ${data.cluster} is of PostgreSQL ${version || 'an unknown version'}, not 18.`,
        'Restore the directory from a backup, or choose another with --data.',
      );
    return;
  }
  if (existsSync(data.cluster))
    throw new StartFailure(
      `The data directory ${data.path} is damaged: its database has no PG_VERSION.`,
      'Restore it from a backup, or choose another with --data.',
    );
  // Made under another name, so that a kill in the middle never leaves half a cluster behind.
  const fresh = `${data.cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  if (isRoot()) chownSync(fresh, ENGINE_UID, ENGINE_UID);
  const made = spawnSync(
    binaries.initdb,
    [
      '-D',
      fresh,
      '-U',
      OWNER_ROLE,
      '--auth=trust',
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--no-instructions',
    ],
    { ...engineUser(), encoding: 'utf8' },
  );
  if (made.status !== 0)
    throw new StartFailure(
      `The database could not be made in ${data.path}: ${(made.stderr || String(made.error ?? '')).trim().split('\n').at(-1) ?? ''}`,
      'Check free space and permissions, or choose another directory with --data.',
    );
  renameSync(fresh, data.cluster);
}

function socketDirectory(data: Omit<DataDir, 'release'>): string {
  const short =
    data.socket.length <= SOCKET_LIMIT
      ? data.socket
      : join(tmpdir(), `assay-${createHash('sha256').update(data.path).digest('hex').slice(0, 12)}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  if (isRoot()) chownSync(short, ENGINE_UID, ENGINE_UID);
  return short;
}

function engineUser(): SpawnOptions {
  return isRoot()
    ? { uid: ENGINE_UID, gid: ENGINE_UID, cwd: '/', env: { LC_ALL: 'C', PATH: process.env['PATH'] } }
    : {};
}

/** Process of the cluster's own pid file, when it lives. */
function runningPid(cluster: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

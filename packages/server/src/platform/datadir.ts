// The data directory: where it lies, who owns it, which format it has, and that one server uses it.
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { codeOf, StartFailure } from './failure.ts';

/** Format of the directory; a newer program may raise it, an older one then refuses. */
const DATA_FORMAT = 1;
/** Unprivileged user that runs the engine when the program runs as root. */
export const ENGINE_UID = 65_534;

export interface DataDir {
  readonly path: string;
  readonly cluster: string;
  readonly artefacts: string;
  readonly keys: string;
  readonly socket: string;
  release(): void;
}

/** What a running server writes about itself, so that the command line finds it. */
export interface ServerNote {
  readonly pid: number;
  readonly origin: string;
  readonly token: string;
}

/** The default place: `ASSAY_DATA`, or one directory of the user's own. */
export function defaultDataPath(env: NodeJS.ProcessEnv): string {
  if (env['ASSAY_DATA']) return resolve(env['ASSAY_DATA']);
  return isRoot() ? '/var/lib/assay' : join(homedir(), '.assay');
}

/** Opens the directory and takes its lock; refuses with one sentence. */
export function openDataDir(path: string): DataDir {
  prepare(path);
  checkVersion(path);
  const lock = takeLock(join(path, 'server.lock'), path);
  return { ...layout(path), release: lock };
}

/** Paths inside the directory. */
function layout(path: string): Omit<DataDir, 'release'> {
  const socket = join(path, 'run');
  return {
    path,
    cluster: join(path, 'postgres'),
    artefacts: join(path, 'artefacts'),
    keys: join(path, 'keys'),
    socket,
  };
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The running server of a directory, if its note is there. */
export function readServerNote(path: string): ServerNote | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(join(path, 'server.json'), 'utf8'));
    if (
      typeof note !== 'object' ||
      note === null ||
      !('origin' in note) ||
      !('token' in note) ||
      !('pid' in note)
    )
      return undefined;
    if (typeof note.origin !== 'string' || typeof note.token !== 'string' || typeof note.pid !== 'number')
      return undefined;
    return { origin: note.origin, token: note.token, pid: note.pid };
  } catch {
    return undefined;
  }
}

export function writeServerNote(path: string, note: ServerNote): void {
  writeFileSync(join(path, 'server.json'), `${JSON.stringify(note)}\n`, { mode: 0o600 });
}

export function removeServerNote(path: string): void {
  rmSync(join(path, 'server.json'), { force: true });
}

/** Whether a process runs; one that has ended but was not collected by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}

function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function prepare(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 });
    const own = layout(path);
    for (const [directory, mode] of [
      [own.artefacts, 0o700],
      [own.keys, 0o700],
    ] as const)
      mkdirSync(directory, { recursive: true, mode });
    const probe = join(path, '.write-probe');
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (cause) {
    throw unusable(path, reasonOf(path, codeOf(cause)));
  }
  const owner = statSync(path).uid;
  const mine = process.getuid?.() ?? owner;
  if (owner !== mine)
    throw new StartFailure(
      `The data directory ${path} belongs to another user (uid ${owner}).`,
      'Run as that user, or choose another with --data.',
    );
  if (isRoot()) checkReachable(path);
}

/** Making a directory below one that cannot be written may say no more than that it is not there. */
function reasonOf(path: string, code: string | undefined): string | undefined {
  if (code !== 'ENOENT') return code;
  let at = path;
  while (!existsSync(at) && at !== dirname(at)) at = dirname(at);
  try {
    accessSync(at, constants.W_OK);
    return code;
  } catch (cause) {
    return codeOf(cause);
  }
}

function unusable(path: string, code: string | undefined): StartFailure {
  if (code === 'ENOSPC')
    return new StartFailure(
      `The disk that holds ${path} is full.`,
      'Free some space, or choose another place with --data.',
    );
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new StartFailure(
      `The data directory ${path} cannot be written.`,
      'Make it writable, or choose another with --data.',
    );
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new StartFailure(`${path} is not a directory.`, 'Choose another with --data.');
  return new StartFailure(
    `The data directory ${path} cannot be used (${code ?? 'unknown reason'}).`,
    'Choose another with --data.',
  );
}

/** The engine drops root: its user must be able to walk to the directory. */
function checkReachable(path: string): void {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    const mode = statSync(at).mode;
    if ((mode & 0o001) === 0)
      throw new StartFailure(
        `As root the database engine runs as an unprivileged user, which cannot enter ${at}.`,
        'Choose a directory such as /var/lib/assay with --data, or run as an ordinary user.',
      );
  }
}

function checkVersion(path: string): void {
  const file = join(path, 'version.json');
  if (!existsSync(file)) {
    writeFileSync(file, `${JSON.stringify({ format: DATA_FORMAT, engine: 18 })}\n`);
    return;
  }
  const format = readFormat(file);
  if (format === undefined)
    throw new StartFailure(
      `The data directory ${path} is damaged: version.json cannot be read.`,
      'Restore it from a backup, or choose another with --data.',
    );
  if (format > DATA_FORMAT)
    throw new StartFailure(
      `The data directory ${path} was written by a newer Assay (format ${format}, this one knows ${DATA_FORMAT}).`,
      'Start the newer version, or choose another with --data.',
    );
}

function readFormat(file: string): number | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' &&
      value !== null &&
      'format' in value &&
      typeof value.format === 'number'
      ? value.format
      : undefined;
  } catch {
    return undefined;
  }
}

function takeLock(file: string, path: string): () => void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (cause) {
      if (codeOf(cause) !== 'EEXIST') throw unusable(path, codeOf(cause));
      const holder = Number(safeRead(file));
      if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isAlive(holder)) {
        throw new StartFailure(
          `Another Assay (process ${holder}) is using ${path}.`,
          'Use that one, stop it first, or choose another directory with --data.',
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new StartFailure(`The lock ${file} cannot be taken.`, 'Try again in a moment.');
}

function safeRead(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

// Starts the real command in a process of its own, as a person would, and speaks to it.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../', import.meta.url));
/** The command line's own program. */
export const entry = join(root, 'packages/cli/src/main.ts');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A fresh directory that the engine can walk to even when root runs the tests. */
export function temporary(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'assay-e2e-'));
  chmodSync(path, 0o711);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs a command to its end. */
export function assay(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['--disable-proto=throw', entry, ...args], {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return ended(child);
}

export interface Served {
  readonly origin: string;
  readonly login: string;
  readonly child: ChildProcess;
  readonly done: Promise<Ended>;
  /** Asks the API with the machine's own token. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
}

export interface ServeOptions {
  /** 'seeded': the company is made here and now; true: it was made once, and a copy of it is taken. */
  readonly demo: boolean | 'seeded';
  readonly port?: number;
  /** With accounts, under a name: no browser makes a passkey for an address. */
  readonly team?: true;
  /** Options of `assay serve` that only one case needs. */
  readonly more?: readonly string[];
}

/** Starts a server and waits until it says that it is ready. */
export async function serve(data: string, options: ServeOptions): Promise<Served> {
  if (options.demo === true && !existsSync(data)) {
    company ??= madeOnce();
    // Not by Node: a copy keeps the engine's owner.
    await promisify(execFile)('cp', ['-Rp', await company, data]);
  }
  return start(data, options);
}

/** The data directory of a stopped server with the demo company in it. */
let company: Promise<string> | undefined;

async function madeOnce(): Promise<string> {
  const place = temporary();
  process.on('exit', () => place.remove());
  const data = join(place.path, 'data');
  await stop(await start(data, { demo: 'seeded' }));
  return data;
}

async function start(data: string, options: ServeOptions): Promise<Served> {
  const port = options.port ?? (await freePort());
  const child = spawn(
    process.execPath,
    [
      '--disable-proto=throw',
      entry,
      'serve',
      '--data',
      data,
      '--port',
      String(port),
      '--no-open',
      ...(options.demo === false ? ['--no-demo'] : []),
      ...(options.team ? ['--team'] : []),
      ...(options.more ?? []),
    ],
    { env: { ...process.env, NO_COLOR: '1', CI: 'true' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const done = ended(child);
  let login: string;
  try {
    login = await ready(child, done);
  } catch (cause) {
    // A port that was free when it was looked for may be somebody else's by now.
    if (options.port === undefined && String(cause).includes('is in use')) return start(data, options);
    throw cause;
  }
  const origin = `http://${options.team ? 'localhost' : '127.0.0.1'}:${port}`;
  return {
    origin,
    login,
    child,
    done,
    ask: (method, path, ...[body, headers]) => ask({ origin, data }, { method, path, body, headers }),
  };
}

export async function stop(served: Served): Promise<Ended> {
  served.child.kill('SIGTERM');
  return served.done;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}

function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

function ready(child: ChildProcess, done: Promise<Ended>): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const login = /open\s+(http\S+)/.exec(seen)?.[1];
      if (login !== undefined) resolve(login);
    });
    done.then((end) => reject(new Error(`the server ended with ${String(end.code)}: ${end.err}`)), reject);
  });
}

async function ask(
  at: { readonly origin: string; readonly data: string },
  request: {
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
    readonly headers?: Readonly<Record<string, string>> | undefined;
  },
): Promise<{ readonly status: number; readonly body: unknown }> {
  const note: unknown = JSON.parse(readFileSync(join(at.data, 'server.json'), 'utf8'));
  const token = typeof note === 'object' && note !== null && 'token' in note ? String(note.token) : '';
  const headers: Record<string, string> = { authorization: `Bearer ${token}`, ...request.headers };
  const init: RequestInit = { method: request.method, headers };
  if (typeof request.body === 'string') {
    headers['content-type'] = 'application/octet-stream';
    init.body = request.body;
  } else if (request.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(request.body);
  }
  const response = await fetch(at.origin + request.path, init);
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, body };
}

/** A field of an unknown answer. */
export function fieldOf(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value;
  for (const name of path)
    here =
      typeof here === 'object' && here !== null
        ? Object.getOwnPropertyDescriptor(here, name)?.value
        : undefined;
  return here;
}

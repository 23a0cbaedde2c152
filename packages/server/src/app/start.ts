// Starts everything in order and stops it in the other: data, engine, schema, content, HTTP.
import { serve, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { below } from '../platform/below.ts';
import { systemClock } from '../platform/clock.ts';
import { newSecret, sha256Hex } from '../platform/crypto.ts';
import type { Egress } from '../platform/egress/asking.ts';
import { makeEgress } from '../platform/egress/egress.ts';
import { resolverTxt, type TxtRecords } from '../platform/egress/txt.ts';
import {
  isAlive,
  openDataDir,
  readServerNote,
  removeServerNote,
  writeServerNote,
} from '../platform/datadir.ts';
import { codeOf, StartFailure } from '../platform/failure.ts';
import { diskMail, smtpMail, type Mail } from '../platform/mail/mail.ts';
import { returnMemory } from '../platform/memory.ts';
import { Database, connectionFailure, type DatabasePlace } from '../platform/postgres/database.ts';
import { startEngine, type Engine } from '../platform/postgres/engine.ts';
import { parseTarget, type StreamTarget } from '../platform/streams/target.ts';
import { Unit } from '../platform/postgres/unit.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import type { RootKeyPlace } from '../platform/sealing/rootKey.ts';
import { openVault, type Vault } from '../platform/sealing/vault.ts';
import { seedDemo } from '../demo/seed.ts';
import { byItself, employers } from '../slices/access/access.module.ts';
import { organisationsOf } from '../slices/access/access.usecases.ts';
import { carryMembers } from '../slices/access/members.usecases.ts';
import { newLoginLink, theOwner } from '../slices/access/sessions.usecases.ts';
import { Readings } from '../slices/evidence/evidence.module.ts';
import { documents } from './documents.ts';
import { histories } from './histories.ts';
import { holdSecrets } from './holders.ts';
import { rests } from './rests.ts';
import { readCatalogue } from '../slices/frameworks/frameworks.module.ts';
import type { Deps, SignIn } from './deps.ts';
import { Limiter } from './limiter.ts';
import { finishEndings } from '../slices/access/ending/erasing.usecases.ts';
import { beginEndings } from './endings.ts';
import { beginJobs } from './jobs/jobs.ts';
import { trustedProxies, type Trusted } from './address.ts';
import { elsewhere } from './elsewhere.ts';
import { httpApp } from './http.ts';
import { refuseUnreadable } from './unreadable.ts';

export interface StartOptions {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  /** Host names beside the loopback ones. */
  readonly hosts: readonly string[];
  /** Make the demo company when there is no organisation yet. */
  readonly demo: boolean;
  readonly databaseUrl?: string | undefined;
  /** Directories of this machine below which scheduled imports may read; none by default. */
  readonly collectFrom?: readonly string[];
  /** Hosts inside that the server may ask, as `host` or `host:port`; none by default. */
  readonly reach?: readonly string[];
  /** The resolver that is asked for the records of domains, as address:port; the machine’s own by default. */
  readonly resolver?: string | undefined;
  /** Addresses and networks of the proxies before this server; what others say in X-Forwarded-For is not heard. */
  readonly trustedProxies?: readonly string[];
  readonly content: string;
  readonly web: string;
  readonly version: string;
  /** The origin at which people reach the server, where that is not the one it listens on. */
  readonly publicUrl?: string | undefined;
  /** A port of its own for opening files that people uploaded, and the origin at which browsers reach it. */
  readonly files?: { readonly port: number; readonly url?: string | undefined } | undefined;
  /** Where the root key is; a file beside the keys by default. */
  readonly rootKey?: RootKeyPlace | undefined;
  /** Addresses that the trail is streamed to, as `platform/streams/target.ts` reads them. */
  readonly trailTo?: readonly string[];
  /** How letters leave; without a server they are written into the data directory. */
  readonly mail?: MailOptions | undefined;
  readonly signIn?: Partial<SignIn> | undefined;
}

/** Of one account, from wherever they come (OWASP ASVS 6.3.1). */
const TRIES_PER_MINUTE = 10;

/** Idle and absolute life of a session where nobody says otherwise (OWASP ASVS 7.3). */
const SESSION_LIFE = { idleMinutes: 30, absoluteMinutes: 12 * 60 };

interface MailOptions {
  /** Address of an SMTP server, with user and password where it asks for them. */
  readonly smtp?: string | undefined;
  readonly from?: string | undefined;
}

export interface Running {
  readonly origin: string;
  readonly deps: Deps;
  /** A fresh address that signs in once. */
  signInAddress(): Promise<string>;
  stop(): Promise<void>;
}

/** Who sends slowly is not waited for: ten seconds for the headers, five minutes for the largest body. */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
};
const MOST_CONNECTIONS = 4_000;

/** A server that uses the same data already; the caller points the person to it. */
export class AlreadyRunning extends Error {
  readonly origin: string;
  constructor(origin: string) {
    super(`Assay is running already at ${origin}`);
    this.origin = origin;
  }
}

/** Starts the server; every expected failure is a StartFailure with one sentence and a remedy. */
export async function start(options: StartOptions): Promise<Running> {
  await refuseTwice(options.data);
  await refusePort(options.host, options.port);
  const data = openDataDir(options.data);
  const undo: (() => Promise<void> | void)[] = [() => data.release()];
  try {
    // Before the engine: without its keys a server shows nothing at all, rather than less than there is.
    const vault = await openVault(data, options.rootKey);
    const engine = options.databaseUrl === undefined ? await startEngine(data) : undefined;
    if (engine) undo.push(() => engine.stop());
    const place = placeOf(options, engine);
    await migrate(place);
    const db = new Database(place);
    undo.push(() => db.close());
    const token = newSecret();
    const deps = makeDeps({ options, vault, db, token });
    undo.push(() => deps.readings.close());
    await checkDatabase(deps, place);
    await carryMembers(deps, (work) => inOne(deps, work));
    await finishEndings(deps);
    if (options.demo) await demoIfEmpty(deps);
    for (const server of await listen(deps, options)) undo.push(() => close(server));
    undo.push(() => deps.rotation.stop());
    holdSecrets(deps);
    deps.rotation.resume((await employers(deps.pool)).map(({ org }) => org));
    const jobs = beginJobs(deps);
    undo.push(() => jobs.stop());
    const endings = beginEndings(deps);
    undo.push(() => endings.stop());
    const origin = originOf(options);
    writeServerNote(options.data, { pid: process.pid, origin, token });
    undo.push(() => removeServerNote(options.data));
    return {
      origin,
      deps,
      signInAddress: async () => `${deps.origin}/login?token=${await newLoginLink(deps)}`,
      stop: () => unwind(undo),
    };
  } catch (cause) {
    await unwind(undo);
    throw cause;
  }
}

function makeDeps(made: {
  readonly options: StartOptions;
  readonly vault: Vault;
  readonly db: Database;
  readonly token: string;
}): Deps {
  const { options } = made;
  return {
    db: made.db,
    pool: made.db,
    blobs: made.vault.blobs,
    keys: made.vault.keys,
    secrets: made.vault.secrets,
    rotation: made.vault.rotation,
    mail: mailOf(options),
    egress: wayOut(options.reach ?? []),
    txtRecords: txtOf(options.resolver),
    trailTargets: targetsOf(options),
    clock: systemClock(),
    tries: new Limiter(TRIES_PER_MINUTE),
    signIn: { ...SESSION_LIFE, mode: 'local', ...options.signIn },
    readings: new Readings(),
    catalogue: readCatalogue(options.content),
    histories,
    rests,
    documents,
    version: options.version,
    origin: publicOriginOf(options),
    mayCollectFrom: below(options.collectFrom ?? []),
    localTokenHash: sha256Hex(made.token),
  };
}

function txtOf(resolver: string | undefined): TxtRecords {
  try {
    return resolverTxt(resolver);
  } catch {
    throw new StartFailure(
      `${resolver ?? ''} is no resolver.`,
      'Write it as an address and a port: 10.0.0.53:53.',
    );
  }
}

function targetsOf({ trailTo = [] }: StartOptions): readonly StreamTarget[] {
  return trailTo.map((address) => {
    const target = parseTarget(address);
    if (target) return target;
    throw new StartFailure(
      `The trail cannot be streamed to ${address}.`,
      'Write it as syslog+tls://host:6514, syslog+tcp://host:601, syslog+file:///path or the same with ocsf.',
    );
  });
}

function mailOf({ data, mail = {}, ...options }: StartOptions): Mail {
  const post = { from: mail.from ?? 'Assay <assay@localhost>', origin: publicOriginOf(options) };
  return mail.smtp === undefined ? diskMail(join(data, 'mail'), post) : smtpMail(mail.smtp, post);
}

function wayOut(allow: readonly string[]): Egress {
  const egress = makeEgress({ allow });
  if (egress) return egress;
  throw new StartFailure(
    `The hosts that may be reached cannot be read: ${allow.join(', ')}.`,
    'Write each as host or host:port, for example --reach idp.acme.example:8443.',
  );
}

function originOf({ host, port }: Pick<StartOptions, 'host' | 'port'>): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Where people find it; a proxy before it has another name, and TLS. */
function publicOriginOf(options: Pick<StartOptions, 'host' | 'port' | 'publicUrl' | 'signIn'>): string {
  // A passkey belongs to a name; no browser makes one for an address (Web Authentication, relying party identifier).
  const named =
    options.signIn?.mode === 'team' && options.host === '127.0.0.1'
      ? { ...options, host: 'localhost' }
      : options;
  const { publicUrl = originOf(named) } = options;
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.username === '') return url.origin;
  throw new StartFailure(
    `${publicUrl} is no origin at which people could reach the server.`,
    'Write ASSAY_PUBLIC_URL as https://assay.acme.example, without a path.',
  );
}

function proxiesOf(entries: readonly string[]): Trusted {
  const trusted = trustedProxies(entries);
  if (trusted) return trusted;
  throw new StartFailure(
    `The trusted proxies cannot be read: ${entries.join(', ')}.`,
    'Write each as an address or a network, for example --trusted-proxy 10.0.0.0/8.',
  );
}

function placeOf(options: StartOptions, engine: Engine | undefined): DatabasePlace {
  if (engine) return { kind: 'embedded', socket: engine.socket };
  const url = options.databaseUrl ?? '';
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new StartFailure(
      'DATABASE_URL is not a PostgreSQL address.',
      'Write it as postgresql://user:password@host:5432/database, or unset it to use the embedded database.',
    );
  return { kind: 'external', url };
}

async function checkDatabase(deps: Deps, place: DatabasePlace): Promise<void> {
  try {
    await deps.db.version();
  } catch (cause) {
    throw connectionFailure(place, cause);
  }
}

async function demoIfEmpty(deps: Deps): Promise<void> {
  const owner = await theOwner(deps);
  if ((await organisationsOf(deps, owner)).length > 0) return;
  // Whole or not at all: a kill in the middle must not leave half a company behind.
  await inOne(deps, async (unit) => {
    await seedDemo(unit, { principal: owner, origin: byItself('start', 'demo') });
  });
  returnMemory();
}

async function inOne(deps: Deps, work: (unit: Deps) => Promise<void>): Promise<void> {
  const unit = new Unit(deps.pool);
  try {
    await work({ ...deps, db: unit });
    await unit.commit();
  } catch (cause) {
    await unit.rollback();
    throw cause;
  }
}

async function refuseTwice(data: string): Promise<void> {
  const note = readServerNote(data);
  if (!note || !isAlive(note.pid)) return;
  const answers = await fetch(`${note.origin}/v1/health`, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );
  if (answers) throw new AlreadyRunning(note.origin);
}

function refusePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (cause) => reject(portFailure(host, port, cause)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function portFailure(host: string, port: number, cause: Error): StartFailure {
  return codeOf(cause) === 'EADDRINUSE'
    ? new StartFailure(
        `Port ${port} on ${host} is in use.`,
        `Stop what uses it, or choose another: --port ${port + 1}.`,
      )
    : new StartFailure(
        `The address ${host}:${port} cannot be used (${codeOf(cause) ?? cause.message}).`,
        'Choose another with --host and --port.',
      );
}

/** The application, and where one is wanted the other origin for files. */
async function listen(deps: Deps, options: StartOptions): Promise<readonly ServerType[]> {
  const { hosts, host, files } = options;
  const trusted = proxiesOf(options.trustedProxies ?? []);
  const apart =
    files &&
    elsewhere({
      origin: publicOriginOf({ host, port: files.port, publicUrl: files.url }),
      hosts,
      clock: deps.clock,
    });
  const app = httpApp(deps, { hosts, web: options.web, trusted, elsewhere: apart });
  const main = await listenAt(app, options);
  return apart ? [main, await listenAt(apart.app, { host, port: files.port })] : [main];
}

function listenAt(
  app: Pick<Hono, 'fetch'>,
  { host, port }: Pick<StartOptions, 'host' | 'port'>,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const at = { fetch: app.fetch, port, hostname: host };
    const server = serve({ ...at, serverOptions: PATIENCE }, () => resolve(server));
    if ('maxConnections' in server) server.maxConnections = MOST_CONNECTIONS;
    // Somebody may take the port while the company is made.
    server.once('error', (cause: Error) => reject(portFailure(host, port, cause)));
    server.on('clientError', refuseUnreadable);
  });
}

/** Lets running requests end, but not for ever: five seconds is what a stop may take in all. */
function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, 2000);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

async function unwind(undo: (() => Promise<void> | void)[]): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step();
}

// A whole house for tests: real engine, real files, real HTTP application, two organisations with canaries.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { POLICY, type Grant, type Role } from '@assay/core';
import type { Deps } from '../app/deps.ts';
import { holdSecrets } from '../app/holders.ts';
import { httpApp } from '../app/http.ts';
import { Limiter } from '../app/limiter.ts';
import { below } from '../platform/below.ts';
import { systemClock } from '../platform/clock.ts';
import { newId, sha256Hex } from '../platform/crypto.ts';
import { openDataDir, type DataDir } from '../platform/datadir.ts';
import type { Egress } from '../platform/egress/asking.ts';
import { makeEgress } from '../platform/egress/egress.ts';
import { diskMail } from '../platform/mail/mail.ts';
import { log, type Log } from '../platform/log.ts';
import { openVault, type Vault } from '../platform/sealing/vault.ts';
import { Database, type DatabasePlace } from '../platform/postgres/database.ts';
import { startEngine } from '../platform/postgres/engine.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { createOrganisation, firstSettings } from '../slices/access/access.usecases.ts';
import { wholly } from '../slices/access/held.ts';
import { allMembers, writeMember } from '../slices/access/members.usecases.ts';
import { openSession, theOwner } from '../slices/access/sessions.usecases.ts';
import { insertPerson } from '../slices/access/sessions.repository.ts';
import { idOf } from '../slices/access/identified.ts';
import { byItself, type OrgScope, type Principal } from '../slices/access/access.module.ts';
import { Readings } from '../slices/evidence/evidence.module.ts';
import { documents } from '../app/documents.ts';
import { histories } from '../app/histories.ts';
import { rests } from '../app/rests.ts';
import { databaseAt, dropDatabase, makeDatabase, nameOfDatabase } from './databases.ts';
import { templateOfRun } from './door.ts';
import { readCatalogue } from '../slices/frameworks/frameworks.module.ts';

const content = fileURLToPath(new URL('../../../../content', import.meta.url));

export interface House {
  readonly deps: Deps;
  readonly app: Hono;
  readonly place: DatabasePlace;
  /** Where its files lie. */
  readonly data: DataDir;
  /** Folder of everything that the server writes to: artefacts, keys, letters. */
  readonly root: string;
  /** TXT records as the world’s resolvers would find them. */
  readonly zone: Map<string, string>;
  /** An organisation of its own owner, with its name in every text. */
  organisation(slug: string): Promise<OrgScope>;
  /** Where the key of an organisation's ledger remembers what it signed last. */
  keysFile(scope: OrgScope): string;
  /** Headers of a new person with a role in an organisation, and what they signed in with. */
  person(
    scope: OrgScope,
    grant: Role | Grant,
    factors?: readonly string[],
  ): Promise<Readonly<Record<string, string>>>;
  /** Headers of a new session of somebody who is known by their id. */
  signedIn(id: string): Promise<Readonly<Record<string, string>>>;
  /** Ends every member of an organisation. */
  endAll(scope: OrgScope): Promise<void>;
  /** Lets the minutes pass in which sessions count as having shown who they are. */
  forgetShown(): Promise<void>;
  close(): Promise<void>;
}

/** Headers of the local owner, who authenticates by the machine's token. */
export const OWNER = { authorization: 'Bearer test-token' } as const;

/** Opens a house on the engine of the test run; outside of one (a bench), on an engine of its own. `reach`: hosts inside that it may ask. */
export async function openHouse(reach: readonly string[] = []): Promise<House> {
  const directory = mkdtempSync(join(tmpdir(), 'assay-test-'));
  // As root the engine runs as somebody else, who must be able to walk here.
  chmodSync(directory, 0o711);
  const data = openDataDir(join(directory, 'data'));
  const own = await ownDatabase(data);
  const { place } = own;
  const db = new Database(place);
  const vault = await openVault(data);
  const zone = new Map<string, string>();
  const deps: Deps = {
    ...depsOver(db, { directory, vault }),
    egress: theWayOut(reach),
    txtRecords: (name) =>
      Promise.resolve([...zone].filter(([at]) => at === name).map(([, value]) => [value])),
  };
  holdSecrets(deps);
  return {
    deps,
    place,
    data,
    root: directory,
    zone,
    app: httpApp(deps, {
      hosts: ['test'],
      web: join(directory, 'web'),
      requestsPerMinute: 1_000_000,
      atOnce: { account: 1000, address: 1000, all: 1000 },
      log: faultsOnly,
    }),
    organisation: (slug) => organisation(deps, slug),
    keysFile: (scope) => join(data.keys, `${scope.org}.checkpoint`),
    person: (scope, grant, factors) => person(deps, scope, { grant, factors }),
    signedIn: (id) => signedIn(deps, { id: idOf('principal', id), name: '' }, ['link']),
    forgetShown: () =>
      deps.db.inIdentity(async (tx) => {
        await tx.updateTable('sessions').set({ stepped_up_at: null }).execute();
      }),
    endAll: (scope) => endAll(deps, scope),
    close: async () => {
      await deps.readings.close();
      await db.close();
      await own.remove();
      data.release();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

interface OwnDatabase {
  readonly place: DatabasePlace;
  remove(): Promise<void>;
}

/** A migrated database that nobody else uses. */
async function ownDatabase(data: DataDir): Promise<OwnDatabase> {
  const template = await templateOfRun();
  if (template) {
    const server = databaseAt(template, 'postgres');
    const place = databaseAt(template, nameOfDatabase());
    await makeDatabase(server, place, template);
    return { place, remove: () => dropDatabase(server, place) };
  }
  const engine = await startEngine(data);
  const place: DatabasePlace = { kind: 'embedded', socket: engine.socket };
  await migrate(place);
  return { place, remove: () => engine.stop() };
}

/** Everything that a server is given, over a database that is there. */
export function depsOver(
  db: Database,
  { directory, vault }: { readonly directory: string; readonly vault: Vault },
): Deps {
  return {
    db,
    pool: db,
    blobs: vault.blobs,
    keys: vault.keys,
    secrets: vault.secrets,
    rotation: vault.rotation,
    mail: diskMail(join(directory, 'mail'), { from: 'assay@test', origin: 'http://test' }),
    egress: theWayOut([]),
    txtRecords: () => Promise.resolve([]),
    trailTargets: [],
    clock: systemClock(),
    tries: new Limiter(10),
    signIn: { mode: 'team', idleMinutes: 30, absoluteMinutes: 720 },
    readings: new Readings(),
    catalogue: readCatalogue(content),
    histories,
    rests,
    documents,
    version: 'test',
    origin: 'http://127.0.0.1:7373',
    mayCollectFrom: below([join(directory, 'collect')]),
    localTokenHash: sha256Hex('test-token'),
  };
}

/** Thousands of tests are refused on purpose. */
const faultsOnly: Log = (level, event, fields) => {
  if (event === 'fault') log(level, event, fields);
};

/** As strict as that of a server that was started so. */
function theWayOut(allow: readonly string[]): Egress {
  const egress = makeEgress({ allow });
  if (!egress) throw new Error('no way out without allowed hosts');
  return egress;
}

/** Sends a request as the test's host would. */
export function send(
  house: House,
  method: string,
  path: string,
  given: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly bytes?: string | Uint8Array<ArrayBuffer>;
  } = {},
): Promise<Response> {
  const headers: Record<string, string> = { host: '127.0.0.1:7373', ...given.headers };
  const init: RequestInit = { method, headers };
  if (given.bytes !== undefined) {
    headers['content-type'] = 'application/octet-stream';
    init.body = given.bytes;
  } else if (given.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(given.body);
  }
  return Promise.resolve(house.app.request(`http://127.0.0.1:7373${path}`, init));
}

async function organisation(deps: Deps, slug: string): Promise<OrgScope> {
  const owner = await theOwner(deps);
  const settings = {
    ...firstSettings(`${slug} canary`, { timeZone: 'UTC', askedBy: 'unknown', runsOn: [], hasAlready: [] }),
    scope_statement: `${slug} canary`,
  };
  const created = await createOrganisation(
    deps,
    { principal: owner, origin: byItself('start', 'test') },
    { slug, demo: true, settings },
  );
  if (!created.ok) throw new Error(created.error.detail);
  return created.value;
}

async function person(
  deps: Deps,
  scope: OrgScope,
  {
    grant,
    factors = ['link'],
  }: { readonly grant: Role | Grant; readonly factors: readonly string[] | undefined },
): Promise<Readonly<Record<string, string>>> {
  const now = deps.clock.now();
  const given = typeof grant === 'string' ? grantOf(grant) : grant;
  const principal = { id: newId('principal', now), name: `${given.role} of ${scope.slug}` };
  await deps.db.inIdentity((tx) => insertPerson(tx, { ...principal, email: null, now }));
  const member = { name: principal.name, email: null, state: 'active' as const, grants: [given] };
  await writeMember(deps, scope, { principal: principal.id, member }, now);
  return signedIn(deps, principal, factors);
}

async function signedIn(
  deps: Deps,
  principal: Principal,
  factors: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const { token, csrf } = await deps.db.inIdentity((tx) =>
    openSession(tx, deps, { principal, factors, from: { agent: 'test', address: '' }, shown: true }),
  );
  return { cookie: `assay_session=${token}`, 'assay-csrf': csrf };
}

async function endAll(deps: Deps, scope: OrgScope): Promise<void> {
  for (const [principal, { revision: _, ...member }] of await allMembers(deps, scope))
    await writeMember(
      deps,
      scope,
      { principal, member: { ...member, state: 'ended', grants: [] } },
      deps.clock.now(),
    );
}

/** Auditors hold what they hold in a room; one that is not there shows what they hold elsewhere: nothing. */
function grantOf(role: Role): Grant {
  return POLICY[role].given === 'engagement'
    ? { role, within: { kind: 'engagement', id: 'rom_elsewhere' } }
    : wholly(role);
}

// A whole house for tests: real engine, real files, real HTTP application, two organisations with canaries.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { Role } from '@assay/core';
import type { Deps } from '../app/deps.ts';
import { httpApp } from '../app/http.ts';
import { below } from '../platform/below.ts';
import { localBlobs } from '../platform/blobs/localBlobs.ts';
import { systemClock } from '../platform/clock.ts';
import { newId, newSecret, sha256Hex } from '../platform/crypto.ts';
import { openDataDir, type DataDir } from '../platform/datadir.ts';
import { diskMail } from '../platform/mail/mail.ts';
import { fileKeys } from '../platform/keys.ts';
import { Database, type DatabasePlace } from '../platform/postgres/database.ts';
import { startEngine } from '../platform/postgres/engine.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { addSession } from '../slices/access/access.repository.ts';
import {
  createOrganisation,
  csrfOf,
  firstSettings,
  later,
  theOwner,
} from '../slices/access/access.usecases.ts';
import { byItself, type OrgScope } from '../slices/access/access.module.ts';
import { Readings } from '../slices/evidence/evidence.module.ts';
import { documents } from '../app/documents.ts';
import { histories } from '../app/histories.ts';
import { databaseAt, dropDatabase, makeDatabase, nameOfDatabase } from './databases.ts';
import { templateOfRun } from './door.ts';
import { readCatalogue } from '../slices/frameworks/frameworks.module.ts';

const content = fileURLToPath(new URL('../../../../content', import.meta.url));

export interface House {
  readonly deps: Deps;
  readonly app: Hono;
  readonly place: DatabasePlace;
  /** An organisation of its own owner, with its name in every text. */
  organisation(slug: string): Promise<OrgScope>;
  /** Where the key of an organisation's ledger remembers what it signed last. */
  keysFile(scope: OrgScope): string;
  /** Headers of a new person with a role in an organisation. */
  person(scope: OrgScope, role: Role): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

/** Headers of the local owner, who authenticates by the machine's token. */
export const OWNER = { authorization: 'Bearer test-token' } as const;

/** Opens a house on the engine of the test run; outside of one (a bench), on an engine of its own. */
export async function openHouse(): Promise<House> {
  const directory = mkdtempSync(join(tmpdir(), 'assay-test-'));
  // As root the engine runs as somebody else, who must be able to walk here.
  chmodSync(directory, 0o711);
  const data = openDataDir(join(directory, 'data'));
  const own = await ownDatabase(data);
  const { place } = own;
  const db = new Database(place);
  const deps = depsOver(db, { directory, data });
  return {
    deps,
    place,
    app: httpApp(deps, { hosts: ['test'], web: join(directory, 'web'), requestsPerMinute: 1_000_000 }),
    organisation: (slug) => organisation(deps, slug),
    keysFile: (scope) => join(data.keys, `${scope.org}.checkpoint`),
    person: (scope, role) => person(deps, scope, role),
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
  { directory, data }: { readonly directory: string; readonly data: DataDir },
): Deps {
  return {
    db,
    pool: db,
    blobs: localBlobs(data.artefacts),
    keys: fileKeys(data.keys),
    mail: diskMail(join(directory, 'mail'), { from: 'assay@test', origin: 'http://test' }),
    clock: systemClock(),
    readings: new Readings(),
    catalogue: readCatalogue(content),
    histories,
    documents,
    version: 'test',
    mayCollectFrom: below([join(directory, 'collect')]),
    localTokenHash: sha256Hex('test-token'),
  };
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

async function person(deps: Deps, scope: OrgScope, role: Role): Promise<Readonly<Record<string, string>>> {
  const now = deps.clock.now();
  const id = newId('principal', now);
  const token = newSecret();
  await deps.db.inIdentity(async (tx) => {
    await tx
      .insertInto('principals')
      .values({ principal_id: id, name: `${role} of ${scope.slug}`, created_at: now })
      .execute();
    await tx.insertInto('memberships').values({ org_id: scope.org, principal_id: id, role }).execute();
    await addSession(tx, {
      hash: sha256Hex(token),
      csrfHash: sha256Hex(csrfOf(token)),
      principal: id,
      now,
      expiresAt: later(now, 60),
    });
  });
  return { cookie: `assay_session=${token}`, 'assay-csrf': csrfOf(token) };
}

// Databases of a test run, made and dropped by name.
import { Client } from 'pg';
import { newSecret } from '../platform/crypto.ts';
import { ownerConnection, type DatabasePlace } from '../platform/postgres/database.ts';

/** A name that no other test file has. */
export function nameOfDatabase(): string {
  const random = newSecret()
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();
  return `assay_test_${random.slice(0, 12)}`;
}

/** Another database of the same server. */
export function databaseAt(place: DatabasePlace, name: string): DatabasePlace {
  if (place.kind === 'embedded') return { ...place, database: name };
  const url = new URL(place.url);
  url.pathname = `/${name}`;
  return { kind: 'external', url: url.toString() };
}

/** Makes a database, empty or as a copy of another that nobody is connected to. */
export function makeDatabase(
  server: DatabasePlace,
  made: DatabasePlace,
  copyOf?: DatabasePlace,
): Promise<void> {
  const template = copyOf === undefined ? '' : ` template ${nameIn(copyOf)}`;
  return run(server, `create database ${nameIn(made)}${template}`);
}

export function dropDatabase(server: DatabasePlace, dropped: DatabasePlace): Promise<void> {
  return run(server, `drop database ${nameIn(dropped)} with (force)`);
}

function nameIn(place: DatabasePlace): string {
  return place.kind === 'embedded' ? (place.database ?? 'assay') : new URL(place.url).pathname.slice(1);
}

async function run(server: DatabasePlace, statement: string): Promise<void> {
  const client = new Client(ownerConnection(server));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

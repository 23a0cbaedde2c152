// The engine that all test files share: started when the first of them asks, with one database that is migrated once.
// Each house gets a copy of that database, so that test files never meet.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataDir } from '../platform/datadir.ts';
import type { DatabasePlace } from '../platform/postgres/database.ts';
import { startEngine } from '../platform/postgres/engine.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { databaseAt, dropDatabase, makeDatabase, nameOfDatabase } from './databases.ts';
import { DOOR } from './door.ts';

interface Shared {
  readonly template: DatabasePlace;
  stop(): Promise<void>;
}

/** Opens the door before the first test file; who comes through it learns where the migrated database is. */
export function setup(): () => Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'assay-tests-'));
  // As root the engine runs as somebody else, who must be able to walk here.
  chmodSync(directory, 0o711);
  let shared: Promise<Shared> | undefined;
  const door = createServer((visitor) => {
    shared ??= share(directory);
    shared.then(
      ({ template }) => visitor.end(JSON.stringify(template)),
      (cause: unknown) => visitor.destroy(cause instanceof Error ? cause : new Error(String(cause))),
    );
  });
  const path = join(directory, 'door');
  door.listen(path);
  process.env[DOOR] = path;
  return async () => {
    door.close();
    await (await shared)?.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}

async function share(directory: string): Promise<Shared> {
  const url = process.env['ASSAY_TEST_DATABASE_URL'];
  if (url !== undefined) {
    const server: DatabasePlace = { kind: 'external', url };
    const template = databaseAt(server, nameOfDatabase());
    await makeDatabase(server, template);
    await migrate(template);
    return { template, stop: () => dropDatabase(server, template) };
  }
  const data = openDataDir(join(directory, 'data'));
  // Nothing here outlives the run, so nothing waits for the disk; the kills in e2e have engines of their own.
  const engine = await startEngine(data, ['fsync=off', 'max_connections=200']);
  const template: DatabasePlace = { kind: 'embedded', socket: engine.socket };
  await migrate(template);
  return {
    template,
    stop: async () => {
      await engine.stop();
      data.release();
    },
  };
}

// Asks an engine whether it answers queries yet.
import { Client } from 'pg';
import { OWNER_ROLE } from './roles.ts';

/** Tries until the engine answers, `millis` have passed, or `gone` says that it will not. */
export async function canConnect(
  socket: string,
  millis: number,
  gone: () => boolean = () => false,
): Promise<boolean> {
  const end = performance.now() + millis;
  while (performance.now() < end && !gone()) {
    const client = new Client({
      host: socket,
      user: OWNER_ROLE,
      database: 'postgres',
      connectionTimeoutMillis: 1000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 15));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

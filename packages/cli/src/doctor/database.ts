// The database: embedded by default; the server of DATABASE_URL is reached for a moment.
import { createConnection } from 'node:net';
import { well, type Finding } from './finding.ts';

const PATIENCE_MS = 3000;
const DEFAULT_PORT = 5432;

export async function databaseFinding(url: string | undefined): Promise<Finding> {
  if (url === undefined || url === '') return well('Database', 'embedded PostgreSQL 18');
  const form = { what: 'Database', remedy: 'Write it as postgresql://user:password@host:5432/database.' };
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))
    return { ...form, state: 'bad', detail: 'DATABASE_URL is not a PostgreSQL address' };
  const { hostname, port } = new URL(url);
  const place = { host: hostname || 'localhost', port: Number(port || DEFAULT_PORT) };
  const failure = await reach(place);
  if (failure === undefined) return well('Database', `${place.host}:${place.port} of DATABASE_URL answers`);
  return {
    what: 'Database',
    state: 'bad',
    detail: `${place.host}:${place.port} of DATABASE_URL does not answer (${failure})`,
    remedy: 'Start that PostgreSQL, or unset DATABASE_URL to use the embedded one.',
  };
}

function reach(place: { readonly host: string; readonly port: number }): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection(place);
    const end = (said: string | undefined): void => {
      socket.destroy();
      resolve(said);
    };
    socket.setTimeout(PATIENCE_MS, () => end('it took too long'));
    socket.once('connect', () => end(undefined));
    socket.once('error', (cause: NodeJS.ErrnoException) => end(cause.code ?? cause.message));
  });
}

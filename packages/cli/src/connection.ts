// Finds the running server and its organisation; failures end the command with one sentence.
import { createClient, type Client, type Failure, type Reply } from '@assay/contract';
import type { Result } from '@assay/core';
import { CommandEnd, EXIT, exitOfStatus } from './exit.ts';

export interface Where {
  readonly data?: string | undefined;
  readonly url?: string | undefined;
  readonly org?: string | undefined;
}

export interface Connection {
  readonly client: Client;
  readonly org: string;
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Flag, then environment, then the note that a running server left in its data directory. */
export async function connect(where: Where): Promise<Connection> {
  const { defaultDataPath, readServerNote } = await import('@assay/server');
  const note = readServerNote(where.data ?? defaultDataPath(process.env));
  const origin = where.url ?? process.env['ASSAY_URL'] ?? note?.origin;
  const token = process.env['ASSAY_TOKEN'] ?? note?.token;
  if (origin === undefined || token === undefined)
    throw new CommandEnd(
      EXIT.error,
      'No Assay is running with this data.',
      'Start it with assay serve, or name its directory with --data.',
    );
  const headers = { authorization: `Bearer ${token}` };
  const client = createClient({ origin, headers: () => headers });
  return {
    client,
    origin,
    headers,
    org: where.org ?? process.env['ASSAY_ORG'] ?? (await onlyOrganisation(client)),
  };
}

async function onlyOrganisation(client: Client): Promise<string> {
  const session = take(await client['session.read']({}));
  const own = session.organisations.find((each) => !each.demo) ?? session.organisations[0];
  if (!own)
    throw new CommandEnd(EXIT.notFound, 'There is no organisation yet.', 'Make one with assay init NAME.');
  return own.slug;
}

/** The data of an answer; a failure ends the command. */
export function take<T>(result: Result<Reply<T>, Failure>): T {
  if (result.ok) return result.value.data;
  throw endOf(result.error);
}

/** How a failure ends the command. */
export function endOf(failure: Failure): CommandEnd {
  if ('status' in failure)
    return new CommandEnd(exitOfStatus(failure.status), `${failure.title}: ${failure.detail}`);
  return new CommandEnd(EXIT.error, failure.detail, 'Is the server still running? assay doctor looks.');
}

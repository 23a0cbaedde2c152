// Finds the running server and its organisation; failures end the command with one sentence.
import { createClient, type Client, type Failure, type Reply } from '@assay/contract';
import type { Result } from '@assay/core';
import { defaultDataPath, readServerNote } from '@assay/server/place';
import { settings, type Flags } from './config.ts';
import { CommandEnd, EXIT, exitOfStatus } from './exit.ts';
import { pick } from './pick.ts';

export interface Connection {
  readonly client: Client;
  readonly org: string;
  readonly origin: string;
}

/** Connects to the server that flags, environment, files or its own note name, without an organisation. */
export function connect(flags: Flags): Omit<Connection, 'org'> {
  const of = settings(flags);
  const note = readServerNote(of('data')?.value ?? defaultDataPath(process.env));
  const url = of('url');
  const origin = url === undefined ? note?.origin : originOf(url.value);
  const token = of('token');
  if (token !== undefined && url?.from === 'project')
    throw new CommandEnd(
      EXIT.auth,
      `A token is not sent to ${url.value}, which only a project’s file names.`,
      'If you trust it, name it yourself: --url, ASSAY_URL, or your own configuration.',
    );
  // The machine's own token belongs to the server that wrote it, and goes nowhere else.
  const secret = token?.value ?? (note?.origin === origin ? note?.token : undefined);
  if (origin === undefined)
    throw new CommandEnd(
      EXIT.error,
      'No Assay is running with this data.',
      'Start it with assay serve, or name its directory with --data.',
    );
  if (secret === undefined)
    throw new CommandEnd(
      EXIT.auth,
      `There is no token for ${origin}.`,
      'Set ASSAY_TOKEN, or name the data directory of that server with --data.',
    );
  const headers = { authorization: `Bearer ${secret}` };
  return { origin, client: createClient({ origin, headers: () => headers }) };
}

/** Connects and settles on one organisation: the one named, or the only one that is not a demo. */
export async function connectTo(flags: Flags): Promise<Connection> {
  const { client, origin } = connect(flags);
  const wanted = settings(flags)('org')?.value;
  const { organisations } = take(await client['session.read']({}));
  if (wanted !== undefined) {
    const slugs = organisations.map((each) => each.slug);
    return { client, origin, org: pick(wanted, slugs, { kind: 'organisation', list: 'assay org list' }) };
  }
  const own = organisations.filter((each) => !each.demo);
  const [only] = own.length > 0 ? own : organisations;
  if (!only)
    throw new CommandEnd(EXIT.notFound, 'There is no organisation yet.', 'Make one with assay init NAME.');
  if (own.length > 1)
    throw new CommandEnd(
      EXIT.usage,
      `There are several organisations: ${own.map((each) => each.slug).join(', ')}.`,
      'Choose one with --org or ASSAY_ORG.',
    );
  return { client, origin, org: only.slug };
}

/** The data of an answer; a failure ends the command. */
export function take<T>(result: Result<Reply<T>, Failure>): T {
  if (result.ok) return result.value.data;
  throw endOf(result.error);
}

/** The data of an answer with its ETag, for a write that must not overwrite somebody else's. */
export function takeWithTag<T>(result: Result<Reply<T>, Failure>): {
  readonly data: T;
  readonly etag: string;
} {
  if (result.ok) return { data: result.value.data, etag: result.value.etag ?? '' };
  throw endOf(result.error);
}

/** How a failure ends the command. */
export function endOf(failure: Failure): CommandEnd {
  if (!('status' in failure))
    return new CommandEnd(EXIT.error, failure.detail, 'Is the server still running? assay doctor looks.');
  const more = (failure.errors ?? []).slice(1).map((each) => `; ${each.pointer}: ${each.message}`);
  return new CommandEnd(exitOfStatus(failure.status), `${failure.title}: ${failure.detail}${more.join('')}`);
}

function originOf(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return new URL(url).origin;
  throw new CommandEnd(EXIT.usage, `${url} is not an address.`, 'Write it as http://127.0.0.1:7373.');
}

// One request over one connection to an address that was judged before; the name serves the certificate and the Host.
import { err, ok, type Result } from '@assay/core';
import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { EgressRefusal, EgressRequest } from './asking.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface Exchange extends EgressRequest {
  readonly address: string;
  readonly largest: number;
  readonly until: AbortSignal;
}

const NOT_REACHED = err<EgressRefusal>({
  because: 'unreachable',
  detail: 'The address cannot be reached, or breaks off, or its certificate is not valid.',
});

/** Sends and receives within the limits. */
export function exchange(url: URL, given: Exchange): Promise<Result<Reply, EgressRefusal>> {
  const options: RequestOptions = {
    method: given.method ?? 'GET',
    headers: { ...given.headers, 'accept-encoding': 'identity' },
    agent: false,
    lookup: pinnedTo(given.address),
    signal: given.until,
    maxHeaderSize: 16 * 1024,
  };
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? overHttps : overHttp;
    let answered = false;
    const outgoing = send(url, options, (reply) => {
      answered = true;
      receive(reply, given.largest).then(resolve, () => resolve(NOT_REACHED));
    });
    outgoing.once('socket', (socket) =>
      socket.once('connect', () => {
        // Were the pinned address not the one that was taken, nothing would be sent.
        if (socket.remoteAddress !== given.address) outgoing.destroy();
      }),
    );
    outgoing.once('error', () => resolve(NOT_REACHED));
    outgoing.once('close', () => {
      if (!answered) resolve(NOT_REACHED);
    });
    outgoing.end(given.body);
  });
}

/** Answers every question for a name with the one address. */
function pinnedTo(address: string): LookupFunction {
  return (_name, options, done) => {
    if (options.all) done(null, [{ address, family: isIP(address) }]);
    else done(null, address, isIP(address));
  };
}

async function receive(reply: IncomingMessage, largest: number): Promise<Result<Reply, EgressRefusal>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const bytes: AsyncIterable<Uint8Array> = reply;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > largest)
      return err({ because: 'too_large', detail: `The answer is larger than ${largest} bytes.` });
    chunks.push(chunk);
  }
  if (!reply.complete) return NOT_REACHED;
  const headers = Object.entries(reply.headersDistinct).map(([name, values = []]): [string, string] => [
    name,
    values.join(', '),
  ]);
  return ok({
    status: reply.statusCode ?? 0,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
  });
}

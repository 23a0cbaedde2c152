// A request that is no HTTP, or whose headers are too large, is refused before any route: as a problem all the same.
import type { Duplex } from 'node:stream';
import { codeOf } from '../platform/failure.ts';
import { newId } from '../platform/crypto.ts';
import { systemClock } from '../platform/clock.ts';
import type { Refusal } from './refusal.ts';
import { problemResponse } from './reply.ts';

const clock = systemClock();

/** Answers on the bare connection and closes it. */
export function refuseUnreadable(cause: Error, socket: Duplex): void {
  if (!socket.writable) return;
  const refusal: Refusal =
    codeOf(cause) === 'HPE_HEADER_OVERFLOW'
      ? { code: 'request.too_large', detail: 'The headers are larger than 16 KiB.' }
      : { code: 'request.invalid', detail: 'This is not a request that HTTP knows.' };
  void send(socket, problemResponse(refusal, newId('request', clock.now())));
}

async function send(socket: Duplex, response: Response): Promise<void> {
  const body = await response.text();
  const head = [
    `HTTP/1.1 ${response.status} ${response.status === 413 ? 'Content Too Large' : 'Bad Request'}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

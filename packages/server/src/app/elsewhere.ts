// An origin of its own for files that people uploaded: a browser that opens one is sent to another port (or name), where
// there is no application, no cookie that counts and no other file, with a ticket that works once and for a minute.
import { Hono } from 'hono';
import { newId, newSecret, sha256Hex } from '../platform/crypto.ts';
import type { Clock } from '../platform/clock.ts';
import { problemResponse } from './reply.ts';
import { hostIsOurs, secure } from './security.ts';

const LIVES_MS = 60_000;
/** Tickets that wait at once; the oldest gives way. */
const MOST_WAITING = 200;

export interface Elsewhere {
  /** The answer, or the way to it when it is a file that a browser wants to open. */
  send(request: Request, answer: Response): Response;
  /** What answers at the other origin. */
  readonly app: Hono;
}

interface Place {
  /** The other origin, as browsers reach it. */
  readonly origin: string;
  readonly hosts: readonly string[];
  readonly clock: Clock;
}

/** Makes the other origin; a file waits unread until its ticket comes. */
export function elsewhere(place: Place): Elsewhere {
  const waiting = new Map<string, Response>();
  const forget = (ticket: string): void => {
    void waiting.get(ticket)?.body?.cancel();
    waiting.delete(ticket);
  };
  return {
    app: otherApp(place, (secret) => {
      const ticket = sha256Hex(secret);
      const file = waiting.get(ticket);
      waiting.delete(ticket);
      return file;
    }),
    send(request, answer) {
      if (!opensInBrowser(request) || !isFile(answer)) return answer;
      const secret = newSecret();
      const ticket = sha256Hex(secret);
      waiting.set(ticket, answer);
      setTimeout(forget, LIVES_MS, ticket).unref();
      const [oldest] = waiting.keys();
      if (waiting.size > MOST_WAITING && oldest !== undefined) forget(oldest);
      return new Response(null, {
        status: 303,
        headers: { location: `${place.origin}/${secret}`, 'cache-control': 'private, no-store' },
      });
    },
  };
}

/** The browser itself goes there; what a script or a program fetches it gets where it asked. */
function opensInBrowser(request: Request): boolean {
  return request.method === 'GET' && request.headers.get('sec-fetch-mode') === 'navigate';
}

function isFile(answer: Response): boolean {
  return answer.status === 200 && (answer.headers.get('content-disposition') ?? '').startsWith('attachment');
}

function otherApp({ hosts, origin, clock }: Place, take: (secret: string) => Response | undefined): Hono {
  const app = new Hono();
  app.all('*', (context) => {
    const id = newId('request', clock.now());
    const ours = hostIsOurs(context.req.header('host'), [...hosts, new URL(origin).hostname]);
    const file = ours && context.req.method === 'GET' ? take(context.req.path.slice(1)) : undefined;
    const answer =
      file ??
      problemResponse({ code: 'request.not_found', detail: 'There is no such file, or not any more.' }, id);
    secure(answer, origin.startsWith('https://'));
    answer.headers.set('x-request-id', id);
    return answer;
  });
  return app;
}

// What every request passes before any route: its host, its address, its share. Every answer leaves with the headers of
// the house, and what was refused or failed is noted, without anything that the caller sent.
import { IncomingMessage, ServerResponse } from 'node:http';
import { millisOfInstant } from '@assay/core';
import type { Next } from 'hono';
import { newId } from '../platform/crypto.ts';
import { faultText, log as standardLog, type Log } from '../platform/log.ts';
import { callerAddress, countedAs, type Trusted } from './address.ts';
import { behindTls } from './cookie.ts';
import type { Deps } from './deps.ts';
import { tooMany, tooManyAtOnce } from './dispatch.ts';
import type { Limits } from './limits.ts';
import { faultOf, problemResponse } from './reply.ts';
import { hostIsOurs, secure } from './security.ts';

/** What is known of a request before its route. */
interface Known {
  readonly requestId: string;
  /** The caller's address, past our own proxies. */
  readonly address: string;
  readonly countedAs: string;
  /** The route that took it, for the log. */
  route: string;
}

/** What is looked at of a request, and where its answer will stand. */
interface Asked {
  readonly req: {
    readonly raw: Request;
    readonly method: string;
    header(name: string): string | undefined;
  };
  readonly env: unknown;
  res: Response;
}

export interface FrontDoor {
  pass(context: Asked, next: Next): Promise<void>;
  fault(cause: Error, context: Asked): Response;
  of(context: Asked): Known;
}

interface DoorOptions {
  readonly limits: Limits;
  readonly hosts: readonly string[];
  readonly trusted?: Trusted;
  readonly log?: Log;
}

/** Answers that say something about who knocks: not signed in, not allowed, another name, too much. */
const NOTED = new Set([401, 403, 410, 421, 429]);

export function frontDoor(deps: Deps, options: DoorOptions): FrontDoor {
  const known = new WeakMap<Request, Known>();
  const note = options.log ?? standardLog;
  const of = (context: Asked): Known => {
    const held = known.get(context.req.raw);
    if (held) return held;
    const address = callerAddress(
      incomingOf(context.env)?.socket.remoteAddress ?? '',
      context.req.header('x-forwarded-for') ?? null,
      options.trusted ?? (() => false),
    );
    const fresh = {
      requestId: newId('request', deps.clock.now()),
      address,
      countedAs: countedAs(address),
      route: '',
    };
    known.set(context.req.raw, fresh);
    return fresh;
  };
  return {
    of,
    async pass(context, next) {
      const began = performance.now();
      const refusal = refusalOf(deps, options, { context, known: of(context) });
      if (refusal) context.res = refusal;
      else await next();
      secure(context.res, behindTls(deps));
      const { requestId, address, route } = of(context);
      context.res.headers.set('x-request-id', requestId);
      const { status } = context.res;
      if (NOTED.has(status) || status >= 500)
        note(status >= 500 ? 'error' : 'warn', 'refused', {
          request: requestId,
          status,
          method: context.req.method,
          route,
          address,
          millis: Math.round(performance.now() - began),
        });
    },
    fault(cause, context) {
      const { requestId, route } = of(context);
      const refusal = faultOf(cause);
      note(refusal.code === 'server.internal' ? 'error' : 'warn', 'fault', {
        request: requestId,
        code: refusal.code,
        route,
        error: faultText(cause),
      });
      return problemResponse(refusal, requestId);
    },
  };
}

function refusalOf(
  deps: Deps,
  options: DoorOptions,
  asked: { readonly context: Asked; readonly known: Known },
): Response | undefined {
  const { known, context } = asked;
  const { addresses, atOnce } = options.limits;
  if (!hostIsOurs(context.req.header('host'), [...options.hosts, new URL(deps.origin).hostname]))
    return problemResponse(
      {
        code: 'access.host',
        detail: 'Assay does not answer to this host name; start it with --allow-host to allow one.',
      },
      known.requestId,
    );
  const rate = addresses.take(known.countedAs, millisOfInstant(deps.clock.now()));
  if (!rate.allowed) return tooMany(known.requestId, rate);
  const leaveAll = atOnce.all.enter('');
  if (!leaveAll)
    return problemResponse(
      { code: 'server.busy', detail: 'Assay answers as many requests as it can; try again in a moment.' },
      known.requestId,
    );
  const leave = atOnce.address.enter(known.countedAs);
  if (leave) whenAnswered(context.env, () => [leave(), leaveAll()]);
  else leaveAll();
  return leave ? undefined : tooManyAtOnce(known.requestId);
}

/** Once the last byte is sent or the caller has hung up; at once where there is no connection. */
function whenAnswered(env: unknown, leave: () => void): void {
  const outgoing =
    typeof env === 'object' && env !== null && 'outgoing' in env && env.outgoing instanceof ServerResponse
      ? env.outgoing
      : undefined;
  if (outgoing) outgoing.once('close', leave);
  else leave();
}

/** The request as the socket gives it; none in tests that have no socket. */
export function incomingOf(env: unknown): IncomingMessage | undefined {
  return typeof env === 'object' &&
    env !== null &&
    'incoming' in env &&
    env.incoming instanceof IncomingMessage
    ? env.incoming
    : undefined;
}

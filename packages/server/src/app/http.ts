// The HTTP application: API, sign-in, reference pages and the web's files, behind one set of checks.
import { IncomingMessage } from 'node:http';
import { openApiDocument } from '@assay/contract';
import { millisOfInstant } from '@assay/core';
import { Hono } from 'hono';
import { newId } from '../platform/crypto.ts';
import { log } from '../platform/log.ts';
import { signIn } from '../slices/access/sessions.usecases.ts';
import { endLocalSession } from './signout.ts';
import { SESSION_COOKIE } from './caller.ts';
import type { Deps } from './deps.ts';
import { dispatch, tooMany } from './dispatch.ts';
import { Limiter } from './limiter.ts';
import { llmsText, missingPage, problemPage, problemsPage, referencePage } from './pages.ts';
import { faultOf, problemResponse } from './reply.ts';
import { boundRoutes } from './routes.ts';
import { hostIsOurs, secure } from './security.ts';
import { serveWeb } from './static.ts';

export interface HttpOptions {
  /** Host names that the server answers to, without port; loopback names always. */
  readonly hosts: readonly string[];
  /** Directory of the built web application. */
  readonly web: string;
  readonly requestsPerMinute?: number;
  /** Refused callers and tried sign-in links of one address. */
  readonly strangersPerMinute?: number;
}

/** Builds the application; it holds no state but the rate windows. */
export function httpApp(deps: Deps, options: HttpOptions): Hono {
  const app = new Hono();
  const limits = {
    callers: new Limiter(options.requestsPerMinute ?? 6000),
    strangers: new Limiter(options.strangersPerMinute ?? 120),
  };
  app.use('*', async (context, next) => {
    const requestId = newId('request', deps.clock.now());
    if (!hostIsOurs(context.req.header('host'), options.hosts)) {
      context.res = problemResponse(
        {
          code: 'access.host',
          detail: 'Assay does not answer to this host name; start it with --host to allow one.',
        },
        requestId,
      );
    } else {
      await next();
    }
    secure(context.res);
    context.res.headers.set('x-request-id', requestId);
    return undefined;
  });
  app.onError((cause) => {
    const requestId = newId('request', deps.clock.now());
    const refusal = faultOf(cause);
    log(refusal.code === 'server.internal' ? 'error' : 'warn', 'fault', {
      requestId,
      code: refusal.code,
      error: cause.stack ?? cause.message,
    });
    return problemResponse(refusal, requestId);
  });
  for (const bound of boundRoutes) {
    app.on(bound.route.method, bound.route.path.replace(/\{(\w+)\}/g, ':$1'), async (context) => {
      const call = {
        request: context.req.raw,
        // Past the web’s streams: they cost a large file most of its time.
        incoming: bound.route.body === 'bytes' ? incomingOf(context.env) : undefined,
        params: context.req.param(),
        requestId: newId('request', deps.clock.now()),
        limits,
        address: addressOf(context.env),
      };
      const response = await dispatch(deps, bound, call);
      return bound.id === 'session.end' ? endLocalSession(deps, context.req.raw, response) : response;
    });
  }
  refuseOtherMethods(app, deps);
  addPages(app, deps, limits.strangers);
  app.get('*', (context) => serveWeb(options.web, context.req.path));
  return app;
}

/** A path that is known under other methods says which. */
function refuseOtherMethods(app: Hono, deps: Deps): void {
  const methods = new Map<string, string[]>();
  for (const { route } of boundRoutes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    methods.set(path, [...(methods.get(path) ?? []), route.method]);
  }
  for (const [path, allowed] of methods)
    app.all(path, () => {
      const response = problemResponse(
        { code: 'request.method', detail: `This path answers to ${allowed.join(', ')}.` },
        newId('request', deps.clock.now()),
      );
      response.headers.set('allow', allowed.join(', '));
      return response;
    });
}

/** Sign-in and the pages that need no script. */
function addPages(app: Hono, deps: Deps, strangers: Limiter): void {
  app.get('/openapi.json', (context) => context.json(openApiDocument()));
  app.get('/docs/api', (context) => context.html(referencePage()));
  app.get('/llms.txt', (context) => context.text(llmsText()));
  app.get('/problems', (context) => context.html(problemsPage()));
  app.get('/problems/:code', (context) => {
    const code = context.req.param('code');
    const found = problemPage(code);
    return found === undefined ? context.html(missingPage(`problem ${code}`), 404) : context.html(found);
  });
  app.get('/login', async (context) => {
    const rate = strangers.take(addressOf(context.env), millisOfInstant(deps.clock.now()));
    if (!rate.allowed) return tooMany(newId('request', deps.clock.now()), rate);
    const session = await signIn(deps, context.req.query('token') ?? '', {
      agent: context.req.header('user-agent') ?? '',
      address: addressOf(context.env),
    });
    if (!session.ok) return problemResponse(session.error, newId('request', deps.clock.now()));
    context.header(
      'set-cookie',
      `${SESSION_COOKIE}=${session.value.token}; HttpOnly; SameSite=Lax; Path=/; Max-Age=${deps.signIn.absoluteMinutes * 60}`,
    );
    return context.redirect('/', 303);
  });
  app.all('/v1/*', () =>
    problemResponse(
      { code: 'request.not_found', detail: 'The API has no such route; /openapi.json lists them all.' },
      newId('request', deps.clock.now()),
    ),
  );
}

/** Where a request comes from: what a caller who is not known yet is counted by. */
function addressOf(env: unknown): string {
  return incomingOf(env)?.socket.remoteAddress ?? '';
}

/** The request as the socket gives it; none in tests that have no socket. */
function incomingOf(env: unknown): IncomingMessage | undefined {
  return typeof env === 'object' &&
    env !== null &&
    'incoming' in env &&
    env.incoming instanceof IncomingMessage
    ? env.incoming
    : undefined;
}

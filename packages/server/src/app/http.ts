// The HTTP application: API, sign-in, reference pages and the web's files, behind one set of checks.
import { openApiDocument } from '@assay/contract';
import { millisOfInstant } from '@assay/core';
import { Hono } from 'hono';
import type { Log } from '../platform/log.ts';
import { signIn } from '../slices/access/sessions.usecases.ts';
import type { Trusted } from './address.ts';
import { sessionCookie } from './cookie.ts';
import type { Deps } from './deps.ts';
import { dispatch, tooMany } from './dispatch.ts';
import type { Elsewhere } from './elsewhere.ts';
import { frontDoor, incomingOf, type FrontDoor } from './frontDoor.ts';
import type { Limiter } from './limiter.ts';
import { freshLimits, type LimitOptions } from './limits.ts';
import { llmsText, missingPage, problemPage, problemsPage, referencePage } from './pages.ts';
import { problemResponse } from './reply.ts';
import { boundRoutes } from './routes.ts';
import { endLocalSession } from './signout.ts';
import { serveWeb } from './static.ts';

export interface HttpOptions extends LimitOptions {
  /** Host names that the server answers to, without port; loopback names always. */
  readonly hosts: readonly string[];
  /** Directory of the built web application. */
  readonly web: string;
  /** Proxies of ours, whose X-Forwarded-For is heard; none by default. */
  readonly trusted?: Trusted;
  /** Where files that people uploaded are opened, when that is another origin. */
  readonly elsewhere?: Elsewhere | undefined;
  /** Where refusals and faults are noted. */
  readonly log?: Log;
}

/** Builds the application; it holds no state but the windows of its limits. */
export function httpApp(deps: Deps, options: HttpOptions): Hono {
  const app = new Hono();
  const limits = freshLimits(options);
  const door = frontDoor(deps, { ...options, limits });
  app.use('*', (context, next) => door.pass(context, next));
  app.onError((cause, context) => door.fault(cause, context));
  for (const bound of boundRoutes) {
    app.on(bound.route.method, bound.route.path.replace(/\{(\w+)\}/g, ':$1'), async (context) => {
      const known = door.of(context);
      known.route = bound.id;
      const call = {
        request: context.req.raw,
        // Past the web’s streams: they cost a large file most of its time.
        incoming: bound.route.body === 'bytes' ? incomingOf(context.env) : undefined,
        params: context.req.param(),
        limits,
        ...known,
      };
      const response = await dispatch(deps, bound, call);
      if (bound.id === 'session.end') return endLocalSession(deps, context.req.raw, response);
      return options.elsewhere?.send(context.req.raw, response) ?? response;
    });
  }
  refuseOtherMethods(app, door);
  addPages(app, { deps, door, strangers: limits.strangers });
  app.get('*', (context) => serveWeb(options.web, context.req.path));
  app.notFound((context) =>
    problemResponse(
      { code: 'request.not_found', detail: 'There is nothing at this path for this method.' },
      door.of(context).requestId,
    ),
  );
  return app;
}

/** A path that is known under other methods says which. */
function refuseOtherMethods(app: Hono, door: FrontDoor): void {
  const methods = new Map<string, string[]>();
  for (const { route } of boundRoutes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    methods.set(path, [...(methods.get(path) ?? []), route.method]);
  }
  for (const [path, allowed] of methods)
    app.all(path, (context) => {
      const response = problemResponse(
        { code: 'request.method', detail: `This path answers to ${allowed.join(', ')}.` },
        door.of(context).requestId,
      );
      response.headers.set('allow', allowed.join(', '));
      return response;
    });
}

/** Sign-in and the pages that need no script. */
function addPages(
  app: Hono,
  { deps, door, strangers }: { readonly deps: Deps; readonly door: FrontDoor; readonly strangers: Limiter },
): void {
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
    const known = door.of(context);
    const rate = strangers.take(known.countedAs, millisOfInstant(deps.clock.now()));
    if (!rate.allowed) return tooMany(known.requestId, rate);
    const session = await signIn(deps, context.req.query('token') ?? '', {
      agent: context.req.header('user-agent') ?? '',
      address: known.address,
    });
    if (!session.ok) return problemResponse(session.error, known.requestId);
    context.header('set-cookie', sessionCookie(deps, session.value.token, deps.signIn.absoluteMinutes * 60));
    return context.redirect('/', 303);
  });
  app.all('/v1/*', (context) =>
    problemResponse(
      { code: 'request.not_found', detail: 'The API has no such route; /openapi.json lists them all.' },
      door.of(context).requestId,
    ),
  );
}

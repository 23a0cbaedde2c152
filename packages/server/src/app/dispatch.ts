// One request to one route: who calls, may they, is it well formed, act, answer.
import { err, millisOfInstant, ok, type Instant, type Result, type Target } from '@assay/core';
import { authorize, type Origin, type OrgScope } from '../slices/access/access.module.ts';
import { proven } from '../slices/access/account/mine.usecases.ts';
import { sha256Hex } from '../platform/crypto.ts';
import { readJson } from './body.ts';
import { asLines, inLargePages, wantsLines } from './bulk.ts';
import { callerOf, type Caller } from './caller.ts';
import { bindingCookie, bindingOf, sessionCookie } from './cookie.ts';
import type { Deps } from './deps.ts';
import type { AnyContext, Bound } from './handler.ts';
import { inOneUnit, type Keyed, type Outcome } from './idempotency.ts';
import type { Verdict } from './limiter.ts';
import type { Limits } from './limits.ts';
import type { Refusal } from './refusal.ts';
import { problemResponse, successResponse } from './reply.ts';
import { inScim } from './scim.ts';

/** As long as a question to a provider may stay open. */
const BINDING_SECONDS = 300;
/** Longest key; a longer one is refused rather than cut, for cut keys could meet. */
const KEY_LENGTH = 200;

export interface Call {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  /** The body as it comes from the socket; a server without one gives the request’s own. */
  readonly incoming?: AsyncIterable<Uint8Array> | undefined;
  readonly requestId: string;
}

/** Requests of a known caller are counted by who it is and by which key, refused ones by where they come from. */
interface Counted {
  readonly limits: Limits;
  readonly address: string;
  /** What the address is counted under. */
  readonly countedAs: string;
}

/** Answers a call; refusals are problems, faults are thrown. */
export async function dispatch(deps: Deps, bound: Bound, call: Call & Counted): Promise<Response> {
  const answered = await answerTo(deps, bound, call);
  return bound.route.scim ? inScim(answered) : answered;
}

async function answerTo(deps: Deps, bound: Bound, call: Call & Counted): Promise<Response> {
  const { route } = bound;
  const now = deps.clock.now();
  const base = {
    deps,
    now,
    requestId: call.requestId,
    ifMatch: call.request.headers.get('if-match') ?? undefined,
    received: () => undefined,
    keyed: undefined,
    gone: call.request.signal,
    binding: bindingOf(deps, call.request),
    device: { agent: call.request.headers.get('user-agent')?.slice(0, 300) ?? '', address: call.address },
  };
  const stranger: Origin = {
    requestId: call.requestId,
    address: call.address,
    via: { kind: 'nobody', id: '' },
  };
  if (route.permission === 'public') return forStranger(bound, { ...base, origin: stranger }, call);
  const caller = await callerOf(deps, call.request, slugIn(call));
  if (!caller.ok) {
    const tries = call.limits.strangers.take(call.countedAs, millisOfInstant(now));
    if (!tries.allowed) return tooMany(call.requestId, tries);
    return withHeaders(problemResponse(caller.error, call.requestId), tries.headers);
  }
  const rate = rateOf(caller.value, call.limits, millisOfInstant(now));
  if (!rate.allowed) return tooMany(call.requestId, rate);
  const leave = call.limits.atOnce.account.enter(caller.value.principal.id);
  if (!leave) return tooManyAtOnce(call.requestId);
  try {
    const origin = { ...stranger, via: caller.value.via, onBehalfOf: caller.value.onBehalfOf };
    const response = await forCaller(bound, { base: { ...base, origin }, call, caller: caller.value });
    return withHeaders(response, rate.headers);
  } finally {
    leave();
  }
}

/** Public routes: reads are free, tries are counted by address; what they write is one transaction too. */
async function forStranger(bound: Bound, base: AnyContext, call: Call & Counted): Promise<Response> {
  if (bound.route.method === 'GET') return (await answer(bound, base, { call, body: undefined })).response;
  const tries = call.limits.strangers.take(call.countedAs, millisOfInstant(base.now));
  if (!tries.allowed) return tooMany(call.requestId, tries);
  const site = call.request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none')
    return problemResponse(
      { code: 'access.csrf', detail: 'Another site’s page cannot sign anybody in here.' },
      call.requestId,
    );
  const body = await bodyFor(bound, call);
  if (!body.ok) return problemResponse(body.error, call.requestId);
  const done = await inOneUnit(
    base.deps,
    { keyed: undefined, inTurn: undefined, records: undefined },
    (deps) => answer(bound, { ...base, deps }, { call, body: body.value }),
  );
  return withHeaders(done.ok ? done.value : problemResponse(done.error, call.requestId), tries.headers);
}

/** The narrower of two verdicts: that on the account, and that on the session or token. */
function rateOf({ principal, via }: Caller, limits: Limits, millis: number): Verdict {
  const account = limits.accounts.take(principal.id, millis);
  // The command line of the machine is the account itself.
  if (via.kind === 'machine' || !account.allowed) return account;
  const key = limits.keys.take(`${via.kind} ${via.id}`, millis);
  return key.allowed ? account : key;
}

/** What a caller over the limit is told. */
export function tooMany(requestId: string, rate: Verdict): Response {
  return withHeaders(
    problemResponse(
      { code: 'request.rate_limited', detail: 'Too many requests in this minute; wait until it is over.' },
      requestId,
    ),
    rate.headers,
  );
}

/** What a caller is told who asks for more at once than one may. */
export function tooManyAtOnce(requestId: string): Response {
  return problemResponse(
    {
      code: 'request.rate_limited',
      detail: 'Too many requests at once; wait until some of them are answered.',
    },
    requestId,
  );
}

/** The organisation of the address; what can be nobody's short name is not even looked for. */
function slugIn(call: Call): string | undefined {
  const slug = call.params['org'];
  return slug !== undefined && /^[a-z0-9-]{1,40}$/.test(slug) ? slug : undefined;
}

interface Known {
  readonly base: {
    readonly deps: Deps;
    readonly now: Instant;
    readonly requestId: string;
    readonly origin: Origin;
    readonly ifMatch: string | undefined;
    readonly received: AnyContext['received'];
    readonly gone: AbortSignal;
    readonly device: AnyContext['device'];
    readonly binding: string | undefined;
    readonly keyed: undefined;
  };
  readonly call: Call;
  readonly caller: Caller;
}

async function forCaller(bound: Bound, known: Known): Promise<Response> {
  const { route } = bound;
  const { base, call, caller } = known;
  const scope = scopeFor(bound, known);
  if (!scope.ok) return problemResponse(scope.error, call.requestId);
  const unshown = route.stepUp ? await toShow(known) : undefined;
  if (unshown) return problemResponse(unshown, call.requestId);
  if (route.ifMatch && base.ifMatch === undefined)
    return problemResponse(
      {
        code: 'request.precondition_required',
        detail: 'Read the record first and send its ETag as If-Match.',
      },
      call.requestId,
    );
  if ((call.request.headers.get('idempotency-key') ?? '').length > KEY_LENGTH)
    return problemResponse(
      {
        code: 'request.invalid',
        detail: `The Idempotency-Key is longer than ${KEY_LENGTH} characters; a UUID is enough.`,
      },
      call.requestId,
    );
  const body = await bodyFor(bound, call);
  if (!body.ok) return problemResponse(body.error, call.requestId);
  let received = route.body === 'bytes' ? '' : sha256Hex(JSON.stringify(body.value) ?? '');
  const keyed = keyedCall({ route, known, scope: scope.value, bodyHash: () => received });
  const act = (deps: Deps): Promise<Outcome> => {
    const context: AnyContext = {
      ...base,
      deps,
      keyed,
      principal: caller.principal,
      csrf: caller.csrf,
      session: caller.session,
      token: caller.token,
      received: (sha256) => {
        received = sha256;
      },
      ...(scope.value ? { scope: scope.value } : {}),
    };
    return answer(bound, context, { call, body: body.value });
  };
  if (route.method === 'GET') return (await act(base.deps)).response;
  const begins = { keyed, inTurn: route.ifMatch ? scope.value : undefined, records: mustRecord(bound) };
  const done = await inOneUnit(base.deps, begins, act);
  return done.ok ? done.value : problemResponse(done.error, call.requestId);
}

/** What the caller has yet to show for a route that asks who is there. */
async function toShow({ base, caller }: Known): Promise<Refusal | undefined> {
  if (base.deps.signIn.mode !== 'team') return undefined;
  if (caller.via.kind === 'token') return NOT_BY_TOKEN;
  return proven({ ...base, principal: caller.principal, session: caller.session });
}

/** Writes of an organisation are in its trail, but for those that say that they have no effect, or that end it. */
function mustRecord({ id, route }: Bound): string | undefined {
  const own = route.permission !== 'public' && route.permission !== 'signed_in';
  return own && route.effect !== 'none' && !route.endsOrganisation ? id : undefined;
}

/** A POST with a key acts once, however often it is sent. */
function keyedCall(
  of: Pick<Keyed, 'route' | 'scope' | 'bodyHash'> & { readonly known: Known },
): Keyed | undefined {
  const { call, caller, base } = of.known;
  const key = call.request.headers.get('idempotency-key');
  if (of.route.method !== 'POST' || key === null) return undefined;
  const url = new URL(call.request.url);
  return {
    key,
    route: of.route,
    principal: caller.principal,
    scope: of.scope,
    address: url.pathname + url.search,
    bodyHash: of.bodyHash,
    now: base.now,
  };
}

const NOT_BY_TOKEN: Refusal = {
  code: 'access.forbidden',
  detail: 'An API token cannot do this; it is for its owner, who signs in.',
};

function scopeFor(bound: Bound, known: Known): Result<OrgScope | undefined, Refusal> {
  const { permission, byToken } = bound.route;
  const { caller, base } = known;
  if (permission === 'public') return ok(undefined);
  // A token is lent permissions of one organisation; its owner's account, sessions and other organisations are not lent.
  if (permission === 'signed_in')
    return caller.via.kind === 'token' && !byToken ? err(NOT_BY_TOKEN) : ok(undefined);
  return authorize({ principal: caller.principal, origin: base.origin }, caller.membership, {
    permission,
    target: targetOf(known),
  });
}

/** What the address names, for grants that reach no further. */
function targetOf({ call }: Known): Target {
  const asked = new URL(call.request.url).searchParams;
  const framework =
    call.params['framework'] ?? call.params['requirement']?.split('/')[0] ?? asked.get('framework');
  return {
    framework: framework ?? undefined,
    system: asked.get('system') ?? undefined,
    engagement: call.params['room'],
  };
}

async function bodyFor(bound: Bound, { request, incoming }: Call): Promise<Result<unknown, Refusal>> {
  const { body } = bound.route;
  if (body === undefined) return ok(undefined);
  if (body !== 'bytes') return readJson(request, bound.route.largestBody);
  const bytes = incoming ?? request.body;
  return bytes ? ok(bytes) : err({ code: 'request.invalid', detail: 'Send the bytes as the body.' });
}

async function answer(
  bound: Bound,
  context: AnyContext,
  raw: { readonly call: Call; readonly body: unknown },
): Promise<Outcome> {
  const pairs = [...new URL(raw.call.request.url).searchParams];
  const asked = Object.fromEntries(pairs);
  const twice = pairs.map(([name]) => name).find((name, at, names) => names.indexOf(name) !== at);
  if (twice !== undefined) return { response: saidTwice(twice, raw.call.requestId), settled: false };
  const whole = wantsLines(bound.route, raw.call.request);
  const query = whole ? inLargePages(bound.route, asked) : asked;
  const input = { params: raw.call.params, query, body: raw.body };
  const result = await bound.run(context, input);
  if (!result.ok) return { response: problemResponse(result.error, raw.call.requestId), settled: false };
  if ('settled' in result.value) return { response: result.value.settled, settled: true };
  if (whole)
    return { response: asLines(bound, context, { raw: input, first: result.value.data }), settled: false };
  const response = successResponse(bound.route, result.value);
  const { opens, binds } = result.value;
  if (binds !== undefined)
    response.headers.append(
      'set-cookie',
      bindingCookie(context.deps, binds, binds === '' ? 0 : BINDING_SECONDS),
    );
  if (opens !== undefined)
    response.headers.append(
      'set-cookie',
      sessionCookie(context.deps, opens, context.deps.signIn.absoluteMinutes * 60),
    );
  return { response, settled: false };
}

/** Of two values somebody would take the first and somebody the last. */
function saidTwice(name: string, requestId: string): Response {
  const pointer = `/query/${name.toWellFormed()}`;
  return problemResponse(
    {
      code: 'request.invalid',
      detail: `${pointer}: stands more than once.`,
      errors: [{ pointer, message: 'stands more than once' }],
    },
    requestId,
  );
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

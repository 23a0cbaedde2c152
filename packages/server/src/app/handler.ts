// What a handler is, and how it is bound to its route: parsed input in, a Result out.
import type { HandlerInput, Output, Route } from '@assay/contract';
import { err, ok, type Instant, type Result } from '@assay/core';
import { z } from 'zod';
import { faultsOf, firstUnstorable, type Fault } from './faults.ts';
import type {
  Device,
  Origin,
  OrgScope,
  Person,
  SessionRow,
  TokenRow,
} from '../slices/access/access.module.ts';
import type { Deps } from './deps.ts';
import type { Keyed } from './idempotency.ts';
import type { Refusal } from './refusal.ts';

/** What every handler gets beside its input. */
export interface Context {
  readonly deps: Deps;
  readonly now: Instant;
  readonly requestId: string;
  /** Where the call comes from, for whoever acts. */
  readonly origin: Origin;
  /** What the caller signs in with, as it says of itself. */
  readonly device: Device;
  /** Secret of the browser in which a sign-in at a provider began. */
  readonly binding: string | undefined;
  /** If-Match as it was sent. */
  readonly ifMatch: string | undefined;
  /** A handler of bytes says the hash of what it received, before it uses the database: a key stands for one body. */
  readonly received: (sha256: string) => void;
  /** Aborted when the caller hangs up: what is computed for nobody need not go on. */
  readonly gone: AbortSignal;
  /** The call’s key, for handlers that write in groups; all others need not look. */
  readonly keyed: Keyed | undefined;
}

/** A handler's context by what its route asks for. */
export type ContextOf<R extends Route> = R['permission'] extends 'public'
  ? Context
  : R['permission'] extends 'signed_in'
    ? Context & {
        readonly principal: Person;
        readonly csrf: string | undefined;
        readonly session: SessionRow | undefined;
        readonly token: TokenRow | undefined;
      }
    : Context & { readonly scope: OrgScope; readonly session: SessionRow | undefined };

/** An answer with its ETag. */
export interface Answer<T> {
  readonly data: T;
  readonly etag?: string;
  /** Secret of a session that the answer opens in the caller’s browser. */
  readonly opens?: string;
  /** Secret that binds the caller’s browser to the sign-in that it begins; an empty one is forgotten. */
  readonly binds?: string;
}

/** An answer that is committed already, with its key: a handler that writes in groups gives it. */
export interface Settled {
  readonly settled: Response;
}

export type Handler<R extends Route> = (
  context: ContextOf<R>,
  input: HandlerInput<R>,
) => Promise<Result<Answer<Output<R>> | Settled, Refusal>>;
export type Handlers<T extends Readonly<Record<string, Route>>> = { readonly [K in keyof T]: Handler<T[K]> };

/** The request's parts before parsing. */
export interface RawInput {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A route with its handler, ready to be served. */
export interface Bound {
  readonly id: string;
  readonly route: Route;
  run(context: AnyContext, raw: RawInput): Promise<Result<Answer<unknown> | Settled, Refusal>>;
}

export type AnyContext = Context & {
  readonly principal?: Person;
  readonly csrf?: string | undefined;
  readonly session?: SessionRow | undefined;
  readonly token?: TokenRow | undefined;
  readonly scope?: OrgScope;
};

/** Binds a table of routes to its handlers; a missing handler does not compile. */
export function bindAll<const T extends Readonly<Record<string, Route>>>(
  table: T,
  handlers: Handlers<T>,
): readonly Bound[] {
  const bound: Bound[] = [];
  for (const id in table) bound.push(bind(id, table[id], handlers[id]));
  return bound;
}

/** Where a route takes no query or parameters, nothing may be sent. */
const NOTHING = z.strictObject({});
const SHOWN_FAULTS = 50;

function bind<R extends Route>(id: string, route: R, handler: Handler<R>): Bound {
  return {
    id,
    route,
    run: async (context, raw) => {
      const input = parseInput(route, raw);
      if (!input.ok) return input;
      const answered = await handler(contextFor(route, context), input.value);
      // Both versions: theirs as it stands, and the change that is to be made again on top of it.
      return answered.ok || answered.error.code !== 'request.conflict'
        ? answered
        : err({ ...answered.error, sent: raw.body });
    },
  };
}

function parseInput<R extends Route>(route: R, raw: RawInput): Result<HandlerInput<R>, Refusal>;
function parseInput(route: Route, raw: RawInput): Result<unknown, Refusal> {
  const parts: Record<string, unknown> = {};
  const errors: Fault[] = [];
  const take = (name: 'params' | 'query' | 'body', schema: z.ZodType, value: unknown): void => {
    const unstorable = firstUnstorable(value, `/${name}`);
    if (unstorable !== undefined) {
      errors.push({ pointer: unstorable, message: 'holds a NUL or half a character, which no text may' });
      return;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) parts[name] = parsed.data;
    else errors.push(...parsed.error.issues.flatMap((issue) => faultsOf(issue, `/${name}`)));
  };
  take('params', route.params ?? NOTHING, raw.params);
  take('query', route.query ?? NOTHING, raw.query);
  if (route.body === 'bytes') parts['body'] = raw.body;
  else if (route.body) take('body', route.body, raw.body);
  if (errors.length === 0) return ok(parts);
  const shown = errors.slice(0, SHOWN_FAULTS);
  const [first] = shown;
  return err({
    code: 'request.invalid',
    detail: `${first?.pointer ?? ''}: ${first?.message ?? 'not valid'}.`,
    errors: shown,
  });
}

/** The router has already asked for what the route needs; this only tells the types. */
function contextFor<R extends Route>(route: R, context: AnyContext): ContextOf<R>;
function contextFor(route: Route, context: AnyContext): unknown {
  const needsScope = route.permission !== 'public' && route.permission !== 'signed_in';
  if (needsScope && !context.scope) throw new Error(`${route.path} was called without a scope`);
  return context;
}

// The typed client: one method per route, made from the route table; failures come back as values.
import { err, ok, type Result } from '@assay/core';
import { problemSchema, type Problem } from './kernel/problem.ts';
import type { Route } from './kernel/route.ts';
import type { BodyBytes, CallInput, Output } from './kernel/typing.ts';
import { routes, type RouteId, type Routes } from './routes.ts';

/** How the client reaches the server. */
export interface ClientOptions {
  /** Origin, for example `http://127.0.0.1:7373`; empty in the browser. */
  readonly origin: string;
  /** Headers of every call: session or token, CSRF. */
  readonly headers?: () => Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch;
}

/** A call that never reached an answer is a value too. */
export type Failure =
  | Problem
  | { readonly code: 'client.unreachable'; readonly title: string; readonly detail: string };

export interface Reply<T> {
  readonly data: T;
  /** ETag to send back as If-Match. */
  readonly etag: string | undefined;
}

export type Client = {
  readonly [K in RouteId]: (
    input: CallInput<Routes[K]>,
  ) => Promise<Result<Reply<Output<Routes[K]>>, Failure>>;
};

interface AnyInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly ifMatch?: string;
}

/** Makes a client over the route table. */
export function createClient(options: ClientOptions): Client;
export function createClient(options: ClientOptions): object {
  const table: Readonly<Record<string, Route>> = routes;
  return Object.fromEntries(
    Object.entries(table).map(([id, route]) => [id, (input: AnyInput) => call(options, route, input)]),
  );
}

/** The address of a route with its parameters filled in, for links and downloads. */
export function addressOf<K extends RouteId>(
  id: K,
  input: {
    readonly params: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, unknown>>;
  },
): string {
  return fill(routes[id].path, input.params) + queryText(input.query);
}

async function call(
  options: ClientOptions,
  route: Route,
  input: AnyInput,
): Promise<Result<Reply<unknown>, Failure>> {
  const url = options.origin + fill(route.path, input.params ?? {}) + queryText(input.query);
  const send = options.fetch ?? fetch;
  try {
    const response = await send(url, requestOf(options, route, input));
    if (!response.ok) return err(await problemOf(response));
    return ok({ data: await dataOf(route, response), etag: response.headers.get('etag') ?? undefined });
  } catch (cause) {
    return err({
      code: 'client.unreachable',
      title: 'The server did not answer',
      detail: `${options.origin || 'The server'} could not be reached: ${cause instanceof Error ? cause.message : String(cause)}`,
    });
  }
}

function requestOf(options: ClientOptions, route: Route, input: AnyInput): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers?.() };
  if (route.method === 'POST') headers['idempotency-key'] = crypto.randomUUID();
  if (input.ifMatch) headers['if-match'] = input.ifMatch;
  const init: RequestInit & { duplex?: 'half' } = { method: route.method, headers };
  if (route.body === 'bytes' && isBytes(input.body)) {
    headers['content-type'] = 'application/octet-stream';
    init.body = input.body;
    if (input.body instanceof ReadableStream) init.duplex = 'half';
  } else if (route.body) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(input.body);
  }
  return init;
}

async function dataOf(route: Route, response: Response): Promise<unknown> {
  if (route.returns === 'empty') return undefined;
  if (route.returns === 'bytes' || route.returns === 'ndjson') return response;
  return response.json();
}

async function problemOf(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problemSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  return {
    code: 'client.unreachable',
    title: 'An answer that is not Assay’s',
    detail: `The server answered ${response.status} without a problem document.`,
  };
}

function isBytes(body: unknown): body is BodyBytes {
  return body instanceof Uint8Array || body instanceof ReadableStream || body instanceof Blob;
}

function fill(path: string, params: Readonly<Record<string, unknown>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(textOf(params[name])));
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function queryText(query: Readonly<Record<string, unknown>> | undefined): string {
  const pairs = Object.entries(query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([key, value]): [string, string] => [key, String(value)]);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

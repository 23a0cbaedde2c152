// A list whole, one record a line: `Accept: application/x-ndjson` follows the cursors so that the caller need not.
import { isList, type Route } from '@assay/contract';
import { Readable } from 'node:stream';
import type { AnyContext, Bound, RawInput } from './handler.ts';

/** Records read at a time: the largest page. */
const AT_ONCE = '200';
const TYPE = 'application/x-ndjson';

/** Whether the caller wants this list as lines. */
export function wantsLines(route: Route, request: Request): boolean {
  return isList(route) && (request.headers.get('accept') ?? '').includes(TYPE);
}

/** The query of the first page: as large as a page may be, where the route has pages. */
export function inLargePages(route: Route, query: RawInput['query']): RawInput['query'] {
  return route.query?.shape['cursor'] === undefined || query['limit'] !== undefined
    ? query
    : { ...query, limit: AT_ONCE };
}

/** Sends the first page and every page after it; what is written meanwhile may or may not be among them. */
export function asLines(
  bound: Bound,
  context: AnyContext,
  given: { readonly raw: RawInput; readonly first: unknown },
): Response {
  return new Response(Readable.toWeb(Readable.from(lines(bound, context, given))), {
    headers: { 'content-type': TYPE, 'cache-control': 'private, no-store' },
  });
}

async function* lines(
  bound: Bound,
  context: AnyContext,
  given: { readonly raw: RawInput; readonly first: unknown },
): AsyncGenerator<Uint8Array> {
  let page = given.first;
  for (;;) {
    yield Buffer.from(
      rowsOf(page)
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    );
    const cursor = fieldOf(page, 'next_cursor');
    if (typeof cursor !== 'string') return;
    const next = await bound.run(context, { ...given.raw, query: { ...given.raw.query, cursor } });
    // A body that breaks off says that something failed; half a list never looks whole.
    if (!next.ok || !('data' in next.value)) throw new Error(`the list broke off at ${cursor}`);
    page = next.value.data;
  }
}

function rowsOf(page: unknown): readonly unknown[] {
  const data = fieldOf(page, 'data');
  return Array.isArray(data) ? data : [];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

// Opaque cursors: what comes next, in base64url, checked when it comes back.

/** Text for the client to send back; its content is nobody's business. */
function toCursor(place: string | number): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place that a cursor stands for; undefined when somebody made it up. */
function fromCursor(cursor: string | undefined): string | number | undefined {
  if (cursor === undefined) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return typeof place === 'string' || typeof place === 'number' ? place : undefined;
  } catch {
    return undefined;
  }
}

/** Number of a cursor that counts. */
export function numberFrom(cursor: string | undefined): number | undefined {
  const place = fromCursor(cursor);
  return typeof place === 'number' ? place : undefined;
}

/** Text of a cursor that names. */
export function textFrom(cursor: string | undefined): string | undefined {
  const place = fromCursor(cursor);
  return typeof place === 'string' ? place : undefined;
}

/** The number that ends an id such as W-2. */
export function numberOfId(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}

/** One page of a list that is whole in memory, in order of a number of its own that only grows: what comes or goes moves no page. */
export function pageByNumber<T, P>(
  rows: readonly T[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  shape: { readonly show: (row: T) => P; readonly place: (row: T) => number },
) {
  const after = numberFrom(cursor) ?? -1;
  const next = rows
    .filter((row) => shape.place(row) > after)
    .toSorted((a, b) => shape.place(a) - shape.place(b));
  return pageOf(next.slice(0, limit + 1), limit, shape);
}

/** One page from a list that was read one longer than asked. */
export function pageOf<T, P>(
  rows: readonly T[],
  limit: number,
  shape: { readonly show: (row: T) => P; readonly place: (row: T) => string | number },
) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit;
  return {
    data: shown.map(shape.show),
    next_cursor: more && last !== undefined ? toCursor(shape.place(last)) : null,
    has_more: more,
  };
}

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

// One JSON value a line.

export function ndjson(values: readonly unknown[]): Response {
  const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
  return new Response(text, {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'private, no-store' },
  });
}

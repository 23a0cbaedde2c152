// Long lists as one parameter. JSON quotes as PostgreSQL's arrays do, save for control characters, and is written by
// the engine itself: several times faster than the driver's own way, which then takes those lists that have some.

/** A list of texts as an array parameter. */
export function arrayOf(texts: readonly (string | null)[]): string | readonly (string | null)[] {
  const json = JSON.stringify(texts);
  return /\\[^"\\]/.test(json) ? texts : `{${json.slice(1, -1)}}`;
}

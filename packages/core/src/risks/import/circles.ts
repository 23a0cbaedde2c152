// Risks that a register says belong under others: each reference must be a row of the file, and none may lead back.
import type { RegisterRow } from './row.ts';

/** What people call the column that names the risk above. */
const ABOVE =
  /\b(?:parent|depends on|caused by|part of|sub-?risk of)\b|übergeordnet|hängt ab von|dépend de/iu;

/** A fault for each row whose reference leads nowhere, to itself or round in a circle. */
export function circleFaults(rows: readonly RegisterRow[]): ReadonlyMap<RegisterRow, string> {
  const refs = new Set(rows.flatMap(({ said }) => said.ref || []));
  const above = new Map(rows.flatMap((row) => (row.said.ref ? [[row.said.ref, aboveOf(row)] as const] : [])));
  const faults = new Map<RegisterRow, string>();
  for (const row of rows) {
    const named = aboveOf(row);
    const unknown = named.find((each) => !refs.has(each));
    if (unknown !== undefined) faults.set(row, `belongs under ${unknown}, which the file does not have`);
    else if (row.said.ref && leadsBack(row.said.ref, above))
      faults.set(row, `belongs under itself: ${row.said.ref} leads round in a circle`);
  }
  return faults;
}

function aboveOf({ custom }: RegisterRow): readonly string[] {
  return custom
    .filter(({ heading }) => ABOVE.test(heading))
    .flatMap(({ text }) => text.split(/[\s,;]+/u))
    .filter((text) => /\d/u.test(text));
}

function leadsBack(from: string, above: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(above.get(from) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === from) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(above.get(next) ?? []));
  }
  return false;
}

// JSON rows, one object a line or in an array; the columns are the names that any row uses.
import { eachItem } from '../read/eachItem.ts';
import type { JsonObject } from '../read/json.ts';
import { clean } from '../read/observe.ts';
import type { Bytes, Sink } from '../read/reader.ts';
import { placeOf } from '../stream/items.ts';
import { CELL_LIMIT, columnNames, TABLE_ROWS } from './header.ts';

export async function readJsonTable(bytes: Bytes, sink: Sink): Promise<void> {
  const names = new Set<string>();
  await eachItem(bytes, { sink, envelope: ENVELOPES }, (row, item) => {
    const fields = flat(row);
    for (const name of Object.keys(fields)) names.add(name);
    return sink.population({ population: TABLE_ROWS, key: placeOf(item), fields });
  });
  sink.source({ tool: 'json', columns: columnNames([...names]) });
}

/** Names under which interfaces wrap their lists. */
const ENVELOPES = ['data', 'items', 'results', 'rows', 'values', 'issues'];

/** One level of a row, and the level below as `author.email`; what is deeper stays JSON. */
function flat(row: JsonObject): Record<string, string> {
  const cells = Object.entries(row).flatMap(([name, value]): readonly (readonly [string, string])[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([inner, below]) => [`${name}.${inner}`, cellOf(below)])
      : [[name, cellOf(value)]],
  );
  return Object.fromEntries(cells.map(([name, value]) => [clean(name, 200), clean(value, CELL_LIMIT)]));
}

/** Lists of words are parted by semicolons, as names of several people are in a table. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join('; ');
  return JSON.stringify(value);
}

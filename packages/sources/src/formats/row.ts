// One row of a population, within the house's limits; fields that the source does not give are left out.
import { clean } from '../read/observe.ts';
import type { PopulationRow } from '../read/reader.ts';

const KEY_LIMIT = 500;
const FIELD_LIMIT = 300;

export function row(
  population: string,
  key: string,
  fields: Readonly<Record<string, string | undefined>>,
): PopulationRow {
  const given: Record<string, string> = {};
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value !== undefined && value !== '') given[name] = clean(value, FIELD_LIMIT);
  }
  return { population, key: clean(key, KEY_LIMIT), fields: given };
}

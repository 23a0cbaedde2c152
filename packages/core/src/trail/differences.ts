// What became different between two documents, field by field.
import type { JsonValue } from '../evidence/index.ts';

/** One field: where it stands (JSON Pointer) and what it said; undefined where it was not there. */
interface FieldDifference {
  readonly path: string;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

/** The fields that differ, in the order of their paths; lists are compared whole, for their items have no names. */
export function differences(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path = '',
): readonly FieldDifference[] {
  if (!isFields(before) || !isFields(after))
    return same(before, after) ? [] : [{ path: path === '' ? '/' : path, before, after }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) =>
    differences(before[name], after[name], `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

type Fields = { readonly [field: string]: JsonValue };

function isFields(value: JsonValue | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function same(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined || one === null || other === null) return false;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  if (isList(one) || isList(other))
    return (
      isList(one) && isList(other) && one.length === other.length && one.every((x, i) => same(x, other[i]))
    );
  return differences(one, other).length === 0;
}

// Populations that vectors do not store, made by the rule of vectors/sampling/README.md.
import type { JsonValue } from '../../../evidence/index.ts';
import { addDays, parsePlainDate } from '../../../kernel/index.ts';
import type { Fields } from '../../../kernel/testing/fields.ts';
import type { StrataRule } from '../index.ts';

/** Row i is `{"day": 2026-01-01 plus (7 i mod 365) days, "id": "R-" and i in six digits}`. */
export function madeRows(count: number): readonly JsonValue[] {
  const first = parsePlainDate('2026-01-01');
  if (!first) throw new Error('no day');
  return Array.from({ length: count }, (_, i) => ({
    day: addDays(first, (i * 7) % 365),
    id: `R-${String(i).padStart(6, '0')}`,
  }));
}

/** A rule of strata as a vector writes it. */
export function strataIn(given: Fields): StrataRule {
  const by = given.one('by', ['none', 'month', 'column']);
  return by === 'none' ? { by } : { by, column: given.text('column') };
}

// Why something was done, where it was said: acts call it by the field's own words.
import type { JsonValue } from '../evidence/index.ts';

const FIELDS = ['reason', 'because', 'why', 'justification', 'rationale', 'note'] as const;

/** The reason that a record gives; null where nobody gave one. */
export function reasonIn(payload: { readonly [field: string]: JsonValue }): string | null {
  for (const field of FIELDS) {
    const value = payload[field];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return null;
}

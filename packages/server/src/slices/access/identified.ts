// Identifiers as they are stored: what this program wrote is well formed.
import { parseId, type Id } from '@assay/core';

export function idOf<K extends 'principal' | 'organisation'>(kind: K, text: string): Id<K> {
  const id = parseId(kind, text);
  if (id === undefined) throw new Error(`stored ${kind} id is malformed: ${text}`);
  return id;
}

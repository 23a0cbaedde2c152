// What an organisation starts with has no entries of its own: the first entry holds one digest for each history.
import { canonicalText, type JsonValue } from '@assay/core';
import { sha256Hex } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { History, HistoryRow } from '../../../platform/postgres/history.ts';
import type { OrgScope } from '../../access/access.module.ts';

/** Digests of the versions that an organisation starts with, by the title of their history. */
export async function foundedDigests(
  tx: Tx,
  scope: OrgScope,
  histories: readonly History<OrgScope>[],
): Promise<Readonly<Record<string, string>>> {
  const digests: Record<string, string> = {};
  for (const history of histories)
    if (history.founded) digests[history.title] = digestOf(await history.rows(tx, scope));
  return digests;
}

/** One digest over versions, whatever their order. */
export function digestOf(rows: readonly HistoryRow[]): string {
  const documents = rows
    .map(({ thing, document, from }) => textOf({ thing, document, from: from ?? null }))
    .sort((a, b) => (a < b ? -1 : Number(a > b)));
  return sha256Hex(textOf(documents));
}

/** The canonical text by which documents are compared. */
export function textOf(value: JsonValue): string {
  const text = canonicalText(value);
  return text.ok ? text.value : '';
}

// Answers, and figures that somebody knows better: each a record that is kept whole.
import type { Instant } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import {
  documentVersions,
  type DocumentRecord,
  type DocumentThing,
} from '../../platform/postgres/documentVersions.repository.ts';
import type { HistoryRow } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';

const KINDS = ['answers', 'figure'] as const;
export type AdvisorKind = (typeof KINDS)[number];

export type AdvisorThing = DocumentThing<AdvisorKind>;
export type AdvisorRecord = DocumentRecord<AdvisorKind>;

const kept = documentVersions('advisor_versions', KINDS);

export async function listAdvisor(tx: Tx, scope: OrgScope, at?: Instant): Promise<readonly AdvisorRecord[]> {
  return kept.list(tx, scope, at);
}

/** Writes the next version; the caller holds the turn in which the one before was read. */
export async function writeAdvisor(
  tx: Tx,
  scope: OrgScope,
  next: AdvisorThing & { readonly document: object },
  now: Instant,
): Promise<number> {
  return kept.write(tx, scope, next, now);
}

export async function advisorVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  return kept.versions(tx, scope);
}

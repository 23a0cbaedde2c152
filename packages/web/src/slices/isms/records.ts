// Records of the management system as the pages read them.
import { ismsBody } from '@assay/contract';
import type { IsmsKind } from '@assay/core';
import { api, useOrg } from '../../data/api.ts';
import type { JsonObject } from './form/fields.ts';

type Answer<K extends keyof typeof api> = Extract<
  Awaited<ReturnType<(typeof api)[K]>>,
  { ok: true }
>['value']['data'];

export type IsmsRow = Answer<'isms.list'>['data'][number];
export type IsmsBody = Parameters<(typeof api)['isms.add']>[0]['body'];
export type Of<K extends IsmsKind> = IsmsRow & { readonly record: Extract<IsmsRow['record'], { kind: K }> };

export function useRecords(org: string) {
  return useOrg(org, ['isms'], () => api['isms.list']({ params: { org } }));
}

export function useVersions(org: string, record: string) {
  return useOrg(org, ['isms', record, 'versions'], () => api['isms.versions']({ params: { org, record } }));
}

/** The rows of one kind. */
export function ofKind<K extends IsmsKind>(rows: readonly IsmsRow[], kind: K): readonly Of<K>[] {
  return rows.filter((row): row is Of<K> => row.record.kind === kind);
}

/** Whether nobody approves records of its kind: a review is closed, and what a party said stands as it was said. */
export function hasNoApproval({ record: { kind } }: IsmsRow): boolean {
  return kind === 'review' || kind === 'feedback';
}

/** A record as it is sent: closing a review and withdrawing what a party said have ways of their own. */
export function bodyOf({ record }: IsmsRow): IsmsBody {
  if (record.kind === 'review') return ismsBody.parse({ ...record, closed: null });
  return ismsBody.parse(record.kind === 'feedback' ? { ...record, withdrawn: null } : record);
}

/** A record as the form takes it. */
export function formOf({ record }: IsmsRow): JsonObject {
  if (record.kind === 'scope') return { ...record, names: record.names ?? [] };
  return { ...record, ...(record.kind === 'feedback' ? { withdrawn: null } : {}) };
}

/** Whether a draft, a version in force, or both: the word of its mark. */
export function stateOfRecord({
  in_force: held,
  revision,
  approval,
}: IsmsRow): 'in_force' | 'draft' | 'later' | 'redrafted' {
  if (held === revision) return 'in_force';
  if (approval !== null) return 'later';
  return held === null ? 'draft' : 'redrafted';
}

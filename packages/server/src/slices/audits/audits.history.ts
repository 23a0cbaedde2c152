// How audits, their programme and the ledger speak of the same thing.
import type { JsonValue } from '@assay/core';
import { textIn, wholeVersion, type History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { auditVersions, type AuditVersion } from './audits.repository.ts';
import { programmeVersions, type ProgrammeVersion } from './programme.repository.ts';

export const auditsHistories: readonly History<OrgScope>[] = [
  {
    title: 'internal audit',
    founded: false,
    rows: async (tx, scope) =>
      (await auditVersions(tx, scope)).map((version) => ({
        thing: version.id,
        document: auditDocument(version),
        from: version.from,
        until: version.until,
      })),
    kinds: [
      'audit.planned',
      'audit.changed',
      'audit.result_said',
      'audit.result_taken_back',
      'audit.reported',
    ],
    told: (_, payload) => wholeVersion(payload, textIn(payload, 'id')),
  },
  {
    title: 'audit programme of',
    founded: false,
    rows: async (tx, scope) =>
      (await programmeVersions(tx, scope)).map((version) => ({
        thing: scope.org,
        document: programmeDocument(version),
        from: version.from,
        until: version.until,
      })),
    kinds: ['audit.programme_set'],
    told: (_, payload, subject) => wholeVersion(payload, subject),
  },
];

/** A version in the words of the ledger: the whole record. */
export function auditDocument({ id, revision, audit }: AuditVersion): Readonly<Record<string, JsonValue>> {
  return { id, revision, ...audit };
}

export function programmeDocument({
  revision,
  programme,
}: ProgrammeVersion): Readonly<Record<string, JsonValue>> {
  return { revision, ...programme };
}

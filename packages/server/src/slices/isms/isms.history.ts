// How records of the management system, their approvals and the ledger speak of the same thing.
import type { JsonValue } from '@assay/core';
import { z } from 'zod';
import { textIn, wholeVersion, type Document, type History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { ismsVersions, type RecordVersion } from './isms.repository.ts';

const json = z.json();
type Payload = Readonly<Record<string, JsonValue>>;

export const ismsHistories: readonly History<OrgScope>[] = [
  {
    title: 'record of the management system',
    founded: false,
    rows: async (tx, scope) =>
      (await ismsVersions(tx, scope, {})).map((version) => ({
        thing: version.id,
        document: recordDocument(version),
        from: version.from,
        until: version.until,
      })),
    kinds: ['isms.recorded', 'isms.changed', 'isms.measured', 'isms.closed', 'isms.withdrawn'],
    told: (_, payload) => wholeVersion(payload, textIn(payload, 'id')),
  },
  {
    title: 'approval of',
    founded: false,
    rows: async (tx, scope) =>
      (await ismsVersions(tx, scope, {})).flatMap((version) =>
        version.approval
          ? [
              {
                thing: versionName(version.id, version.revision),
                document: approvalDocument(version, version.approval),
                from: version.approval.at,
                until: null,
              },
            ]
          : [],
      ),
    kinds: ['isms.approved'],
    told: (_, payload) => wholeVersion(payload, versionIn(payload)),
  },
];

/** A version in the words of the ledger: the whole record. */
export function recordDocument({
  id,
  revision,
  record,
}: Pick<RecordVersion, 'id' | 'revision' | 'record'>): Payload {
  return { id, revision, record: json.parse(record) };
}

export function approvalDocument(
  { id, revision }: Pick<RecordVersion, 'id' | 'revision'>,
  { by, role }: NonNullable<RecordVersion['approval']>,
): Payload {
  return { id, revision, approved_by: by, role };
}

function versionName(id: string, revision: number): string {
  return `${id} version ${revision}`;
}

function versionIn(payload: Document): string {
  const { revision } = payload;
  return versionName(textIn(payload, 'id'), typeof revision === 'number' ? revision : 0);
}

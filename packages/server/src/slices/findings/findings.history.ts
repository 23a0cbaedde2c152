// How findings and the ledger speak of the same thing.
import type { JsonValue } from '@assay/core';
import { textIn, wholeVersion, type History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { findingVersions, type FindingVersion } from './findings.repository.ts';

export const findingsHistory: History<OrgScope> = {
  title: 'finding',
  founded: false,
  rows: async (tx, scope) =>
    (await findingVersions(tx, scope)).map((version) => ({
      thing: version.id,
      document: findingDocument(version),
      from: version.from,
      until: version.until,
    })),
  kinds: ['finding.recorded', 'finding.changed', 'finding.closed', 'finding.reopened'],
  told: (_, payload) => wholeVersion(payload, textIn(payload, 'id')),
};

/** A version in the words of the ledger: the whole record. */
export function findingDocument({
  id,
  revision,
  finding,
}: Pick<FindingVersion, 'id' | 'revision' | 'finding'>): Readonly<Record<string, JsonValue>> {
  return { id, revision, ...finding };
}

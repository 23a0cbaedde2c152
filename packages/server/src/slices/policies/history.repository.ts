// All revisions of policies and all acknowledgements, in the words of the ledger's payloads.
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import type { HistoryRow } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';

const json = z.json();

export async function policyRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('policy_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('policy_code')
    .orderBy('version')
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({
    thing: `${row.policy_code} version ${row.version}`,
    document: {
      policy: row.policy_code,
      version: row.version,
      revision: row.revision,
      title: row.title,
      owner: row.owner,
      template: row.template,
      review_months: row.review_months,
      answers: row.answers,
      controls: row.controls,
      text: row.body,
      variables: json.parse(row.variables),
      approval: json.parse(row.approval),
      publication: json.parse(row.publication),
      // Said only where there is one: what was committed to before there could be one stays as it was.
      ...(row.file === null ? {} : { file: json.parse(row.file) }),
      ...(row.retirement === null ? {} : { retirement: json.parse(row.retirement) }),
    },
    from: row.known_from,
    until: row.known_until,
  }));
}

export async function acknowledgementRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('policy_acknowledgements')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('confirmed_at')
    .execute();
  return rows.map((row) => ({
    thing: `${row.policy_code} version ${row.version} by ${row.person}`,
    document: { policy: row.policy_code, version: row.version, person: row.person, proof: row.proof },
    from: row.confirmed_at,
    until: null,
  }));
}

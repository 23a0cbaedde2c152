// Reads and writes of the frameworks slice: own catalogues and the recorded word on what applies.
import type { Applicability, Framework, Instant, RequirementRef } from '@assay/core';
import { frameworkFile, type FrameworkFile } from '@assay/contract';
import type { Tx } from '../../platform/postgres/database.ts';
import { knownAt, startOfNext } from '../../platform/postgres/versions.ts';
import type { OrgScope } from '../access/access.module.ts';
import { frameworkOf } from './catalogue.ts';

export async function ownFrameworks(tx: Tx, scope: OrgScope, at?: Instant): Promise<readonly Framework[]> {
  const rows = await tx
    .selectFrom('own_frameworks')
    .select('definition')
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .orderBy('framework_id')
    .execute();
  return rows.map((row) => frameworkOf(frameworkFile.parse(row.definition)));
}

export async function addFramework(
  tx: Tx,
  scope: OrgScope,
  file: FrameworkFile,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('own_frameworks')
    .values({
      org_id: scope.org,
      framework_id: file.id,
      definition: JSON.stringify(file),
      known_from: now,
      known_until: null,
    })
    .execute();
}

export async function decisions(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<ReadonlyMap<RequirementRef, Applicability>> {
  const rows = await tx
    .selectFrom('applicability')
    .select(['requirement', 'applies', 'reason'])
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .execute();
  return new Map(
    rows.map((row) => [
      refOf(row.requirement),
      row.applies ? { applies: true, because: row.reason } : { applies: false, why: row.reason },
    ]),
  );
}

/** Closes the present word, if there is one, and writes the new one; `undefined` only closes. */
export async function decide(
  tx: Tx,
  scope: OrgScope,
  decision: { readonly ref: RequirementRef; readonly word: Applicability | undefined; readonly now: Instant },
): Promise<boolean> {
  const held = await tx
    .selectFrom('applicability')
    .select('known_from')
    .where('org_id', '=', scope.org)
    .where('requirement', '=', decision.ref)
    .where('known_until', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const from = startOfNext(held?.known_from, decision.now);
  if (held)
    await tx
      .updateTable('applicability')
      .set({ known_until: from })
      .where('org_id', '=', scope.org)
      .where('requirement', '=', decision.ref)
      .where('known_until', 'is', null)
      .execute();
  const { word } = decision;
  if (word)
    await tx
      .insertInto('applicability')
      .values({
        org_id: scope.org,
        requirement: decision.ref,
        applies: word.applies,
        reason: word.applies ? word.because : word.why,
        known_from: from,
        known_until: null,
      })
      .execute();
  return held !== undefined;
}

function refOf(text: string): RequirementRef {
  const cut = text.indexOf('/');
  return `${text.slice(0, cut)}/${text.slice(cut + 1)}`;
}

// What approved records say of a day: the scope in force, and the roles that a person has.
import {
  rolesOn,
  scopeInForce,
  type FrameworkId,
  type OwnerRole,
  type PlainDate,
  type Scope,
} from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { ismsVersions } from './isms.repository.ts';

/** The approved scope that is in force for a framework on a day; undefined where none is. */
export async function scopeOn(
  tx: Tx,
  scope: OrgScope,
  framework: FrameworkId,
  day: PlainDate,
): Promise<Scope | undefined> {
  const versions = (await ismsVersions(tx, scope, { kind: 'scope' })).flatMap(({ record, approval }) =>
    record.kind === 'scope' ? [{ scope: record, approved: approval !== undefined }] : [],
  );
  return scopeInForce(versions, framework, day);
}

/** The roles that a person has on a day, as the newest approved version says; a draft gives nobody authority. */
export async function rolesOf(
  tx: Tx,
  scope: OrgScope,
  person: string,
  day: PlainDate,
): Promise<readonly OwnerRole[]> {
  const approved = (await ismsVersions(tx, scope, { kind: 'roles' })).filter(({ approval }) => approval);
  const record = approved.at(-1)?.record;
  return record?.kind === 'roles' ? rolesOn(record, person, day) : [];
}

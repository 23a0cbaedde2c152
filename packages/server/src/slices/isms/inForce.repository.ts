// What approved records say of a day: the scopes in force, and the roles that a person has.
import {
  versionInForce,
  rolesOn,
  scopeInForce,
  systemHistory,
  type FrameworkId,
  type Instant,
  type OwnerRole,
  type PlainDate,
  type Roles,
  type Scope,
  type SystemHistory,
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

/** A scope in force, as others cite it. */
export interface ScopeHeld {
  /** `SC-1` */
  readonly record: string;
  readonly revision: number;
  readonly scope: Scope;
}

/** The scope in force of every framework on a day, from what was approved at an instant. */
export async function scopesOn(
  tx: Tx,
  scope: OrgScope,
  day: PlainDate,
  at?: Instant,
): Promise<ReadonlyMap<FrameworkId, ScopeHeld>> {
  const all = await scopeVersions(tx, scope, at);
  return new Map(
    [...Map.groupBy(all, ({ id }) => id)].flatMap(([record, own]) => {
      const held = versionInForce(own, day);
      return held?.record.kind === 'scope'
        ? [[held.record.framework, { record, revision: held.revision, scope: held.record }] as const]
        : [];
    }),
  );
}

/** Scopes as people wrote them: what was approved, in that order, and what stands without an approval, by its record. */
export interface ScopesWritten {
  readonly approved: readonly Scope[];
  readonly drafts: ReadonlyMap<string, Scope>;
}

export async function scopesWritten(tx: Tx, scope: OrgScope, at?: Instant): Promise<ScopesWritten> {
  const versions = (await scopeVersions(tx, scope, at)).flatMap(({ id, record, approved }) =>
    record.kind === 'scope' ? [{ id, record, approved }] : [],
  );
  const newest = new Map(versions.map((each) => [each.id, each]));
  return {
    approved: versions.filter(({ approved }) => approved).map(({ record }) => record),
    drafts: new Map(
      [...newest.values()].filter(({ approved }) => !approved).map(({ id, record }) => [id, record]),
    ),
  };
}

/** What approved scopes say of systems, as a day sees it. */
export async function systemsApproved(tx: Tx, scope: OrgScope, day: PlainDate): Promise<SystemHistory> {
  return systemHistory((await scopesWritten(tx, scope)).approved, day);
}

async function scopeVersions(tx: Tx, scope: OrgScope, at: Instant | undefined) {
  return (await ismsVersions(tx, scope, { kind: 'scope' }))
    .filter(({ from }) => at === undefined || from <= at)
    .map((each) => ({
      ...each,
      approved: each.approval !== undefined && (at === undefined || each.approval.at <= at),
    }));
}

/** The roles that a person has on a day, as the newest approved version says; a draft gives nobody authority. */
export async function rolesOf(
  tx: Tx,
  scope: OrgScope,
  person: string,
  day: PlainDate,
): Promise<readonly OwnerRole[]> {
  return (await rolesInForce(tx, scope, person, day))?.held ?? [];
}

/** The same beside the roles that the approved version knows of; undefined while none is approved. */
export async function rolesInForce(
  tx: Tx,
  scope: OrgScope,
  person: string,
  day: PlainDate,
): Promise<{ readonly kept: readonly OwnerRole[]; readonly held: readonly OwnerRole[] } | undefined> {
  const record = await approvedRoles(tx, scope);
  return record && { kept: record.roles.map(({ role }) => role), held: rolesOn(record, person, day) };
}

/** The newest approved version of who has which role. */
export async function approvedRoles(tx: Tx, scope: OrgScope): Promise<Roles | undefined> {
  const approved = (await ismsVersions(tx, scope, { kind: 'roles' })).filter(({ approval }) => approval);
  const record = approved.at(-1)?.record;
  return record?.kind === 'roles' ? record : undefined;
}

// Everything that an organisation keeps of who may do what, read at once.
import { resolve, type CustomRole, type HeldRole, type Member } from '@assay/core';
import { customRole, readMember, readRole, type MemberDocument, type RoleDocument } from '../held.ts';
import { listAccess, type AccessRecord } from '../members.repository.ts';
import { readInvitation, readToken, type InvitationDocument, type TokenDocument } from './documents.ts';
import type { Work } from './work.ts';

export interface Kept<T> {
  readonly id: string;
  readonly is: T;
  readonly record: AccessRecord;
}

export interface Access {
  readonly members: readonly Kept<MemberDocument>[];
  readonly roles: readonly Kept<RoleDocument>[];
  readonly invitations: readonly Kept<InvitationDocument>[];
  readonly tokens: readonly Kept<TokenDocument>[];
  readonly custom: readonly CustomRole[];
}

export async function accessOf({ deps, scope }: Pick<Work, 'deps' | 'scope'>): Promise<Access> {
  const all = await deps.db.inOrganisation(scope.org, (tx) => listAccess(tx, scope));
  const kept = <T>(kind: AccessRecord['kind'], read: (stored: unknown) => T): readonly Kept<T>[] =>
    all.flatMap((record) =>
      record.kind === kind ? [{ id: record.thing, is: read(record.document), record }] : [],
    );
  const roles = kept('role', readRole);
  return {
    members: kept('member', readMember),
    roles,
    invitations: kept('invitation', readInvitation),
    tokens: kept('token', readToken),
    custom: roles.map(({ id, is }) => customRole(id, is)),
  };
}

export function heldBy({ custom }: Access, { grants }: Pick<MemberDocument, 'grants'>): readonly HeldRole[] {
  return resolve(grants, custom);
}

/** Members as core judges them; whoever left holds nothing. */
export function judged(access: Access): readonly Member[] {
  return access.members.map(({ id, is }) => ({ id, held: heldBy(access, is) }));
}

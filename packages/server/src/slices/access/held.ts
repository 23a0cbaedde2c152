// What is stored of members and of roles that an organisation made, and what it comes to today.
import { PERMISSIONS, REACHES, resolve, type CustomRole, type Grant, type HeldRole } from '@assay/core';
import { z } from 'zod';

const within = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organisation') }),
  ...REACHES.filter((kind) => kind !== 'organisation').map((kind) =>
    z.object({ kind: z.literal(kind), id: z.string() }),
  ),
]);

export const grantsStored = z.array(z.object({ role: z.string(), within }));

/** A member as the organisation keeps it; ended, they keep their name and hold nothing. */
const memberDocument = z.object({
  name: z.string(),
  email: z.string().nullable(),
  state: z.enum(['active', 'ended']),
  grants: grantsStored,
});
export type MemberDocument = z.infer<typeof memberDocument>;

const roleDocument = z.object({
  title: z.string(),
  about: z.string(),
  permissions: z.array(z.enum(PERMISSIONS)),
  state: z.enum(['active', 'ended']),
});
export type RoleDocument = z.infer<typeof roleDocument>;

export function readMember(stored: unknown): MemberDocument {
  return memberDocument.parse(stored);
}

export function readRole(stored: unknown): RoleDocument {
  return roleDocument.parse(stored);
}

/** A role as grants name it; one that was ended permits nothing. */
export function customRole(id: string, role: RoleDocument): CustomRole {
  return { id, title: role.title, permissions: role.state === 'active' ? role.permissions : [] };
}

/** What a stored member holds under the stored roles; undefined for whoever is no member, or no longer. */
export function heldOf(member: unknown, roles: unknown): readonly HeldRole[] | undefined {
  if (member === null || member === undefined) return undefined;
  const { state, grants } = readMember(member);
  if (state === 'ended') return undefined;
  return resolve(grants, customRoles(roles));
}

const stored = z.array(roleDocument.extend({ id: z.string() })).nullable();

function customRoles(roles: unknown): readonly CustomRole[] {
  return (stored.parse(roles) ?? []).map(({ id, ...role }) => customRole(id, role));
}

/** The whole organisation, in one role. */
export function wholly(role: string): Grant {
  return { role, within: { kind: 'organisation' } };
}

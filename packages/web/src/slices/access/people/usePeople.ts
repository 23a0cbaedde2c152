// Who belongs to the organisation, as the server says it, and what the reader may do about it.
import type { Output, Routes } from '@assay/contract';
import { api, useOrg } from '../../../data/api.ts';

export type Member = Output<Routes['members.list']>['data'][number];
export type Invitation = Output<Routes['invitations.list']>['data'][number];
export type RoleRow = Output<Routes['roles.list']>['data'][number];

export function useMembers(org: string) {
  return useOrg(org, ['members'], () => api['members.list']({ params: { org } }));
}
export function useInvitations(org: string) {
  return useOrg(org, ['invitations'], () => api['invitations.list']({ params: { org } }));
}
export function useRoles(org: string) {
  return useOrg(org, ['roles'], () => api['roles.list']({ params: { org } }));
}
export function useTokens(org: string) {
  return useOrg(org, ['tokens'], () => api['tokens.list']({ params: { org } }));
}

/** Roles in words, with how far each reaches. */
export function rolesText(roles: Member['roles']): string {
  return roles
    .map(({ title, within }) => (within.id === undefined ? title : `${title} for ${within.id}`))
    .join(', ');
}

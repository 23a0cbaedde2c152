// Grants as they were sent, and what they come to: a role that is not there is said, not dropped.
import {
  err,
  ok,
  resolve,
  roleNamed,
  type CustomRole,
  type Grant,
  type GrantReach,
  type HeldRole,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';

interface Sent {
  readonly role: string;
  readonly within: { readonly kind: GrantReach['kind']; readonly id?: string | undefined };
}

export interface Given {
  readonly grants: Grant[];
  readonly held: readonly HeldRole[];
}

export function given(
  sent: readonly Sent[],
  roles: readonly (CustomRole & { readonly ended: boolean })[],
): Result<Given, Refusal> {
  const missing = sent.findIndex(
    ({ role }) => !roleNamed(role) && !roles.some(({ id, ended }) => id === role && !ended),
  );
  if (missing !== -1)
    return err({
      code: 'access.role_not_found',
      detail: `There is no role ${sent[missing]?.role ?? ''}.`,
      errors: [{ pointer: `/body/grants/${missing}/role`, message: 'is no role' }],
    });
  const grants = sent.map(({ role, within }): Grant => ({ role, within: reachOf(within) }));
  return ok({ grants, held: resolve(grants, roles) });
}

function reachOf({ kind, id }: Sent['within']): GrantReach {
  return kind === 'organisation' || id === undefined ? { kind: 'organisation' } : { kind, id };
}

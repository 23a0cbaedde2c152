// Roles and permissions as they are written on a command line.
import { PERMISSIONS, REACHES, type Permission } from '@assay/core';
import { InvalidArgumentError } from 'commander';

/** A role and how far it reaches: role, role@framework:ID, role@system:NAME. */
export interface GrantText {
  readonly role: string;
  readonly within: { readonly kind: (typeof REACHES)[number]; readonly id?: string };
}

export function grantOf(text: string): GrantText {
  const [role = '', reach] = text.split('@');
  if (reach === undefined) return { role, within: { kind: 'organisation' } };
  const at = reach.indexOf(':');
  const kind = REACHES.find((each) => each === reach.slice(0, at));
  if (kind === undefined || kind === 'organisation' || at < 1 || at === reach.length - 1)
    throw new InvalidArgumentError(`${text} is not written as role@framework:ID or role@system:NAME.`);
  return { role, within: { kind, id: reach.slice(at + 1) } };
}

export function permissionsOf(text: string): Permission[] {
  return text.split(',').map((part) => {
    const permission = PERMISSIONS.find((each) => each === part.trim());
    if (permission !== undefined) return permission;
    throw new InvalidArgumentError(`${part.trim()} is no permission; assay member roles lists them.`);
  });
}

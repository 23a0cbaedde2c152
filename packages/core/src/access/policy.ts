// Who may do what, as one table: routes, buttons, CLI and documentation read it, nobody else decides.

export const PERMISSIONS = [
  'organisation.read',
  'organisation.change',
  'organisation.delete',
  'frameworks.read',
  'frameworks.change',
  'controls.read',
  'controls.change',
  'monitoring.read',
  'monitoring.change',
  'evidence.read',
  'evidence.add',
  'evidence.review',
  'evidence.change',
  'work.read',
  'work.change',
  'risks.read',
  'risks.change',
  'risks.accept',
  'soa.read',
  'soa.change',
  'soa.approve',
  'isms.read',
  'isms.change',
  'isms.approve',
  'findings.read',
  'findings.change',
  'policies.read',
  'policies.change',
  'policies.approve',
  'policies.acknowledge',
  'plan.read',
  'plan.change',
  'plan.approve',
  'ledger.read',
  'documents.export',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['owner', 'contributor', 'reader'] as const;
export type Role = (typeof ROLES)[number];

const READ = [
  'organisation.read',
  'frameworks.read',
  'controls.read',
  'monitoring.read',
  'evidence.read',
  'work.read',
  'risks.read',
  'soa.read',
  'isms.read',
  'findings.read',
  'policies.read',
  'plan.read',
  'ledger.read',
] as const;

/** Permissions of each role; more roles come as more rows. */
export const POLICY: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSIONS,
  contributor: [
    ...READ,
    'evidence.add',
    'work.change',
    'findings.change',
    'policies.acknowledge',
    'documents.export',
  ],
  reader: READ,
};

/** Whether a role holds a permission. */
export function may(role: Role, permission: Permission): boolean {
  return POLICY[role].includes(permission);
}

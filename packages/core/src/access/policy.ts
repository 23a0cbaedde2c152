// Who may do what, as one table: routes, buttons, CLI and documentation read it, nobody else decides.
import { PERMISSIONS, type Permission } from './permissions.ts';

export const ROLES = [
  'owner',
  'admin',
  'security_lead',
  'control_owner',
  'contributor',
  'people_manager',
  'sales',
  'reader',
  'iso_auditor',
  'cpa_examiner',
  'buyer',
  'service',
] as const;
export type Role = (typeof ROLES)[number];

/** Where somebody of a role begins; `none` has no way into the application at all. */
export const LANDINGS = ['home', 'work', 'trust', 'room', 'none'] as const;
export type Landing = (typeof LANDINGS)[number];

export interface RoleRow {
  readonly title: string;
  readonly about: string;
  readonly lands: Landing;
  /** Whether it is given for the whole organisation; an auditor's is for one engagement only. */
  readonly given: 'organisation' | 'engagement' | 'never';
  readonly permissions: readonly Permission[];
}

const READ = [
  'organisation.read',
  'members.read',
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
] as const satisfies readonly Permission[];

/** Only somebody of an audit firm holds these: a company never works in its auditor's name. */
const AUDITORS_ONLY: ReadonlySet<Permission> = new Set<Permission>(['rooms.enter']);
const OWNERS_ONLY: ReadonlySet<Permission> = new Set<Permission>([
  'owners.grant',
  'organisation.delete',
  'keys.change',
  'evidence.erase',
]);
/** Who works in the organisation, as opposed to what is worked on. */
const ADMINISTRATION: ReadonlySet<Permission> = new Set<Permission>([
  'organisation.change',
  'members.change',
  'members.provision',
  'roles.change',
  'identity.change',
  'tokens.change',
]);

const OWNER = PERMISSIONS.filter((each) => !AUDITORS_ONLY.has(each));
const ADMIN = OWNER.filter((each) => !OWNERS_ONLY.has(each));
const LEAD = ADMIN.filter((each) => !ADMINISTRATION.has(each));

/** Every role with what it may do; another role comes as another row. */
export const POLICY: Readonly<Record<Role, RoleRow>> = {
  owner: {
    title: 'Owner',
    about: 'Answers for the organisation: everything, and who else owns it.',
    lands: 'home',
    given: 'organisation',
    permissions: OWNER,
  },
  admin: {
    title: 'Admin',
    about: 'Runs the organisation day by day: everything but ownership, its keys and its end.',
    lands: 'home',
    given: 'organisation',
    permissions: ADMIN,
  },
  security_lead: {
    title: 'Security lead',
    about: 'Leads the programme: controls, risks, statement, policies, plan and rooms, not who belongs here.',
    lands: 'home',
    given: 'organisation',
    permissions: LEAD,
  },
  control_owner: {
    title: 'Control owner',
    about: 'Runs controls: brings and corrects evidence, does tasks, answers findings.',
    lands: 'work',
    given: 'organisation',
    permissions: [
      ...READ,
      'evidence.add',
      'evidence.change',
      'work.change',
      'findings.change',
      'policies.acknowledge',
      'documents.export',
      'tokens.own',
    ],
  },
  contributor: {
    title: 'Contributor',
    about: 'Brings evidence and does tasks.',
    lands: 'work',
    given: 'organisation',
    permissions: [
      ...READ,
      'evidence.add',
      'work.change',
      'findings.change',
      'policies.acknowledge',
      'documents.export',
      'tokens.own',
    ],
  },
  people_manager: {
    title: 'People manager',
    about: 'Answers for joiners, leavers, training and policies that people confirm.',
    lands: 'work',
    given: 'organisation',
    permissions: [
      'organisation.read',
      'members.read',
      'frameworks.read',
      'controls.read',
      'monitoring.read',
      'evidence.read',
      'evidence.add',
      'work.read',
      'work.change',
      'isms.read',
      'policies.read',
      'policies.acknowledge',
    ],
  },
  sales: {
    title: 'Sales',
    about: 'Shows buyers what is proved; sees no risks, findings or evidence.',
    lands: 'trust',
    given: 'organisation',
    permissions: [
      'organisation.read',
      'frameworks.read',
      'controls.read',
      'work.read',
      'policies.read',
      'policies.acknowledge',
    ],
  },
  reader: {
    title: 'Read-only',
    about: 'Sees what is done, changes nothing.',
    lands: 'home',
    given: 'organisation',
    permissions: READ,
  },
  iso_auditor: {
    title: 'ISO auditor',
    about: 'Works in the room of one certification audit, on what was released into it.',
    lands: 'room',
    given: 'engagement',
    permissions: ['rooms.enter'],
  },
  cpa_examiner: {
    title: 'CPA examiner',
    about: 'Works in the room of one examination, on what was released into it.',
    lands: 'room',
    given: 'engagement',
    permissions: ['rooms.enter'],
  },
  buyer: {
    title: 'Buyer',
    about: 'Sees the public side and what was granted to them; never the application.',
    lands: 'none',
    given: 'never',
    permissions: [],
  },
  service: {
    title: 'Service',
    about: 'A program that brings evidence: no sign-in, only tokens.',
    lands: 'none',
    given: 'organisation',
    permissions: [
      'organisation.read',
      'frameworks.read',
      'controls.read',
      'monitoring.read',
      'evidence.read',
      'evidence.add',
    ],
  },
};

/** Whether a role of the table holds a permission in the whole of what it was given for. */
export function may(role: Role, permission: Permission): boolean {
  return POLICY[role].permissions.includes(permission);
}

/** What roles made by an organisation may hold: nothing that makes an owner or an auditor. */
export const CUSTOM_PERMISSIONS: readonly Permission[] = ADMIN;

// Roles and authorities (ISO/IEC 27001:2022, 5.3) and the communication plan (7.4).
import { OWNER_ROLES, type OwnerRole } from '../controls/index.ts';
import type { PlainDate } from '../kernel/index.ts';
import { personKey } from '../policies/index.ts';
import { isBlank, remarks, when, type IsmsLint, type IsmsRule } from './lint.ts';

export interface RoleHolding {
  readonly role: OwnerRole;
  /** What whoever has the role may decide. */
  readonly authority: string;
  readonly people: readonly {
    readonly name: string;
    readonly from: PlainDate;
    /** First day on which the person no longer has it. */
    readonly until: PlainDate | null;
  }[];
}

export interface Roles {
  readonly roles: readonly RoleHolding[];
}

export interface Communication {
  readonly plan: readonly {
    readonly what: string;
    readonly when: string;
    readonly with: string;
    readonly how: string;
    readonly who: string;
  }[];
}

/** The roles that a person has on a day, in the order of the list of roles; names are compared as people read them. */
export function rolesOn({ roles }: Roles, person: string, day: PlainDate): readonly OwnerRole[] {
  const key = personKey(person);
  const held = new Set(
    roles
      .filter(({ people }) => people.some((each) => personKey(each.name) === key && holds(each, day)))
      .map(({ role }) => role),
  );
  return OWNER_ROLES.filter((role) => held.has(role));
}

/**
 * Whose work a person looks after: that of the roles they have, and of the roles that nobody has, so that nothing is left
 * lying. Empty where they have none.
 */
export function rolesToLookAfter(roles: Roles, person: string, day: PlainDate): readonly OwnerRole[] {
  const own = new Set(rolesOn(roles, person, day));
  if (own.size === 0) return [];
  const held = new Set(
    roles.roles.filter(({ people }) => people.some((each) => holds(each, day))).map(({ role }) => role),
  );
  return OWNER_ROLES.filter((role) => own.has(role) || !held.has(role));
}

/** The remarks on the roles as of a day. */
export function rolesLints(roles: Roles, today: PlainDate): readonly IsmsLint[] {
  return remarks(rolesRules(today), roles);
}

export function communicationLints(communication: Communication): readonly IsmsLint[] {
  return remarks(COMMUNICATION_RULES, communication);
}

function holds(
  { from, until }: Pick<RoleHolding['people'][number], 'from' | 'until'>,
  day: PlainDate,
): boolean {
  return from <= day && (until === null || day < until);
}

function rolesRules(today: PlainDate): readonly IsmsRule<Roles>[] {
  return [
    {
      code: 'roles.none',
      clause: '5.3',
      blocks: true,
      finds: ({ roles }) => when(roles.length === 0, 'No role is given to anybody.'),
      remedy: 'Say who answers for the ISMS and who reports on it to top management.',
    },
    {
      code: 'roles.nobody',
      clause: '5.3',
      blocks: false,
      finds: ({ roles }) =>
        roles
          .filter(({ people }) => !people.some((each) => holds(each, today)))
          .map(({ role }) => `Nobody has the role ${role} today.`),
      remedy: 'Name a person from a day, or take the role out.',
    },
    {
      code: 'roles.reversed',
      clause: '5.3',
      blocks: true,
      finds: ({ roles }) =>
        roles.flatMap(({ role, people }) =>
          people
            .filter(({ from, until }) => until !== null && until <= from)
            .map(({ name }) => `${name} loses the role ${role} before having it.`),
        ),
      remedy: 'Mend the days.',
    },
    {
      code: 'roles.no_authority',
      clause: '5.3',
      blocks: true,
      finds: ({ roles }) =>
        roles
          .filter(({ authority }) => isBlank(authority))
          .map(({ role }) => `The role ${role} has no authority written down.`),
      remedy: 'Say what it may decide, accept or approve.',
    },
  ];
}

const COMMUNICATION_RULES: readonly IsmsRule<Communication>[] = [
  {
    code: 'communication.none',
    clause: '7.4',
    blocks: true,
    finds: ({ plan }) => when(plan.length === 0, 'Nothing says what is told to whom.'),
    remedy: 'Begin with incidents, changes of policy and what customers are told.',
  },
  {
    code: 'communication.incomplete',
    clause: '7.4',
    blocks: true,
    finds: ({ plan }) =>
      plan
        .filter((row) => [row.when, row.with, row.how].some(isBlank))
        .map(({ what }) => `“${what}” lacks when, with whom or how.`),
    remedy: 'Fill in the row.',
  },
];

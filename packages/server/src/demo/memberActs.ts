// Who belongs to Harbourline on Assay, in which role. They are members of the demo and no persons of the server: nobody
// signs in as one of them, and they go with the demo.
import type { Role } from '@assay/core';
import { newId } from '../platform/crypto.ts';
import { writeAccess } from '../slices/access/members.usecases.ts';
import type { Act, Place } from './act.ts';
import { at } from './calendar.ts';
import { PROGRAMME_BEGAN } from './company.ts';
import { OWNERS, PEOPLE } from './people.ts';

/** Each with the days after the programme began on which they joined. */
const MEMBERS: readonly (readonly [name: string, role: Role, joined: number])[] = [
  [OWNERS.security_lead, 'security_lead', 0],
  [OWNERS.it_admin, 'admin', 1],
  [OWNERS.engineering_lead, 'control_owner', 3],
  [OWNERS.platform_engineer, 'control_owner', 3],
  ['Priya Holm', 'contributor', 14],
  [OWNERS.people_lead, 'people_manager', 20],
  [OWNERS.finance_lead, 'reader', 35],
  ['Casper Rinaldi', 'sales', 120],
];

export function memberActs(place: Place): readonly Act[] {
  return MEMBERS.map(([name, role, joined]) => {
    const now = at(place.on.ago(PROGRAMME_BEGAN - joined), '10:00');
    const member = {
      name,
      email: PEOPLE.find((person) => person.name === name)?.mail ?? null,
      state: 'active' as const,
      grants: [{ role, within: { kind: 'organisation' as const } }],
    };
    return {
      at: now,
      alone: () =>
        writeAccess(
          place.deps,
          place.as(OWNERS.founder),
          { kind: 'member', thing: newId('principal', now), document: member },
          now,
        ),
    };
  });
}

// What Harbourline wrote down about its management system: context, parties, scopes, roles, communication, objectives.
import type { IsmsRecord, PlainDate } from '@assay/core';
import type { Calendar } from './calendar.ts';
import { OWNERS } from './people.ts';

type Of<K extends IsmsRecord['kind']> = Extract<IsmsRecord, { kind: K }>;

/** The day on which support came into the scope of the ISMS; the day before, it was outside. */
export const SUPPORT_JOINED = 1;

export const CONTEXT: Of<'context'> = {
  kind: 'context',
  issues: [
    {
      side: 'internal',
      issue: 'Forty-one people, one product: much is known by one person each.',
      effect: 'Deputies are named for every control, and what only one person knows is written down.',
    },
    {
      side: 'internal',
      issue: 'Half of the company works from home in four countries.',
      effect: 'Laptops and identities are the boundary, not the office in Rotterdam.',
    },
    {
      side: 'internal',
      issue: 'Several deployments a day.',
      effect: 'Changes are checked by machine and by a second person, or they do not keep up.',
    },
    {
      side: 'external',
      issue: 'Freight forwarders are attacked for their shipping data.',
      effect: 'Customers ask for proof that bookings and customs papers stay confidential.',
    },
    {
      side: 'external',
      issue: 'The service stands in one region of one cloud provider.',
      effect: 'An outage there is an outage here; restoring elsewhere is rehearsed.',
    },
    {
      side: 'external',
      issue: 'European customers ask for ISO/IEC 27001, American ones for SOC 2.',
      effect: 'One set of controls answers both.',
    },
  ],
  climate: { relevant: null, because: '' },
};

export const CONTEXT_DECIDED: Of<'context'> = {
  ...CONTEXT,
  climate: {
    relevant: true,
    because:
      'The data centres lie in a delta, and two customers ask for figures on energy. Heat and floods are named in the continuity plan; nothing else in the ISMS changes.',
  },
};

export const PARTIES: Of<'parties'> = {
  kind: 'parties',
  parties: [
    {
      name: 'Customers',
      needs: [
        {
          need: 'Bookings and customs papers stay confidential.',
          addressed: true,
          how: 'Access control, encryption, and tests of both.',
        },
        {
          need: 'The service is there in their working hours.',
          addressed: true,
          how: 'Availability is one of the categories of the SOC 2 report.',
        },
        {
          need: 'An on-site audit whenever they like.',
          addressed: false,
          how: 'The certificate and the report stand in its place; contracts say so.',
        },
      ],
    },
    {
      name: 'Staff',
      needs: [
        {
          need: 'To know what is expected, in words that can be followed.',
          addressed: true,
          how: 'Policies are short, and training is by example.',
        },
      ],
    },
    {
      name: 'Data protection authority',
      needs: [
        {
          need: 'Breaches of personal data are notified within 72 hours.',
          addressed: true,
          how: 'The incident procedure names who notifies, and is rehearsed.',
        },
      ],
    },
    {
      name: 'Owners',
      needs: [
        {
          need: 'The certificate before the renewal of the two largest contracts.',
          addressed: true,
          how: 'Stage 2 is booked; the programme is reported each month.',
        },
      ],
    },
    {
      name: 'Hosting provider',
      needs: [
        {
          need: 'Its customers keep their side of the shared responsibility.',
          addressed: true,
          how: 'Settings of the cloud accounts are scanned every second week.',
        },
      ],
    },
  ],
};

export function isoScope(from: PlainDate, support: boolean): Of<'scope'> {
  return {
    kind: 'scope',
    framework: 'iso27001:2022',
    statement: support
      ? 'The Harbourline scheduling service and the people, processes and cloud accounts that build, run and support it, from the Rotterdam office and remote workplaces.'
      : 'The Harbourline scheduling service and the people who build and run it.',
    boundaries: [
      'Engineering, platform and product teams',
      ...(support ? ['Support team'] : []),
      'Laptops that the company manages',
    ],
    sites: ['Rotterdam, office', 'Remote workplaces in four countries'],
    systems: [
      'Production and staging accounts',
      'Source code and build',
      'Identity and mail',
      'People system',
      ...(support ? ['Ticket system'] : []),
    ],
    names: [{ system: 'Production and staging accounts', name: 'production' }],
    interfaces: [
      { with: 'Hosting provider', what: 'Data centres, power and hardware' },
      { with: 'Payroll office', what: 'Pay and sick leave; gets names and bank accounts' },
      ...(support ? [{ with: 'Ticket system', what: 'What customers write to support' }] : []),
    ],
    exclusions: [
      {
        what: 'Sales and marketing site',
        because: 'It holds no customer data and has no way into production.',
      },
      ...(support
        ? []
        : [{ what: 'Support team', because: 'It sees no production data until it has its own console.' }]),
    ],
    from,
  };
}

/** The day on which the ticket system came into the system that SOC 2 describes. */
export const TICKETS_JOINED = 41;

export function soc2System(from: PlainDate, tickets: boolean): Of<'scope'> {
  return {
    kind: 'scope',
    framework: 'soc2:2017',
    statement:
      'The Harbourline scheduling service as customers use it: web application, interface for partners, and the support that goes with it.',
    boundaries: ['Web application', 'Interface for partners', 'Support of customers'],
    sites: ['Rotterdam, office'],
    systems: [
      'Production account',
      'Source code and build',
      'Identity and mail',
      ...(tickets ? ['Ticket system'] : []),
    ],
    names: [{ system: 'Production account', name: 'production' }],
    interfaces: [{ with: 'Hosting provider', what: 'Carved out; its own report is read once a year' }],
    exclusions: [
      { what: 'Staging account', because: 'It holds made-up data alone.' },
      ...(tickets
        ? []
        : [
            {
              what: 'Ticket system',
              because: 'Until it is moved, it is run by the vendor for all its customers.',
            },
          ]),
    ],
    from,
  };
}

export function rolesOf(from: PlainDate): Of<'roles'> {
  const held = (name: string) => [{ name, from, until: null }];
  return {
    kind: 'roles',
    roles: [
      {
        role: 'founder',
        authority: 'Top management: decides objectives and means, accepts any risk, approves the policy.',
        people: held(OWNERS.founder),
      },
      {
        role: 'security_lead',
        authority: 'Answers for the ISMS, reports on it to top management, accepts moderate risks.',
        people: held(OWNERS.security_lead),
      },
      {
        role: 'engineering_lead',
        authority: 'Stops a release; accepts low risks of code.',
        people: held(OWNERS.engineering_lead),
      },
      {
        role: 'people_lead',
        authority: 'Starts and ends employment and what hangs on it.',
        people: held(OWNERS.people_lead),
      },
      {
        role: 'legal_counsel',
        authority: 'Says which laws and contracts bind; notifies authorities.',
        people: held(OWNERS.legal_counsel),
      },
    ],
  };
}

export const COMMUNICATION: Of<'communication'> = {
  kind: 'communication',
  plan: [
    {
      what: 'An incident that touches customers',
      when: 'Within 24 hours of knowing',
      with: 'Customers concerned',
      how: 'Mail from the account manager, then the status page',
      who: OWNERS.security_lead,
    },
    {
      what: 'A breach of personal data',
      when: 'Within 72 hours',
      with: 'Data protection authority',
      how: 'Its own form',
      who: OWNERS.legal_counsel,
    },
    {
      what: 'A changed policy',
      when: 'On the day of publishing',
      with: 'Everybody whom it binds',
      how: 'Mail, with what changed in three lines',
      who: OWNERS.people_lead,
    },
    {
      what: 'How the programme stands',
      when: 'Each month',
      with: 'Top management',
      how: 'The page Home, gone through together',
      who: OWNERS.security_lead,
    },
  ],
};

/** The same with a row that nobody has finished: a draft beside the version that is in force. */
export const COMMUNICATION_DRAFT: Of<'communication'> = {
  ...COMMUNICATION,
  plan: [
    ...COMMUNICATION.plan,
    { what: 'A planned outage', when: 'Five working days before', with: 'All customers', how: '', who: '' },
  ],
};

export function supportJoins(on: Calendar): Of<'change'> {
  return {
    kind: 'change',
    title: 'Support comes into the scope',
    purpose: 'Customers ask whether the people who answer them work under the same rules.',
    consequences:
      'Six more people, their console and the ticket system are in scope; the statement of applicability is looked at again.',
    resources: 'Four days of the security lead, two of the head of support.',
    owner: OWNERS.security_lead,
    due: on.ago(SUPPORT_JOINED),
    done: null,
  };
}

export function copyAbroad(on: Calendar): Of<'change'> {
  return {
    kind: 'change',
    title: 'A copy of the data in a second region',
    purpose: 'An outage of the region must not be an outage of the service for longer than two hours.',
    consequences:
      'Another place to keep in step: keys, access, logs and backups are to be set up there the same.',
    resources: 'Three weeks of the platform team; the bill for storage grows by a quarter.',
    owner: OWNERS.platform_engineer,
    due: on.ago(-50),
    done: null,
  };
}

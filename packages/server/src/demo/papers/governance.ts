// Papers on the management system: context, scope, roles, policies, objectives.
import type { Calendar } from '../calendar.ts';
import { OWNERS, PEOPLE } from '../people.ts';
import { inForce, type Paper } from './paper.ts';

export const governance: readonly Paper[] = [
  {
    title: 'Context, interested parties and climate',
    file: 'context-and-parties.md',
    kind: 'document',
    by: OWNERS.founder,
    controls: ['C-01'],
    done: 290,
    body: () => `| Party | What they need | Where it is answered |
| --- | --- | --- |
| Freight forwarders (212) | Slots and documents there at 04:00 | Service levels, C-94 |
| Terminals (9) | No booking that was not made by us | Signed requests, C-51 |
| Employees | Clear rules, no blame for reports | Policy set, C-31 |
| Data protection authority | Notice within 72 hours | C-76 |

Climate: the office lies 1.8 m below sea level; production does not. Relevant for clause 4.1, no change of scope.`,
  },
  {
    title: 'ISMS scope, version 2',
    file: 'isms-scope-v2.md',
    kind: 'document',
    by: OWNERS.founder,
    controls: ['C-02'],
    done: 88,
    covers: inForce(88),
    body: () => `In: the scheduling service, its two cloud accounts, 41 people, the Rotterdam office, remote work.
Out: the marketing site (static, no customer data), the payroll office (its own certificate).
Interfaces: container registry, mail provider, card processor, nine terminals.`,
  },
  {
    title: 'Security roles and mandate of the security lead',
    file: 'roles-and-mandate.md',
    kind: 'document',
    by: OWNERS.founder,
    controls: ['C-03'],
    done: 71,
    covers: inForce(71),
    body: () => `${OWNERS.security_lead} leads security, reports to ${OWNERS.founder}, may stop a release. Budget: 0.6 of a person and 38,000 euro a year.
Deputy: ${OWNERS.platform_engineer}. Every control has one owner; the list is in the control set, not here.`,
  },
  {
    title: 'Advisers’ half-yearly meeting, minutes',
    file: 'advisers-minutes.md',
    kind: 'record',
    by: OWNERS.founder,
    controls: ['C-04'],
    done: 131,
    came: 5,
    body: (on) => `Present: ${OWNERS.founder}, two outside advisers, ${OWNERS.security_lead} for item 3.
3. Security: ISO stage 2 is planned for ${on.ago(-35)}. The advisers ask why no penetration test was ordered this year. Decision: order one before the audit. Open.
4. SOC 2: two customers ask for it. Decision: Type II over 180 days, Security, Availability and Confidentiality.`,
  },
  {
    title: 'Information security policy set',
    file: 'policy-set.md',
    kind: 'document',
    by: OWNERS.security_lead,
    controls: ['C-05'],
    done: 262,
    covers: inForce(262),
    body: (on) => policySet(on, 3, 262),
    revised: {
      daysAgo: 61,
      note: 'Version 4: cloud, remote work and suppliers brought together; approved by the founder.',
      body: (on) => policySet(on, 4, 61),
    },
  },
  {
    title: 'Policy acknowledgements, 41 of 41',
    file: 'policy-acknowledgements.csv',
    kind: 'population',
    by: OWNERS.people_lead,
    controls: ['C-06'],
    done: 54,
    body: (on) =>
      [
        'person,policy_set,acknowledged_on',
        ...PEOPLE.map(({ mail }, i) => `${mail},4,${on.ago(60 - (i % 6))}`),
      ].join('\n'),
  },
  {
    title: 'Security measures, third quarter of the programme',
    file: 'measures-q3.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-07'],
    done: 33,
    covers: [123, 33],
    body: () => `| Objective | Measure | Target | Result |
| --- | --- | --- | --- |
| Holes closed in time | High within 14 days | 95 % | 9 of 10 |
| Access ends with work | Closed within 1 day | 100 % | 4 of 5, see EX-1 |
| Service there | Uptime a month | 99.9 % | 99.95 % |
| People know | Training done | 100 % | 39 of 41 |

Missed twice in a row: none. Access ends with work is raised to the management review.`,
  },
  {
    title: 'Code of conduct, version 2',
    file: 'code-of-conduct-v2.md',
    kind: 'document',
    by: OWNERS.people_lead,
    controls: ['C-08'],
    done: 244,
    covers: inForce(244),
    body: () => `Eight rules on half a page. Rule 5: we do not look up customers’ data out of curiosity. Rule 7: whoever reports a mistake of his own is thanked, not punished.
Gifts above 50 euro are written into the list that finance keeps.`,
  },
  {
    title: 'Disciplinary steps: one case, closed',
    file: 'disciplinary-case.md',
    kind: 'record',
    by: OWNERS.people_lead,
    controls: ['C-09'],
    done: 78,
    body: (on) =>
      `Case 1: a shared test account was used for a demo after it was forbidden. Talk on ${on.ago(80)}, written note on ${on.ago(78)}, no further step. No customer data touched. Names are in the personnel file only.`,
  },
  {
    title: 'Segregation of duties, look before the window',
    file: 'segregation-of-duties.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-10'],
    done: 170,
    body: () =>
      `Pairs that one person may not hold: author and approver of a change (0 of 241 merges), requester and approver of access (1 of 19, taken back the same day), payer and approver of invoices (0 of 61).`,
  },
  {
    title: 'Segregation of duties, the look that came late',
    file: 'segregation-of-duties.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-10'],
    done: 67,
    body: () =>
      `Due while everybody was at the trade fair, and done when we were back. Author and approver of a change (0 of 96 merges), requester and approver of access (0 of 9), payer and approver of invoices (0 of 33).`,
  },
  {
    title: 'Segregation of duties, quarterly look',
    file: 'segregation-of-duties.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-10'],
    done: 26,
    covers: [117, 26],
    body: () => `Pairs that one person may not hold: author and approver of a change (0 of 318 merges), requester and approver of access (0 of 27), payer and approver of invoices (0 of 94).
One person holds deploy and database owner: ${OWNERS.platform_engineer}, with the log review of C-69 as compensation.`,
  },
  {
    title: 'Register of laws and contracts, half-yearly review',
    file: 'legal-register.md',
    kind: 'record',
    by: OWNERS.legal_counsel,
    controls: ['C-11'],
    done: 64,
    body: () => `14 entries read, 2 changed: supplier duties for essential services (we are below the size, three customers are not and pass them on), and retention of transport documents (7 years).
Licences of the 412 packages in the product: none that would bind our code.`,
  },
  {
    title: 'Who tells whom: ISMS communication plan',
    file: 'communication-plan.md',
    kind: 'document',
    by: OWNERS.security_lead,
    controls: ['C-13'],
    done: 92,
    covers: inForce(92),
    body: () => `| What | To whom | When | By |
| --- | --- | --- | --- |
| Measures | everybody | each quarter, all-hands | ${OWNERS.security_lead} |
| Incidents | customers concerned | within 24 hours | ${OWNERS.founder} |
| Changes of terms | customers | 30 days before | ${OWNERS.legal_counsel} |
| New suppliers with data | customers | 30 days before | ${OWNERS.legal_counsel} |`,
  },
  {
    title: 'Document and record control',
    file: 'document-control.md',
    kind: 'document',
    by: OWNERS.security_lead,
    controls: ['C-14'],
    done: 251,
    covers: inForce(251),
    body: () => `Documents live in the handbook repository: a change is a merge request, the approval is the version. Records live in Assay and are never edited, only superseded.
Kept: policies 3 years after the next version, records 3 years, incidents 5, contracts 7.`,
  },
  {
    title: 'Planned change: second cloud region',
    file: 'planned-change-region.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-15'],
    done: 47,
    body: () =>
      `Purpose: standby of the schedule database in eu-central-1. Effects on the ISMS: scope unchanged, asset list +6, risk R-4 falls from high to low, supplier list unchanged. Resources: 9 days of ${OWNERS.platform_engineer}. Approved by ${OWNERS.founder}.`,
  },
];

function policySet(on: Calendar, version: number, approved: number): string {
  const policies = [
    'Information security',
    'Access',
    'Cryptography',
    'Remote work',
    'Acceptable use',
    'Suppliers',
    'Incidents',
    'Continuity',
    'Development',
    'Retention',
  ];
  return `Version ${version}, approved by ${OWNERS.founder} on ${on.ago(approved)}, next review ${on.ago(approved - 365)}.

| Policy | Version | Owner |
| --- | --- | --- |
${policies.map((name, i) => `| ${name} | ${version}.${i % 3} | ${i % 2 === 0 ? OWNERS.security_lead : OWNERS.it_admin} |`).join('\n')}`;
}

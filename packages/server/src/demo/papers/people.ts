// Papers on people: checks, contracts, training, remote work, reports.
import { OWNERS, PEOPLE } from '../people.ts';
import { inForce, PENDING, type Paper } from './paper.ts';

export const people: readonly Paper[] = [
  {
    title: 'Background checks of the four joiners',
    file: 'background-checks.md',
    kind: 'record',
    by: OWNERS.people_lead,
    controls: ['C-24'],
    done: 29,
    covers: [120, 29],
    body: (on) => `| Joiner | Started | References | Certificate of conduct |
| --- | --- | --- | --- |
| Gijs Pallister | ${on.ago(84)} | 2 of 2 | seen ${on.ago(91)} |
| Ilse Carmody | ${on.ago(70)} | 2 of 2 | seen ${on.ago(77)} |
| Ruben Sato | ${on.ago(56)} | 2 of 2 | seen ${on.ago(60)} |
| Floor Degens | ${on.ago(35)} | 2 of 2 | seen ${on.ago(39)} |`,
  },
  {
    title: 'Contracts with confidentiality, joiners of the window',
    file: 'contracts-joiners.md',
    kind: 'record',
    by: OWNERS.people_lead,
    controls: ['C-25'],
    done: 34,
    covers: [120, 34],
    body: () =>
      `Four contracts, all signed before the first day; all hold clause 9 (confidentiality, two years after the end) and annex B (security duties). Two freelancers for the office fit-out signed the short form.`,
  },
  {
    title: 'Security awareness training, 39 of 41',
    file: 'training-completions.csv',
    kind: 'population',
    by: OWNERS.people_lead,
    controls: ['C-26'],
    done: 43,
    body: (on) =>
      [
        'person,course,completed_on,score',
        ...PEOPLE.map(({ mail }, i) =>
          i % 20 === 19
            ? `${mail},security-basics,,`
            : `${mail},security-basics,${on.ago(43 + (i % 9))},${82 + ((i * 7) % 18)}`,
        ),
      ].join('\n'),
  },
  {
    title: 'Training of the last two, with their results',
    file: 'training-rest.md',
    kind: 'record',
    by: OWNERS.people_lead,
    controls: ['C-26'],
    done: 6,
    review: PENDING,
    body: (on) =>
      `The two open names of the list did the course on ${on.ago(7)} and ${on.ago(6)}: 88 and 93 points. With this, 41 of 41.`,
  },
  {
    title: 'Remote working policy, version 4.1',
    file: 'remote-working.md',
    kind: 'document',
    by: OWNERS.it_admin,
    controls: ['C-29'],
    done: 61,
    covers: inForce(61),
    body: () =>
      `Work from abroad: up to 30 days in the EEA, otherwise ask. Company laptop only, disk encrypted, screen locks after five minutes, no customer data on paper. Public networks only with the company’s tunnel.`,
  },
  {
    title: 'Security events that people reported, with answers',
    file: 'event-reports.csv',
    kind: 'population',
    by: OWNERS.security_lead,
    controls: ['C-31'],
    done: 13,
    covers: [96, 13],
    body: (on) => `ticket,reported_on,what,first_answer_minutes,became
SEC-198,${on.ago(90)},phishing mail with a false slot confirmation,14,nothing
SEC-203,${on.ago(71)},laptop left in a train and found,9,event
SEC-206,${on.ago(52)},customer saw a wrong invoice number,22,defect
SEC-209,${on.ago(39)},bookings could not be saved for 47 minutes,3,incident INC-7
SEC-213,${on.ago(21)},badge lost,31,badge blocked
SEC-215,${on.ago(15)},mail that asks finance for a new account number,6,nothing`,
  },
];

// Papers on logging, incidents and what was learned from them.
import { OWNERS } from '../people.ts';
import { inForce, type Paper } from './paper.ts';

export const incidents: readonly Paper[] = [
  ...[79, 49, 18].map((done, i): Paper => ({
    title: `Administrator log review, ${['first', 'second', 'third'][i] ?? ''} month of the window`,
    file: 'admin-log-review.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-69'],
    done,
    covers: [done + 30, done],
    body: (on) =>
      [
        `Period ${on.ago(done + 30)} to ${on.ago(done)}. ${214 + i * 37} administrator actions, ${12 + i * 3} sampled, each with a ticket.`,
        i === 1
          ? 'One without: SSH of the worker group was opened by hand. See the cloud scan; closed after fourteen days.'
          : 'None without a ticket.',
        'The reviewer does not hold administrator rights in production.',
      ].join('\n'),
  })),
  {
    title: 'Incident response plan, version 3',
    file: 'incident-plan.md',
    kind: 'document',
    by: OWNERS.security_lead,
    controls: ['C-71'],
    done: 216,
    covers: inForce(216),
    body: () =>
      `Four levels; from level 2 one person leads and does nothing else. First call within 15 minutes, customers within 24 hours, authority within 72. Who leads: ${OWNERS.security_lead}, ${OWNERS.platform_engineer}, ${OWNERS.engineering_lead}. Evidence: copy first, mend second.`,
  },
  {
    title: 'INC-7: bookings could not be saved for 47 minutes',
    file: 'inc-7-report.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-72'],
    done: 36,
    came: 2,
    body: (
      on,
    ) => `${on.ago(39)}. 06:12 alarm on failed writes. 06:15 ${OWNERS.platform_engineer} leads. 06:31 cause: the connection pool of the schedule database was used up by a report. 06:59 report stopped, writes back. Level 2, 63 customers, no data lost, none seen by others.
Customers told 08:40, report sent ${on.ago(36)}. Not a personal data breach: availability for 47 minutes, no consequence for persons.`,
  },
  {
    title: 'What INC-7 taught us: three actions',
    file: 'inc-7-lessons.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-73'],
    done: 32,
    body: (
      on,
    ) => `1. Reports get a pool of their own – done ${on.ago(28)}. 2. Alarm at 80 % of connections – done ${on.ago(30)}. 3. Runbook “fail over the database” says whom to call – done ${on.ago(31)}.
What went well: the break-glass account worked and was closed after 41 minutes.`,
  },
  {
    title: 'Breach assessment of the lost laptop: no notice needed',
    file: 'breach-assessment-laptop.md',
    kind: 'record',
    by: OWNERS.legal_counsel,
    controls: ['C-76'],
    done: 70,
    body: (on) =>
      `SEC-203, ${on.ago(71)}: a laptop was left in a train and came back after two hours. Disk encrypted, switched off, no sign-in since. Risk for persons: unlikely. Decision: no notice to the authority; written into the register.`,
  },
];

// Papers on audit and improvement, and on customers and their data.
import { AUDITORS, OWNERS } from '../people.ts';
import { inForce, PENDING, type Paper } from './paper.ts';

export const assurance: readonly Paper[] = [
  {
    title: 'Internal audit: report, programme, look at NC-2',
    file: 'internal-audit-report.md',
    kind: 'record',
    by: `${AUDITORS.outside} (internal auditor, not of the company)`,
    controls: ['C-100'],
    done: 38,
    came: 4,
    body: (on) =>
      `IA-1, three days to ${on.ago(122)}: clauses 4 to 10 and 24 of Annex A, sampled by risk. Nonconformities: major 0, minor 2 (NC-1 no record of competence of control owners, NC-2 two repositories without their rule). Observation 1 (OBS-1 the office’s entry), opportunity 1. The auditor did no work in what was audited.
Looked at again on ${on.ago(38)}: the action of NC-2 holds. NC-1 is not done.`,
  },
  {
    title: 'Management review, minutes (draft for the founder)',
    file: 'management-review-minutes.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-101'],
    done: 5,
    review: PENDING,
    body: (
      on,
    ) => `Present: ${OWNERS.founder}, ${OWNERS.security_lead}, ${OWNERS.engineering_lead}, ${OWNERS.people_lead}.
a) Earlier actions: 6 of 7 done. b) Changes: second region, three customers under new law. c) Measures: one of four missed (leavers). d) Feedback: two customers ask for SOC 2. e) Risks: R-9 open. f) Improvement: see C-103.
Decisions: penetration test ordered for the week of ${on.ago(-9)}; checklist of leavers becomes part of the people system; budget +6,000 euro.
To be confirmed by ${OWNERS.founder}.`,
  },
  {
    title: 'NC-1 and NC-2: cause, action, state',
    file: 'nonconformities.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-102'],
    done: 30,
    covers: [96, 30],
    body: (on) => `| No. | Found | Cause | Action | Until |
| --- | --- | --- | --- | --- |
| NC-1 | IA-1 | nobody asked for it | competence table, C-27 | ${on.ago(12)} |
| NC-2 | IA-1 | the rule was set by hand | nightly audit, done ${on.ago(91)} | effective on ${on.ago(38)} |`,
  },
  {
    title: 'EX-1: account of a leaver closed after nine days',
    file: 'ex-1-late-offboarding.md',
    kind: 'record',
    by: OWNERS.people_lead,
    controls: ['C-102'],
    done: 10,
    review: PENDING,
    body: (
      on,
    ) => `Petra Ansel left on ${on.ago(41)}. All accounts but one were closed that day; the support desk account on ${on.ago(32)}, nine days later, against one. Sign-ins in between: none (log of the supplier).
Cause: the support desk came after the checklist was written. Action: the checklist is made from the list of systems. Look back: the other seven leavers of the year have no open account.`,
  },
  {
    title: 'Improvements of the quarter',
    file: 'improvements.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-103'],
    done: 27,
    covers: [118, 27],
    body: () =>
      `Done: keys of logs rotate; reports have a pool of their own; images are signed. Started: checklist from the list of systems. Dropped: own mail gateway, costs more than it brings.`,
  },
  {
    title: 'Policies against practice: spot checks',
    file: 'policy-spot-checks.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-104'],
    done: 53,
    body: () =>
      `Twelve rules, three people each. Ten are lived. Two not: printed manifests stayed on a desk overnight (acceptable use), and one design note named no risks (development). Both told to the owners; second look in a month.`,
  },
  {
    title: 'Audit plan: what auditors get, and from where',
    file: 'audit-coordination.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-105'],
    done: 39,
    body: (on) =>
      `Internal audit and stage 2 (${on.ago(-35)}): read-only accounts, no tools against production, exports instead of access, everything closed on the last day. Nobody tests from the outside in the two weeks before.`,
  },
];

export const customers: readonly Paper[] = [
  {
    title: 'Service description and commitments, version 5',
    file: 'service-description.md',
    kind: 'document',
    by: OWNERS.product_lead,
    controls: ['C-106'],
    done: 95,
    covers: inForce(95),
    body: () =>
      `Harbourline plans slots at terminals for freight forwarders. Promised: 99.9 % a month, back within 4 hours, at most 15 minutes lost, incidents told within 24 hours, data in the EU, export at any time. Customers answer for their users and for what they enter.`,
  },
  {
    title: 'Contracts of the quarter with their security terms',
    file: 'customer-contracts.csv',
    kind: 'population',
    by: OWNERS.legal_counsel,
    controls: ['C-107'],
    done: 15,
    covers: [96, 15],
    body: () => `contract,customer,terms,deviation
K-231,Spit & Daughters Forwarding,standard 5,none
K-232,Lowland Reefer,standard 5,notice within 12 hours
K-233,Marsdiep Lines,standard 5,none
K-234,Oosterhaven Cargo,own terms,audit right once a year; accepted by ${OWNERS.founder}`,
  },
  {
    title: 'Privacy notice, version 3',
    file: 'privacy-notice.md',
    kind: 'document',
    by: OWNERS.legal_counsel,
    controls: ['C-111'],
    done: 190,
    covers: inForce(190),
    body: () =>
      `For users of forwarders and for drivers whose names stand in manifests: what we hold, why, how long, who else sees it, how to ask. On the sign-in page and in the export.`,
  },
  {
    title: 'Consent: product mail, who said yes and who stopped',
    file: 'consent.csv',
    kind: 'record',
    by: OWNERS.product_lead,
    controls: ['C-112'],
    done: 28,
    covers: [118, 28],
    body: () => `what,count
users,1942
said yes to product mail,611
stopped it in the quarter,23
mail sent after a stop,0`,
  },
  {
    title: 'What we collect, and what we stopped collecting',
    file: 'collection-review.md',
    kind: 'record',
    by: OWNERS.product_lead,
    controls: ['C-113'],
    done: 118,
    body: () =>
      `31 fields about persons. Dropped: date of birth of drivers (no terminal asks for it any more) and the phone number in exports. Kept with a reason: name, licence number, last sign-in.`,
  },
  {
    title: 'Requests of data subjects, five in the quarter',
    file: 'subject-requests.csv',
    kind: 'population',
    by: OWNERS.legal_counsel,
    controls: ['C-114'],
    done: 21,
    covers: [111, 21],
    body: (on) => `request,asked_on,kind,answered_on
DS-19,${on.ago(104)},access,${on.ago(96)}
DS-20,${on.ago(88)},deletion,${on.ago(79)}
DS-21,${on.ago(61)},access,${on.ago(50)}
DS-22,${on.ago(44)},correction,${on.ago(43)}
DS-23,${on.ago(30)},deletion (refused: transport law; explained),${on.ago(22)}`,
  },
  {
    title: 'Who else gets personal data: half-yearly list',
    file: 'disclosures.md',
    kind: 'record',
    by: OWNERS.legal_counsel,
    controls: ['C-115'],
    done: 125,
    body: () =>
      `Terminals (drivers’ names, by contract), mail provider (addresses), support desk (tickets), authorities: none asked. No sale, no advertising. The list on the website is the same.`,
  },
  {
    title: 'Privacy year: accuracy, complaints, oversight',
    file: 'privacy-oversight.md',
    kind: 'record',
    by: OWNERS.legal_counsel,
    controls: ['C-116'],
    done: 150,
    body: () =>
      `Complaints: 1 (mail to a former user, stopped). Errors found by users and mended: 12. Register of processing: 9 entries, read. Impact assessment: not needed for slots, needed if we ever track trucks.`,
  },
];

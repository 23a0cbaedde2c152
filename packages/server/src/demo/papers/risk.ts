// Papers on risk: method, register, treatment, statement of applicability.
import { OWNERS } from '../people.ts';
import { inForce, type Paper } from './paper.ts';

export const risk: readonly Paper[] = [
  {
    title: 'Risk method: five by five, with an owner for each risk',
    file: 'risk-method.md',
    kind: 'document',
    by: OWNERS.security_lead,
    controls: ['C-16'],
    done: 276,
    covers: inForce(276),
    body: () => `Likelihood 1 (once in ten years) to 5 (several times a year); impact 1 (below 2,000 euro) to 5 (above 500,000 euro). The level is looked up in a grid, never multiplied.
Very low and low need no signature. Medium and high are signed by the founder. Very high is never accepted.`,
  },
  {
    title: 'Risk register, extract',
    file: 'risk-register.csv',
    kind: 'export',
    by: OWNERS.security_lead,
    controls: ['C-17'],
    done: 48,
    body: () => `id,risk,owner,likelihood,impact,level,treatment
R-1,A forwarder sees another forwarder's bookings,${OWNERS.engineering_lead},2,5,medium,modify
R-2,A leaver keeps access,${OWNERS.people_lead},2,3,low,modify
R-3,Ransom on laptops,${OWNERS.it_admin},2,3,low,modify
R-4,The region is down for a day,${OWNERS.platform_engineer},3,4,high,modify
R-5,The card processor ends the contract,${OWNERS.finance_lead},2,4,medium,retain
R-6,A package carries hostile code,${OWNERS.engineering_lead},3,4,high,modify
R-7,A terminal's interface changes unannounced,${OWNERS.product_lead},4,2,medium,retain
R-8,The office floods,${OWNERS.it_admin},2,2,low,
R-9,A public bucket shows customers' files,${OWNERS.platform_engineer},3,5,high,modify`,
  },
  {
    title: 'First risk assessment of the programme',
    file: 'risk-assessment-first.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-17'],
    done: 271,
    came: 4,
    body: () =>
      `Two afternoons, seven people. 31 risks named, 9 kept. High before any control: R-1 to R-4, R-6, R-7 and R-9. Not assessed for want of numbers: fraud (planned, C-20).`,
  },
  {
    title: 'Risk treatment plan, quarterly state and acceptances',
    file: 'risk-treatment.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-18'],
    done: 19,
    covers: [110, 19],
    body: (
      on,
    ) => `Done: R-2 checklist, R-3 disk encryption. Late by 20 days: R-4 second region, new date ${on.ago(-28)}.
Accepted by ${OWNERS.founder}: R-5. His acceptance of R-7 has ended and is not renewed. R-9 stays high until the bucket with the public files is closed.`,
  },
  {
    title: 'Statement of Applicability, working copy for stage 2',
    file: 'statement-of-applicability.md',
    kind: 'document',
    by: OWNERS.security_lead,
    controls: ['C-19'],
    done: 16,
    body: () => `Decided: 87 of 93. Left out with a reason: A.7.12 (no cabling of our own), A.8.30 (no outsourced development).
Open: A.5.6, A.8.11, A.8.12, A.8.23, A.8.33, and A.7.4, which somebody marked “n/a” without a reason. A bare mark is no decision: it stays undecided until ${OWNERS.it_admin} writes why or says how the office is watched.`,
  },
  ...[40, 10].map((done): Paper => ({
    title: `Threat intelligence digest ${done === 10 ? 'of this month' : 'of last month'}`,
    file: 'threat-digest.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-21'],
    done,
    body: (on) =>
      done === 10
        ? `Read: national cyber centre (11 notices), cloud provider bulletins (6), the logistics sharing group (3). For us: two. HLB-0155 in quay-mailer (ticket SEC-214, ${OWNERS.engineering_lead}), and false slot confirmations sent by mail to forwarders (warning sent ${on.ago(11)}).`
        : `Read: 17 notices. For us: one, stolen sessions of support tools. Session time was cut from eight hours to thirty minutes (SEC-201).`,
  })),
  {
    title: 'Risk review of the partner interface project',
    file: 'project-risk-partner-interface.md',
    kind: 'record',
    by: OWNERS.engineering_lead,
    controls: ['C-23'],
    done: 37,
    body: () =>
      `Project: terminals send slots by webhook. Five risks, two treated before the start: replayed messages (signed, ten-minute limit) and a flood of calls (limit for each partner). Decision to go: ${OWNERS.product_lead}, ${OWNERS.security_lead}.`,
  },
];

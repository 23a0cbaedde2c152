// Papers on suppliers.
import { OWNERS } from '../people.ts';
import { PENDING, type Paper } from './paper.ts';

export const suppliers: readonly Paper[] = [
  {
    title: 'Supplier register with tiers and reports',
    file: 'supplier-register.csv',
    kind: 'population',
    by: OWNERS.security_lead,
    controls: ['C-86'],
    done: 74,
    covers: [74, -291],
    body: (on) => `supplier,tier,data,report,report_ends
cloud provider,1,all,SOC 2 Type II,${on.ago(-140)}
code host,1,code,ISO certificate,${on.ago(-410)}
Fairlead Mail (fairlead.example),2,addresses,SOC 2 Type II,${on.ago(-61)}
Bollard Payments (bollard.example),2,invoices,PCI attestation,${on.ago(-12)}
Gangway Support Desk (gangway.example),2,tickets,questionnaire,${on.ago(-200)}
Payroll office,3,personnel,contract,none`,
  },
  {
    title: 'Supplier list of last year (wrong file)',
    file: 'supplier-register-old.csv',
    kind: 'population',
    by: OWNERS.security_lead,
    controls: ['C-86'],
    done: 77,
    withdrawn: 72,
    body: () => `supplier,tier
cloud provider,1
code host,1
a mail provider that we left in spring,2`,
  },
  {
    title: 'Agreements signed: support desk and payments',
    file: 'agreements.md',
    kind: 'record',
    by: OWNERS.legal_counsel,
    controls: ['C-87'],
    done: 51,
    covers: [150, 51],
    body: () => `| Supplier | Data agreement | Notice of breach | Audit right | Exit |
| --- | --- | --- | --- | --- |
| Gangway Support Desk | signed, annex 2 | 24 hours | report or visit | export in 30 days |
| Bollard Payments | signed, annex 3 | 48 hours | report | 90 days |`,
  },
  {
    title: 'Yearly supplier review, eleven suppliers',
    file: 'supplier-review.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-88'],
    done: 4,
    review: PENDING,
    body: (on) =>
      `Read: four reports, two questionnaires, five status pages. Exceptions in the reports that touch us: one (late removal of access at Fairlead Mail, mended). Bollard’s attestation ends on ${on.ago(-12)}: asked for the new one on ${on.ago(4)}. Nobody to leave, one to watch.`,
  },
  {
    title: 'Cloud services: who answers for what',
    file: 'cloud-governance.md',
    kind: 'record',
    by: OWNERS.platform_engineer,
    controls: ['C-89'],
    done: 57,
    body: () => `| Duty | Provider | Harbourline |
| --- | --- | --- |
| Halls, hardware | yes | reads the report |
| Database engine | patches | chooses the day |
| Encryption | offers | turns on, checks weekly |
| Access | offers | decides, reviews each quarter |
| Leaving | export tools | tested with one database, 41 GB in 3 hours |`,
  },
];

// Papers on operations: configuration exports, capacity, patches, the last penetration test.
import { OWNERS } from '../people.ts';
import { inForce, PENDING, type Paper } from './paper.ts';

export const operations: readonly Paper[] = [
  {
    title: 'Malware protection: state of all devices',
    file: 'malware-protection.csv',
    kind: 'export',
    by: OWNERS.it_admin,
    controls: ['C-56'],
    done: 3,
    body: (on) => `state,devices
on and current,43
off,0
last signature older than a day,0
exported,${on.ago(3)}`,
  },
  {
    title: 'Capacity: load, headroom, forecast',
    file: 'capacity.json',
    kind: 'configuration',
    by: OWNERS.platform_engineer,
    controls: ['C-58'],
    done: 6,
    covers: [36, 6],
    body: () =>
      `{ "database_cpu_p95": 0.41, "database_storage_used": 0.56, "queue_lag_p95_seconds": 2.1, "alarms_at": 0.7, "autoscaling": { "api": [3, 12], "worker": [2, 20] }, "forecast": "storage at 70 % in eleven months" }`,
  },
  {
    title: 'Who may install software: profile and list',
    file: 'software-installation.json',
    kind: 'configuration',
    by: OWNERS.it_admin,
    controls: ['C-59'],
    done: 10,
    body: () =>
      `{ "profile": "baseline-7", "installation": "self-service catalogue", "catalogue": 64, "admin_rights": ["joris.vanleeuwen"], "requests_last_30_days": 5, "refused": 1 }`,
  },
  {
    title: 'Clocks: offset of all hosts',
    file: 'clock-offsets.txt',
    kind: 'configuration',
    by: OWNERS.platform_engineer,
    controls: ['C-61'],
    done: 4,
    body: (on) => `checked ${on.ago(4)}T04:00Z against the provider's time service
hosts 11   largest offset 0.8 ms   alarm at 100 ms   alarms in 30 days 0`,
  },
  {
    title: 'Operating procedures: eleven runbooks',
    file: 'runbooks.md',
    kind: 'document',
    by: OWNERS.platform_engineer,
    controls: ['C-62'],
    done: 84,
    covers: inForce(84),
    body: () =>
      `Start and stop, deploy and roll back, restore, rotate a key, add a terminal, remove a customer, fail over the database, drain a node, close an account, read the audit log, call for help. Each was followed once by somebody who did not write it.`,
  },
  {
    title: 'Patch times, last four weeks',
    file: 'patch-times.md',
    kind: 'record',
    by: OWNERS.engineering_lead,
    controls: ['C-64'],
    done: 5,
    covers: [33, 5],
    body: () => `| Severity | Promise | Opened | Closed in time | Late | Open |
| --- | --- | --- | --- | --- | --- |
| high | 14 days | 2 | 2 | 0 | 0 |
| medium | 30 days | 3 | 2 | 0 | 1 (quay-mailer in the worker) |
| low | 90 days | 4 | 3 | 0 | 1 (libcargofont, no fix yet) |`,
  },
  {
    title: 'Penetration test, summary letter',
    file: 'pentest-summary-letter.md',
    kind: 'document',
    by: 'Keelhaul Testing (example.com)',
    controls: ['C-65'],
    done: 430,
    came: 136,
    review: { state: 'accepted', note: 'Last year’s; a new test has to come before the audit.' },
    body: (
      on,
    ) => `To whom it may concern. From ${on.ago(437)} to ${on.ago(430)} two testers looked at the web application, the partner interface and the staging account, with two customer logins each.
Findings: critical 0, high 1 (a report filter reached a query, mended ${on.ago(425)} and tested again), medium 3, low 6. Not tested: the office, the people, the billing provider.
We recommend to test again within twelve months.`,
  },
  {
    title: 'Vulnerability reports from outside, two in the window',
    file: 'disclosure-inbox.md',
    kind: 'record',
    by: OWNERS.security_lead,
    controls: ['C-66'],
    done: 18,
    covers: [96, 18],
    body: (
      on,
    ) => `Report 1, ${on.ago(77)}: missing header on the login page. Answered in 5 hours, mended in 3 days, thanked.
Report 2, ${on.ago(31)}: the assets bucket lists its files. Answered in 2 hours; became finding S3 of the cloud scan, open.`,
  },
  {
    title: 'Collectors: what reported and what fell silent',
    file: 'collector-health.md',
    kind: 'configuration',
    by: OWNERS.platform_engineer,
    controls: ['C-70'],
    done: 2,
    review: PENDING,
    body: (on) => `| Source | Expected | Last |
| --- | --- | --- |
| Prowler, production | weekly | ${on.ago(1)} |
| Prowler, staging | two-weekly | ${on.ago(2)} |
| Security Hub | monthly | ${on.ago(5)} |
| Pipeline scanners | each release | ${on.ago(4)} |
| Device report | weekly | ${on.ago(47)} – silent; its token ran out with the account of a leaver |`,
  },
];

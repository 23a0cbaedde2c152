// Papers on access and on information: policies, requests, rights of machines, lists of things.
import { OWNERS } from '../people.ts';
import { inForce, type Paper } from './paper.ts';

export const access: readonly Paper[] = [
  {
    title: 'Asset inventory, reconciled with three sources',
    file: 'asset-inventory.csv',
    kind: 'population',
    by: OWNERS.it_admin,
    controls: ['C-32'],
    done: 17,
    covers: [108, 17],
    body: () => `kind,counted,source,in_inventory,difference
laptops,43,device management,43,0
phones,12,device management,12,0
cloud accounts,2,organisation export,2,0
databases,4,cloud configuration,4,0
repositories,26,code host,26,0
software services,31,finance ledger,30,1 (added: survey tool)`,
  },
  {
    title: 'Classes of information and their labels',
    file: 'classification.md',
    kind: 'document',
    by: OWNERS.security_lead,
    controls: ['C-33'],
    done: 238,
    covers: inForce(238),
    body: () =>
      `Public, internal, confidential (customers’ bookings and documents), secret (keys, personnel). Labels: in file names and headers of documents; in the database by schema. Confidential leaves the company only by the export of the product or by encrypted mail.`,
  },
  {
    title: 'Acceptable use and handling, version 4.2',
    file: 'acceptable-use.md',
    kind: 'document',
    by: OWNERS.it_admin,
    controls: ['C-34'],
    done: 61,
    covers: inForce(61),
    body: () =>
      `Company devices for work; private use that costs nothing is fine. No customer data in tools that are not on the list. Removable storage is off. Printed manifests go into the locked bin the same day.`,
  },
  {
    title: 'Return and wiping of nine laptops',
    file: 'disposals.csv',
    kind: 'record',
    by: OWNERS.it_admin,
    controls: ['C-35'],
    done: 24,
    covers: [120, 24],
    body: (on) =>
      [
        'asset,returned_on,wiped_on,method,where_now',
        ...[92, 88, 66, 60, 41, 40, 33, 27, 24].map(
          (ago, i) =>
            `hl-laptop-${70 + i},${on.ago(ago)},${on.ago(ago - 1)},key destroyed and disk overwritten,${i % 3 === 0 ? 'recycler certificate 2231' : 'stock'}`,
        ),
      ].join('\n'),
  },
  {
    title: 'Removable storage is blocked: device profile',
    file: 'removable-storage-profile.json',
    kind: 'configuration',
    by: OWNERS.it_admin,
    controls: ['C-36'],
    done: 8,
    body: () =>
      `{ "profile": "baseline-7", "removable_storage": "deny", "exceptions": [], "devices": 43, "applied": 43 }`,
  },
  {
    title: 'Retention run by hand, the last one',
    file: 'retention-run.md',
    kind: 'record',
    by: OWNERS.product_lead,
    controls: ['C-37'],
    done: 60,
    body: () =>
      `Documents of ended customers after 90 days: 1 customer, 4,112 files. From now on the storage deletes by rule; this job is switched off.`,
  },
  {
    title: 'Retention by rule, first month of the storage’s own log',
    file: 'retention-by-rule.md',
    kind: 'record',
    by: OWNERS.product_lead,
    controls: ['C-501'],
    done: 32,
    body: () =>
      `Rule on the bucket of documents: 90 days after a customer’s end. Expired by it this month: 2,870 files. Compared with the list of ended customers: none too many, none left.`,
  },
  {
    title: 'Retention run: what was deleted this quarter',
    file: 'retention-run.md',
    kind: 'record',
    by: OWNERS.product_lead,
    controls: ['C-37'],
    done: 22,
    covers: [113, 22],
    body: () =>
      `Bookings older than 7 years: 0 (the company is younger). Documents of ended customers after 90 days: 3 customers, 18,240 files, deletion log attached to the job. Support attachments after a year: 1,107. Backups that still hold them age out in 35 days.`,
  },
  {
    title: 'Rules for sending information to partners',
    file: 'information-transfer.md',
    kind: 'document',
    by: OWNERS.engineering_lead,
    controls: ['C-40'],
    done: 229,
    covers: inForce(229),
    body: () =>
      `Terminals: mutual TLS and signed messages. Forwarders: export in the product or the interface with a key of their own. Mail: never manifests, never invoices with names of drivers.`,
  },
  {
    title: 'Access policy and role matrix, version 4',
    file: 'access-policy.md',
    kind: 'document',
    by: OWNERS.security_lead,
    controls: ['C-41'],
    done: 61,
    covers: inForce(61),
    body: () => `| Role | Production | Code | Support desk | Billing |
| --- | --- | --- | --- | --- |
| platform | operate | write | – | – |
| engineering | – | write | read | – |
| support | view with a ticket | – | write | read |
| office | – | – | – | write |

Everything else is asked for, approved by the owner of the system and ends after 90 days.`,
  },
  {
    title: 'Access requests of the window, 27 tickets',
    file: 'access-requests.csv',
    kind: 'population',
    by: OWNERS.it_admin,
    controls: ['C-42'],
    done: 14,
    covers: [96, 14],
    body: (on) =>
      [
        'ticket,asked_on,system,approved_by,granted_on,ends_on',
        ...Array.from({ length: 27 }, (_, i) => {
          const asked = 95 - i * 3;
          const system = ['source code', 'support desk', 'production view', 'billing'][i % 4] ?? '';
          const by =
            [OWNERS.engineering_lead, OWNERS.product_lead, OWNERS.platform_engineer, OWNERS.finance_lead][
              i % 4
            ] ?? '';
          return `IT-${1180 + i * 4},${on.ago(asked)},${system},${by},${on.ago(asked - (i % 3))},${i % 4 === 2 ? on.ago(asked - 90) : 'with employment'}`;
        }),
      ].join('\n'),
  },
  {
    title: 'Privileged access, monthly look',
    file: 'privileged-access.md',
    kind: 'record',
    by: OWNERS.platform_engineer,
    controls: ['C-46'],
    done: 20,
    covers: [50, 20],
    body: () =>
      `Administrators of production: 3 (unchanged). Break-glass account used: once, during INC-7, 41 minutes, two people on the call, password changed after. Requests for time-limited rights: 11, longest 4 hours.`,
  },
  {
    title: 'Read access to code by team, export of the code host',
    file: 'code-access.json',
    kind: 'configuration',
    by: OWNERS.engineering_lead,
    controls: ['C-47'],
    done: 5,
    body: () =>
      `{ "organisation": "harbourline", "default_permission": "none", "outside_collaborators": 0, "teams": { "engineering": "write", "platform": "admin", "product": "read" }, "repositories": 26, "public": 1 }`,
  },
  {
    title: 'Tools that go around the rules: half-yearly look',
    file: 'privileged-tools.md',
    kind: 'record',
    by: OWNERS.platform_engineer,
    controls: ['C-60'],
    done: 68,
    body: () =>
      `Four tools can go around the product's own rules: the database console, the cluster shell, the queue editor, the customs replay script. Each needs a ticket and a second person and writes to the audit log. Used in six months: 19 times, 19 tickets.`,
  },
  {
    title: 'Machine identities: 14 accounts, one too old',
    file: 'machine-identities.md',
    kind: 'record',
    by: OWNERS.platform_engineer,
    controls: ['C-48'],
    done: 31,
    covers: [122, 31],
    body: (on) =>
      `14 accounts, each with an owner. 13 use short tokens. One, legacy-import, still has a key from ${on.ago(164)}: it feeds the old customs connector, which ends on ${on.ago(-40)}. Until then the finding stays open; it is not accepted.`,
  },
  {
    title: 'Session timeout of the identity provider (screenshot)',
    file: 'session-timeout.png',
    kind: 'screenshot',
    by: OWNERS.it_admin,
    controls: ['C-49'],
    done: 9,
    review: {
      state: 'rejected',
      reason:
        'The picture shows neither the account nor the day, and only one of the three session rules. Send the export of the settings instead.',
    },
    body: () => '',
  },
  {
    title: 'Keys: inventory and yearly rotation',
    file: 'key-inventory.md',
    kind: 'record',
    by: OWNERS.platform_engineer,
    controls: ['C-52'],
    done: 62,
    body: (on) => `| Key | Where | Rotated | Next |
| --- | --- | --- | --- |
| data | cloud key service | ${on.ago(120)} | yearly, by itself |
| backup | cloud key service | ${on.ago(120)} | yearly, by itself |
| logs | cloud key service | ${on.ago(61)} | first rotation after it was found off |
| signing of exports | hardware token in the safe | ${on.ago(203)} | by hand |`,
  },
];

// Papers on change and development.
import { OWNERS } from '../people.ts';
import { inForce, type Paper } from './paper.ts';

export const change: readonly Paper[] = [
  {
    title: 'Changes of the window, 318 merges',
    file: 'changes.csv',
    kind: 'population',
    by: OWNERS.engineering_lead,
    controls: ['C-77'],
    done: 11,
    covers: [96, 11],
    body: (on) =>
      [
        'week_from,merged,reviewed_by_another,tests_passed,emergency,rolled_back',
        ...Array.from({ length: 12 }, (_, i) => {
          const merged = 24 + ((i * 5) % 7);
          return `${on.ago(95 - i * 7)},${merged},${merged},${merged},${i === 8 ? 1 : 0},${i % 5 === 2 ? 1 : 0}`;
        }),
      ].join('\n'),
  },
  {
    title: 'Branch rules of all repositories',
    file: 'branch-rules.json',
    kind: 'configuration',
    by: OWNERS.engineering_lead,
    controls: ['C-78'],
    done: 5,
    body: () =>
      `{ "branch": "main", "repositories": 26, "with_rule": 26, "approvals": 1, "author_may_approve": false, "checks": ["test", "codeql", "checkov"], "force_push": false, "bypass": [] }`,
  },
  {
    title: 'How we build: development policy, version 4',
    file: 'development-policy.md',
    kind: 'document',
    by: OWNERS.engineering_lead,
    controls: ['C-79'],
    done: 61,
    covers: inForce(61),
    body: () =>
      `Design notes name what could go wrong. Customers are kept apart in the data layer, never in the page. Each merge: tests, scan, another pair of eyes. Secrets come from the vault at run time. A release can be taken back within ten minutes.`,
  },
  {
    title: 'Security requirements of the partner interface',
    file: 'requirements-partner-interface.md',
    kind: 'record',
    by: OWNERS.product_lead,
    controls: ['C-80'],
    done: 41,
    body: () =>
      `Nine requirements, each with a test: signed calls, ten-minute clock, replay refused, limit of 20 calls a second, fields bounded, unknown fields refused, no stack traces, log without names, keys rotate without a stop.`,
  },
  {
    title: 'Environments apart: accounts, networks, data',
    file: 'environments.json',
    kind: 'configuration',
    by: OWNERS.platform_engineer,
    controls: ['C-83'],
    done: 7,
    body: () =>
      `{ "production": { "account": "410293847561", "network": "10.20.0.0/16" }, "staging": { "account": "582017394420", "network": "10.30.0.0/16" }, "peering": [], "shared_keys": 0, "data_in_staging": "generated", "people_in_both": 2 }`,
  },
  {
    title: 'Input rules: what the product refuses',
    file: 'input-rules.json',
    kind: 'configuration',
    by: OWNERS.engineering_lead,
    controls: ['C-108'],
    done: 4,
    body: () =>
      `{ "schemas": 83, "unknown_fields": "refused", "tests": 412, "refused_in_production_last_30_days": 1904, "largest_cause": "container number with wrong check digit" }`,
  },
  {
    title: 'Deliveries to terminals: sent, confirmed, repeated',
    file: 'deliveries.csv',
    kind: 'export',
    by: OWNERS.engineering_lead,
    controls: ['C-109'],
    done: 4,
    covers: [34, 4],
    body: () => `terminals,messages,confirmed,repeated,given_up
9,184220,184220,311,0`,
  },
  {
    title: 'Stored data checked against its checksums',
    file: 'checksum-run.md',
    kind: 'configuration',
    by: OWNERS.platform_engineer,
    controls: ['C-110'],
    done: 6,
    body: (on) =>
      `Nightly run, last ${on.ago(6)}: 2.1 million documents, 0 differ. Constraints of the schedule database: 214, none disabled. A difference wakes the person on call.`,
  },
];

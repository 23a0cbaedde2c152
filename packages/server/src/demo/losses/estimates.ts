// What the demo company says of its risks in money: ranges that those who own them gave, and where they took them from.
import type { LossModel } from '@assay/core';
import { OWNERS } from '../people.ts';

export interface LossTold {
  readonly risk: string;
  /** Days before today, and who said it. */
  readonly ago: number;
  readonly by: string;
  readonly inherent: readonly [LossModel, string];
  readonly residual?: readonly [LossModel, string];
}

/** Once a year or not at all, and the interval that holds nine events of ten. */
function once(probability: number, low: number, high: number): LossModel {
  return { frequency: { kind: 'bernoulli', probability }, loss: { kind: 'lognormal', low, high } };
}

/** Any number of times; least, most likely and most. */
function often(perYear: number, [min, mode, max]: readonly [number, number, number]): LossModel {
  return { frequency: { kind: 'poisson', perYear }, loss: { kind: 'pert', min, mode, max } };
}

export const LOSSES: readonly LossTold[] = [
  {
    risk: 'R-1',
    ago: 70,
    by: OWNERS.engineering_lead,
    inherent: [
      once(0.12, 60_000, 1_200_000),
      'Two near misses in eight years of such products here; the harm is one large contract, notices and lawyers.',
    ],
    residual: [
      once(0.04, 60_000, 1_200_000),
      'Bookings and prices need two mistakes at once; exports still need one. The harm is the same.',
    ],
  },
  {
    risk: 'R-2',
    ago: 70,
    by: OWNERS.people_lead,
    inherent: [
      often(0.3, [2_000, 10_000, 120_000]),
      'Eight leavers a year, one in four with something left open, one of ten of these used.',
    ],
    residual: [
      often(0.1, [2_000, 10_000, 120_000]),
      'The checklist closes most within a day; one account was open for nine.',
    ],
  },
  {
    risk: 'R-3',
    ago: 69,
    by: OWNERS.it_admin,
    inherent: [
      once(0.15, 40_000, 700_000),
      'Two of some fifteen firms on the street within a year; what they told of days lost and helpers paid.',
    ],
    residual: [
      once(0.05, 15_000, 250_000),
      'Copies that a laptop cannot reach were restored within a day in the last test.',
    ],
  },
  {
    risk: 'R-4',
    ago: 69,
    by: OWNERS.platform_engineer,
    inherent: [
      often(0.5, [20_000, 60_000, 200_000]),
      'The provider’s own list of the last six years; credits under nine contracts.',
    ],
    residual: [
      often(0.5, [15_000, 45_000, 160_000]),
      'It fails as often; copies in the second region save some hours, the switch was never rehearsed.',
    ],
  },
  {
    risk: 'R-5',
    ago: 58,
    by: OWNERS.finance_lead,
    inherent: [
      once(0.08, 10_000, 60_000),
      'One notice among a dozen firms we know; a month of invoices by hand, 11 % of revenue is paid by card.',
    ],
  },
  {
    risk: 'R-6',
    ago: 66,
    by: OWNERS.engineering_lead,
    inherent: [
      once(0.2, 30_000, 900_000),
      'Published takeovers of packages that we had installed: three in five years, none with effect here.',
    ],
    residual: [
      once(0.08, 30_000, 900_000),
      'Versions wait a week; two services still read secrets while they are built.',
    ],
  },
  {
    risk: 'R-7',
    ago: 66,
    by: OWNERS.product_lead,
    inherent: [
      often(2.5, [500, 2_000, 9_000]),
      'Three times last year, twice since; half a day of support each.',
    ],
  },
  {
    risk: 'R-9',
    ago: 64,
    by: OWNERS.platform_engineer,
    inherent: [
      once(0.25, 25_000, 600_000),
      'Four open buckets were found in one count; fines and notices of firms of our size.',
    ],
    residual: [
      once(0.15, 25_000, 600_000),
      'Three of four are closed; the rule for the whole account is not set.',
    ],
  },
  {
    risk: 'R-11',
    ago: 64,
    by: OWNERS.it_admin,
    inherent: [
      often(3, [300, 1_500, 20_000]),
      'The sharing group counts three waves a year against our customers.',
    ],
    residual: [often(1.5, [300, 1_500, 20_000]), 'People ask back; our mail policy still only reports.'],
  },
];

/** What controls cost a year, in whole units: licences and days of work; of the others nobody has said it. */
export const COSTS: readonly (readonly [control: string, cost: number, note: string])[] = [
  ['C-26', 4_400, 'Half a day for each of forty-one, and the course'],
  ['C-30', 3_000, 'About an hour for each leaver and tool'],
  ['C-43', 6_400, 'Four reviews, eight owners, half a day each'],
  ['C-44', 1_900, 'Keys for forty-one people, and those that are lost'],
  ['C-53', 1_200, 'The account’s own rule; a day to set, an hour a month'],
  ['C-54', 9_000, 'Rules between networks, and their upkeep'],
  ['C-55', 2_600, 'Licences of the filter for web and mail'],
  ['C-56', 5_500, 'Licences for forty-one laptops'],
  ['C-57', 1_500, 'Enrolment, recovery keys, a check each quarter'],
  ['C-63', 7_800, 'Scans each second week and a day to go through them'],
  ['C-64', 11_000, 'A day a week to take in what is fixed'],
  ['C-90', 8_400, 'Storage apart, and four restores a year'],
  ['C-92', 4_500, 'Two rehearsals a year, six people each'],
  ['C-93', 34_000, 'Copies in a second region'],
];

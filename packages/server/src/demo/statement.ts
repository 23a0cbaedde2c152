// What Harbourline's statement of applicability says: obligations that bind, why rows are in or out, and what was said
// anew before the second version.
import type { ObligationKind } from '@assay/core';
import { OWNERS } from './people.ts';

export interface ObligationTold {
  readonly kind: ObligationKind;
  readonly title: string;
  readonly clause: string;
  readonly demand: string;
  readonly owner: string;
}

/** In the order of their numbers: O-1 to O-6. */
export const OBLIGATIONS: readonly ObligationTold[] = [
  {
    kind: 'regulation',
    title: 'General Data Protection Regulation',
    clause: 'Art. 32',
    demand: 'Names of drivers stand in manifests: protect them as their risk asks, and be able to show it.',
    owner: OWNERS.legal_counsel,
  },
  {
    kind: 'law',
    title: 'Dutch general tax act (AWR)',
    clause: 'Art. 52',
    demand: 'Keep the administration, and with it transport documents, for seven years.',
    owner: OWNERS.finance_lead,
  },
  {
    kind: 'contract',
    title: 'Master agreement with customers',
    clause: 'Annex B, service levels',
    demand:
      'Back within four hours; at most fifteen minutes of bookings are lost; uptime is told each month.',
    owner: OWNERS.product_lead,
  },
  {
    kind: 'contract',
    title: 'Master agreement with customers',
    clause: 'Annex C, suppliers',
    demand: 'Customers hear of a new supplier with their data thirty days before.',
    owner: OWNERS.legal_counsel,
  },
  {
    kind: 'contract',
    title: 'Interface terms of nine terminals',
    clause: 'Section 4',
    demand: 'Slots are sent as signed messages over encrypted connections.',
    owner: OWNERS.engineering_lead,
  },
  {
    kind: 'contract',
    title: 'Pilot with the port authority',
    clause: 'Schedule 2',
    demand: 'Clocks of all systems are held against the port’s own.',
    owner: OWNERS.platform_engineer,
  },
];

/** The pilot, and days before today on which it ended. */
export const PILOT = { code: 'O-6', endedOn: 75 } as const;

/** Obligations that put a row in, beside the risks that one of its controls treats. */
export const OBLIGED: Readonly<Record<string, readonly string[]>> = {
  'A.5.14': ['O-5'],
  'A.5.19': ['O-4'],
  'A.5.30': ['O-3'],
  'A.5.31': ['O-1', 'O-2'],
  'A.5.33': ['O-2'],
  'A.5.34': ['O-1'],
  'A.8.13': ['O-3'],
  'A.8.17': ['O-6'],
  'A.8.24': ['O-1', 'O-5'],
  'C-94': ['O-3'],
};

/** The control from elsewhere that is necessary: no row of Annex A asks for uptime that is told. */
export const ELSEWHERE = 'C-94';

/** What Annex A asks and Harbourline leaves out, as the first version had it. */
export const LEFT_OUT_FIRST: Readonly<Record<string, string>> = {
  'A.7.4':
    'The landlord watches the entrances of the building, and nothing that holds customers’ data stands in the office.',
  'A.8.11': 'Every forwarder sees its own bookings only; nobody is shown more than their work needs.',
  'A.8.33': 'Tests use made-up bookings only.',
};

/** Rows that the second version put in, because the training room had shown that their exclusion was not true. */
export const PUT_IN_SECOND: readonly string[] = ['A.8.11', 'A.8.33'];
export const TRAINING_ROOM =
  'the training room held a copy of production until it was deleted; the next copy has to be masked';

/** The exclusion that lost its reason: the internal audit found that the landlord watches nothing. */
export const BARE_EXCLUSION = 'A.7.4';

/** Days before today: obligations registered, rows decided, versions approved, rows taken back, the bare mark made. */
export const OBLIGED_SINCE = 264;
export const DECIDED_SINCE = 261;
export const FIRST_APPROVED = 254;
export const SECOND_DECIDED = 66;
export const SECOND_APPROVED = 62;
export const TAKEN_BACK = 20;
export const MARKED = 17;

// How obligations, rows and approved statements and the ledger speak of the same thing.
import { textIn, wholeVersion, type History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { approvedRows, noteRows, obligationRows } from './history.repository.ts';

export const soaHistories: readonly History<OrgScope>[] = [
  {
    title: 'obligation',
    founded: false,
    rows: obligationRows,
    kinds: ['obligation.added', 'obligation.changed'],
    told: (_, payload) => wholeVersion(payload, textIn(payload, 'id')),
  },
  {
    title: 'row of the statement of applicability',
    founded: false,
    rows: noteRows,
    kinds: ['soa.row_decided'],
    told: (_, payload) => wholeVersion(payload, textIn(payload, 'row')),
  },
  {
    title: 'approved statement of applicability',
    founded: false,
    rows: approvedRows,
    kinds: ['soa.approved'],
    told: (_, payload) => wholeVersion(payload, textIn(payload, 'id')),
  },
];

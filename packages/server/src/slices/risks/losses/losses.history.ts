// How versions of estimates, tolerance and costs and the ledger speak of the same thing.
import { textIn, wholeVersion, type History } from '../../../platform/postgres/history.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { lossVersions, type LossKind } from './losses.repository.ts';

export const LOSS_ENTRIES: Readonly<Record<LossKind, string>> = {
  estimate: 'loss_estimate.changed',
  tolerance: 'loss_tolerance.changed',
  cost: 'control_cost.changed',
};

export const lossesHistory: History<OrgScope> = {
  title: 'loss',
  founded: false,
  rows: lossVersions,
  kinds: Object.values(LOSS_ENTRIES),
  told: (_, payload) => wholeVersion(payload, `${textIn(payload, 'kind')} ${textIn(payload, 'thing')}`),
};

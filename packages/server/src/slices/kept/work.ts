// What use cases of kept tables work with.
import type { Instant } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';

export interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

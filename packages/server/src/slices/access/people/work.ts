// What the use cases of people are given.
import type { Instant } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { OrgScope } from '../scope.ts';

export interface Work {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly now: Instant;
}

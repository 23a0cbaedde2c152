// What verification finds, and what its parts need to look.
import type { Instant } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { OrgScope } from '../../access/access.module.ts';

/** One thing that does not fit: which, and what is wrong with it. */
export interface Fault {
  readonly item: string;
  readonly fault: string;
}

export interface VerifyWork {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly now: Instant;
}

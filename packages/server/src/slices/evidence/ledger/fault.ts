// What verification finds, and what its parts need to look.
import type { Instant } from '@assay/core';
import type { Batch, ReadRequest, Summary } from '@assay/sources';
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
  /** How files are read again: apart, as strangers' files must be, unless the caller vouches for them. */
  readonly read?: (request: ReadRequest, give: (batch: Batch) => Promise<void>) => Promise<Summary>;
}

// Versions of what windows are made of.
import type { Instant } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import { versionAfter, type NextVersion } from '../../../platform/postgres/nextVersion.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { WindowsTables } from './windows.tables.ts';

/** Closes the version that stands, if there is one, and numbers the next. */
export function nextVersion(
  tx: Tx,
  scope: OrgScope,
  of: {
    readonly table: keyof WindowsTables | 'sample_profile_versions';
    readonly key: Readonly<Record<string, string>>;
    readonly now: Instant;
  },
): Promise<NextVersion> {
  return versionAfter(tx, scope, of);
}

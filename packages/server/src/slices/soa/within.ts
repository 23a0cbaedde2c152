// One transaction in the organisation that a request is about.
import type { Deps } from '../../app/deps.ts';
import type { Instant } from '@assay/core';
import type { OrgScope } from '../access/access.module.ts';
import type { Work } from './soa.readmodel.ts';

export function within<T>(
  { deps, scope, now }: { readonly deps: Deps; readonly scope: OrgScope; readonly now: Instant },
  act: (work: Work) => Promise<T>,
): Promise<T> {
  return deps.db.inOrganisation(scope.org, (tx) => act({ tx, scope, catalogue: deps.catalogue, now }));
}

// A token is lent rights and is not the person: who owns an organisation, and that it ends, is no program's to say.
import { err, ok, type Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import type { OrgScope } from './scope.ts';

export function byPerson({ origin }: OrgScope): Result<true, Refusal> {
  return origin.via.kind === 'token'
    ? err({
        code: 'access.forbidden',
        detail: 'An API token does not do this; its owner signs in and does it.',
      })
    : ok(true);
}

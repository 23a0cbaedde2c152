// Members who left, each time they did: the list from which the population of leavers is frozen.
import { parseInstant, type Instant } from '@assay/core';
import { readMember } from '../held.ts';
import { accessVersions } from '../members.repository.ts';
import type { Work } from '../people/work.ts';
import { federationOf } from './federation.readmodel.ts';

export interface Leaver {
  readonly key: string;
  readonly name: string;
  readonly left_at: Instant;
  readonly by: string;
  readonly directory: boolean;
}

export async function leavers(work: Pick<Work, 'deps' | 'scope'>): Promise<readonly Leaver[]> {
  const { deps, scope } = work;
  const rows = await deps.db.inOrganisation(scope.org, (tx) => accessVersions(tx, scope));
  const sent = new Set(
    (await federationOf(work)).provisioned.filter(({ is }) => is.source === 'scim').map(({ id }) => id),
  );
  const left: Leaver[] = [];
  const states = new Map<string, string>();
  for (const { thing, document, from, by } of rows) {
    if (!thing.startsWith('member ')) continue;
    const id = thing.slice('member '.length);
    const member = readMember(document);
    const at = parseInstant(String(from));
    if (member.state === 'ended' && states.get(id) !== 'ended' && at)
      left.push({
        key: member.email ?? id,
        name: member.name,
        left_at: at,
        by: by ?? '',
        directory: sent.has(id),
      });
    states.set(id, member.state);
  }
  return left.toSorted((a, b) => (a.left_at < b.left_at ? -1 : 1));
}

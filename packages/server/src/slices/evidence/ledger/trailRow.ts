// The row of the trail that stands beside an entry: from a scope, into columns and back.
import { trailText, type TrailOrigin } from '@assay/core';
import type { OrgScope } from '../../access/access.module.ts';
import type { TrailTable } from '../evidence.tables.ts';

type Columns = Omit<TrailTable, 'org_id' | 'seq'>;

/** Columns as queries select them beside an entry. */
export const TRAIL_COLUMNS = [
  't.actor',
  't.actor_name',
  't.on_behalf_of',
  't.via',
  't.via_id',
  't.request_id',
  't.address',
] as const;

/** Who acts in a scope, and from where. */
export function trailOf({ principal, origin }: OrgScope): TrailOrigin {
  return {
    actor: principal.id,
    actorName: principal.name,
    onBehalfOf: origin.onBehalfOf ?? null,
    via: origin.via.kind,
    viaId: origin.via.id,
    requestId: origin.requestId,
    address: origin.address,
  };
}

export function trailColumns(trail: TrailOrigin): Columns {
  return {
    actor: trail.actor,
    actor_name: trail.actorName,
    on_behalf_of: trail.onBehalfOf,
    via: trail.via,
    via_id: trail.viaId,
    request_id: trail.requestId,
    address: trail.address,
  };
}

/** The row that was read beside an entry; null where there is none. */
export function trailIn(row: { readonly [K in keyof Columns]: Columns[K] | null }): TrailOrigin | null {
  const { actor, actor_name: actorName, via, via_id: viaId, request_id: requestId } = row;
  if (actor === null || actorName === null || via === null || viaId === null || requestId === null)
    return null;
  return { actor, actorName, onBehalfOf: row.on_behalf_of, via, viaId, requestId, address: row.address };
}

/** The text that the ledger committed to, of a row that was read beside an entry. */
export function trailTextIn(row: Parameters<typeof trailIn>[0]): string | null {
  const trail = trailIn(row);
  return trail && trailText(trail);
}

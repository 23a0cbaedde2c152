// The ledger's entries with their rows of the trail, as they are looked for: by actor, action, object, day, key.
import type { Instant } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { writeGathered } from './append.repository.ts';
import type { TrailedEntry } from './ledger.repository.ts';
import { TRAIL_COLUMNS, trailIn } from './trailRow.ts';

interface TrailWanted {
  readonly actor?: string | undefined;
  /** An action, or its beginning up to a full stop. */
  readonly action?: string | undefined;
  readonly object?: string | undefined;
  readonly via?: string | undefined;
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  readonly seq?: number | undefined;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

/** Entries with their rows; newest first, or in order when they are read on from a place. */
export async function listTrail(
  tx: Tx,
  scope: OrgScope,
  wanted: TrailWanted,
): Promise<readonly TrailedEntry[]> {
  await writeGathered(tx);
  const { action } = wanted;
  let query = joined(tx, scope).limit(wanted.limit);
  query = query.orderBy('e.seq', wanted.after === undefined ? 'desc' : 'asc');
  const { actor } = wanted;
  if (actor !== undefined)
    query = query.where((on) => on.or([on('t.actor', '=', actor), on('t.actor_name', '=', actor)]));
  if (action !== undefined)
    query = action.endsWith('.')
      ? query.where((on) => on.fn<boolean>('starts_with', ['e.kind', on.val(action)]))
      : query.where('e.kind', '=', action);
  if (wanted.object !== undefined) query = query.where('e.subject', '=', wanted.object);
  if (wanted.via !== undefined) query = query.where('t.via', '=', wanted.via);
  if (wanted.from !== undefined) query = query.where('e.at', '>=', wanted.from);
  if (wanted.until !== undefined) query = query.where('e.at', '<', wanted.until);
  if (wanted.seq !== undefined) query = query.where('e.seq', '=', wanted.seq);
  if (wanted.before !== undefined) query = query.where('e.seq', '<', wanted.before);
  if (wanted.after !== undefined) query = query.where('e.seq', '>', wanted.after);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, trail: trailIn(row) }));
}

function joined(tx: Tx, scope: OrgScope) {
  return tx
    .selectFrom('ledger_entries as e')
    .leftJoin('trail as t', (on) => on.onRef('t.org_id', '=', 'e.org_id').onRef('t.seq', '=', 'e.seq'))
    .select(['e.seq', 'e.kind', 'e.subject', 'e.at', 'e.leaf', 'e.salt', 'e.payload', 'e.artefact'])
    .select(TRAIL_COLUMNS)
    .where('e.org_id', '=', scope.org);
}

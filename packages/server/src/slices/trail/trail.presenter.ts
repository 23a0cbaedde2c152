// The trail as it is answered.
import { reasonIn } from '@assay/core';
import type { TrailedEntry } from '../evidence/evidence.module.ts';
import { payloadOf } from './changes.ts';
import type { ChangedEntry } from './trail.readmodel.ts';

export function presentRow(entry: TrailedEntry) {
  const { trail } = entry;
  return {
    index: entry.seq,
    at: entry.at,
    action: entry.kind,
    object: entry.subject,
    actor: trail && { id: trail.actor, name: trail.actorName },
    on_behalf_of: trail?.onBehalfOf ?? null,
    via: trail && { kind: trail.via, id: trail.viaId },
    request_id: trail?.requestId ?? null,
    address: trail?.address ?? null,
    reason: reasonIn(payloadOf(entry)),
  };
}

export function presentAct({ entry, changes }: ChangedEntry) {
  return {
    ...presentRow(entry),
    changes: changes.map(({ thing, path, before, after }) => ({
      thing,
      path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    })),
  };
}

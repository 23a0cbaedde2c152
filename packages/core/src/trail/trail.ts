// Who did something, from where and for whom: what the ledger commits to beside what was done.
import { canonicalText } from '../evidence/index.ts';

/** A row of the trail. Nothing here says what was done: that is the entry of the same number. */
export interface TrailOrigin {
  /** Identifier of who acted; of a token its owner. */
  readonly actor: string;
  readonly actorName: string;
  readonly onBehalfOf: string | null;
  /** How they came in: by a session, a token, the machine, a job. */
  readonly via: string;
  readonly viaId: string;
  readonly requestId: string;
  readonly address: string | null;
}

/** The text that the ledger commits to. */
export function trailText(origin: TrailOrigin): string {
  const text = canonicalText({
    actor: origin.actor,
    actor_name: origin.actorName,
    address: origin.address,
    on_behalf_of: origin.onBehalfOf,
    request_id: origin.requestId,
    via: origin.via,
    via_id: origin.viaId,
  });
  return text.ok ? text.value : '';
}

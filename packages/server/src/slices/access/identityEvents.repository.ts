// What happens to sign-ins, outside every organisation: who came in or tried to, from where. Rows are never changed.
import type { Id, Instant, JsonValue } from '@assay/core';
import { sql } from 'kysely';
import { newId } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { Origin } from './origin.ts';

export interface IdentityEvent {
  readonly kind:
    | 'sign_in.done'
    | 'sign_in.refused'
    | 'sign_out.done'
    | 'factor.changed'
    | 'password.changed'
    | 'session.revoked'
    | 'account.disabled'
    | 'organisation.ended';
  readonly at: Instant;
  /** Whose; null where nobody was found. */
  readonly principal: Id<'principal'> | null;
  readonly origin: Origin;
  /** What else is worth knowing; never a secret. */
  readonly detail?: Readonly<Record<string, JsonValue>>;
}

/** Writes one event into the identity realm, in the transaction of what it tells. */
export async function noteIdentity(tx: Tx, event: IdentityEvent): Promise<void> {
  const { origin } = event;
  await tx
    .insertInto('identity_events')
    .values({
      event_id: newId('identity_event', event.at),
      at: event.at,
      kind: event.kind,
      principal_id: event.principal,
      detail: JSON.stringify(event.detail ?? {}),
      via: origin.via.kind,
      via_id: origin.via.id,
      request_id: origin.requestId,
      address: origin.address,
    })
    .execute();
}

/** How often somebody’s code was refused since then. */
export async function codesRefusedSince(tx: Tx, principal: string, since: Instant): Promise<number> {
  const row = await tx
    .selectFrom('identity_events')
    .select((of) => of.fn.countAll<number>().as('times'))
    .where('principal_id', '=', principal)
    .where('kind', '=', 'sign_in.refused')
    .where(sql<string>`detail->>'by'`, '=', 'code')
    .where('at', '>', since)
    .executeTakeFirst();
  return Number(row?.times ?? 0);
}

// What happens to sign-ins, outside every organisation: who came in or tried to, from where. Rows are never changed.
import { addDays, dateOfInstant, type Id, type Instant, type JsonValue, type PlainDate } from '@assay/core';
import { sql } from 'kysely';
import { newId } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { idOf } from './identified.ts';
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
    | 'account.enabled'
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

/** Days for which nobody else takes the short name of an organisation that ended: links to it are still about. */
const REST_DAYS = 90;

/** The day until which a short name rests; undefined where it is free. Demos leave theirs at once. */
export async function restsUntil(tx: Tx, slug: string, now: Instant): Promise<PlainDate | undefined> {
  const row = await tx
    .selectFrom('identity_events')
    .select('at')
    .where('kind', '=', 'organisation.ended')
    .where(sql<boolean>`detail->>'slug' = ${slug} and detail->>'demo' = 'false'`)
    .orderBy('at', 'desc')
    .executeTakeFirst();
  const until = row && addDays(dateOfInstant(row.at), REST_DAYS);
  return until !== undefined && dateOfInstant(now) < until ? until : undefined;
}

/** Every organisation that ended. */
export async function endedOrganisations(tx: Tx): Promise<readonly { readonly org: Id<'organisation'> }[]> {
  const rows = await tx
    .selectFrom('identity_events')
    .select(sql<string>`detail->>'organisation'`.as('org'))
    .where('kind', '=', 'organisation.ended')
    .execute();
  return rows.map(({ org }) => ({ org: idOf('organisation', org) }));
}

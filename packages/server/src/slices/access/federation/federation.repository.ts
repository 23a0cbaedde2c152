// What must be known before an organisation is entered: whose domain it is, whom a provider means, what was traded.
import type { Id, Instant } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import { idOf } from '../identified.ts';
import type { Directed, Person } from '../scope.ts';
import { findPrincipal } from '../sessions.repository.ts';

export async function placeOfSlug(tx: Tx, slug: string): Promise<Directed | undefined> {
  const row = await tx.selectFrom('directory').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row && { org: idOf('organisation', row.org_id), slug: row.slug, name: row.name, demo: row.demo };
}

export async function placeOfDomain(tx: Tx, domain: string): Promise<Directed | undefined> {
  const row = await tx
    .selectFrom('sign_in_domains')
    .innerJoin('directory', 'directory.org_id', 'sign_in_domains.org_id')
    .select(['directory.org_id', 'slug', 'name', 'demo'])
    .where('domain', '=', domain)
    .executeTakeFirst();
  return row && { org: idOf('organisation', row.org_id), slug: row.slug, name: row.name, demo: row.demo };
}

/** False when it is another organisation's. */
export async function takeDomain(
  tx: Tx,
  of: { readonly domain: string; readonly org: string; readonly now: Instant },
): Promise<boolean> {
  await tx
    .insertInto('sign_in_domains')
    .values({ domain: of.domain, org_id: of.org, verified_at: of.now })
    .onConflict((on) => on.column('domain').doNothing())
    .execute();
  const row = await tx
    .selectFrom('sign_in_domains')
    .select('org_id')
    .where('domain', '=', of.domain)
    .executeTakeFirst();
  return row?.org_id === of.org;
}

export async function leaveDomain(tx: Tx, domain: string, org: string): Promise<void> {
  await tx.deleteFrom('sign_in_domains').where('domain', '=', domain).where('org_id', '=', org).execute();
}

export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

export async function linkedPerson(tx: Tx, { issuer, subject }: Subject): Promise<Person | undefined> {
  const row = await tx
    .selectFrom('provider_links')
    .select('principal_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row && findPrincipal(tx, row.principal_id);
}

/** False when the provider's person is linked to somebody already. */
export async function link(
  tx: Tx,
  { issuer, subject }: Subject,
  of: { readonly principal: string; readonly now: Instant },
): Promise<boolean> {
  const added = await tx
    .insertInto('provider_links')
    .values({ issuer, subject, principal_id: of.principal, linked_at: of.now })
    .onConflict((on) => on.columns(['issuer', 'subject']).doNothing())
    .returning('issuer')
    .executeTakeFirst();
  return added !== undefined;
}

/** Members who say that an address is theirs and have not shown it. */
export async function claimants(tx: Tx, email: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('principals')
    .select('principal_id')
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .where('email_verified_at', 'is', null)
    .execute();
  return rows.map(({ principal_id: id }) => id);
}

/** Ends what is open in somebody's name by which they could reach the organisation. */
export async function closeAll(
  tx: Tx,
  of: { readonly principal: string; readonly org: Id<'organisation'>; readonly now: Instant },
): Promise<void> {
  await tx
    .updateTable('api_tokens')
    .set({ ended_at: of.now })
    .where('principal_id', '=', of.principal)
    .where('org_id', '=', of.org)
    .where('ended_at', 'is', null)
    .execute();
  // Whoever works elsewhere too goes on there: this organisation is closed to their session from the next request on.
  const elsewhere = await tx
    .selectFrom('memberships')
    .select('org_id')
    .where('principal_id', '=', of.principal)
    .where('org_id', '<>', of.org)
    .limit(1)
    .executeTakeFirst();
  if (!elsewhere) await tx.deleteFrom('sessions').where('principal_id', '=', of.principal).execute();
}

/** Notes that an ID token is traded; false when it was before. Those whose time is over need not be kept. */
export async function noteTrade(
  tx: Tx,
  trade: {
    readonly hash: string;
    readonly org: string;
    readonly pipeline: string;
    readonly token: string;
    readonly until: Instant;
    readonly now: Instant;
  },
): Promise<boolean> {
  const added = await tx
    .insertInto('pipeline_trades')
    .values({
      token_hash: trade.hash,
      org_id: trade.org,
      pipeline: trade.pipeline,
      token_id: trade.token,
      expires_at: trade.until,
    })
    .onConflict((on) => on.column('token_hash').doNothing())
    .returning('token_id')
    .executeTakeFirst();
  await sql`delete from pipeline_trades where expires_at < ${trade.now}::timestamptz - interval '1 day'`.execute(
    tx,
  );
  return added !== undefined;
}

/** Ends the tokens that a pipeline was given. */
export async function endTrades(
  tx: Tx,
  of: { readonly org: string; readonly pipeline: string; readonly now: Instant },
): Promise<void> {
  await sql`update api_tokens set ended_at = ${of.now} where org_id = ${of.org} and ended_at is null and token_id in
    (select token_id from pipeline_trades where org_id = ${of.org} and pipeline = ${of.pipeline})`.execute(
    tx,
  );
}

/** When tokens were last given, by pipeline: until when the last of them holds. */
export async function lastTrades(tx: Tx, org: string): Promise<ReadonlyMap<string, Instant>> {
  const rows = await tx
    .selectFrom('pipeline_trades')
    .select(({ fn }) => ['pipeline', fn.max('expires_at').as('until')])
    .where('org_id', '=', org)
    .groupBy('pipeline')
    .execute();
  return new Map(rows.map(({ pipeline, until }) => [pipeline, until]));
}

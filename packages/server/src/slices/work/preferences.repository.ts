// How each person wants to be told of work, and which digests went out.
import { DIGEST_RHYTHMS, type DigestRhythm, type Instant, type OwnerRole, type PlainDate } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { roleOf } from './tasks.repository.ts';

export interface Preferences {
  readonly email: string | null;
  readonly digest: DigestRhythm;
  /** Owner roles whose tasks are theirs; none: all. */
  readonly roles: readonly OwnerRole[];
}

export const NO_PREFERENCES: Preferences = { email: null, digest: 'none', roles: [] };

/** What each person said, by person. */
export async function listPreferences(tx: Tx, scope: OrgScope): Promise<ReadonlyMap<string, Preferences>> {
  const rows = await tx
    .selectFrom('work_preferences')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('principal_id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.principal_id,
      {
        email: row.email,
        digest: DIGEST_RHYTHMS.find((each) => each === row.digest) ?? 'none',
        roles: row.roles.map(roleOf),
      },
    ]),
  );
}

export async function putPreferences(
  tx: Tx,
  scope: OrgScope,
  person: string,
  wanted: Preferences,
): Promise<void> {
  const values = { email: wanted.email, digest: wanted.digest, roles: [...wanted.roles] };
  await tx
    .insertInto('work_preferences')
    .values({ org_id: scope.org, principal_id: person, ...values })
    .onConflict((on) => on.columns(['org_id', 'principal_id']).doUpdateSet(values))
    .execute();
}

/** The day of the last digest of each person. */
export async function lastDigests(tx: Tx, scope: OrgScope): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await tx
    .selectFrom('work_digests')
    .select(['principal_id', (of) => of.fn.max('day').as('day')])
    .where('org_id', '=', scope.org)
    .groupBy('principal_id')
    .execute();
  return new Map(rows.map((row) => [row.principal_id, row.day]));
}

export interface SentDigest {
  readonly person: string;
  readonly day: PlainDate;
  /** Hash of the secret in its unsubscribe address. */
  readonly tokenHash: string;
  readonly at: Instant;
}

/** Claims a person's digest of a day; false when somebody has it already. Two who send at once wait for each other. */
export async function claimDigest(tx: Tx, scope: OrgScope, digest: SentDigest): Promise<boolean> {
  const done = await tx
    .insertInto('work_digests')
    .values({
      org_id: scope.org,
      principal_id: digest.person,
      day: digest.day,
      token_hash: digest.tokenHash,
      sent_at: digest.at,
    })
    .onConflict((on) => on.columns(['org_id', 'principal_id', 'day']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Gives a claim back: the mail did not go out. */
export async function dropDigest(
  tx: Tx,
  scope: OrgScope,
  of: Pick<SentDigest, 'person' | 'day'>,
): Promise<void> {
  await tx
    .deleteFrom('work_digests')
    .where('org_id', '=', scope.org)
    .where('principal_id', '=', of.person)
    .where('day', '=', of.day)
    .execute();
}

/** Hashes of the unsubscribe secrets that a person was sent. */
export async function digestTokens(tx: Tx, scope: OrgScope, person: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('work_digests')
    .select('token_hash')
    .where('org_id', '=', scope.org)
    .where('principal_id', '=', person)
    .orderBy('day', 'desc')
    .limit(400)
    .execute();
  return rows.map((row) => row.token_hash);
}

// The secret by which the server shows itself to an organisation's provider: sealed in a table, opened for one request.
import type { Secrets } from '../../../platform/sealing/secrets.ts';
import type { Transactions, Tx } from '../../../platform/postgres/database.ts';

function placeOf(org: string, version: number) {
  return { realm: org, kind: 'provider-secret', item: 'client', version } as const;
}

/** Keeps a secret in the place of the one before. */
export async function keepProviderSecret(
  tx: Tx,
  secrets: Secrets,
  of: { readonly org: string; readonly secret: string },
): Promise<void> {
  const before = await tx
    .selectFrom('provider_secrets')
    .select('version')
    .where('org_id', '=', of.org)
    .executeTakeFirst();
  const version = (before?.version ?? 0) + 1;
  const sealed = secrets.seal(placeOf(of.org, version), Buffer.from(of.secret));
  await tx
    .insertInto('provider_secrets')
    .values({ org_id: of.org, version, sealed })
    .onConflict((on) => on.column('org_id').doUpdateSet({ version, sealed }))
    .execute();
}

export async function providerSecret(tx: Tx, secrets: Secrets, org: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('provider_secrets')
    .selectAll()
    .where('org_id', '=', org)
    .executeTakeFirst();
  return row && Buffer.from(secrets.open(placeOf(org, row.version), row.sealed)).toString();
}

export async function hasProviderSecret(tx: Tx, org: string): Promise<boolean> {
  return (
    (await tx
      .selectFrom('provider_secrets')
      .select('version')
      .where('org_id', '=', org)
      .executeTakeFirst()) !== undefined
  );
}

export async function dropProviderSecret(tx: Tx, org: string): Promise<void> {
  await tx.deleteFrom('provider_secrets').where('org_id', '=', org).execute();
}

/** Wraps it anew when the organisation's keys are rotated; one that was replaced meanwhile is left alone. */
export async function rewrapProviderSecret(
  db: Pick<Transactions, 'inIdentity'>,
  secrets: Secrets,
  realm: string,
): Promise<void> {
  await db.inIdentity(async (tx) => {
    const row = await tx
      .selectFrom('provider_secrets')
      .selectAll()
      .where('org_id', '=', realm)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return;
    const sealed = secrets.rewrap(placeOf(realm, row.version), row.sealed);
    if (sealed !== row.sealed)
      await tx.updateTable('provider_secrets').set({ sealed }).where('org_id', '=', realm).execute();
  });
}

// Signing in by a provider, a directory that provisions members, pipelines that trade their ID token: what must be known
// before an organisation is entered. What each organisation says of its sign-in is kept with its other records of access.
import type { Kysely } from 'kysely';
import { identityTable } from './tenant.ts';

export const name = '0031-federation';

const OF_ORG = 'org_id text not null references directory (org_id) on delete cascade';

export async function up(db: Kysely<unknown>): Promise<void> {
  await identityTable(db, 'provider_secrets', {
    columns:
      'org_id text primary key references directory (org_id) on delete cascade, version int not null, sealed text not null',
    rights: 'delete',
  });
  // One organisation alone can show that a domain is its own.
  await identityTable(db, 'sign_in_domains', {
    columns: `domain text primary key, ${OF_ORG}, verified_at timestamptz not null`,
    rights: 'delete',
  });
  // A person is who a provider says they are by issuer and subject, never by an address.
  await identityTable(db, 'provider_links', {
    columns:
      'issuer text not null, subject text not null, principal_id text not null references principals, linked_at timestamptz not null, primary key (issuer, subject)',
    rights: 'delete',
  });
  // An ID token of a pipeline is traded once.
  await identityTable(db, 'pipeline_trades', {
    columns: `token_hash text primary key, ${OF_ORG}, pipeline text not null, token_id text not null, expires_at timestamptz not null`,
    rights: 'delete',
  });
}

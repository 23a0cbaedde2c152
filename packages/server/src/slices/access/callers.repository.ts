// Who calls, and what they hold in the organisation of the address: every request asks this one question first.
import type { Id, Instant, Permission } from '@assay/core';
import { PERMISSIONS } from '@assay/core';
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';
import { heldOf } from './held.ts';
import { idOf } from './identified.ts';
import type { Membership, Person } from './scope.ts';

/** What a session was opened with. */
export interface SessionRow {
  readonly id: string;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
  readonly factors: readonly string[];
  readonly steppedUpAt: Instant | null;
}

export interface TokenRow {
  readonly id: string;
  /** The one organisation that it works in. */
  readonly org: Id<'organisation'>;
  readonly scopes: readonly Permission[];
  readonly expiresAt: Instant;
  readonly endedAt: Instant | null;
  readonly usedAt: Instant | null;
}

export interface CallerRow {
  readonly principal: Person;
  readonly session: SessionRow | undefined;
  readonly token: TokenRow | undefined;
  readonly membership: Membership | undefined;
}

interface Answer {
  principal_id: string;
  name: string;
  email: string | null;
  disabled_at: Instant | null;
  session_id: string | null;
  seen_at: Instant | null;
  expires_at: Instant | null;
  factors: string[] | null;
  stepped_up_at: Instant | null;
  token_id: string | null;
  token_org: string | null;
  token_scopes: string[] | null;
  token_ended: Instant | null;
  token_used: Instant | null;
  org_id: string | null;
  slug: string | null;
  org_name: string | null;
  demo: boolean | null;
  member: unknown;
  roles: unknown;
}

/** By the hash of a session’s secret or of a token; the local owner when neither is given. */
export async function findCaller(
  db: Db,
  wanted: {
    readonly session?: string | undefined;
    readonly token?: string | undefined;
    readonly slug: string | undefined;
  },
): Promise<CallerRow | undefined> {
  const answer = await sql<Answer>`
    select * from caller_of(${wanted.session ?? null}, ${wanted.token ?? null}, ${wanted.slug ?? null})`.execute(
    db,
  );
  const [row] = answer.rows;
  if (!row) return undefined;
  return {
    principal: {
      id: idOf('principal', row.principal_id),
      name: row.name,
      email: row.email,
      disabledAt: row.disabled_at,
    },
    session: sessionOf(row),
    token: tokenOf(row),
    membership: membershipOf(row),
  };
}

function sessionOf(row: Answer): SessionRow | undefined {
  if (row.session_id === null || row.seen_at === null || row.expires_at === null) return undefined;
  return {
    id: row.session_id,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    factors: row.factors ?? [],
    steppedUpAt: row.stepped_up_at,
  };
}

function tokenOf(row: Answer): TokenRow | undefined {
  if (row.token_id === null || row.token_org === null || row.expires_at === null) return undefined;
  return {
    id: row.token_id,
    org: idOf('organisation', row.token_org),
    scopes: PERMISSIONS.filter((each) => row.token_scopes?.includes(each)),
    expiresAt: row.expires_at,
    endedAt: row.token_ended,
    usedAt: row.token_used,
  };
}

/** Undefined for a stranger; whoever left is one. */
export function membershipOf(
  row: Pick<Answer, 'org_id' | 'slug' | 'org_name' | 'demo' | 'member' | 'roles'>,
): Membership | undefined {
  const held = heldOf(row.member, row.roles);
  if (!held || row.org_id === null || row.slug === null) return undefined;
  return {
    org: idOf('organisation', row.org_id),
    slug: row.slug,
    name: row.org_name ?? '',
    demo: row.demo ?? false,
    held,
  };
}

// The ports that use cases are given; made once at start, replaced in tests.
import type { Limiter } from './limiter.ts';
import type { Blobs } from '../platform/blobs/blobs.ts';
import type { Clock } from '../platform/clock.ts';
import type { Egress } from '../platform/egress/asking.ts';
import type { TxtRecords } from '../platform/egress/txt.ts';
import type { StreamTarget } from '../platform/streams/target.ts';
import type { Mail } from '../platform/mail/mail.ts';
import type { Keys } from '../platform/keys.ts';
import type { Rotation } from '../platform/sealing/rotation.ts';
import type { Secrets } from '../platform/sealing/secrets.ts';
import type { History } from '../platform/postgres/history.ts';
import type { OrgScope } from '../slices/access/access.module.ts';
import type { Database, Transactions, Tx } from '../platform/postgres/database.ts';
import type { Readings } from '../slices/evidence/evidence.module.ts';
import type { DocumentKind } from '../slices/documents/documents.module.ts';
import type { Catalogue } from '../slices/frameworks/frameworks.module.ts';

/** How people come in: `local` is one owner on this machine, `team` many people with accounts. */
export interface SignIn {
  readonly mode: 'local' | 'team';
  /** A session ends when nobody used it for so long, and in any case after so long, in minutes. */
  readonly idleMinutes: number;
  readonly absoluteMinutes: number;
}

/** Names of what a slice keeps that was read from any of these artefacts. */
export type Rests = (tx: Tx, scope: OrgScope, artefacts: readonly string[]) => Promise<readonly string[]>;

export interface Deps {
  readonly db: Transactions;
  /** The connections behind `db`; only what makes units and batches uses them. */
  readonly pool: Database;
  readonly blobs: Blobs;
  readonly keys: Keys;
  /** Short secrets, sealed for where they are kept. */
  readonly secrets: Secrets;
  /** Keys wrapped anew, and what is not sealed yet. */
  readonly rotation: Rotation;
  readonly mail: Mail;
  /** The one way to an address that somebody gave. */
  readonly egress: Egress;
  /** TXT records of a name, each in its parts; none where there are none. */
  readonly txtRecords: TxtRecords;
  /** Where the trail is streamed to. */
  readonly trailTargets: readonly StreamTarget[];
  readonly clock: Clock;
  readonly signIn: SignIn;
  /** Tries to sign in, counted by account. */
  readonly tries: Limiter;
  /** Files that this server reads apart from the request that brought them. */
  readonly readings: Readings;
  readonly catalogue: Catalogue;
  /** Everything kept version by version, for holding it against the ledger. */
  readonly histories: readonly History<OrgScope>[];
  /** What rests on artefacts, whichever slice keeps it. */
  readonly rests: readonly Rests[];
  /** Everything that can be printed. */
  readonly documents: readonly DocumentKind[];
  readonly version: string;
  /** The origin at which people reach this server; that of a proxy where one stands before it. */
  readonly origin: string;
  /** Whether scheduled imports may read a path of this machine: only below what the server was started with. */
  readonly mayCollectFrom: (path: string) => boolean;
  /** Secret of the command line on this machine, as a hash. */
  readonly localTokenHash: string;
}

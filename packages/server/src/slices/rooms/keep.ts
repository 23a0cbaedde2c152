// A record of rooms is written with its entry: both, or none.
import type { Instant } from '@assay/core';
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { record } from '../evidence/evidence.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import { ROOMS_ENTRIES } from './rooms.history.ts';
import { writeRooms, type RoomsThing } from './rooms.repository.ts';

/** What a use case of rooms works with. */
export interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly now: Instant;
  readonly catalogue: Catalogue;
}

const plain = z.record(z.string(), z.json());

/** Writes the next version of a record. */
export async function keep(
  { tx, scope, now }: Work,
  next: RoomsThing & { readonly document: object },
): Promise<void> {
  const { kind, thing } = next;
  const revision = await writeRooms(tx, scope, next, now);
  await record(tx, scope, {
    kind: ROOMS_ENTRIES[kind],
    subject: thing,
    at: now,
    payload: { ...ledgered(next.document), kind, thing, revision, by: scope.principal.name },
  });
}

/** The document as the ledger and the table hold it. */
function ledgered(document: object): z.infer<typeof plain> {
  return plain.parse(JSON.parse(JSON.stringify(document)));
}

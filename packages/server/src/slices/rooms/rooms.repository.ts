// Reads and writes of rooms and of what belongs to one.
import { sql } from 'kysely';
import type { Instant } from '@assay/core';
import type { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import { documentVersions, type DocumentThing } from '../../platform/postgres/documentVersions.repository.ts';
import type { HistoryRow } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { commentDocument, invitedDocument, readDocument, releaseDocument, roomDocument } from './stored.ts';

/** Everything that rooms keep; all but a room belong to one. */
const STORED = {
  room: roomDocument,
  release: releaseDocument,
  comment: commentDocument,
  read: readDocument,
  invited: invitedDocument,
} as const;
export type RoomsKind = keyof typeof STORED;

const kept = documentVersions('room_versions', ['room', 'release', 'comment', 'read', 'invited']);

export type RoomsThing = DocumentThing<RoomsKind>;

/** A record as it stands. */
export interface Kept<K extends RoomsKind> {
  readonly id: string;
  readonly is: z.infer<(typeof STORED)[K]>;
  readonly revision: number;
  readonly by: string;
  readonly since: Instant;
}

interface Row {
  thing: string;
  document: unknown;
  revision: number;
  changed_by: string;
  known_from: Instant;
}

export async function listRooms(tx: Tx, scope: OrgScope): Promise<readonly Kept<'room'>[]> {
  const { rows } = await sql<Row>`
    select * from room_versions where org_id = ${scope.org} and kind = 'room' and known_until is null
    order by thing`.execute(tx);
  return rows.map((row) => keptOf('room', row));
}

export async function findRoom(tx: Tx, scope: OrgScope, id: string): Promise<Kept<'room'> | undefined> {
  return findThing(tx, scope, { kind: 'room', thing: id });
}

export async function findThing<K extends RoomsKind>(
  tx: Tx,
  scope: OrgScope,
  { kind, thing }: DocumentThing<K>,
): Promise<Kept<K> | undefined> {
  const { rows } = await sql<Row>`
    select * from room_versions where org_id = ${scope.org} and kind = ${kind} and thing = ${thing}
      and known_until is null`.execute(tx);
  return rows[0] && keptOf(kind, rows[0]);
}

/** What belongs to one room, in the order in which it was made. */
export async function listOf<K extends Exclude<RoomsKind, 'room'>>(
  tx: Tx,
  scope: OrgScope,
  of: { readonly kind: K; readonly room: string },
): Promise<readonly Kept<K>[]> {
  const { rows } = await sql<Row>`
    select * from room_versions where org_id = ${scope.org} and kind = ${of.kind} and document->>'room' = ${of.room}
      and known_until is null order by length(thing), thing`.execute(tx);
  return rows.map((row) => keptOf(of.kind, row));
}

/** When each release was first opened by somebody of the audit firm. */
export async function firstViews(
  tx: Tx,
  scope: OrgScope,
  room: string,
): Promise<ReadonlyMap<string, Instant>> {
  const { rows } = await sql<{ release: string; first: Instant }>`
    select document->>'release' as release, min(known_from) as first from room_versions
    where org_id = ${scope.org} and kind = 'read' and document->>'room' = ${room} and document->>'what' in ('item', 'file')
    group by 1`.execute(tx);
  return new Map(rows.map(({ release, first }) => [release, first]));
}

/** Writes the next version; the caller holds the turn in which the one before was read, and records it. */
export async function writeRooms(
  tx: Tx,
  scope: OrgScope,
  next: RoomsThing & { readonly document: object },
  now: Instant,
): Promise<number> {
  return kept.write(tx, scope, next, now);
}

export async function roomsVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  return kept.versions(tx, scope);
}

/** Releases that keep one of these artefacts as their file. */
export async function roomsOver(
  tx: Tx,
  scope: OrgScope,
  artefacts: readonly string[],
): Promise<readonly string[]> {
  if (artefacts.length === 0) return [];
  const { rows } = await sql<{ thing: string }>`
    select thing from room_versions where org_id = ${scope.org} and kind = 'release' and known_until is null
      and document->'withdrawn' = 'null'::jsonb and document->'file'->>'sha256' in (${sql.join([...artefacts])})
    order by length(thing), thing`.execute(tx);
  return rows.map(({ thing }) => `release ${thing} in an auditor’s room`);
}

function keptOf<K extends RoomsKind>(kind: K, row: Row): Kept<K>;
function keptOf(kind: RoomsKind, row: Row): Kept<RoomsKind> {
  return {
    id: row.thing,
    is: STORED[kind].parse(row.document),
    revision: row.revision,
    by: row.changed_by,
    since: row.known_from,
  };
}

// How records of rooms and the ledger speak of the same thing.
import { textIn, wholeVersion, type History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { roomsVersions, type RoomsKind } from './rooms.repository.ts';

/** Kinds of the ledger's entries, by what they tell of. */
export const ROOMS_ENTRIES: Readonly<Record<RoomsKind, string>> = {
  room: 'rooms.changed',
  release: 'rooms.released',
  comment: 'rooms.commented',
  read: 'rooms.read',
  invited: 'rooms.invited',
};

/** Whoever releases by raw SQL, or makes a read unhappen, is found. */
export const roomsHistory: History<OrgScope> = {
  title: 'auditors’ rooms',
  founded: false,
  rows: roomsVersions,
  kinds: Object.values(ROOMS_ENTRIES),
  told: (_, payload) => wholeVersion(payload, `${textIn(payload, 'kind')} ${textIn(payload, 'thing')}`),
};

// Table of rooms: rooms, what was released into them, comments, whom one invited, and every read of the audit firm.
import type { DocumentTable } from '../../platform/postgres/documentTable.ts';

export interface RoomsTables {
  room_versions: DocumentTable;
}

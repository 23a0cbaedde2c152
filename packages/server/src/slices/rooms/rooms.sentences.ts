// What is said of rooms, in words.
import { countWords, type RoomKind, type RoomState } from '@assay/core';
import type { RoomDocument } from './stored.ts';

const ENGAGEMENTS: Readonly<Record<RoomKind, string>> = {
  iso_certification: 'certification audit',
  soc2_type1: 'SOC 2 Type I examination',
  soc2_type2: 'SOC 2 Type II examination',
};

export interface RoomCounts {
  readonly shown: number;
  readonly auditors: number;
  readonly invited: number;
  readonly reads: number;
}

export function roomSentence(room: RoomDocument, state: RoomState, counts: RoomCounts): string {
  const things = countWords(counts.shown, 'thing');
  const reads = countWords(counts.reads, 'read');
  if (state === 'ended')
    return `Ended${room.ended ? ` by ${room.ended.by}` : ` with ${room.ends_on}`}: the copy keeps ${things} and ${reads}.`;
  const people =
    counts.auditors === 0
      ? counts.invited === 0
        ? 'nobody is invited'
        : `${counts.invited} invited, nobody in yet`
      : `${countWords(counts.auditors, 'auditor')} in`;
  return `Open until ${room.ends_on}: ${things} released, ${people}, ${reads}.`;
}

export function roomsSentence(open: number, all: number): string {
  if (all === 0) return 'No auditor has a room yet.';
  return `${open} of ${countWords(all, 'room')} ${open === 1 ? 'is' : 'are'} open; an auditor sees what was released, and nothing else.`;
}

export function deskSentence(items: number, room: RoomDocument): string {
  return `${items === 0 ? 'Nothing is' : `${countWords(items, 'thing')} ${items === 1 ? 'is' : 'are'}`} released for the ${ENGAGEMENTS[room.engagement]}; the room is open until ${room.ends_on}, and every read is logged for both sides.`;
}

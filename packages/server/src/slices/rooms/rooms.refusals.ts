// Why something in a room is refused.
import type { Refusal } from '../../app/refusal.ts';

export function noRoom(id: string): Refusal {
  return { code: 'room.not_found', detail: `There is no room ${id}.` };
}

export function noRelease(id: string): Refusal {
  return { code: 'room.release_not_found', detail: `There is nothing called ${id} in this room.` };
}

export function hasEnded(title: string): Refusal {
  return { code: 'room.ended', detail: `The room ${title} has ended; it stays as it is.` };
}

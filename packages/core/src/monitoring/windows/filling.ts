// Which act fills which calendar slot (rule 3).
import type { Filling, Slot } from './occurrence.ts';

/**
 * Each act, by its day, fills the open slot whose grace ends first: one act, one slot. No other choice fills
 * more slots, so that more evidence never fills fewer (earliest deadline first over unit tasks).
 *
 * @param slots by their first day
 * @param acts by their day
 */
export function fillingsOf(slots: readonly Slot[], acts: readonly Filling[]): ReadonlyMap<Slot, Filling> {
  const filled = new Map<Slot, Filling>();
  let open: Slot[] = [];
  let next = 0;
  for (const act of acts) {
    open = open.filter(({ graceUntil }) => graceUntil >= act.day);
    for (let slot = slots[next]; slot && slot.first <= act.day; slot = slots[next]) {
      if (slot.graceUntil >= act.day) open.push(slot);
      next += 1;
    }
    const [first, ...others] = open;
    if (!first) continue;
    const chosen = others.reduce((best, slot) => (slot.graceUntil < best.graceUntil ? slot : best), first);
    filled.set(chosen, act);
    open = open.filter((slot) => slot !== chosen);
  }
  return filled;
}

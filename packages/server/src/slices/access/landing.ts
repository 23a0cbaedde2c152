// Where somebody begins: at the place of the widest role they hold.
import { POLICY, roleNamed, type HeldRole, type Landing } from '@assay/core';

const ORDER: readonly Landing[] = ['home', 'work', 'trust', 'room', 'none'];

/** A role that the organisation made lands at home. */
export function landingOf(held: readonly HeldRole[]): Landing {
  const places = held.map(({ role }) => {
    const known = roleNamed(role);
    return known ? POLICY[known].lands : 'home';
  });
  return ORDER.find((place) => places.includes(place)) ?? 'none';
}

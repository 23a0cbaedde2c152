// A held role as it is shown: which, in words, and how far it reaches.
import type { HeldRole } from '@assay/core';

export function rolesShown(held: readonly HeldRole[]) {
  return held.map(({ role, title, within }) => ({ role, title, within }));
}

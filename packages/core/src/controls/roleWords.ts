// A role as sentences say it.
import type { OwnerRole } from './control.ts';

/** `engineering_lead` as "engineering lead". */
export function roleWords(role: OwnerRole): string {
  return role === 'it_admin' ? 'IT admin' : role.replaceAll('_', ' ');
}

// Ids and titles of Annex A, and what an invented company says of each, the same every time.
import { readFileSync } from 'node:fs';

export interface Control {
  readonly id: string;
  readonly title: string;
  readonly group: string;
}

/** What the company says: the seventh, fourteenth ... control does not apply. */
export interface Answer extends Control {
  readonly applies: boolean;
  readonly reason: string;
  readonly status: 0 | 1 | 2 | 3;
  readonly owner: string;
}

const OWNERS = ['Head of IT', 'Office lead', 'Product lead', 'Managing director', 'People partner'];
const REASONS = [
  'Follows from the risk of stolen laptops.',
  'Customers ask for it in their contracts.',
  'We hold personal data of customers; the law asks for it.',
  'Good housekeeping; kept since the company began.',
];

/** The objectives and controls of one edition, in the order of the annex. */
export function annex(edition: '2013' | '2022'): readonly Control[] {
  const file = new URL(`../../../../../content/frameworks/iso27001-${edition}.json`, import.meta.url);
  const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const list =
    typeof found === 'object' && found !== null && 'requirements' in found ? found.requirements : [];
  return Array.isArray(list) ? list.filter(isControl) : [];
}

export function answers(edition: '2013' | '2022'): readonly Answer[] {
  return annex(edition).map((control, i) => {
    const applies = i % 7 !== 6;
    return {
      ...control,
      applies,
      reason: applies
        ? (REASONS[i % 4] ?? '')
        : 'We have no such thing: one rented office, no own data centre.',
      status: applies ? (([0, 0, 1, 0, 2, 3] as const)[i % 6] ?? 0) : 3,
      owner: OWNERS[i % 5] ?? '',
    };
  });
}

function isControl(value: unknown): value is Control {
  if (typeof value !== 'object' || value === null) return false;
  if (!('id' in value && 'title' in value && 'group' in value)) return false;
  const { id, title, group } = value;
  return (
    typeof id === 'string' && id.startsWith('A.') && typeof title === 'string' && typeof group === 'string'
  );
}

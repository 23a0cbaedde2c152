// Named views of the library: what the address held when somebody gave it a name. Kept in this browser; the
// address itself is what is shared.
import { evidenceSearch, type EvidenceSearch } from '../search.ts';

export interface SavedView {
  readonly name: string;
  readonly search: EvidenceSearch;
}

/** Views that everybody has. */
export const READY: readonly SavedView[] = [
  { name: 'All records', search: {} },
  { name: 'Outside the SOC 2 period', search: { verdict: 'soc2:outside_window' } },
  { name: 'Too old for ISO', search: { verdict: 'iso:stale' } },
  { name: 'Rejected', search: { state: 'rejected' } },
  { name: 'Without a control', search: { control: 'none' } },
];

/** Reads what was kept; whatever is not a view is left out. */
export function parseViews(text: string | null): readonly SavedView[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.flatMap(viewOf) : [];
  } catch {
    return [];
  }
}

/** Adds a view, or puts it in the place of the one with its name. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return [...views.filter((each) => each.name !== view.name), view];
}

/** The search of a view with its name in it, so that the address says which view it is. */
export function addressOfView({ name, search }: SavedView): EvidenceSearch {
  return name === READY[0]?.name ? {} : { ...search, view: name };
}

function viewOf(value: unknown): readonly SavedView[] {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('search' in value)) return [];
  const { name, search } = value;
  if (typeof name !== 'string' || name === '' || typeof search !== 'object' || search === null) return [];
  return [{ name, search: evidenceSearch(Object.fromEntries(Object.entries(search))) }];
}

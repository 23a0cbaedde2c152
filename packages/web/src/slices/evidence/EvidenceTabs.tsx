// The lists of the evidence place.
import { Link } from '@tanstack/react-router';

const TABS = [
  ['/o/$org/windows', 'Window'],
  ['/o/$org/evidence', 'Inbox'],
  ['/o/$org/evidence/library', 'Library'],
  ['/o/$org/evidence/imports', 'Imports'],
  ['/o/$org/evidence/collectors', 'Collectors'],
  ['/o/$org/populations', 'Populations'],
  ['/o/$org/samples', 'Samples'],
] as const;

export function EvidenceTabs({ org }: { readonly org: string }) {
  return (
    <nav className="tabs" aria-label="Evidence lists">
      {TABS.map(([to, name]) => (
        <Link
          key={to}
          to={to}
          params={{ org }}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: 'active', 'aria-current': 'page' }}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

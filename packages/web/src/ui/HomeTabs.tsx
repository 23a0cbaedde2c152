// The two questions of Home: how ready are we, and what is asked of me.
import { Link } from '@tanstack/react-router';

const TABS = [
  ['/o/$org', 'Programme'],
  ['/o/$org/work', 'My work'],
] as const;

export function HomeTabs({ org }: { readonly org: string }) {
  return (
    <nav className="tabs" aria-label="Home">
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

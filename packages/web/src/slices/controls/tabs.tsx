// The views of the one control set.
import { Link } from '@tanstack/react-router';

export function ControlTabs({ org }: { readonly org: string }) {
  return (
    <nav className="tabs" aria-label="Views of the control set">
      <Link
        to="/o/$org/controls"
        params={{ org }}
        activeProps={{ className: 'active' }}
        activeOptions={{ exact: true, includeSearch: false }}
      >
        Control set
      </Link>
      <Link
        to="/o/$org/view/$framework"
        params={{ org, framework: 'iso27001:2022' }}
        activeProps={{ className: 'active' }}
        activeOptions={{ includeSearch: false }}
      >
        ISO view
      </Link>
      <Link
        to="/o/$org/view/$framework"
        params={{ org, framework: 'soc2:2017' }}
        activeProps={{ className: 'active' }}
        activeOptions={{ includeSearch: false }}
      >
        SOC 2 view
      </Link>
      <Link to="/o/$org/crosswalk" params={{ org }} activeProps={{ className: 'active' }}>
        Crosswalk
      </Link>
      <Link to="/o/$org/checks" params={{ org }} activeProps={{ className: 'active' }}>
        Checks
      </Link>
    </nav>
  );
}

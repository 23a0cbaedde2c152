// The views of the one control set.
import { Link, useLocation } from '@tanstack/react-router';

const TABS = [
  ['/controls', 'Control set'],
  ['/view/iso27001:2022', 'ISO view'],
  ['/view/soc2:2017', 'SOC 2 view'],
  ['/crosswalk', 'Crosswalk'],
  ['/checks', 'Checks'],
] as const;

export function ControlTabs({ org }: { readonly org: string }) {
  const here = decodeURIComponent(useLocation().pathname);
  return (
    <nav className="tabs" aria-label="Views of the control set">
      {TABS.map(([path, name]) => {
        const active = here === `/o/${org}${path}`;
        return (
          <Link
            key={path}
            to={`/o/${org}${path}`}
            className={active ? 'active' : ''}
            activeProps={{ className: '' }}
            aria-current={active ? 'page' : undefined}
          >
            {name}
          </Link>
        );
      })}
    </nav>
  );
}

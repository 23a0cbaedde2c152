// The pages of one place, side by side.
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Path below the organisation, and what it is called. */
export type Tab = readonly [path: string, name: string];

export function Tabs({
  org,
  tabs,
  label,
}: {
  readonly org: string;
  readonly tabs: readonly Tab[];
  readonly label: string;
}) {
  const here = decodeURIComponent(useLocation().pathname).replace(/\/$/, '');
  // A page below a tab belongs to it: the longest path that leads here.
  const [nearest] = tabs
    .filter(([path]) => `${here}/`.startsWith(`/o/${org}${path}/`))
    .toSorted(([one], [other]) => other.length - one.length);
  const row = useRef<HTMLElement>(null);
  // On a phone the row is longer than the screen.
  useEffect(() => {
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [nearest]);
  return (
    <nav ref={row} className="tabs" aria-label={label}>
      {tabs.map(([path, name]) => {
        const active = path === nearest?.[0];
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

// The pages of one place, side by side.
import type { Permission } from '@assay/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMaySomewhere } from '../data/may.tsx';

/** Path below the organisation, what it is called, and what somebody must hold to see it. */
export type Tab = readonly [path: string, name: string, needs?: Permission];

export function Tabs({
  org,
  tabs,
  label,
}: {
  readonly org: string;
  readonly tabs: readonly Tab[];
  readonly label: string;
}) {
  const may = useMaySomewhere(org);
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
      {tabs.map(([path, name, needs]) => {
        if (needs !== undefined && !may(needs)) return null;
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

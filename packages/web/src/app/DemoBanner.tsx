// Says that this is an invented company, in which role it is looked at, and offers the ways on.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../data/api.ts';
import { May } from '../data/may.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useDemo } from './useDemo.ts';
import { ViewAs } from './ViewAs.tsx';

export function DemoBanner({ org }: { readonly org: string }) {
  const demo = useDemo(org);
  const session = useSession().data;
  const own = session?.organisations.find(({ slug }) => slug === org);
  return (
    <aside className="banner" aria-label="Demo data">
      <span className="grow">
        {own && own.viewing !== null ? (
          <>
            You look as <strong>{own.viewing}</strong>,{' '}
            {own.roles
              .map(({ title }) => title)
              .join(', ')
              .toLowerCase()}
            .
          </>
        ) : (
          <>
            Harbourline is invented<span className="hide-phone">; its dates are relative to today</span>.
          </>
        )}
      </span>
      {session?.mode === 'local' ? <ViewAs org={org} /> : null}
      <Link className="banner-link" to="/start">
        Start my own
      </Link>
      <May org={org} needs="organisation.delete">
        <Menu className="banner-link" label="Demo data" side="right">
          <button type="button" className="act" onClick={demo.reset}>
            Reset to its first state
          </button>
          <DeleteDemo remove={demo.remove} />
        </Menu>
      </May>
    </aside>
  );
}

/** Asks once more, naming what will be gone: it cannot be undone. */
export function DeleteDemo({
  remove,
  className,
}: {
  readonly remove: () => void;
  readonly className?: string;
}) {
  const [asking, setAsking] = useState(false);
  return asking ? (
    <button type="button" className={`act ${className ?? ''}`} onClick={remove}>
      Really delete Harbourline
    </button>
  ) : (
    <button type="button" className={className} onClick={() => setAsking(true)}>
      Delete demo …
    </button>
  );
}

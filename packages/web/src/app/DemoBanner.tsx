// Says that this is an invented company, and offers the three ways on.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Menu } from '../ui/Menu.tsx';
import { useDemo } from './useDemo.ts';

export function DemoBanner({ org }: { readonly org: string }) {
  const demo = useDemo(org);
  return (
    <aside className="banner" aria-label="Demo data">
      <span className="grow">
        Harbourline is invented<span className="hide-phone">; its dates are relative to today</span>.
      </span>
      <Link className="banner-link" to="/start">
        Start my own
      </Link>
      <Menu className="banner-link" label="Demo data" side="right">
        <button type="button" className="act" onClick={demo.reset}>
          Reset to its first state
        </button>
        <DeleteDemo remove={demo.remove} />
      </Menu>
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

// Says that this is an invented company, and offers the three ways on.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiFailure, api, queries, take } from '../data/api.ts';
import { tell } from '../data/toasts.ts';
import { Menu } from '../ui/Menu.tsx';

export function DemoBanner({ org }: { readonly org: string }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const run = async (act: () => Promise<string>): Promise<void> => {
    try {
      tell(await act());
    } catch (cause) {
      tell(cause instanceof ApiFailure ? cause.failure.detail : 'It did not go through.');
    }
  };
  const reset = () =>
    run(async () => {
      take(await api['organisations.reset']({ params: { org } }));
      await queries.invalidateQueries();
      return 'The demo company is as it was at first.';
    });
  const remove = () =>
    run(async () => {
      take(await api['organisations.delete']({ params: { org } }));
      await queries.invalidateQueries();
      await navigate({ to: '/start' });
      return 'The demo company is deleted.';
    });
  return (
    <aside className="banner" aria-label="Demo data">
      <span className="grow">
        Harbourline is invented<span className="hide-phone">; its dates are relative to today</span>.
      </span>
      <Link className="banner-link" to="/start">
        Start my own
      </Link>
      <Menu className="banner-link" label="Demo data" side="right">
        <button type="button" className="act" onClick={() => void reset()}>
          Reset to its first state
        </button>
        {asking ? (
          <button type="button" className="act" onClick={() => void remove()}>
            Really delete Harbourline
          </button>
        ) : (
          <button type="button" onClick={() => setAsking(true)}>
            Delete demo …
          </button>
        )}
      </Menu>
    </aside>
  );
}

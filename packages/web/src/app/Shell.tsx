// The frame of every page: rail, demo banner, palette, messages.
import { Link, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiFailure, api, queries, take, useSession } from '../data/api.ts';
import { tell } from '../data/toasts.ts';
import { ErrorPage } from './ErrorPage.tsx';
import { Help } from './Help.tsx';
import { Palette } from './Palette.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { Toasts } from './Toasts.tsx';
import { useShortcuts } from './shortcuts.ts';

const PLACES = [
  ['/o/$org', 'Home'],
  ['/o/$org/controls', 'Controls'],
  ['/o/$org/evidence', 'Evidence'],
  ['/o/$org/checks', 'Checks'],
  ['/o/$org/settings', 'Settings'],
] as const;

export function Shell() {
  const { org } = useParams({ from: '/o/$org' });
  const session = useSession();
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  useShortcuts(org, { palette: () => setPalette(true), help: () => setHelp(true) });
  useEffect(() => {
    document.querySelector('h1')?.focus();
  }, [org]);
  if (session.error) return <ErrorPage error={session.error} />;
  const own = session.data?.organisations.find((each) => each.slug === org);
  if (session.data && !own)
    return <ErrorPage error={new Error('There is no such organisation, or it is not yours.')} />;
  return (
    <div className="shell">
      <a className="skip" href="#content">
        Skip to content
      </a>
      <nav className="rail" aria-label="Places">
        <Link className="brand" to="/o/$org" params={{ org }}>
          <img src="/icon.svg" alt="" width="22" height="22" />
          Assay
        </Link>
        {PLACES.map(([to, name]) => (
          <Link
            key={to}
            className="rail-link"
            to={to}
            params={{ org }}
            activeOptions={{ exact: to === '/o/$org' }}
            activeProps={{ className: 'active', 'aria-current': 'page' }}
          >
            {name}
          </Link>
        ))}
        <div className="rail-foot">
          <button type="button" className="button" onClick={() => setPalette(true)}>
            Go to <kbd className="hide-phone">Ctrl K</kbd>
          </button>
          <span className="hide-phone">
            <ThemeSwitch />
          </span>
          <span className="small muted hide-phone">{own?.name}</span>
        </div>
      </nav>
      <main className="main" id="content">
        {own?.demo ? <DemoBanner org={org} /> : null}
        {session.data ? <Outlet /> : null}
      </main>
      {palette ? <Palette org={org} close={() => setPalette(false)} /> : null}
      {help ? <Help close={() => setHelp(false)} /> : null}
      <Toasts />
    </div>
  );
}

function DemoBanner({ org }: { readonly org: string }) {
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
      <span className="grow">Harbourline is an invented company; its dates are relative to today.</span>
      <Link className="button" to="/start">
        Start my own
      </Link>
      <button type="button" className="button quiet" onClick={() => void reset()}>
        Reset demo
      </button>
      {asking ? (
        <button type="button" className="button" onClick={() => void remove()}>
          Really delete Harbourline
        </button>
      ) : (
        <button type="button" className="button quiet" onClick={() => setAsking(true)}>
          Delete demo
        </button>
      )}
    </aside>
  );
}

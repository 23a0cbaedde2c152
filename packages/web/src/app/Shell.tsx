// The frame of every page: rail, demo banner, palette, messages.
import { Outlet, useLocation, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useSession } from '../data/api.ts';
import { useMaySomewhere } from '../data/may.tsx';
import { DemoBanner } from './DemoBanner.tsx';
import { EndingBanner } from './EndingBanner.tsx';
import { ErrorPage } from './ErrorPage.tsx';
import { Help } from './Help.tsx';
import { Palette } from './Palette.tsx';
import { placeOf } from './places.ts';
import { Rail } from './Rail.tsx';
import { Toasts } from './Toasts.tsx';
import { useShortcuts } from './shortcuts.ts';

export function Shell() {
  const { org } = useParams({ from: '/o/$org' });
  const session = useSession();
  const may = useMaySomewhere(org);
  const place = placeOf(useLocation().pathname);
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
      <Rail org={org} search={() => setPalette(true)} />
      <main className="main" id="content">
        {own?.demo ? <DemoBanner org={org} /> : null}
        {own && !own.demo && own.permissions.includes('organisation.read') ? (
          <EndingBanner org={org} name={own.name} />
        ) : null}
        {session.data && own ? (
          place && !may(place.needs) ? (
            <NotYours name={place.name} />
          ) : (
            <Outlet />
          )
        ) : null}
      </main>
      {palette ? <Palette org={org} close={() => setPalette(false)} help={() => setHelp(true)} /> : null}
      {help ? <Help close={() => setHelp(false)} /> : null}
      <Toasts />
    </div>
  );
}

/** A place of which somebody's role shows nothing: it is said, not shown empty. */
function NotYours({ name }: { readonly name: string }) {
  return (
    <div className="page">
      <header className="head">
        <h1 tabIndex={-1}>{name}</h1>
        <p className="sentence">
          Your role sees nothing of this place. An owner of the organisation can change that.
        </p>
      </header>
    </div>
  );
}

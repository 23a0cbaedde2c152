// The rail at the left: whose organisation this is, search, the places, how it looks. A bar at the top on phones.
import { Link, useLocation } from '@tanstack/react-router';
import { Check, ChevronsUpDown, Ellipsis, PanelLeft, Plus, Search, UserRound } from 'lucide-react';
import { useState } from 'react';
import { api, queries, useSession } from '../data/api.ts';
import { May, useMaySomewhere } from '../data/may.tsx';
import { Menu } from '../ui/Menu.tsx';
import { AppearanceMenu } from './Appearance.tsx';
import { landingPlace, PLACES, placeOf, type Place } from './places.ts';

const KEPT = 'assay.rail';

export function Rail({ org, search }: { readonly org: string; readonly search: () => void }) {
  const [narrow, setNarrow] = useState(() => localStorage.getItem(KEPT) === 'narrow');
  const here = placeOf(useLocation().pathname);
  const may = useMaySomewhere(org);
  const places = PLACES.filter(({ needs }) => may(needs));
  const turn = (): void => {
    localStorage.setItem(KEPT, narrow ? 'wide' : 'narrow');
    setNarrow(!narrow);
  };
  return (
    <nav className={narrow ? 'rail narrow' : 'rail'} aria-label="Places">
      <OrganisationMenu org={org} />
      <button type="button" className="rail-search" onClick={search} aria-keyshortcuts="Control+K">
        <Search size={16} aria-hidden="true" />
        <span className="rail-word">Go, do, find</span>
        <kbd className="rail-word" aria-hidden="true">
          Ctrl K
        </kbd>
      </button>
      <ul className="rail-places">
        {places.map((place) => (
          <li key={place.to} className={place.thumb ? undefined : 'hide-phone'}>
            <PlaceLink
              org={org}
              place={place}
              here={place === here}
              says={narrow ? place.name : place.question}
            />
          </li>
        ))}
        <li className="only-phone">
          <Menu
            className={here && !here.thumb ? 'rail-link active' : 'rail-link'}
            name="More places"
            label={
              <>
                <Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />
                <span className="place-name">More</span>
              </>
            }
          >
            {places
              .filter(({ thumb }) => !thumb)
              .map((place) => (
                <PlaceLink
                  key={place.to}
                  org={org}
                  place={place}
                  here={place === here}
                  says={place.question}
                />
              ))}
          </Menu>
        </li>
      </ul>
      <div className="rail-foot">
        <AccountMenu org={org} />
        <AppearanceMenu />
        <button
          type="button"
          className="rail-link hide-phone"
          onClick={turn}
          aria-label={narrow ? 'Widen the rail' : 'Narrow the rail'}
        >
          <PanelLeft size={16} strokeWidth={1.75} aria-hidden="true" />
          <span className="rail-word">Narrow</span>
        </button>
      </div>
    </nav>
  );
}

function PlaceLink({ org, place, here, says }: PlaceLinkProps) {
  return (
    <Link
      className={here ? 'rail-link active' : 'rail-link'}
      aria-current={here ? 'page' : undefined}
      activeProps={{ className: '' }}
      to={place.to}
      params={{ org }}
      title={says}
    >
      <place.icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className="rail-word place-name">{place.name}</span>
    </Link>
  );
}

/** Who is signed in, one's account, and the way out. */
function AccountMenu({ org }: { readonly org: string }) {
  const session = useSession();
  const name = session.data?.principal.name ?? '';
  const leave = async (): Promise<void> => {
    await api['session.end']({});
    queries.clear();
    location.assign('/sign-in');
  };
  return (
    <Menu
      className="rail-link"
      name={`Account of ${name}`}
      label={
        <>
          <UserRound size={16} strokeWidth={1.75} aria-hidden="true" />
          <span className="rail-word">{name}</span>
        </>
      }
    >
      <Link to="/o/$org/account" params={{ org }}>
        Your account
      </Link>
      <May org={org} needs="members.read">
        <Link to="/o/$org/settings/people" params={{ org }}>
          People
        </Link>
      </May>
      <hr />
      <button type="button" className="act" onClick={() => void leave()}>
        Sign out
      </button>
    </Menu>
  );
}

interface PlaceLinkProps {
  readonly org: string;
  readonly place: Place;
  readonly here: boolean;
  /** What a pointer that rests on it reads. */
  readonly says: string;
}

function OrganisationMenu({ org }: { readonly org: string }) {
  const session = useSession();
  const all = session.data?.organisations ?? [];
  const own = all.find((each) => each.slug === org);
  return (
    <Menu
      className="rail-org"
      name={`Organisation: ${own?.name ?? org}. Change`}
      label={
        <>
          <img src="/icon.svg" alt="" width="22" height="22" />
          <span className="rail-word">{own?.name ?? 'Assay'}</span>
          <ChevronsUpDown className="rail-word" size={14} aria-hidden="true" />
        </>
      }
    >
      {all.map((each) => (
        <Link key={each.slug} to={landingPlace(each.lands)} params={{ org: each.slug }}>
          {each.name}
          {each.demo ? <span className="faint small">demo</span> : null}
          {each.slug === org ? <Check size={14} aria-label="open now" /> : null}
        </Link>
      ))}
      <hr />
      <Link to="/start">
        Start another <Plus size={14} aria-hidden="true" />
      </Link>
    </Menu>
  );
}

// Says to everybody that the organisation is to end, and on which day; an owner takes it back from here.
import { dayWords } from '@assay/core';
import { Link } from '@tanstack/react-router';
import { api, useChange, useOrg } from '../data/api.ts';
import { May } from '../data/may.tsx';

export function EndingBanner({ org, name }: { readonly org: string; readonly name: string }) {
  const { data } = useOrg(org, ['ending'], () => api['ending.read']({ params: { org } }));
  const change = useChange(org);
  if (!data?.asked) return null;
  const { by, ends_on: day } = data.asked;
  return (
    <aside className="banner" aria-label="End of the organisation">
      <span className="grow">
        <strong>
          {name} ends on {dayWords(day)}
        </strong>{' '}
        with everything in it; {by} asked for it.
      </span>
      <May org={org} needs="documents.export">
        <Link className="banner-link" to="/o/$org/settings" params={{ org }}>
          Take everything away
        </Link>
      </May>
      <May org={org} needs="organisation.delete">
        <button
          type="button"
          className="banner-link"
          onClick={() =>
            change.mutate({
              act: () => api['ending.take_back']({ params: { org } }),
              done: `${name} does not end.`,
            })
          }
        >
          Take it back
        </button>
      </May>
    </aside>
  );
}

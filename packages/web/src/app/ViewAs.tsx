// The demo's role switcher: its owner looks at it as one of its members does. Rail, pages and acts are then that role's.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { api, queries, take, useOrg } from '../data/api.ts';
import { tell } from '../data/toasts.ts';
import { Menu } from '../ui/Menu.tsx';
import { landingPlace } from './places.ts';

export function ViewAs({ org }: { readonly org: string }) {
  const all = useOrg(org, ['viewing'], () => api['viewing.list']({ params: { org } }));
  const change = useViewing(org);
  if (!all.data) return null;
  const { data, now } = all.data;
  return (
    <Menu className="banner-link" label="Look as" name="Look as a member in another role" side="right">
      <button type="button" className="act" onClick={change.end}>
        Tomas Lindqvist <span className="faint small">Owner</span>
        {now === null ? <Check size={14} aria-label="now" /> : null}
      </button>
      {data.map(({ member, name, roles }) => (
        <button type="button" className="act" key={member} onClick={() => change.begin(member)}>
          {name} <span className="faint small">{roles.map(({ title }) => title).join(', ')}</span>
          {member === now ? <Check size={14} aria-label="now" /> : null}
        </button>
      ))}
    </Menu>
  );
}

/** Beginning and ending; what was read in the other role is forgotten. */
function useViewing(org: string): {
  readonly begin: (member: string) => void;
  readonly end: () => void;
} {
  const navigate = useNavigate();
  const client = useQueryClient();
  const anew = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['session'] });
    client.removeQueries({ queryKey: ['org', org], type: 'inactive' });
    await client.resetQueries({ queryKey: ['org', org] });
  };
  const run = (act: () => Promise<void>): void => {
    void act().catch(() => tell('It did not go through.'));
  };
  return {
    begin: (member) =>
      run(async () => {
        const { name, lands } = take(await api['viewing.begin']({ body: { org, member } }));
        await navigate({ to: landingPlace(lands), params: { org } });
        await anew();
        tell(`You look at the demo as ${name} does. What you do is marked in the trail.`);
      }),
    end: () =>
      run(async () => {
        take(await api['viewing.end']({}));
        await navigate({ to: '/o/$org', params: { org } });
        await anew();
        tell('You are yourself again.');
      }),
  };
}

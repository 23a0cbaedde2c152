// Ownership passes by two persons: who is proposed, until when, and what the reader may do about it.
import { useState } from 'react';
import { api, queries, useChange, useOrg } from '../../../data/api.ts';
import { useMay } from '../../../data/may.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { minuteText } from '../../../ui/words.ts';
import type { Member, RoleRow } from './usePeople.ts';

interface Props {
  readonly org: string;
  readonly members: readonly Member[];
  readonly roles: readonly RoleRow[];
}

export function OwnershipSection({ org, members, roles }: Props) {
  const may = useMay(org);
  const change = useChange(org);
  const [open, setOpen] = useState(false);
  const { data } = useOrg(org, ['ownership'], () => api['transfer.read']({ params: { org } }));
  const others = members.filter(
    ({ state, you, roles: held }) => state === 'active' && !you && !held.some(({ role }) => role === 'owner'),
  );
  const proposed = data?.proposed;
  if (!data || (!proposed && (!may('owners.grant') || others.length === 0))) return null;
  const end = (done: string) =>
    change.mutate({ act: () => api['transfer.take_back']({ params: { org } }), done });
  return (
    <section className="section" aria-labelledby="ownership">
      <h2 id="ownership">Ownership</h2>
      {proposed ? (
        <>
          <p className="prose">
            {proposed.by.name} proposes {proposed.to.name} as owner
            {proposed.afterwards === null
              ? ''
              : `, and is ${roles.find(({ id }) => id === proposed.afterwards)?.title ?? proposed.afterwards} afterwards`}
            . It can be accepted until {minuteText(proposed.expires_at)}.
          </p>
          <div className="toolbar">
            {proposed.yours === 'to_accept' ? (
              <>
                <button
                  type="button"
                  className="button primary"
                  onClick={() =>
                    change.mutate({
                      act: async () => {
                        const answer = await api['transfer.accept']({ params: { org } });
                        await queries.invalidateQueries({ queryKey: ['session'] });
                        return answer;
                      },
                      done: 'You own the organisation.',
                    })
                  }
                >
                  Accept to own it
                </button>
                <button type="button" className="button quiet" onClick={() => end('You declined.')}>
                  Decline
                </button>
              </>
            ) : null}
            {proposed.yours === 'to_take_back' ? (
              <button type="button" className="button" onClick={() => end('The proposal is taken back.')}>
                Take it back
              </button>
            ) : null}
          </div>
        </>
      ) : (
        <>
          <p className="prose">
            It passes by two persons: you propose somebody, who accepts within seven days where they sign in.
          </p>
          <button type="button" className="button" onClick={() => setOpen(true)}>
            Propose an owner
          </button>
        </>
      )}
      {open ? <ProposeDialog org={org} members={others} roles={roles} close={() => setOpen(false)} /> : null}
    </section>
  );
}

function ProposeDialog({ org, members, roles, close }: Props & { readonly close: () => void }) {
  const [to, setTo] = useState(members[0]?.id ?? '');
  const [afterwards, setAfterwards] = useState('');
  return (
    <FormDialog
      org={org}
      title="Propose an owner"
      act="Propose"
      send={() =>
        api['transfer.propose']({
          params: { org },
          body: { to, ...(afterwards === '' ? {} : { afterwards }) },
        })
      }
      done={`${members.find(({ id }) => id === to)?.name ?? 'They'} can accept within seven days.`}
      undo={() => api['transfer.take_back']({ params: { org } })}
      close={close}
    >
      <label className="field">
        <span>Who</span>
        <select className="input" value={to} onChange={(event) => setTo(event.target.value)}>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>What you are afterwards</span>
        <select className="input" value={afterwards} onChange={(event) => setAfterwards(event.target.value)}>
          <option value="">An owner still</option>
          {roles
            .filter(({ given, id }) => given === 'organisation' && id !== 'owner' && id !== 'service')
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </select>
      </label>
    </FormDialog>
  );
}

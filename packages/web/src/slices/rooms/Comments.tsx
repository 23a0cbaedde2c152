// Comments of a room: what is internal and what the audit firm reads are told apart by word, shape and colour.
import { useState } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { useMay } from '../../data/may.tsx';
import { Loaded } from '../../ui/page.tsx';
import { SaidList } from './SaidList.tsx';
import { SayForm } from './SayForm.tsx';
import type { Room } from './rooms.ts';

export function Comments({ org, room }: { readonly org: string; readonly room: Room }) {
  const found = useOrg(org, ['rooms', room.id, 'comments'], () =>
    api['rooms.comments']({ params: { org, room: room.id } }),
  );
  const may = useMay(org);
  const [shared, setShared] = useState(false);
  return (
    <Loaded of={found}>
      {({ data }) => (
        <section className="section stack">
          <SaidList all={data} />
          {room.state === 'open' && may('rooms.change') ? (
            <SayForm
              org={org}
              act={shared ? 'Share it with the audit firm' : 'Keep it internal'}
              send={(text) =>
                api['rooms.comment']({
                  params: { org, room: room.id },
                  body: { text, audience: shared ? 'shared' : 'internal' },
                })
              }
            >
              <label className="check">
                <input type="checkbox" checked={shared} onChange={() => setShared(!shared)} /> The audit firm
                reads it too
              </label>
            </SayForm>
          ) : null}
        </section>
      )}
    </Loaded>
  );
}

// The room as the audit firm gets it: the same page over the same bytes; it counts as no read of theirs.
import { api, useOrg } from '../../data/api.ts';
import { Loaded } from '../../ui/page.tsx';
import { DeskView } from './desk/DeskView.tsx';
import type { Room } from './rooms.ts';

export function Preview({ org, room }: { readonly org: string; readonly room: Room }) {
  const params = { org, room: room.id };
  const found = useOrg(org, ['rooms', room.id, 'preview'], () => api['rooms.preview']({ params }));
  return (
    <Loaded of={found}>
      {(desk) => (
        <>
          <p className="note">
            {room.state === 'open'
              ? 'This is what the audit firm gets, byte for byte. Looking at it here is no read of theirs.'
              : 'This is what the audit firm had in the end; nobody of it gets in any more.'}
          </p>
          <DeskView
            desk={desk}
            read={(release) => api['rooms.preview_item']({ params: { ...params, release } })}
            place={[org, room.id, 'preview']}
            fileAt={undefined}
          />
        </>
      )}
    </Loaded>
  );
}

// What was said in a room, oldest first.
import type { ComponentProps } from 'react';
import { Said } from './Said.tsx';

export function SaidList({
  all,
}: {
  readonly all: readonly (ComponentProps<typeof Said> & { readonly id: string })[];
}) {
  return (
    <>
      <h2 className="sr">Comments</h2>
      {all.length === 0 ? <p className="muted">Nobody has said anything yet.</p> : null}
      <ol className="room-comments">
        {all.map((each) => (
          <Said key={each.id} {...each} />
        ))}
      </ol>
    </>
  );
}

// The end of a form beside the picture: what records it, what leaves it.
import type { ReactNode } from 'react';

interface Props {
  readonly act: string;
  readonly ready: boolean;
  readonly close: () => void;
  readonly children?: ReactNode;
}

export function FormEnd({ act, ready, close, children }: Props) {
  return (
    <>
      <p className="small muted">
        The picture and the tables show what this would make of them. Nothing is recorded yet.
      </p>
      <div className="toolbar">
        <button type="submit" className="button primary" disabled={!ready}>
          {act}
        </button>
        <button type="button" className="button quiet" onClick={close}>
          Cancel
        </button>
        {children}
      </div>
    </>
  );
}

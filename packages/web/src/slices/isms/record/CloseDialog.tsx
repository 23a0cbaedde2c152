// Closing a review: whose word it is; after that nothing of it changes.
import { useState } from 'react';
import { Asking } from '../../../ui/Asking.tsx';

export function CloseDialog(props: {
  readonly id: string;
  readonly close: () => void;
  readonly end: (by: string) => void;
}) {
  const [by, setBy] = useState('');
  return (
    <Asking
      title={`Close ${props.id}`}
      act="Close the review"
      ready={by.trim().length > 1}
      waits="A name is needed first"
      close={props.close}
      submit={() => props.end(by.trim())}
    >
      <p className="muted">
        What is closed does not change any more, but for the days on which its actions are done.
      </p>
      <label className="field">
        <span>Who closes it, of top management</span>
        <input
          className="input"
          autoFocus
          required
          maxLength={120}
          value={by}
          onChange={(event) => setBy(event.target.value)}
        />
      </label>
    </Asking>
  );
}

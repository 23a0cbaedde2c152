// A decision that needs its reason and nothing else.
import { useState } from 'react';
import { Asking, Because, isReason } from './Asking.tsx';

interface Props {
  readonly title: string;
  /** What the reason answers. */
  readonly ask: string;
  readonly act: string;
  readonly longest?: number;
  readonly close: () => void;
  readonly give: (reason: string) => void;
}

export function ReasonDialog({ title, ask, act, longest, close, give }: Props) {
  const [reason, setReason] = useState('');
  return (
    <Asking
      title={title}
      act={act}
      ready={isReason(reason)}
      waits="A reason is needed first"
      close={close}
      submit={() => give(reason.trim())}
    >
      <Because
        question={ask}
        value={reason}
        change={setReason}
        first
        {...(longest === undefined ? {} : { longest })}
      />
    </Asking>
  );
}

// The code that is asked for after what was shown first.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../data/api.ts';
import { Refusal } from '../../../ui/FormDialog.tsx';
import { CodeField } from '../account/CodeField.tsx';

interface Props {
  /** The question that waits. */
  readonly id: string;
  readonly enter: () => Promise<void>;
}

export function SecondFactor({ id, enter }: Props) {
  const [code, setCode] = useState('');
  const sent = useMutation({
    mutationFn: async () => {
      take(await api['sign_in.code']({ body: { id, code } }));
      await enter();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        sent.mutate();
      }}
    >
      <CodeField value={code} set={setCode} />
      <Refusal of={sent.error} />
      <div className="toolbar">
        <button type="submit" className="button primary" disabled={sent.isPending}>
          Sign in
        </button>
        <a className="button quiet" href="/sign-in">
          Start again
        </a>
      </div>
    </form>
  );
}

// Links by mail: asked for here, and opened here by a press, so that a mail program that looks at links spends none.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../data/api.ts';
import { Refusal } from '../../../ui/FormDialog.tsx';

export function AskForLink({ email }: { readonly email: string }) {
  const [sentTo, setSentTo] = useState<string>();
  const asked = useMutation({
    mutationFn: async () => {
      take(await api['sign_in.letter']({ body: { email } }));
      setSentTo(email);
    },
  });
  return (
    <>
      <button
        type="button"
        className="button quiet"
        disabled={asked.isPending || !email.includes('@')}
        onClick={() => asked.mutate()}
      >
        Mail me a link instead
      </button>
      <p className="small muted" role="status">
        {sentTo === undefined
          ? ''
          : `If ${sentTo} has shown here that it is theirs, a link is on its way; it works for a quarter of an hour.`}
      </p>
      <Refusal of={asked.error} />
    </>
  );
}

interface Props {
  readonly secret: string;
  readonly entered: (answer: Entered) => Promise<void>;
}
export type Entered =
  | { readonly state: 'signed_in' }
  | { readonly state: 'second_factor'; readonly id: string };

export function OpenLink({ secret, entered }: Props) {
  const opened = useMutation({
    mutationFn: async () => entered(take(await api['sign_in.link']({ body: { secret } }))),
  });
  return (
    <div className="stack">
      <Refusal of={opened.error} />
      <div className="toolbar">
        <button
          type="button"
          className="button primary"
          disabled={opened.isPending}
          onClick={() => opened.mutate()}
        >
          Sign in
        </button>
        <a className="button quiet" href="/sign-in">
          Use another way
        </a>
      </div>
    </div>
  );
}

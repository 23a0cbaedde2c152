// An invitation: what it offers, and the account that takes it. The secret stands behind #, so no log ever holds it.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiFailure, api, queries, take } from '../../../data/api.ts';
import { Refusal } from '../../../ui/FormDialog.tsx';
import { Loaded } from '../../../ui/page.tsx';
import { minuteText } from '../../../ui/words.ts';
import { Letter } from './Letter.tsx';

export function JoinPage() {
  const secret = location.hash.slice(1);
  const offer = useQuery({
    queryKey: ['join', secret],
    queryFn: async () => {
      const found = take(await api['join.look']({ body: { secret } }));
      const session = await api['session.read']({});
      return { ...found, me: session.ok ? session.value.data.principal : undefined };
    },
    retry: false,
  });
  if (offer.error)
    return (
      <Letter
        title="This invitation is not open"
        name="Join"
        sentence={offer.error instanceof ApiFailure ? offer.error.failure.detail : 'It could not be read.'}
      >
        <p className="prose">Ask whoever invited you for a new link.</p>
      </Letter>
    );
  return (
    <Loaded of={offer}>
      {(found) => (
        <Letter
          title={`Join ${found.organisation}`}
          name="Join"
          sentence={`${found.invited_by} invites you as ${found.roles.map(({ title }) => title).join(', ')}, until ${minuteText(found.expires_at)}.`}
        >
          {found.me ? (
            <JoinAsMe secret={secret} name={found.me.name} />
          ) : (
            <JoinForm secret={secret} known={found.known} email={found.email} />
          )}
        </Letter>
      )}
    </Loaded>
  );
}

/** Whoever is signed in joins with that account; somebody else signs it out first. */
function JoinAsMe({ secret, name }: { readonly secret: string; readonly name: string }) {
  const navigate = useNavigate();
  const sent = useMutation({
    mutationFn: async () => {
      const { slug } = take(await api['join.mine']({ body: { secret } }));
      queries.clear();
      await navigate({ to: '/o/$org', params: { org: slug } });
    },
  });
  return (
    <div className="stack">
      <p className="prose">You are signed in as {name}. To join with another account, sign out first.</p>
      <Refusal of={sent.error} />
      <div className="toolbar">
        <button
          type="button"
          className="button primary"
          disabled={sent.isPending}
          onClick={() => sent.mutate()}
        >
          Join as {name}
        </button>
      </div>
    </div>
  );
}

interface FormProps {
  readonly secret: string;
  readonly email: string;
  /** Whether the address has an account: then it joins, and signs in as always. */
  readonly known: boolean;
}

function JoinForm({ secret, email, known }: FormProps) {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const sent = useMutation({
    mutationFn: async () => {
      const done = take(
        await api['join.accept']({
          body: { secret, ...(known ? {} : { name, ...(password === '' ? {} : { password }) }) },
        }),
      );
      queries.clear();
      if (done.state === 'sign_in_first') await navigate({ to: '/sign-in' });
      else if (password === '') await navigate({ to: '/o/$org/account', params: { org: done.slug } });
      else await navigate({ to: '/o/$org', params: { org: done.slug } });
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
      <label className="field">
        <span>E-mail address</span>
        <input className="input" type="email" autoComplete="username" readOnly value={email} />
      </label>
      {known ? (
        <p className="small muted">You have an account here already; you will be asked to sign in.</p>
      ) : (
        <>
          <label className="field">
            <span>Your name</span>
            <input
              className="input"
              required
              maxLength={120}
              autoComplete="name"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <label className="field">
            <span>Password (leave it empty to add a passkey next)</span>
            <input
              className="input"
              type="password"
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          <p className="small muted">
            Twelve characters or more, of any kind; a few words you can remember will do.
          </p>
        </>
      )}
      <Refusal of={sent.error} />
      <div className="toolbar">
        <button type="submit" className="button primary" disabled={sent.isPending}>
          Join
        </button>
      </div>
    </form>
  );
}

// Sign in: a passkey, or an address and its password. Pasting works, password managers are welcome.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { api, queries, take } from '../../../data/api.ts';
import { hasPasskeys, passkeyProblem, signInWithPasskey } from '../../../data/passkeys.ts';
import { Refusal } from '../../../ui/FormDialog.tsx';
import { Loaded } from '../../../ui/page.tsx';
import { Letter } from './Letter.tsx';
import { AskForLink, OpenLink, type Entered } from './MailedLink.tsx';
import { ProviderForm } from './ProviderForm.tsx';
import { SecondFactor } from './SecondFactor.tsx';

export function SignInPage() {
  const ways = useQuery({ queryKey: ['sign-in'], queryFn: async () => take(await api['sign_in.ways']({})) });
  return (
    <Loaded of={ways}>
      {({ mode }) =>
        mode === 'team' ? (
          <TeamSignIn />
        ) : (
          <Letter
            title="Open the sign-in link"
            name="Sign in"
            sentence="This Assay has one owner: whoever started it. It printed a link at its start."
          >
            <p className="prose">
              <code>npm run assay -- login</code> prints a new one.
            </p>
          </Letter>
        )
      }
    </Loaded>
  );
}

function TeamSignIn() {
  const navigate = useNavigate();
  const [question, setQuestion] = useState<string>();
  const mailed = location.hash.slice(1);
  const enter = async (): Promise<void> => {
    queries.clear();
    await navigate({ to: '/' });
  };
  const entered = async (answer: Entered): Promise<void> => {
    if (answer.state === 'second_factor') setQuestion(answer.id);
    else await enter();
  };
  if (question !== undefined)
    return (
      <Letter title="Sign in" name="Sign in" sentence="Your account asks for a code as well.">
        <SecondFactor id={question} enter={enter} />
      </Letter>
    );
  if (mailed !== '')
    return (
      <Letter title="Sign in" name="Sign in" sentence="With the link that was mailed to you; it works once.">
        <OpenLink secret={mailed} entered={entered} />
      </Letter>
    );
  return (
    <Letter
      title="Sign in"
      name="Sign in"
      sentence="With the passkey of this device, your password, a link that is mailed to you, or by your company."
    >
      <Forms enter={enter} entered={entered} />
      <ProviderForm />
    </Letter>
  );
}

interface FormsProps {
  readonly enter: () => Promise<void>;
  readonly entered: (answer: Entered) => Promise<void>;
}

function Forms({ enter, entered }: FormsProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const byPasskey = useMutation({
    mutationFn: async () => {
      await signInWithPasskey();
      await enter();
    },
  });
  const byPassword = useMutation({
    mutationFn: async () => {
      await entered(take(await api['sign_in.password']({ body: { email, password } })));
    },
  });
  return (
    <>
      {hasPasskeys ? (
        <div className="stack">
          <button
            type="button"
            className="button primary"
            disabled={byPasskey.isPending}
            onClick={() => byPasskey.mutate()}
          >
            <KeyRound size={16} aria-hidden="true" /> Sign in with a passkey
          </button>
          {byPasskey.error ? (
            <p className="problem" role="alert">
              {passkeyProblem(byPasskey.error)}
            </p>
          ) : null}
        </div>
      ) : null}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          byPassword.mutate();
        }}
      >
        <label className="field">
          <span>E-mail address</span>
          <input
            className="input"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <label className="field">
          <span>Password</span>
          <input
            className="input"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <Refusal of={byPassword.error} />
        <div className="toolbar">
          <button type="submit" className="button" disabled={byPassword.isPending}>
            Sign in
          </button>
          <AskForLink email={email} />
        </div>
      </form>
    </>
  );
}

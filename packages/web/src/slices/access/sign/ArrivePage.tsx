// Where a provider sends people back to: what it answered is heard once, then they are in, or told why not.
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api, queries, take } from '../../../data/api.ts';
import { Refusal } from '../../../ui/FormDialog.tsx';
import { Letter } from './Letter.tsx';

export function ArrivePage() {
  const { slug } = useParams({ from: '/sign-in/at/$slug' });
  const navigate = useNavigate();
  const heard = useRef(false);
  const { mutate, error } = useMutation({
    mutationFn: async (answer: string) => {
      const arrived = take(await api['sign_in.provider_answer']({ body: { organisation: slug, answer } }));
      queries.clear();
      await navigate({ to: '/o/$org', params: { org: arrived.slug }, replace: true });
    },
  });
  useEffect(() => {
    if (heard.current) return;
    heard.current = true;
    const answer = window.location.search.slice(1);
    // The code is of no use twice, and has no business in the history.
    window.history.replaceState(window.history.state, '', window.location.pathname);
    mutate(answer === '' ? 'nothing' : answer);
  }, [mutate]);
  return (
    <Letter
      title={error ? 'You are not signed in' : 'Signing in'}
      name="Sign in"
      sentence={
        error ? 'What your provider answered did not sign you in.' : 'Your provider has answered; one moment.'
      }
    >
      <Refusal of={error} />
      {error ? (
        <p>
          <Link to="/sign-in">Begin again</Link>
        </p>
      ) : null}
    </Letter>
  );
}

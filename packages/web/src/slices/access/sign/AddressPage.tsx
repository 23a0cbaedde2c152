// The link of a letter that asks whose an address is. Whoever is signed in says so by a press: opening it alone does nothing.
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, queries, take } from '../../../data/api.ts';
import { tell } from '../../../data/toasts.ts';
import { Refusal } from '../../../ui/FormDialog.tsx';
import { Letter } from './Letter.tsx';

export function AddressPage() {
  const navigate = useNavigate();
  const sent = useMutation({
    mutationFn: async () => {
      const session = take(await api['session.read']({}));
      const { email } = take(
        await api['account.address_verify']({ body: { secret: location.hash.slice(1) } }),
      );
      queries.clear();
      tell(`${email ?? ''} is yours.`);
      const [first] = session.organisations;
      await navigate(first ? { to: '/o/$org/account', params: { org: first.slug } } : { to: '/' });
    },
  });
  return (
    <Letter
      title="Is this your address?"
      name="Address"
      sentence="Say so while you are signed in to the account that has it."
    >
      <Refusal of={sent.error} />
      <div className="toolbar">
        <button
          type="button"
          className="button primary"
          disabled={sent.isPending}
          onClick={() => sent.mutate()}
        >
          Yes, it is mine
        </button>
        <a className="button quiet" href="/sign-in">
          Sign in first
        </a>
      </div>
    </Letter>
  );
}

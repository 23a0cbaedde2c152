// What can be done with the demo company: put it back to its first state, or delete it.
import { useNavigate } from '@tanstack/react-router';
import { ApiFailure, api, queries, take } from '../data/api.ts';
import { tell } from '../data/toasts.ts';

export function useDemo(org: string): { readonly reset: () => void; readonly remove: () => void } {
  const navigate = useNavigate();
  const run = async (act: () => Promise<string>): Promise<void> => {
    try {
      tell(await act());
    } catch (cause) {
      tell(cause instanceof ApiFailure ? cause.failure.detail : 'It did not go through.');
    }
  };
  const reset = (): Promise<void> =>
    run(async () => {
      take(await api['organisations.reset']({ params: { org } }));
      await queries.invalidateQueries();
      return 'The demo company is as it was at first.';
    });
  const remove = (): Promise<void> =>
    run(async () => {
      take(await api['organisations.delete']({ params: { org } }));
      await queries.invalidateQueries({ queryKey: ['session'] });
      await navigate({ to: '/' });
      queries.removeQueries({ queryKey: ['org', org] });
      return 'The demo company is deleted, and nothing of it is left.';
    });
  return { reset: () => void reset(), remove: () => void remove() };
}

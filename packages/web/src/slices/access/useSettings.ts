// Changes settings under the revision that was read, with the way back.
import { api, useChange } from '../../data/api.ts';
import type { Organisation } from '../../data/rows.ts';

type Change = Parameters<(typeof api)['organisations.change']>[0]['body'];

export function useSettings(org: string, settings: Organisation) {
  const change = useChange(org);
  const put = async (body: Change) => {
    const now = await api['organisations.read']({ params: { org } });
    if (!now.ok) return now;
    return api['organisations.change']({
      params: { org },
      ifMatch: `"${now.value.data.revision}"`,
      body,
    });
  };
  return (next: Change, done: string, before: Change): void =>
    change.mutate({
      // The form was filled over this revision: somebody else's change in between must be seen, not overwritten.
      act: () =>
        api['organisations.change']({ params: { org }, ifMatch: `"${settings.revision}"`, body: next }),
      done,
      undo: () => put(before),
    });
}

// What can be done with a saved window: open a plan, close a window whose report is issued, drop a plan.
import { useNavigate } from '@tanstack/react-router';
import { api, useChange } from '../../../../data/api.ts';
import type { SavedWindow } from '../window.ts';

export function PlanActs({ org, window }: { readonly org: string; readonly window: SavedWindow }) {
  const change = useChange(org);
  const navigate = useNavigate();
  const params = { org, window: window.id };
  const turn = (kind: 'open' | 'closed', done: string): void =>
    change.mutate({
      act: () => api['windows.change']({ params, ifMatch: `"${window.revision}"`, body: { kind } }),
      done,
      undo: () =>
        api['windows.change']({
          params,
          ifMatch: `"${window.revision + 1}"`,
          body: { kind: window.kind },
        }),
    });
  if (window.current || window.kind === 'closed') return null;
  if (window.kind === 'open')
    return (
      <button
        type="button"
        className="button"
        onClick={() => turn('closed', `${window.id} is closed: its report is issued.`)}
      >
        Close: the report is issued
      </button>
    );
  return (
    <>
      <button type="button" className="button primary" onClick={() => turn('open', `${window.id} runs.`)}>
        Open this window
      </button>
      <button
        type="button"
        className="button quiet"
        onClick={() => {
          change.mutate({
            act: () => api['windows.delete']({ params }),
            done: `${window.id} is dropped; its history stays.`,
          });
          void navigate({ to: '/o/$org/windows', params: { org } });
        }}
      >
        Drop the plan
      </button>
    </>
  );
}

// What can be done with a saved window: open a plan, close a window whose report is issued, drop a plan.
import { useNavigate } from '@tanstack/react-router';
import { api, useChange } from '../../../../data/api.ts';
import { plain, type SavedWindow } from '../window.ts';

type Examination = Parameters<(typeof api)['organisations.change']>[0]['body']['examination'] & object;

/** The settings then examine the days of this window, and every page speaks of it. */
function examine(org: string, window: SavedWindow, change: ReturnType<typeof useChange>): void {
  let before: Examination = { type: 'none' };
  const set = async (examination: Examination) => {
    const now = await api['organisations.read']({ params: { org } });
    if (!now.ok) return now;
    before = now.value.data.examination;
    return api['organisations.change']({
      params: { org },
      ifMatch: `"${now.value.data.revision}"`,
      body: { examination },
    });
  };
  change.mutate({
    act: () => set({ type: 'type2', from: plain(window.from), until: plain(window.until) }),
    done: `SOC 2 examines ${window.from} to ${window.until} now; posture follows at once.`,
    undo: () => set(before),
  });
}

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
      <>
        <button type="button" className="button" onClick={() => examine(org, window, change)}>
          Make it the examination
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => turn('closed', `${window.id} is closed: its report is issued.`)}
        >
          Close: the report is issued
        </button>
      </>
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

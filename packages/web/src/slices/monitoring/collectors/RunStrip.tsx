// The last runs as a strip: shape first, colour second, and the count in words beside it.
import { ShapeIcon, stateOf } from '../../../ui/marks.tsx';
import { minute, runsSaid, whyUnknown, type Run } from './collectors.ts';
import './collectors.css';

export function RunStrip({ runs }: { readonly runs: readonly Run[] }) {
  const said = runsSaid(runs);
  return (
    <span className="runs">
      <span className="runs-strip" aria-hidden="true" hidden={runs.length === 0}>
        {runs.map((run) => {
          const [, shape, colour] = stateOf(runState(run));
          const why = run.complete ? 'complete' : `unknown: ${whyUnknown(run)}`;
          return (
            <span key={run.id} className={`status-${colour}`} title={`${minute(run.ended_at)}, ${why}`}>
              <ShapeIcon shape={shape} />
            </span>
          );
        })}
      </span>
      <span className="runs-said">{said}</span>
    </span>
  );
}

export function runState(run: Pick<Run, 'complete' | 'vouched'>): string {
  if (!run.complete) return 'run_unknown';
  return run.vouched ? 'run_vouched' : 'run_complete';
}

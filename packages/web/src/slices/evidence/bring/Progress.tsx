// How far a file is: sent bytes, rate, time left, and the way to stop.
import { bytesText, secondsText } from '../../../ui/bytes.ts';
import { pace, type Item } from './queue.ts';

export function Progress({ item, cancel }: { readonly item: Item; readonly cancel: () => void }) {
  const { step, file } = item;
  if (step.kind === 'waiting') return <span className="muted">waits its turn</span>;
  if (step.kind === 'reading') return <span className="muted">being read …</span>;
  if (step.kind !== 'sending') return null;
  const going = pace(step, file.size);
  return (
    <span className="progress">
      <progress max={Math.max(1, file.size)} value={step.sent} aria-label={`Sending ${item.path}`} />
      <span className="small muted num">
        {bytesText(step.sent)} of {bytesText(file.size)}
        {going ? `, ${bytesText(going.rate)}/s, ${secondsText(going.left)} left` : ''}
      </span>
      <button type="button" className="button quiet" onClick={cancel}>
        Cancel
      </button>
    </span>
  );
}

// How far a file is: bytes sent or read, rows so far, rate, time left, and the way to stop.
import { paceOf } from '@assay/core';
import { bytesText, secondsText } from '../../../ui/bytes.ts';
import type { ImportRow } from '../records.ts';
import type { Item } from './queue.ts';

export function Progress({ item, cancel }: { readonly item: Item; readonly cancel: () => void }) {
  const { step, file } = item;
  if (step.kind === 'waiting') return <span className="muted">waits its turn</span>;
  if (step.kind === 'reading')
    return step.of ? (
      <ReadingProgress of={step.of} cancel={cancel} />
    ) : (
      <span className="muted">being read …</span>
    );
  if (step.kind !== 'sending') return null;
  const seconds = (step.now - step.began) / 1000;
  const pace = paceOf({ done: step.sent, of: file.size, seconds });
  return (
    <Going
      label={`Sending ${item.path}`}
      done={step.sent}
      of={file.size}
      said={`${bytesText(step.sent)} of ${bytesText(file.size)} sent`}
      rate={pace?.rate}
      left={pace?.left}
      cancel={cancel}
    />
  );
}

/** A file that the server reads, whoever brought it. */
export function ReadingProgress({ of, cancel }: { readonly of: ImportRow; readonly cancel: () => void }) {
  const { reading } = of;
  const total = reading && reading.total > 0 ? reading.total : of.size;
  const read = reading?.read ?? 0;
  return (
    <Going
      label={`Reading ${of.filename}`}
      done={read}
      of={total}
      said={`${bytesText(read)} of ${bytesText(total)} read, ${(reading?.rows ?? 0).toLocaleString('en')} rows`}
      rate={reading?.rate ?? undefined}
      left={reading?.seconds_left ?? undefined}
      cancel={cancel}
    />
  );
}

function Going(props: {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly said: string;
  readonly rate: number | undefined;
  readonly left: number | undefined;
  readonly cancel: () => void;
}) {
  const { rate, left } = props;
  return (
    <span className="progress">
      <progress max={Math.max(1, props.of)} value={props.done} aria-label={props.label} />
      <span className="small muted num">
        {props.said}
        {rate === undefined ? '' : `, ${bytesText(rate)}/s`}
        {left === undefined ? '' : `, ${secondsText(left)} left`}
      </span>
      <button type="button" className="button quiet" onClick={props.cancel}>
        Cancel
      </button>
    </span>
  );
}

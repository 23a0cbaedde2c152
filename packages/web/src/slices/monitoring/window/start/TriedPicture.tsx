// The window that is tried on a line of time: what deviates already, what must happen, today, the earliest clean start.
import { addDays, dayOfDate, daysBetween, stripColumns, type PlainDate } from '@assay/core';
import { useWidth } from '../../../../ui/useWidth.ts';
import { plain, type WindowStart } from '../window.ts';
import { LENGTHS, REACH, type Tried } from './Sliders.tsx';

interface Props {
  readonly tried: Tried;
  readonly today: PlainDate;
  readonly answer: WindowStart | undefined;
}

const [HEIGHT, TOP, TALL] = [120, 36, 52];
const BASE = TOP + TALL;
/** Where a month is too narrow for its name, every third has one. */
const QUARTERS: ReadonlySet<string> = new Set(['Jan', 'Apr', 'Jul', 'Oct']);

export function TriedPicture({ tried, today, answer }: Props) {
  const [box, width] = useWidth<HTMLElement>(900);
  const from = addDays(today, -REACH);
  const until = addDays(today, REACH + LENGTHS.most / 2);
  const columns = stripColumns({ from, until }, today);
  const day = width / columns.count;
  const x = (date: string): number => (dayOfDate(plain(date)) - columns.first) * day;
  const end = addDays(tried.from, tried.days);
  const clean = answer?.earliest_clean_start;
  return (
    <figure className="tried" ref={box}>
      <svg width={width} height={HEIGHT} role="img" aria-label={sayPicture(tried, answer)}>
        {columns.months
          .filter(({ name }) => day * 30 > 24 || QUARTERS.has(name))
          .map(({ column, name, year, days }) => (
            <g key={column}>
              <path className="month" d={`M${Math.round(column * day)}.5 0V${HEIGHT}`} />
              {days * day > 24 || day * 30 <= 24 ? (
                <text x={column * day + 4} y="11">
                  {name === 'Jan' ? year : name}
                </text>
              ) : null}
            </g>
          ))}
        <rect className="ground" x={x(tried.from)} width={tried.days * day} y={TOP} height={TALL} />
        <path className="blocker" d={silhouette(answer, { x, day })} />
        {(answer?.needs ?? []).map((each) => (
          <path
            key={`${each.of} ${each.scope} ${each.due} ${each.item ?? ''}`}
            className="need"
            d={`M${x(each.due).toFixed(1)} ${BASE + 4}v8`}
          />
        ))}
        <path
          className="edge"
          d={`M${x(tried.from)} ${TOP - 4}V${BASE + 4}M${x(end)} ${TOP - 4}V${BASE + 4}`}
        />
        <path className="now" d={`M${x(today)} 18V${BASE + 14}`} />
        <text className="now" x={x(today) + 4} y={TOP - 8}>
          today
        </text>
        {clean === undefined || clean === null ? null : (
          <>
            <path className="clean" d={`M${x(clean)} ${BASE + 16}l-5 8h10z`} />
            <text x={x(clean) + 9} y={BASE + 25}>
              earliest clean start
            </text>
          </>
        )}
      </svg>
      <figcaption className="small muted">
        The outline in the window counts the controls that deviate on each day; its height is all{' '}
        {answer?.controls.length ?? ''} of them. Ticks below are days on which something falls due.
      </figcaption>
    </figure>
  );
}

interface Across {
  readonly x: (date: string) => number;
  readonly day: number;
}

/** How many controls deviate on each day, as an outline of their number: the higher, the more stand in the way. */
function silhouette(answer: WindowStart | undefined, { x, day }: Across): string {
  if (!answer) return '';
  const first = dayOfDate(plain(answer.window.from));
  const length = daysBetween(plain(answer.window.from), plain(answer.window.until));
  const counts = Array.from({ length }, () => 0);
  for (const each of answer.blockers)
    for (let at = dayOfDate(plain(each.first)) - first; at <= dayOfDate(plain(each.due)) - first; at += 1)
      if (at >= 0 && at < counts.length) counts[at] = (counts[at] ?? 0) + 1;
  const unit = TALL / Math.max(1, answer.controls.length);
  const left = x(answer.window.from);
  return counts
    .map((count, at) => (count === 0 ? '' : bar(left + at * day, day, Math.max(2, count * unit))))
    .join('');
}

function bar(x: number, width: number, height: number): string {
  return `M${x.toFixed(1)} ${BASE}v${(-height).toFixed(1)}h${(width + 0.2).toFixed(1)}V${BASE}z`;
}

function sayPicture({ from, days }: Tried, answer: WindowStart | undefined): string {
  const told = answer
    ? `: ${answer.blockers.length} deviations stand in it, ${answer.needs.length} must still happen`
    : '';
  return `A window of ${days} days from ${from}${told}`;
}

// Start and length, by sliding, by arrows, or typed.
import { addDays, daysBetween, parsePlainDate, type PlainDate } from '@assay/core';

export interface Tried {
  readonly from: PlainDate;
  /** Length in days. */
  readonly days: number;
}

/** Days before and after today between which a start can be slid. */
export const REACH = 365;
export const LENGTHS = { least: 28, most: 460 } as const;
const USUAL = [
  ['3 months', 91],
  ['6 months', 182],
  ['9 months', 273],
  ['12 months', 365],
] as const;

interface Props {
  readonly tried: Tried;
  readonly today: PlainDate;
  readonly set: (next: Tried) => void;
}

export function Sliders({ tried, today, set }: Props) {
  const start = daysBetween(today, tried.from);
  return (
    <div className="sliders">
      <div className="slider">
        <label htmlFor="slide-start">Start</label>
        <input
          id="slide-start"
          type="range"
          min={-REACH}
          max={REACH}
          value={Math.min(REACH, Math.max(-REACH, start))}
          aria-valuetext={`${tried.from}, ${sayStart(start)}`}
          onChange={(event) => set({ ...tried, from: addDays(today, event.target.valueAsNumber) })}
        />
        <input
          className="input"
          type="date"
          aria-label="First day"
          value={tried.from}
          onChange={(event) => {
            const from = parsePlainDate(event.target.value);
            if (from !== undefined) set({ ...tried, from });
          }}
        />
        <span className="small muted">{sayStart(start)}</span>
      </div>
      <div className="slider">
        <label htmlFor="slide-length">Length</label>
        <input
          id="slide-length"
          type="range"
          min={LENGTHS.least}
          max={LENGTHS.most}
          value={tried.days}
          aria-valuetext={`${tried.days} days, up to ${addDays(tried.from, tried.days - 1)}`}
          onChange={(event) => set({ ...tried, days: event.target.valueAsNumber })}
        />
        <input
          className="input"
          type="number"
          aria-label="Length in days"
          min={LENGTHS.least}
          max={LENGTHS.most}
          value={tried.days}
          onChange={(event) => {
            const days = event.target.valueAsNumber;
            if (Number.isInteger(days) && days >= 1 && days <= LENGTHS.most) set({ ...tried, days });
          }}
        />
        <span className="small usual">
          {USUAL.map(([name, days]) => (
            <button key={days} type="button" className="plain" onClick={() => set({ ...tried, days })}>
              {name}
            </button>
          ))}
        </span>
      </div>
    </div>
  );
}

function sayStart(days: number): string {
  if (days === 0) return 'today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days < 0 ? `${count} ago` : `in ${count}`;
}

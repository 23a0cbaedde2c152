// A measurement of an objective: what was found, on which day, by whom.
import { useState } from 'react';
import { Asking } from '../../../ui/Asking.tsx';
import { useToday } from '../../../ui/useToday.ts';

interface Props {
  readonly unit: string;
  readonly close: () => void;
  readonly measure: (said: { readonly value: number; readonly on: string; readonly by?: string }) => void;
}

export function MeasureDialog({ unit, close, measure }: Props) {
  const today = useToday();
  const [value, setValue] = useState('');
  const [on, setOn] = useState(today);
  const [by, setBy] = useState('');
  const number = Number(value);
  return (
    <Asking
      title="Record a measurement"
      act="Record the measurement"
      ready={value.trim() !== '' && Number.isFinite(number) && on !== ''}
      waits="A value is needed first"
      close={close}
      submit={() => measure({ value: number, on, ...(by.trim() === '' ? {} : { by: by.trim() }) })}
    >
      <div className="field-row narrow">
        <label className="field">
          <span>Value{unit === '' ? '' : ` in ${unit}`}</span>
          <input
            className="input"
            type="number"
            step="any"
            autoFocus
            required
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        </label>
        <label className="field">
          <span>Day</span>
          <input
            className="input"
            type="date"
            max={today}
            required
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        </label>
      </div>
      <label className="field">
        <span>Who measured (you, if empty)</span>
        <input className="input" maxLength={120} value={by} onChange={(event) => setBy(event.target.value)} />
      </label>
    </Asking>
  );
}

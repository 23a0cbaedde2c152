// What SOC 2 examines: the categories, and a day (Type I) or a period (Type II).
import { CATEGORIES } from '@assay/core';
import { useState } from 'react';
import type { Organisation } from '../../data/rows.ts';
import { said } from '../../ui/words.ts';
import { useSettings } from './useSettings.ts';

type Examination = Organisation['examination'];
const TYPES = [
  ['none', 'Not planned yet'],
  ['type1', 'Type I: design, on one day'],
  ['type2', 'Type II: operation, over a period'],
] as const;

interface Props {
  readonly org: string;
  readonly settings: Organisation;
}

export function ExaminationForm({ org, settings }: Props) {
  const save = useSettings(org, settings);
  const now = settings.examination;
  const [categories, setCategories] = useState<readonly string[]>(settings.categories);
  const [type, setType] = useState<Examination['type']>(now.type);
  const [on, setOn] = useState(now.type === 'type1' ? now.on : '');
  const [from, setFrom] = useState(now.type === 'type2' ? now.from : '');
  const [until, setUntil] = useState(now.type === 'type2' ? now.until : '');
  const chosen = CATEGORIES.filter((each) => categories.includes(each));
  return (
    <form
      className="section"
      aria-labelledby="examination"
      onSubmit={(event) => {
        event.preventDefault();
        save(
          { categories: chosen, examination: examinationOf({ type, on, from, until }) },
          'What SOC 2 examines is saved; posture follows at once.',
          { categories: settings.categories, examination: now },
        );
      }}
    >
      <h2 id="examination">SOC 2 examination</h2>
      <fieldset className="choice-row">
        <legend>Categories</legend>
        {CATEGORIES.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              checked={categories.includes(each)}
              disabled={each === 'security'}
              onChange={(event) =>
                setCategories(
                  event.target.checked ? [...categories, each] : categories.filter((other) => other !== each),
                )
              }
            />{' '}
            {said(each)}
            {each === 'security' ? <span className="faint"> always</span> : null}
          </label>
        ))}
      </fieldset>
      <fieldset className="choice-row">
        <legend>Type</legend>
        {TYPES.map(([each, label]) => (
          <label key={each}>
            <input type="radio" name="type" checked={type === each} onChange={() => setType(each)} /> {label}
          </label>
        ))}
      </fieldset>
      {type === 'type1' ? (
        <div className="field-row narrow">
          <Day label="On" value={on} change={setOn} />
        </div>
      ) : null}
      {type === 'type2' ? (
        <div className="field-row narrow">
          <Day label="From" value={from} change={setFrom} />
          <Day label="Until (the first day after)" value={until} change={setUntil} />
        </div>
      ) : null}
      <div>
        <button type="submit" className="button primary">
          Save the examination
        </button>
      </div>
    </form>
  );
}

interface Typed {
  readonly type: Examination['type'];
  readonly on: string;
  readonly from: string;
  readonly until: string;
}

function examinationOf({ type, on, from, until }: Typed): Examination {
  if (type === 'type1') return { type, on };
  if (type === 'type2') return { type, from, until };
  return { type };
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly change: (day: string) => void;
}

function Day({ label, value, change }: DayProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        type="date"
        required
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
}

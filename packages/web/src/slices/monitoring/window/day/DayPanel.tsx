// One day of one control: what was expected, what came, from where, and the proof.
import { addDays, DAY_WORDS, dayWords } from '@assay/core';
import { Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { api, useOrg } from '../../../../data/api.ts';
import { useAsOf } from '../../../../data/asof.ts';
import { Loaded } from '../../../../ui/page.tsx';
import type { WindowSearch } from '../search.ts';
import { StateShape } from '../strip/Legend.tsx';
import { plain } from '../window.ts';
import { Came } from './Came.tsx';
import { Expected } from './Expected.tsx';
import type { SampledItem } from '../sampled.ts';
import { Machines } from './Machines.tsx';
import { Sampled } from './Sampled.tsx';

interface Props {
  readonly org: string;
  readonly window: string;
  readonly control: string;
  readonly day: string;
  readonly name: string;
  /** The window's days and the day on which one looks. */
  readonly answer: {
    readonly window: { readonly from: string; readonly until: string };
    readonly today: string;
  };
  /** Items of samples in the window. */
  readonly sampled: readonly SampledItem[];
  readonly search: WindowSearch;
  readonly go: (next: WindowSearch) => void;
}

export function DayPanel(props: Props) {
  const { org, window, control, name, day, answer, search, go } = props;
  const { day: past, query } = useAsOf();
  const panel = useRef<HTMLElement>(null);
  const found = useOrg(org, ['window-day', window, control, day, past ?? ''], () =>
    api['windows.day']({ params: { org, window, control, day: plain(day) }, query }),
  );
  const { control: _, day: __, ...closed } = search;
  const close = (): void => {
    go(closed);
    document.querySelector<HTMLElement>('.strip-scroll')?.focus();
  };
  useEffect(() => {
    // In braces: some browsers answer with a promise, which an effect must not hand on.
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [found.data]);
  const step = (days: number): string | undefined => {
    const next = addDays(plain(day), days);
    return next >= answer.window.from && next < answer.window.until ? next : undefined;
  };
  const move = (to: string | undefined): void => {
    if (to !== undefined) go({ ...search, day: to });
  };
  return (
    <section
      className="day-panel"
      ref={panel}
      aria-labelledby="day-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header className="day-head">
        <h2 id="day-title">
          <Link
            className="id"
            to="/o/$org/windows/$window/$control"
            params={{ org, window, control }}
            search={past === undefined ? {} : { at: past }}
          >
            {control}
          </Link>{' '}
          {name}, {dayWords(day)}
        </h2>
        <span className="day-moves">
          <Move label="The day before" to={step(-1)} move={move}>
            <ChevronLeft size={16} aria-hidden="true" />
          </Move>
          <Move label="The day after" to={step(1)} move={move}>
            <ChevronRight size={16} aria-hidden="true" />
          </Move>
          <button type="button" className="button quiet" aria-label="Close the day" onClick={close}>
            <X size={16} aria-hidden="true" />
          </button>
        </span>
      </header>
      <Loaded of={found}>
        {(told) => (
          <>
            <p className="day-says" role="status">
              <StateShape state={told.state} /> <strong>{DAY_WORDS[told.state].word}</strong>{' '}
              <span className="muted">{told.sentence}</span>
            </p>
            <div className="day-columns">
              <Expected org={org} control={control} day={day} told={told} past={past !== undefined} />
              <Came org={org} told={told} />
              <Machines org={org} told={told} />
              <Sampled
                org={org}
                items={props.sampled.filter((each) => each.control === control && each.day === day)}
              />
            </div>
            {day <= answer.today && day !== past ? (
              <div>
                <button type="button" className="plain" onClick={() => go({ ...search, at: day })}>
                  Show the window as it was known on this day
                </button>
              </div>
            ) : null}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Move(props: {
  readonly label: string;
  readonly to: string | undefined;
  readonly move: (to: string | undefined) => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      className="button quiet"
      aria-label={props.label}
      disabled={props.to === undefined}
      onClick={() => props.move(props.to)}
    >
      {props.children}
    </button>
  );
}

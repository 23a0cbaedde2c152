// Six missions of the demo company: questions to find the answer to. Put away or gone on with in this browser alone.
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useToday } from '../../data/asof.ts';
import { MISSIONS, readKept, searchOf, writeKept, type KeptMissions, type MissionStart } from './missions.ts';

export function Missions({ org }: { readonly org: string }) {
  const key = `assay.missions.${org}`;
  const [kept, setKept] = useState(() => readKept(localStorage.getItem(key)));
  const keep = (next: KeptMissions): void => {
    localStorage.setItem(key, writeKept(next));
    setKept(next);
  };
  const { away, last } = kept;
  if (away)
    return (
      <section className="section" aria-label="Six missions">
        <button type="button" className="button quiet" onClick={() => keep({ away: false, last })}>
          {last === undefined ? 'Show the six missions' : `Go on with mission ${last + 1} of 6`}
        </button>
      </section>
    );
  return (
    <section className="section" aria-labelledby="missions">
      <div className="section-head">
        <h2 id="missions">Six missions</h2>
        <button type="button" className="button quiet" onClick={() => keep({ away: true, last })}>
          Put away
        </button>
      </div>
      <p className="muted">
        Six questions that an auditor would ask of this invented company, each with the page on which its
        answer can be found. Where you are is kept in this browser alone.
      </p>
      <ol className="steps">
        {MISSIONS.map(({ question, hint, start }, i) => (
          <li key={question} aria-current={i === last ? 'step' : undefined}>
            <span className="id">{i + 1}</span>
            <div>
              <p>
                <Start org={org} start={start} open={() => keep({ away, last: i })}>
                  {question}
                </Start>
              </p>
              <p className="small muted">Begins at {hint}.</p>
            </div>
            {i === last ? <span className="small muted">opened last</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface StartProps {
  readonly org: string;
  readonly start: MissionStart;
  readonly open: () => void;
  readonly children: ReactNode;
}

function Start({ org, start, open, children }: StartProps) {
  const today = useToday();
  switch (start.page) {
    case 'window':
      return (
        <Link
          to="/o/$org/windows/$window"
          params={{ org, window: 'current' }}
          search={today ? searchOf(start, today) : {}}
          onClick={open}
        >
          {children}
        </Link>
      );
    case 'control':
      return (
        <Link
          to="/o/$org/windows/$window/$control"
          params={{ org, window: 'current', control: start.control }}
          onClick={open}
        >
          {children}
        </Link>
      );
    case 'start':
      return (
        <Link to="/o/$org/windows/start" params={{ org }} onClick={open}>
          {children}
        </Link>
      );
    default:
      return start satisfies never;
  }
}

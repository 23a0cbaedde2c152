// Start my own: a name and five questions, every one of which can be skipped.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiFailure, api, queries, take, useSession } from '../../data/api.ts';
import { PageHead } from '../../ui/page.tsx';
import { ErrorPage } from '../../app/ErrorPage.tsx';

const RUNS_ON = ['AWS', 'Azure', 'Google Cloud', 'GitHub', 'GitLab', 'Kubernetes'] as const;
const HAS = ['ISO 9001', 'ISO/IEC 27001:2013', 'SOC 2 Type I', 'Cyber Essentials'] as const;

export function StartPage() {
  const session = useSession();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [askedBy, setAskedBy] = useState<'us' | 'eu' | 'both' | 'unknown'>('unknown');
  const [deadline, setDeadline] = useState('');
  const [headcount, setHeadcount] = useState('');
  const [runsOn, setRunsOn] = useState<readonly string[]>([]);
  const [has, setHas] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | undefined>();
  if (session.error) return <ErrorPage error={session.error} />;
  const start = async (): Promise<void> => {
    try {
      const made = take(
        await api['organisations.create']({
          body: {
            name,
            time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
            answers: {
              asked_by: askedBy,
              runs_on: [...runsOn],
              has_already: [...has],
              ...(deadline ? { deadline } : {}),
              ...(headcount ? { headcount: Number(headcount) } : {}),
            },
          },
        }),
      );
      await queries.invalidateQueries();
      await navigate({ to: '/o/$org', params: { org: made.slug } });
    } catch (cause) {
      setProblem(cause instanceof ApiFailure ? cause.failure.detail : 'It could not be started.');
    }
  };
  const toggle = (list: readonly string[], word: string): readonly string[] =>
    list.includes(word) ? list.filter((each) => each !== word) : [...list, word];
  return (
    <main className="page">
      <PageHead
        title="Start my own"
        name="Start"
        sentence="A name is enough. The five questions set defaults; every one can be skipped and changed later."
      />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <label className="field">
          <span>Name of the organisation</span>
          <input
            className="input"
            required
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <label className="field">
          <span>1. Who asks you for security?</span>
          <select
            className="input"
            value={askedBy}
            onChange={(event) => {
              const found = (['us', 'eu', 'both', 'unknown'] as const).find(
                (each) => each === event.target.value,
              );
              if (found) setAskedBy(found);
            }}
          >
            <option value="unknown">nobody yet, or I do not know</option>
            <option value="us">buyers in the United States</option>
            <option value="eu">buyers in Europe</option>
            <option value="both">both</option>
          </select>
        </label>
        <label className="field">
          <span>2. Is there a deadline?</span>
          <input
            className="input"
            type="date"
            value={deadline}
            onChange={(event) => setDeadline(event.target.value)}
          />
        </label>
        <label className="field">
          <span>3. How many people are you?</span>
          <input
            className="input"
            type="number"
            min={1}
            max={100000}
            value={headcount}
            onChange={(event) => setHeadcount(event.target.value)}
          />
        </label>
        <fieldset className="field">
          <legend className="small muted">4. What do you run on?</legend>
          {RUNS_ON.map((each) => (
            <label key={each}>
              <input
                type="checkbox"
                checked={runsOn.includes(each)}
                onChange={() => setRunsOn(toggle(runsOn, each))}
              />{' '}
              {each}
            </label>
          ))}
        </fieldset>
        <fieldset className="field">
          <legend className="small muted">5. What do you have already?</legend>
          {HAS.map((each) => (
            <label key={each}>
              <input
                type="checkbox"
                checked={has.includes(each)}
                onChange={() => setHas(toggle(has, each))}
              />{' '}
              {each}
            </label>
          ))}
        </fieldset>
        {problem ? (
          <p className="problem" role="alert">
            {problem}
          </p>
        ) : null}
        <div className="toolbar">
          <button type="submit" className="button primary">
            Start {name || 'the organisation'}
          </button>
          <a className="button quiet" href="/">
            Back
          </a>
        </div>
      </form>
    </main>
  );
}

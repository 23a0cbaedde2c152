// Start my own: a name and five questions, every one of which can be skipped.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorPage } from '../../app/ErrorPage.tsx';
import { ApiFailure, api, queries, take, useSession } from '../../data/api.ts';
import { PageHead } from '../../ui/page.tsx';
import { StartQuestions, UNANSWERED, type Answers } from './StartQuestions.tsx';

export function StartPage() {
  const session = useSession();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [answers, setAnswers] = useState<Answers>(UNANSWERED);
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
              asked_by: answers.askedBy,
              runs_on: [...answers.runsOn],
              has_already: [...answers.has],
              ...(answers.deadline ? { deadline: answers.deadline } : {}),
              ...(answers.headcount ? { headcount: Number(answers.headcount) } : {}),
            },
          },
        }),
      );
      await queries.invalidateQueries();
      await navigate({ to: '/o/$org/plan', params: { org: made.slug } });
    } catch (cause) {
      setProblem(cause instanceof ApiFailure ? cause.failure.detail : 'It could not be started.');
    }
  };
  return (
    <main className="page letter">
      <p className="brand">
        <img src="/icon.svg" alt="" width="22" height="22" /> Assay
      </p>
      <PageHead
        title="Start your own"
        name="Start"
        sentence="A name is enough. The five questions set defaults; each can be skipped now and changed later."
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
        <StartQuestions answers={answers} change={(next) => setAnswers({ ...answers, ...next })} />
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

// One task: why it is there, what it waits for, its dates, and a field for the day on which it may begin.
import { useState } from 'react';
import { said } from '../../ui/words.ts';
import { withDone, withFixed, withMove, type Plan, type PlanTask, type SettingsDraft } from './plan.ts';

interface Props {
  readonly plan: Plan;
  readonly task: PlanTask;
  readonly pick: (task: string | undefined) => void;
  readonly say: (next: SettingsDraft, done: string) => void;
}

export function TaskPanel({ plan, task, pick, say }: Props) {
  return (
    <aside className="drawer" aria-label={`Task ${task.title}`}>
      <div className="section-head bare">
        <h2>{task.title}</h2>
        <button type="button" className="button quiet" onClick={() => pick(undefined)}>
          Close
        </button>
      </div>
      <p className="prose">{task.because}</p>
      <dl className="facts">
        {factsOf(task).map(([name, value]) => (
          <div key={name} className="key-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Waits plan={plan} task={task} pick={pick} />
      <Moving plan={plan} task={task} say={say} />
    </aside>
  );
}

function factsOf(task: PlanTask): readonly (readonly [string, string])[] {
  const { days, kind } = task;
  const unit = kind === 'effort' ? 'person-days' : 'days';
  return [
    ['Who', task.role === null ? 'nobody: it takes its time' : said(task.role)],
    ['Likely', task.start === task.end ? task.start : `${task.start} to ${task.end}`],
    ['Done by', `${task.done.p50} in half of the courses, ${task.done.p90} in nine of ten`],
    ...(days === null
      ? []
      : [['Takes', `${days.min} to ${days.max} ${unit}, most likely ${days.mode}`] as const]),
    ['To spare', task.critical ? 'nothing: it is on the critical path' : `${task.slack} days`],
    ['Decides the date', `in ${Math.round(task.criticality * 100)} % of the simulated courses`],
    ...(task.fixed === null ? [] : [['Fixed', task.fixed] as const]),
    ...(task.not_before === null ? [] : [['Not before', task.not_before] as const]),
    ...(task.due === null ? [] : [['Due', task.due] as const]),
    ...(task.late_days > 0 ? [['Late by', `${task.late_days} days`] as const] : []),
  ];
}

function Waits({ plan, task, pick }: Omit<Props, 'say'>) {
  const titles = task.after.flatMap((id) => plan.tasks.find((each) => each.id === id) ?? []);
  if (titles.length === 0) return null;
  return (
    <section className="section" aria-label="What it waits for">
      <h3>Waits for</h3>
      <ul className="plan-plain small">
        {titles.slice(0, SHOWN).map(({ id, title, end }) => (
          <li key={id}>
            <button type="button" className="plain" onClick={() => pick(id)}>
              {title}
            </button>{' '}
            <span className="muted">until {end}</span>
          </li>
        ))}
        {titles.length > SHOWN ? <li className="muted">and {titles.length - SHOWN} more</li> : null}
      </ul>
    </section>
  );
}

const SHOWN = 8;

function Moving({ plan, task, say }: Omit<Props, 'pick'>) {
  const [on, setOn] = useState(task.fixed ?? task.not_before ?? task.start);
  const said = plan.settings.not_before.some((each) => each.task === task.id);
  const fixed = plan.settings.fixed.some((each) => each.task === task.id);
  return (
    <form
      className="stack"
      aria-label={`Move ${task.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        say(withMove(plan, task.id, on), `${task.title} is not before ${on}.`);
      }}
    >
      <div className="plan-move">
        <label className="field">
          <span>Day</span>
          <input
            className="input"
            type="date"
            required
            min={plan.start}
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        </label>
        <button type="submit" className="button primary" disabled={on === ''}>
          Not before this day
        </button>
        <button
          type="button"
          className="button"
          disabled={on === ''}
          onClick={() => say(withFixed(plan, task.id, on), `${task.title} is on ${on}.`)}
        >
          On this very day
        </button>
      </div>
      <button
        type="button"
        className="plain"
        onClick={() => say(withDone(plan, task.id), `${task.title} is done.`)}
      >
        It is done, though no record shows it
      </button>
      {said || fixed ? (
        <button
          type="button"
          className="plain"
          onClick={() => {
            const next = withMove(plan, task.id, undefined);
            say(
              { ...next, fixed: next.fixed.filter((each) => each.task !== task.id) },
              `${task.title} begins as early as it can again.`,
            );
          }}
        >
          Let it begin as early as it can
        </button>
      ) : null}
      <p className="small muted">
        In the picture the arrows move it by a day, with Shift by a week, and Enter records it.
      </p>
    </form>
  );
}

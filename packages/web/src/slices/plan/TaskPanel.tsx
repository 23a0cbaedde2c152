// One task: why it is there, what it waits for, its dates, and a field for the day on which it may begin.
import { parsePlainDate } from '@assay/core';
import { useState } from 'react';
import { countText, said } from '../../ui/words.ts';
import type { Plan, PlanTask } from './plan.ts';
import { leastDay, saidOf, withDay, withDone, type SettingsDraft } from './settings.ts';

interface Props {
  readonly plan: Plan;
  readonly task: PlanTask;
  readonly pick: (task: string | undefined) => void;
  /** Undefined where the plan is not what is shown. */
  readonly say: ((next: SettingsDraft, done: string) => void) | undefined;
}

interface MovingProps extends Pick<Props, 'plan' | 'task'> {
  readonly say: NonNullable<Props['say']>;
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
      {say ? <Moving plan={plan} task={task} say={say} /> : null}
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
    ['To spare', task.critical ? 'nothing: it is on the critical path' : countText(task.slack, 'day')],
    ['Decides the date', `in ${Math.round(task.criticality * 100)} % of the simulated courses`],
    ...(task.fixed === null ? [] : [['Fixed', task.fixed] as const]),
    ...(task.not_before === null ? [] : [['Not before', task.not_before] as const]),
    ...(task.due === null ? [] : [['Due', task.due] as const]),
    ...(task.late_days > 0 ? [['Late by', countText(task.late_days, 'day')] as const] : []),
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
            <span className="muted">likely done on {end}</span>
          </li>
        ))}
        {titles.length > SHOWN ? <li className="muted">and {titles.length - SHOWN} more</li> : null}
      </ul>
    </section>
  );
}

const SHOWN = 8;

function Moving({ plan, task, say }: MovingProps) {
  const held = task.fixed ?? task.not_before;
  const [typed, setTyped] = useState(held ?? task.start);
  const on = parsePlainDate(typed);
  const settings = saidOf(plan.settings);
  const dated = [...settings.fixed, ...settings.not_before].some((each) => each.task === task.id);
  const put = (kind: 'fixed' | 'not_before'): void => {
    if (on === undefined) return;
    const done = kind === 'fixed' ? `${task.title} is on ${on}.` : `${task.title} is not before ${on}.`;
    say(withDay(settings, task.id, { kind, on }), done);
  };
  return (
    <form
      className="stack"
      aria-label={`Move ${task.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        put('not_before');
      }}
    >
      <div className="plan-move">
        <label className="field">
          <span>Day</span>
          <input
            className="input"
            type="date"
            required
            min={leastDay(plan.start, held)}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <button type="submit" className="button primary" disabled={on === undefined}>
          Not before this day
        </button>
        <button type="button" className="button" disabled={on === undefined} onClick={() => put('fixed')}>
          On this very day
        </button>
      </div>
      <button
        type="button"
        className="plain"
        onClick={() => say(withDone(settings, task.id), `${task.title} is done.`)}
      >
        It is done, though no record shows it
      </button>
      {dated ? (
        <button
          type="button"
          className="plain"
          onClick={() =>
            say(withDay(settings, task.id, undefined), `${task.title} begins as early as it can again.`)
          }
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

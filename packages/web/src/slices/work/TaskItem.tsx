// One task: what, why, until when, where it is done, and what can be said of it instead.
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { Menu } from '../../ui/Menu.tsx';
import { said } from '../../ui/words.ts';
import { CloseDialog, HandDialog, SnoozeDialog } from './TaskDialogs.tsx';
import { TaskPlace } from './TaskPlace.tsx';
import { spanOf, type TaskRow } from './tasks.ts';

interface Props {
  readonly org: string;
  readonly task: TaskRow;
}

export function TaskItem({ org, task }: Props) {
  const { example } = task;
  return (
    <li className={task.overdue ? 'late' : undefined}>
      <div className="task-when">
        <Until task={task} />
        <span className="small muted">about {spanOf(task.minutes)}</span>
      </div>
      <div className="task-what">
        <p className="task-title">{task.title}</p>
        <p className="muted">{task.why}</p>
        {task.snoozed ? (
          <p className="small muted">
            Snoozed until {task.snoozed.until} by {task.snoozed.by}: {task.snoozed.because}
          </p>
        ) : null}
        {example ? (
          <details className="small">
            <summary>What good evidence looks like</summary>
            <p>
              <strong>Passes.</strong> {example.good}
            </p>
            <p>
              <strong>Is sent back.</strong> {example.bad}
            </p>
            <p className="muted">{task.closes}</p>
          </details>
        ) : (
          <p className="small muted">{task.closes}</p>
        )}
      </div>
      <div className="task-acts">
        <TaskPlace org={org} task={task} />
        <Acts org={org} task={task} />
      </div>
    </li>
  );
}

function Until({ task }: { readonly task: TaskRow }) {
  if (task.until === null) return <span className="muted">no day set</span>;
  return (
    <span className={task.overdue ? 'status-fail num' : 'num'}>
      {task.overdue ? 'overdue since ' : 'until '}
      <time dateTime={task.until}>{task.until}</time>
    </span>
  );
}

function Acts({ org, task }: Props) {
  const [asking, setAsking] = useState<'snooze' | 'hand' | 'close'>();
  const change = useChange(org);
  const params = { org, task: task.id };
  const close = (): void => setAsking(undefined);
  return (
    <>
      <Menu label="…" name={`More for ${task.title}`} side="right">
        {task.kind === 'typed' ? (
          <button type="button" className="act" onClick={() => setAsking('close')}>
            It is done …
          </button>
        ) : null}
        {task.state === 'snoozed' ? (
          <button
            type="button"
            className="act"
            onClick={() =>
              change.mutate({ act: () => api['tasks.wake']({ params }), done: `${task.title}: back again.` })
            }
          >
            Bring it back
          </button>
        ) : (
          <button type="button" className="act" onClick={() => setAsking('snooze')}>
            Snooze …
          </button>
        )}
        <button type="button" className="act" onClick={() => setAsking('hand')}>
          Not mine: hand it on …
        </button>
      </Menu>
      <span className="small faint task-owner">{task.person ?? said(task.owner)}</span>
      {asking === 'snooze' ? <SnoozeDialog org={org} task={task} close={close} /> : null}
      {asking === 'hand' ? <HandDialog org={org} task={task} close={close} /> : null}
      {asking === 'close' ? <CloseDialog org={org} task={task} close={close} /> : null}
    </>
  );
}

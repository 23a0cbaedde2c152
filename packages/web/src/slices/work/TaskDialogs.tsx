// What can be said of a task: not now, not mine, it is done. Each needs a reason or a name, each can be taken back.
import { OWNER_ROLES } from '@assay/core';
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { Asking, Because, isReason } from '../../ui/Asking.tsx';
import { Select } from '../../ui/Select.tsx';
import { useToday } from '../../ui/useToday.ts';
import { said } from '../../ui/words.ts';
import type { TaskRow } from './tasks.ts';

interface Props {
  readonly org: string;
  readonly task: TaskRow;
  readonly close: () => void;
}

export function SnoozeDialog({ org, task, close }: Props) {
  const [because, setBecause] = useState('');
  const [until, setUntil] = useState('');
  const change = useChange(org);
  const today = useToday();
  const params = { org, task: task.id };
  return (
    <Asking
      title={`Snooze: ${task.title}`}
      act="Snooze it"
      ready={until > today && isReason(because)}
      close={close}
      submit={() =>
        change.mutate({
          act: () => api['tasks.snooze']({ params, body: { until, because: because.trim() } }),
          done: `${task.title}: out of sight until ${until}.`,
          undo: () => api['tasks.wake']({ params }),
        })
      }
    >
      <label className="field">
        <span>It comes back on</span>
        <input
          className="input"
          type="date"
          required
          min={today}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </label>
      <Because value={because} change={setBecause} question="Why not now? Everybody can read this." />
    </Asking>
  );
}

export function HandDialog({ org, task, close }: Props) {
  const [owner, setOwner] = useState(task.owner);
  const change = useChange(org);
  const params = { org, task: task.id };
  return (
    <Asking
      title={`Hand on: ${task.title}`}
      act={`Hand it to the ${said(owner)}`}
      ready={owner !== task.owner}
      close={close}
      submit={() =>
        change.mutate({
          act: () => api['tasks.hand']({ params, body: { owner } }),
          done: `${task.title}: now of the ${said(owner)}.`,
          undo: () => api['tasks.hand']({ params, body: { owner: task.owner } }),
        })
      }
    >
      <Select name="Whose is it?" of={OWNER_ROLES} value={owner} change={setOwner} />
    </Asking>
  );
}

export function CloseDialog({ org, task, close }: Props) {
  const [because, setBecause] = useState('');
  const change = useChange(org);
  const params = { org, task: task.id };
  return (
    <Asking
      title={`Close: ${task.title}`}
      act="It is done"
      ready={isReason(because)}
      close={close}
      submit={() =>
        change.mutate({
          act: () => api['tasks.done']({ params, body: { because: because.trim() } }),
          done: `${task.title}: closed.`,
          undo: () => api['tasks.reopen']({ params }),
        })
      }
    >
      <Because value={because} change={setBecause} question="What was done? It stands in the history." />
    </Asking>
  );
}

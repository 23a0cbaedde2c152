// A task that a person types in; naming a control lets evidence close it.
import { OWNER_ROLES } from '@assay/core';
import { allPages } from '@assay/contract';
import { useState } from 'react';
import { api, useChange, useOrg } from '../data/api.ts';
import { Dialog } from './Dialog.tsx';
import { useToday } from './useToday.ts';
import { said } from './words.ts';

interface Props {
  readonly org: string;
  /** What it is about, where another page asks for it. */
  readonly title?: string;
  readonly control?: string | undefined;
  readonly close: () => void;
}

export function AddTask({ org, close, ...asked }: Props) {
  const [title, setTitle] = useState(asked.title ?? '');
  const [control, setControl] = useState(asked.control ?? '');
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const controls = useOrg(org, ['controls'], () =>
    allPages((page) => api['controls.list']({ params: { org }, query: page })),
  );
  const change = useChange(org);
  const today = useToday();
  const save = (): void => {
    close();
    const role = OWNER_ROLES.find((each) => each === owner);
    change.mutate({
      act: () =>
        api['tasks.add']({
          params: { org },
          body: {
            title: title.trim(),
            ...(control === '' ? {} : { control }),
            ...(role === undefined ? {} : { owner: role }),
            ...(due === '' ? {} : { due }),
          },
        }),
      done: `${title.trim()} is a task.`,
    });
  };
  return (
    <Dialog title="Add a task" close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label className="field">
          <span>What is to be done?</span>
          <input
            className="input"
            autoFocus
            required
            minLength={3}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <label className="field">
          <span>For which control? Evidence that comes for it closes the task.</span>
          <select className="input" value={control} onChange={(event) => setControl(event.target.value)}>
            <option value="">for none</option>
            {(controls.data?.data ?? []).map((each) => (
              <option key={each.code} value={each.code}>
                {each.code} {each.name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>Whose is it?</span>
          <select className="input" value={owner} onChange={(event) => setOwner(event.target.value)}>
            <option value="">whoever owns the control</option>
            {OWNER_ROLES.map((role) => (
              <option key={role} value={role}>
                {said(role)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>Until when, if there is a day?</span>
          <input
            className="input"
            type="date"
            min={today}
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        </label>
        <div className="toolbar">
          <button type="submit" className="button primary" disabled={title.trim().length < 3}>
            Add it
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

// Keeps the window that was tried as a plan; its tasks are done by the state of the data, nobody ticks them off.
import { addDays } from '@assay/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiFailure, api, queries, take } from '../../../../data/api.ts';
import { tell } from '../../../../data/toasts.ts';
import type { WindowStart } from '../window.ts';
import type { Tried } from './Sliders.tsx';

interface Props {
  readonly org: string;
  readonly tried: Tried;
  readonly told: WindowStart;
}

export function SavePlan({ org, tried, told }: Props) {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const { from } = tried;
  const until = addDays(from, tried.days);
  // While one slides, the answer is still that of a moment before.
  const fresh = told.window.from === from && told.window.until === until;
  const named = name.trim() === '' ? `Plan from ${from}` : name.trim();
  const save = async (): Promise<void> => {
    try {
      const body = { name: named, kind: 'plan', from, until } as const;
      const made = take(await api['windows.create']({ params: { org }, body }));
      await queries.invalidateQueries({ queryKey: ['org', org, 'windows'] });
      tell(`${made.id} is kept as a plan; what must happen stands on its page.`);
      await navigate({ to: '/o/$org/windows/$window', params: { org, window: made.id } });
    } catch (cause) {
      tell(cause instanceof ApiFailure ? cause.failure.detail : 'The plan was not kept.');
    }
  };
  return (
    <form
      className="toolbar save-plan"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor="plan-name">Name of the plan</label>
      <input
        id="plan-name"
        className="input"
        maxLength={120}
        placeholder={named}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button primary" disabled={!fresh}>
        Keep as a plan with {told.needs.length === 1 ? '1 task' : `${told.needs.length} tasks`}
      </button>
    </form>
  );
}

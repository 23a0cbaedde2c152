// Chooses an earlier day and says, as long as one is chosen, that the page shows the past.
import { dayWords } from '@assay/core';
import { useNavigate } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useSession } from '../data/api.ts';
import { useAsOf } from '../data/asof.ts';
import { Menu } from './Menu.tsx';

export function AsOf() {
  const { day } = useAsOf();
  const go = useGo();
  const now = useSession().data?.now;
  return (
    <Menu
      className={day === undefined ? 'button quiet' : 'button'}
      side="right"
      label={
        <>
          <History size={15} strokeWidth={1.75} aria-hidden="true" />
          {day === undefined ? 'As of today' : `As of ${day}`}
        </>
      }
    >
      <label className="field menu-field">
        <span>Show what was known at the end of</span>
        <input
          className="input"
          type="date"
          max={now?.slice(0, 10)}
          defaultValue={day}
          onChange={(event) => {
            if (/^\d{4}-\d{2}-\d{2}$/.test(event.target.value)) go(event.target.value);
          }}
        />
      </label>
      {day === undefined ? null : (
        <button type="button" className="act" onClick={() => go(undefined)}>
          Back to today
        </button>
      )}
    </Menu>
  );
}

function useGo(): (next: string | undefined) => void {
  const navigate = useNavigate();
  return (next) =>
    void navigate({
      to: '.',
      search: (before: Readonly<Record<string, unknown>>) => ({ ...before, at: next }),
    });
}

/** One line under the head while the page shows the past, with the way back. */
export function PastNotice() {
  const { day } = useAsOf();
  const go = useGo();
  if (day === undefined) return null;
  return (
    <p className="past" role="status">
      This is what was known on {dayWords(day)}. What came later is left out.{' '}
      <button type="button" className="plain" onClick={() => go(undefined)}>
        Back to today
      </button>
    </p>
  );
}

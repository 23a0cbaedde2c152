// What the plan is made with: the way, the day of its start, who can give how much, days on which nobody works.
import { ADVICE_OPTIONS, OWNER_ROLES } from '@assay/core';
import { useState } from 'react';
import { said } from '../../ui/words.ts';
import { OPTION_TITLES } from '../../ui/options.ts';
import { saidOf, type Plan, type SettingsDraft } from './plan.ts';

interface Props {
  readonly plan: Plan;
  readonly close: () => void;
  readonly say: (next: SettingsDraft, done: string) => void;
}

export function SettingsForm({ plan, close, say }: Props) {
  const [draft, setDraft] = useState<SettingsDraft>(() => saidOf(plan.settings));
  const [holidays, setHolidays] = useState(draft.holidays.join('\n'));
  const days = daysIn(holidays);
  const change = (part: Partial<SettingsDraft>): void => setDraft({ ...draft, ...part });
  return (
    <aside className="drawer" aria-label="What the plan is made with">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          say({ ...draft, holidays: [...days.good] }, 'The plan is made anew.');
          close();
        }}
      >
        <h2>What the plan is made with</h2>
        <label className="field">
          <span>Way</span>
          <select
            className="input"
            value={draft.option ?? ''}
            onChange={(event) =>
              change({ option: ADVICE_OPTIONS.find((each) => each === event.target.value) ?? null })
            }
          >
            <option value="">as advised: {OPTION_TITLES[plan.advised]}</option>
            {ADVICE_OPTIONS.filter((each) => each !== 'nothing_yet').map((each) => (
              <option key={each} value={each}>
                {OPTION_TITLES[each]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>Start; empty for today</span>
          <input
            className="input"
            type="date"
            min={plan.today}
            value={draft.start ?? ''}
            onChange={(event) => change({ start: event.target.value || null })}
          />
        </label>
        <CapacityFields plan={plan} draft={draft} change={change} />
        <label className="field">
          <span>Holidays, a day on each line; Saturdays and Sundays are free anyway</span>
          <textarea
            className="input"
            value={holidays}
            placeholder="2026-12-25"
            aria-invalid={days.bad.length > 0}
            onChange={(event) => setHolidays(event.target.value)}
          />
          {days.bad.length === 0 ? null : (
            <small className="problem">{days.bad.join(', ')}: a day is written as 2026-12-25.</small>
          )}
        </label>
        <div className="toolbar">
          <button type="submit" className="button primary" disabled={days.bad.length > 0}>
            Make the plan anew
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </aside>
  );
}

interface CapacityProps {
  readonly plan: Plan;
  readonly draft: SettingsDraft;
  readonly change: (part: Partial<SettingsDraft>) => void;
}

function CapacityFields({ plan, draft, change }: CapacityProps) {
  const roles = OWNER_ROLES.filter(
    (role) => plan.loads.some((load) => load.role === role) || draft.capacity[role] !== undefined,
  );
  return (
    <fieldset>
      <legend>Person-days a month that each role gives; empty for what the answers say</legend>
      <div className="plan-capacity">
        {roles.map((role) => (
          <label key={role} className="field">
            <span>{said(role)}</span>
            <input
              className="input num"
              type="number"
              min={0.5}
              max={1000}
              step={0.5}
              value={draft.capacity[role] ?? ''}
              placeholder={String(plan.loads.find((load) => load.role === role)?.capacity ?? '')}
              onChange={(event) => {
                const { [role]: _, ...others } = draft.capacity;
                const given = event.target.valueAsNumber;
                change({ capacity: Number.isFinite(given) ? { ...others, [role]: given } : others });
              }}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function daysIn(text: string): { readonly good: readonly string[]; readonly bad: readonly string[] } {
  const lines = text.split(/[\s,;]+/).filter((line) => line !== '');
  const good = lines.filter((line) => /^\d{4}-\d{2}-\d{2}$/.test(line));
  return { good, bad: lines.filter((line) => !good.includes(line)) };
}

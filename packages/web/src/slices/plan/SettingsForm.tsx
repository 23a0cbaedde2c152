// What the plan is made with: the way, the day of its start, who can give how much, days on which nobody works. Only what
// was touched is said: what else stands in the plan when the form is sent stays as it stands.
import { ADVICE_OPTIONS, OWNER_ROLES, parsePlainDate } from '@assay/core';
import { useState } from 'react';
import { useChange } from '../../data/api.ts';
import { Refusal } from '../../ui/FormDialog.tsx';
import { OPTION_TITLES } from '../../ui/options.ts';
import { said } from '../../ui/words.ts';
import type { Plan } from './plan.ts';
import { daysIn, leastDay, saidOf, withCapacity, type SettingsDraft, type Touched } from './settings.ts';
import { settingsChange } from './settingsChange.ts';

interface Props {
  readonly org: string;
  readonly plan: Plan;
  readonly close: () => void;
}

export function SettingsForm({ org, plan, close }: Props) {
  const [touched, setTouched] = useState<Touched>({});
  const [typed, setTyped] = useState<string>();
  const change = useChange(org);
  const draft = { ...saidOf(plan.settings), ...touched };
  const touch = (part: Touched): void => setTouched({ ...touched, ...part });
  const days = daysIn(typed ?? draft.holidays.join('\n'));
  const wrong = days.bad.length > 0 || isNoDay(draft.start);
  const send = (): void => {
    const next = typed === undefined ? draft : { ...draft, holidays: [...days.good] };
    change.mutate(settingsChange(org, plan, { next, done: 'The plan is made anew.' }), { onSuccess: close });
  };
  return (
    <aside className="drawer" aria-label="What the plan is made with">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong) send();
        }}
      >
        <h2>What the plan is made with</h2>
        <WayField plan={plan} draft={draft} touch={touch} />
        <StartField plan={plan} draft={draft} touch={touch} />
        <CapacityFields plan={plan} draft={draft} touch={touch} />
        <label className="field">
          <span>Holidays, a day on each line; Saturdays and Sundays are free anyway</span>
          <textarea
            className="input"
            value={typed ?? draft.holidays.join('\n')}
            placeholder="2026-12-25"
            aria-invalid={days.bad.length > 0}
            onChange={(event) => setTyped(event.target.value)}
          />
          {days.bad.length === 0 ? null : (
            <small className="problem">
              {days.bad.join(', ')}: a day that there is, written as 2026-12-25.
            </small>
          )}
        </label>
        <Refusal of={change.error} />
        <div className="toolbar">
          <button type="submit" className="button primary" disabled={wrong || change.isPending}>
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

interface FieldProps {
  readonly plan: Plan;
  readonly draft: SettingsDraft;
  readonly touch: (part: Touched) => void;
}

function WayField({ plan, draft, touch }: FieldProps) {
  return (
    <label className="field">
      <span>Way</span>
      <select
        className="input"
        value={draft.option ?? ''}
        onChange={({ target }) =>
          touch({ option: ADVICE_OPTIONS.find((each) => each === target.value) ?? null })
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
  );
}

function StartField({ plan, draft: { start }, touch }: FieldProps) {
  return (
    <label className="field">
      <span>Start; empty for today</span>
      <input
        className="input"
        type="date"
        min={leastDay(plan.today, plan.settings.start)}
        value={start ?? ''}
        aria-invalid={isNoDay(start)}
        onChange={(event) => touch({ start: event.target.value || null })}
      />
      {isNoDay(start) ? <small className="problem">There is no such day.</small> : null}
      {start !== null && start < plan.today ? (
        <small className="muted">It has passed: what remains begins today.</small>
      ) : null}
    </label>
  );
}

function CapacityFields({ plan, draft, touch }: FieldProps) {
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
              min={0}
              max={1000}
              step="any"
              value={draft.capacity[role] ?? ''}
              placeholder={String(plan.loads.find((load) => load.role === role)?.capacity ?? '')}
              onChange={({ target: { valueAsNumber: given } }) =>
                touch({
                  capacity: withCapacity(draft.capacity, role, Number.isFinite(given) ? given : undefined),
                })
              }
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function isNoDay(text: string | null): boolean {
  return text !== null && parsePlainDate(text) === undefined;
}

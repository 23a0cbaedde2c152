// A copy of the plan that asks "what if": what differs, and nothing else.
import { parsePlainDate, ADVICE_OPTIONS, OWNER_ROLES } from '@assay/core';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { OPTION_TITLES } from '../../ui/options.ts';
import { said } from '../../ui/words.ts';

interface Draft {
  readonly name: string;
  readonly option: string;
  readonly start: string;
  readonly role: string;
  readonly days: string;
  readonly budget: string;
  readonly people: string;
}

const EMPTY: Draft = {
  name: '',
  option: '',
  start: '',
  role: 'security_lead',
  days: '',
  budget: '',
  people: '',
};

export function VariantDialog({ org, close }: { readonly org: string; readonly close: () => void }) {
  const [draft, setDraft] = useState(EMPTY);
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  return (
    <FormDialog
      org={org}
      title="What if …"
      act="Hold it against the plan"
      done={`${draft.name.trim()} stands beside the plan.`}
      close={close}
      send={() => api['plan_variants.add']({ params: { org }, body: bodyOf(draft) })}
    >
      <label className="field">
        <span>Name of the copy</span>
        <input
          className="input"
          required
          maxLength={120}
          placeholder="With a second engineer"
          value={draft.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </label>
      <p className="small muted">Say what differs; whatever is left empty stays as in the plan.</p>
      <Fields draft={draft} set={set} />
    </FormDialog>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
}

function Fields({ draft, set }: FieldsProps) {
  return (
    <div className="field-row">
      <label className="field">
        <span>Way</span>
        <select
          className="input"
          value={draft.option}
          onChange={(event) => set({ option: event.target.value })}
        >
          <option value="">as in the plan</option>
          {ADVICE_OPTIONS.filter((each) => each !== 'nothing_yet').map((each) => (
            <option key={each} value={each}>
              {OPTION_TITLES[each]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Start</span>
        <input
          className="input"
          type="date"
          value={draft.start}
          onChange={(event) => set({ start: event.target.value })}
        />
      </label>
      <label className="field">
        <span>Role whose capacity differs</span>
        <select className="input" value={draft.role} onChange={(event) => set({ role: event.target.value })}>
          {OWNER_ROLES.map((role) => (
            <option key={role} value={role}>
              {said(role)}
            </option>
          ))}
        </select>
      </label>
      <Numeral name="Its person-days a month" value={draft.days} set={(days) => set({ days })} />
      <Numeral name="Budget of the first year" value={draft.budget} set={(budget) => set({ budget })} />
      <Numeral name="People" value={draft.people} set={(people) => set({ people })} />
    </div>
  );
}

function Numeral({
  name,
  value,
  set,
}: {
  readonly name: string;
  readonly value: string;
  readonly set: (next: string) => void;
}) {
  return (
    <label className="field">
      <span>{name}</span>
      <input
        className="input num"
        type="number"
        min={0}
        step="any"
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}

function bodyOf(draft: Draft) {
  const option = ADVICE_OPTIONS.find((each) => each === draft.option);
  const role = OWNER_ROLES.find((each) => each === draft.role);
  const start = parsePlainDate(draft.start);
  return {
    name: draft.name.trim(),
    note: '',
    answers: {
      ...(draft.budget === '' ? {} : { budget: Number(draft.budget) }),
      ...(draft.people === '' ? {} : { people: Number(draft.people) }),
    },
    settings: {
      ...(option === undefined ? {} : { option }),
      ...(start === undefined ? {} : { start }),
      ...(role === undefined || draft.days === '' ? {} : { capacity: { [role]: Number(draft.days) } }),
    },
  };
}

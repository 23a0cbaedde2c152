// A control of one's own, for what the common set does not know. It is mapped to requirements afterwards.
import { CONTROL_KINDS, FREQUENCIES, OWNER_ROLES } from '@assay/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api } from '../../data/api.ts';
import { NewForm } from '../../ui/NewForm.tsx';
import { Select } from '../../ui/Select.tsx';

interface Form {
  readonly name: string;
  readonly domain: string;
  readonly objective: string;
  readonly activity: string;
  readonly owner_role: (typeof OWNER_ROLES)[number];
  readonly kind: (typeof CONTROL_KINDS)[number];
  readonly frequency: (typeof FREQUENCIES)[number];
  readonly freshness_days: number;
  readonly effort_days: number;
  readonly ask: string;
  readonly good: string;
  readonly bad: string;
}

/** What a form holds before anything is typed. */
const BLANK: Form = {
  name: '',
  domain: '',
  objective: '',
  activity: '',
  owner_role: 'security_lead',
  kind: 'manual',
  frequency: 'quarterly',
  freshness_days: 120,
  effort_days: 1,
  ask: '',
  good: '',
  bad: '',
};

export function NewControlPage() {
  const { org } = useParams({ from: '/o/$org/new-control' });
  const navigate = useNavigate();
  const [form, setForm] = useState(BLANK);
  const set = (change: Partial<Form>): void => setForm({ ...form, ...change });
  const { ask, good, bad, ...rest } = form;
  return (
    <NewForm
      org={org}
      title="Add a control"
      sentence="For what the common set does not know. Map it to requirements once it is there."
      list={['/controls', 'Controls']}
      act="Add the control"
      send={() =>
        api['controls.add']({ params: { org }, body: { ...rest, evidence_wanted: { ask, good, bad } } })
      }
      done={(made) => `${made.code} ${made.name} is added.`}
      open={(made) => navigate({ to: '/o/$org/controls/$control', params: { org, control: made.code } })}
    >
      <div className="field-row">
        <Text label="Name" value={form.name} max={80} change={(name) => set({ name })} />
        <Text label="Domain" value={form.domain} max={60} change={(domain) => set({ domain })} />
      </div>
      <Long
        label="Objective: what it prevents or finds"
        value={form.objective}
        required
        change={(objective) => set({ objective })}
      />
      <Long
        label="Activity: who does what, when, and what remains as a record"
        value={form.activity}
        required
        max={3000}
        change={(activity) => set({ activity })}
      />
      <div className="field-row">
        <Select
          name="Owner"
          of={OWNER_ROLES}
          value={form.owner_role}
          change={(owner_role) => set({ owner_role })}
        />
        <Select name="Kind" of={CONTROL_KINDS} value={form.kind} change={(kind) => set({ kind })} />
        <Select
          name="Runs"
          of={FREQUENCIES}
          value={form.frequency}
          change={(frequency) => set({ frequency })}
        />
      </div>
      <div className="field-row">
        <Amount
          label="Evidence is fresh for (days)"
          value={form.freshness_days}
          min={1}
          change={(freshness_days) => set({ freshness_days })}
        />
        <Amount
          label="First effort (person-days)"
          value={form.effort_days}
          min={0}
          change={(effort_days) => set({ effort_days })}
        />
      </div>
      <Long label="What an auditor will ask for" value={form.ask} change={(ask) => set({ ask })} />
      <div className="field-row">
        <Long label="Evidence that passes" value={form.good} max={1200} change={(good) => set({ good })} />
        <Long label="Evidence that is sent back" value={form.bad} max={1200} change={(bad) => set({ bad })} />
      </div>
    </NewForm>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <label className="field">
      <span>{label}</span>
      {children}
    </label>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly change: (text: string) => void;
}

function Text({ label, value, max, change }: TextProps) {
  return (
    <Field label={label}>
      <input
        className="input"
        required
        maxLength={max}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </Field>
  );
}

interface LongProps {
  readonly label: string;
  readonly value: string;
  readonly required?: true;
  readonly max?: number;
  readonly change: (text: string) => void;
}

function Long({ label, value, required, max = 600, change }: LongProps) {
  return (
    <Field label={label}>
      <textarea
        className="input"
        required={required === true}
        maxLength={max}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </Field>
  );
}

interface AmountProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly change: (amount: number) => void;
}

function Amount({ label, value, min, change }: AmountProps) {
  return (
    <Field label={label}>
      <input
        className="input"
        type="number"
        required
        min={min}
        value={value}
        onChange={(event) => change(event.target.valueAsNumber)}
      />
    </Field>
  );
}

// Opens a room: what the engagement is, which days and controls it looks at, and until when the firm gets in.
import { ROOM_KINDS } from '@assay/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Picker } from '../../ui/Picker.tsx';
import { useToday } from '../../ui/useToday.ts';
import { useControlChoices } from '../evidence/useControlChoices.ts';
import { KINDS } from './rooms.ts';

export function OpenRoom({ org, close }: { readonly org: string; readonly close: () => void }) {
  const today = useToday();
  const navigate = useNavigate();
  const choices = useControlChoices(org);
  const [kind, setKind] = useState<(typeof ROOM_KINDS)[number]>('soc2_type2');
  const [draft, setDraft] = useState({
    title: '',
    firm: '',
    systems: '',
    from: today,
    until: today,
    ends_on: today,
  });
  const [controls, setControls] = useState<readonly string[]>([]);
  const set = (name: keyof typeof draft) => (value: string) => setDraft({ ...draft, [name]: value });
  const send = async () => {
    const made = await api['rooms.create']({
      params: { org },
      body: {
        ...draft,
        kind,
        framework: kind === 'iso_certification' ? 'iso27001:2022' : 'soc2:2017',
        controls: [...controls],
      },
    });
    if (made.ok)
      void navigate({ to: '/o/$org/audits/rooms/$room', params: { org, room: made.value.data.id } });
    return made;
  };
  return (
    <FormDialog
      org={org}
      title="Open a room"
      act="Open it"
      done={`${draft.title} is open; nothing is in it yet.`}
      send={send}
      close={close}
    >
      <Field name="Title" value={draft.title} change={set('title')} first />
      <label className="field">
        <span>Engagement</span>
        <select
          className="input"
          value={kind}
          onChange={(event) => {
            const next = ROOM_KINDS.find((each) => each === event.target.value);
            if (next) setKind(next);
          }}
        >
          {ROOM_KINDS.map((each) => (
            <option key={each} value={each}>
              {KINDS[each]}
            </option>
          ))}
        </select>
      </label>
      <Field name="Certification body or CPA firm" value={draft.firm} change={set('firm')} />
      <Field name="First day of the period" type="date" value={draft.from} change={set('from')} />
      <Field name="First day after the period" type="date" value={draft.until} change={set('until')} />
      <Field
        name="Last day on which the firm gets in"
        type="date"
        value={draft.ends_on}
        change={set('ends_on')}
      />
      <Picker
        name="Controls that are looked at"
        hint="Type a control"
        choices={choices}
        value={controls}
        change={setControls}
      />
      <button
        type="button"
        className="button quiet"
        onClick={() => setControls(choices.map(({ key }) => key))}
      >
        Take all {choices.length} controls
      </button>
    </FormDialog>
  );
}

function Field(props: {
  readonly name: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly type?: 'date';
  readonly first?: boolean;
}) {
  return (
    <label className="field">
      <span>{props.name}</span>
      <input
        className="input"
        type={props.type ?? 'text'}
        autoFocus={props.first}
        required
        maxLength={120}
        value={props.value}
        onChange={(event) => props.change(event.target.value)}
      />
    </label>
  );
}

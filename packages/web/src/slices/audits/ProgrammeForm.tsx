// What ISO/IEC 27001 9.2.2 wants said of the programme; each saving is a version.
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { Asking } from '../../ui/Asking.tsx';
import { useToday } from '../../ui/useToday.ts';
import type { Programme } from './audits.ts';

interface Props {
  readonly org: string;
  readonly held: Programme['programme'];
  readonly close: () => void;
}

const ASKED = [
  ['frequency', 'How often are audits held?', 'Twice a year; what changed or failed comes first'],
  ['methods', 'How is audited?', 'Interviews, samples of records, looking at settings'],
  ['responsibilities', 'Who plans, and who audits what?', 'Who owns a control never audits it'],
  ['reporting', 'To whom are results told, and when?', 'To management, within two weeks'],
] as const;

export function ProgrammeForm({ org, held, close }: Props) {
  const today = useToday();
  const [said, setSaid] = useState({
    begins: held?.begins ?? today,
    frequency: held?.frequency ?? '',
    methods: held?.methods ?? '',
    responsibilities: held?.responsibilities ?? '',
    reporting: held?.reporting ?? '',
  });
  const change = useChange(org);
  const put = (to: typeof said, revision: number) =>
    api['audits.set_programme']({
      params: { org },
      ifMatch: `"${revision}"`,
      body: to,
    });
  const save = (): void =>
    change.mutate({
      act: () => put(said, held?.revision ?? 0),
      done: 'The programme is set.',
      ...(held === null ? {} : { undo: () => put(plainOf(held), held.revision + 1) }),
    });
  return (
    <Asking
      title={held ? 'Change the programme' : 'Set a programme'}
      act={held ? 'Save as the next version' : 'Set the programme'}
      ready={ASKED.every(([name]) => said[name].trim() !== '') && said.begins !== ''}
      waits="All of it is asked for"
      close={close}
      submit={save}
    >
      <label className="field">
        <span>First day of its three years</span>
        <input
          className="input"
          type="date"
          required
          value={said.begins}
          onChange={(event) => setSaid({ ...said, begins: event.target.value })}
        />
      </label>
      {ASKED.map(([name, question, hint]) => (
        <label key={name} className="field">
          <span>{question}</span>
          <textarea
            className="input"
            required
            rows={2}
            maxLength={name === 'frequency' ? 1000 : 5000}
            placeholder={hint}
            value={said[name]}
            onChange={(event) => setSaid({ ...said, [name]: event.target.value })}
          />
        </label>
      ))}
    </Asking>
  );
}

function plainOf(held: NonNullable<Programme['programme']>) {
  const { begins, frequency, methods, responsibilities, reporting } = held;
  return { begins, frequency, methods, responsibilities, reporting };
}

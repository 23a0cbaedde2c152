// Puts down what was found; the rest of its record comes as it is known.
import { FINDING_KINDS, FINDING_SOURCES, type FindingKind, type FindingSource } from '@assay/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, take, useChange } from '../../data/api.ts';
import { Asking } from '../../ui/Asking.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { bodyOf, NO_ABOUT } from './about.ts';
import { AboutFields } from './AboutFields.tsx';

interface Props {
  readonly org: string;
  readonly close: () => void;
}

export function NewFinding({ org, close }: Props) {
  const [kind, setKind] = useState<FindingKind>('minor');
  const [source, setSource] = useState<FindingSource>('own_eyes');
  const [where, setWhere] = useState('');
  const [about, setAbout] = useState(NO_ABOUT);
  const [test, setTest] = useState({ deviations: 1, sample: 25 });
  const navigate = useNavigate();
  const change = useChange(org);
  const against = about.requirements.length + about.controls.length > 0;
  const bound =
    kind === 'minor' || kind === 'major' ? against : kind !== 'exception' || about.controls.length > 0;
  const save = (): void =>
    change.mutate({
      act: async () => {
        const made = await api['findings.add']({
          params: { org },
          body: {
            kind,
            source,
            where: where.trim(),
            ...bodyOf(about),
            exception: kind === 'exception' ? test : null,
          },
        });
        const { id } = take(made);
        void navigate({ to: '/o/$org/audits/findings/$finding', params: { org, finding: id } });
        return made;
      },
      done: 'The finding is recorded.',
    });
  return (
    <Asking
      title="Record a finding"
      act="Record it"
      ready={about.statement.trim() !== '' && bound}
      waits={kind === 'exception' ? 'An exception is one of a control: name it' : 'Name what is not met'}
      close={close}
      submit={save}
    >
      <div className="field-row">
        <Select name="Kind" of={FINDING_KINDS} value={kind} change={setKind} />
        <Select name="Found by" of={FINDING_SOURCES} value={source} change={setSource} />
      </div>
      <label className="field">
        <span>Audit, report or incident in which it was found, if there is one</span>
        <input
          className="input"
          maxLength={200}
          placeholder="IA-2"
          value={where}
          onChange={(event) => setWhere(event.target.value)}
        />
      </label>
      {kind === 'exception' ? (
        <div className="field-row narrow">
          <NumberField
            name="Items that deviated"
            value={test.deviations}
            least={1}
            most={test.sample}
            change={(deviations) => setTest({ ...test, deviations })}
          />
          <NumberField
            name="Items tested"
            value={test.sample}
            least={1}
            most={100_000}
            change={(sample) => setTest({ ...test, sample })}
          />
        </div>
      ) : null}
      <AboutFields org={org} about={about} set={(next) => setAbout({ ...about, ...next })} />
    </Asking>
  );
}

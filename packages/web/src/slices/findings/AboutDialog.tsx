// Changes what a finding says: its statement, what it is held against, its weight, and the clocks that a contract sets.
import { isNonconformity } from '@assay/core';
import { useState } from 'react';
import { Asking } from '../../ui/Asking.tsx';
import { Select } from '../../ui/Select.tsx';
import { aboutOf, bodyOf } from './about.ts';
import { AboutFields } from './AboutFields.tsx';
import { useGoOn, type Finding } from './findings.ts';

interface Props {
  readonly org: string;
  readonly finding: Finding;
  readonly close: () => void;
}

const DAYS = [
  ['plan_days', 'Days for the plan'],
  ['evidence_days', 'Days for evidence of the action'],
] as const;
const DATES = [
  ['next_audit', 'Day of the next audit'],
  ['stage2_ended', 'Last day of stage 2'],
] as const;

export function AboutDialog({ org, finding, close }: Props) {
  const [about, setAbout] = useState(() => aboutOf(finding));
  const [kind, setKind] = useState(finding.kind);
  const [terms, setTerms] = useState(finding.terms);
  const goOn = useGoOn(org, finding);
  const weighed = isNonconformity(finding.kind);
  const save = (): void =>
    goOn(
      { ...bodyOf(about), kind, terms },
      { ...bodyOf(aboutOf(finding)), kind: finding.kind, terms: finding.terms },
      `${finding.id} is changed.`,
    );
  return (
    <Asking
      title={`What ${finding.id} says`}
      act="Save as the next version"
      ready={about.statement.trim() !== ''}
      close={close}
      submit={save}
    >
      {weighed ? (
        <Select
          name="Kind"
          of={['minor', 'major'] as const}
          value={kind === 'major' ? 'major' : 'minor'}
          change={setKind}
        />
      ) : null}
      <AboutFields org={org} about={about} set={(next) => setAbout({ ...about, ...next })} />
      {weighed ? (
        <fieldset>
          <legend>Clocks, where the contract says otherwise; empty: the usual</legend>
          <div className="field-row">
            {DAYS.map(([name, words]) => (
              <label key={name} className="field">
                <span>{words}</span>
                <input
                  className="input"
                  type="number"
                  min={1}
                  max={3650}
                  value={terms[name] ?? ''}
                  onChange={(event) => {
                    const next = event.target.valueAsNumber;
                    setTerms({ ...terms, [name]: Number.isInteger(next) ? next : null });
                  }}
                />
              </label>
            ))}
            {DATES.map(([name, words]) => (
              <label key={name} className="field">
                <span>{words}</span>
                <input
                  className="input"
                  type="date"
                  value={terms[name] ?? ''}
                  onChange={(event) =>
                    setTerms({ ...terms, [name]: event.target.value === '' ? null : event.target.value })
                  }
                />
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
    </Asking>
  );
}

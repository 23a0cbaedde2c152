// What a finding is held against: requirements, controls, evidence, and who answers for it.
import { useMemo } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { PersonField } from '../../ui/PersonField.tsx';
import { Picker } from '../../ui/Picker.tsx';
import { useControlChoices } from '../evidence/useControlChoices.ts';

/** What is typed of what a finding says. */
export interface About {
  readonly statement: string;
  readonly owner: string;
  readonly requirements: readonly string[];
  readonly controls: readonly string[];
  readonly evidence: string;
}

interface Props {
  readonly org: string;
  readonly about: About;
  readonly set: (next: Partial<About>) => void;
}

export function AboutFields({ org, about, set }: Props) {
  const controls = useControlChoices(org);
  const posture = useOrg(org, ['posture', ''], () => api['posture.read']({ params: { org } }));
  const requirements = useMemo(
    () =>
      (posture.data?.data ?? []).flatMap((framework) =>
        framework.requirements.map(({ ref, title }) => ({ key: ref, label: title })),
      ),
    [posture.data],
  );
  return (
    <>
      <label className="field">
        <span>What is, against what should be</span>
        <textarea
          className="input"
          required
          rows={3}
          maxLength={10_000}
          value={about.statement}
          onChange={(event) => set({ statement: event.target.value })}
        />
      </label>
      <Picker
        name="Against which requirements"
        hint="A.5.18, CC6.2, or words"
        choices={requirements}
        value={about.requirements}
        change={(next) => set({ requirements: next })}
      />
      <Picker
        name="Of which controls"
        hint="C-30, or words"
        choices={controls}
        value={about.controls}
        change={(next) => set({ controls: next })}
      />
      <label className="field">
        <span>Evidence that shows it, by id</span>
        <input
          className="input mono"
          placeholder="E-12 E-14"
          value={about.evidence}
          onChange={(event) => set({ evidence: event.target.value })}
        />
      </label>
      <PersonField
        org={org}
        name="Who answers for it"
        value={about.owner}
        change={(owner) => set({ owner })}
      />
    </>
  );
}

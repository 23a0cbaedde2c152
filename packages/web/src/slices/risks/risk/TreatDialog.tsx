// Choose how a risk is treated: the option, by which controls, by whom, until when.
import { OPTIONS } from '@assay/core';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { Picker } from '../../../ui/Picker.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useControlChoices } from '../../evidence/useControlChoices.ts';
import { DayField, LongField, TextField } from '../fields.tsx';
import type { Risk } from '../risks.ts';
import { usePeople } from '../usePeople.ts';

interface Props {
  readonly org: string;
  readonly risk: Risk;
  readonly close: () => void;
}

const MEANT = {
  modify: 'Controls make it less likely or less harmful.',
  retain: 'It is kept as it is; above what is acceptable somebody has to accept it.',
  avoid: 'What causes it is not done.',
  share: 'Another party carries a part, as an insurer or a supplier.',
} as const;

export function TreatDialog({ org, risk, close }: Props) {
  const controls = useControlChoices(org);
  const people = usePeople(org);
  const held = risk.treatment;
  const [option, setOption] = useState<(typeof OPTIONS)[number]>(held?.option ?? 'modify');
  const [told, setTold] = useState({
    plan: held?.plan ?? '',
    controls: held?.controls ?? [],
    owner: held?.owner ?? risk.owner ?? '',
    due: held?.due ?? '',
  });
  return (
    <FormDialog
      org={org}
      title={`Treat ${risk.code}`}
      act={`Choose to ${option} it`}
      done={`${risk.code} is to be treated: ${option}.`}
      send={() =>
        api['risks.treat']({
          params: { org, risk: risk.code },
          body: {
            option,
            plan: told.plan.trim(),
            controls: [...told.controls],
            owner: told.owner.trim() || null,
            due: told.due || null,
          },
        })
      }
      close={close}
    >
      <Select name="Option" of={OPTIONS} value={option} change={setOption} />
      <p className="muted small">{MEANT[option]}</p>
      <LongField label="Plan" value={told.plan} most={4000} change={(plan) => setTold({ ...told, plan })} />
      {option === 'retain' && told.controls.length === 0 ? null : (
        <Picker
          name="Controls"
          hint="C-43 or words"
          choices={controls}
          value={told.controls}
          change={(next) => setTold({ ...told, controls: [...next] })}
        />
      )}
      <TextField
        label="Who carries it out"
        value={told.owner}
        most={120}
        known={{ id: 'treat-people', values: people }}
        change={(owner) => setTold({ ...told, owner })}
      />
      <DayField label="Done by" value={told.due} change={(due) => setTold({ ...told, due })} />
    </FormDialog>
  );
}

// Record that a risk was looked at, what came of it, and when next.
import { REVIEW_OUTCOMES } from '@assay/core';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { DayField, LongField } from '../fields.tsx';
import type { Risk } from '../risks.ts';

interface Props {
  readonly org: string;
  readonly risk: Risk;
  readonly close: () => void;
}

export function ReviewDialog({ org, risk, close }: Props) {
  const today = useToday();
  const [outcome, setOutcome] = useState<(typeof REVIEW_OUTCOMES)[number]>('still_valid');
  const [note, setNote] = useState('');
  const [next, setNext] = useState('');
  return (
    <FormDialog
      org={org}
      title={`Review ${risk.code}`}
      act="Record the review"
      done={`${risk.code} is reviewed; next by ${next}.`}
      send={() =>
        api['risks.review']({
          params: { org, risk: risk.code },
          body: { outcome, note: note.trim(), next },
        })
      }
      close={close}
    >
      <Select name="What came of it" of={REVIEW_OUTCOMES} value={outcome} change={setOutcome} />
      <LongField label="What was looked at" value={note} most={4000} change={setNote} />
      <DayField label="Look at it again by" value={next} required least={today} change={setNext} />
    </FormDialog>
  );
}

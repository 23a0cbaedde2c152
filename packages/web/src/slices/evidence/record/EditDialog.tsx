// Corrects what people say of a record; the artefact stays as it is.
import { useState } from 'react';
import { api, useChange } from '../../../data/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { lastDay, periodOf } from '../covers.ts';
import { RecordFields, type Fields } from '../RecordFields.tsx';
import type { EvidenceRow } from '../records.ts';

interface Props {
  readonly org: string;
  readonly row: EvidenceRow;
  readonly close: () => void;
}

export function EditDialog({ org, row, close }: Props) {
  const [fields, setFields] = useState(fieldsOf(row));
  const change = useChange(org);
  const params = { org, evidence: row.code };
  const period = periodOf(fields.first, fields.last);
  const halfPeriod = period === undefined && (fields.first !== '' || fields.last !== '');
  const save = (): void => {
    close();
    change.mutate({
      act: () => api['evidence.change']({ params, ifMatch: `"${row.revision}"`, body: bodyOf(fields) }),
      done: `${row.code} is corrected.`,
      undo: () =>
        api['evidence.change']({
          params,
          ifMatch: `"${row.revision + 1}"`,
          body: bodyOf(fieldsOf(row)),
        }),
    });
  };
  return (
    <Dialog title={`Correct ${row.code}`} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <RecordFields org={org} value={fields} change={setFields} />
        {halfPeriod ? (
          <p className="problem small">A period needs its first and its last day, in this order.</p>
        ) : null}
        {row.review.state === 'accepted' ? (
          <p className="small muted">It was accepted as it stands; a correction is kept beside that word.</p>
        ) : null}
        <div className="toolbar">
          <button type="submit" className="button primary" disabled={halfPeriod}>
            Save revision {row.revision + 1}
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function fieldsOf(row: EvidenceRow): Fields {
  return {
    title: row.title,
    kind: row.kind,
    performed: row.performed_at,
    first: row.covers?.from ?? '',
    last: row.covers ? lastDay(row.covers.until) : '',
    fresh: row.freshness_days === null ? '' : String(row.freshness_days),
    controls: row.controls.map(({ code }) => code),
  };
}

function bodyOf(fields: Fields) {
  const covers = periodOf(fields.first, fields.last);
  return {
    title: fields.title.trim(),
    kind: fields.kind,
    performed_at: fields.performed,
    controls: [...fields.controls],
    freshness_days: fields.fresh === '' ? null : Number(fields.fresh),
    ...(covers ? { covers } : {}),
  };
}

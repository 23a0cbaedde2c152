// The controls of a check, and the form that changes them.
import { useState } from 'react';
import { IdList } from '../../ui/IdList.tsx';
import { ControlId } from '../../ui/links.tsx';
import { useControlChoices } from '../evidence/useControlChoices.ts';
import type { CheckRow } from './checks.ts';
import { MapForm } from './MapForm.tsx';

export function CheckMapping({ org, row }: { readonly org: string; readonly row: CheckRow }) {
  const [open, setOpen] = useState(false);
  const choices = useControlChoices(org);
  if (open)
    return (
      <MapForm
        org={org}
        check={row.key}
        before={row.controls}
        start={row.controls}
        choices={choices}
        close={() => setOpen(false)}
      />
    );
  return (
    <span className="toolbar">
      {row.controls.length === 0 ? (
        <span className="muted">no control yet</span>
      ) : (
        <IdList ids={row.controls} most={8} link={(code) => <ControlId org={org} code={code} />} />
      )}
      <button type="button" className="button quiet" onClick={() => setOpen(true)}>
        {row.controls.length === 0 ? 'Map …' : 'Change …'}
      </button>
    </span>
  );
}

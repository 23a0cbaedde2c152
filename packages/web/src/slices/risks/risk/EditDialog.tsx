// Reword a risk or hand it to another owner; what was said of it before can be brought back.
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { bodyOf, draftOf } from '../draft.ts';
import { RiskFields } from '../RiskFields.tsx';
import type { Risk } from '../risks.ts';

interface Props {
  readonly org: string;
  readonly risk: Risk;
  readonly close: () => void;
}

export function EditDialog({ org, risk, close }: Props) {
  const [draft, setDraft] = useState(() => draftOf(risk));
  const params = { org, risk: risk.code };
  return (
    <FormDialog
      org={org}
      title={`Edit ${risk.code}`}
      act="Save as the next version"
      done={`${risk.code} is changed.`}
      send={() => api['risks.change']({ params, ifMatch: `"${risk.revision}"`, body: bodyOf(draft) })}
      undo={(made) =>
        api['risks.change']({ params, ifMatch: `"${made.revision}"`, body: bodyOf(draftOf(risk)) })
      }
      close={close}
    >
      <RiskFields org={org} draft={draft} change={setDraft} />
    </FormDialog>
  );
}

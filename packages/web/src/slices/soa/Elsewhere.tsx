// Puts in a necessary control from elsewhere: one that no row of Annex A answers to (6.1.3 b, any source).
import { useState } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Picker } from '../../ui/Picker.tsx';
import { useControlChoices } from '../evidence/useControlChoices.ts';
import { EditRow } from './EditRow.tsx';
import type { SoaRow, Statement } from './soa.ts';

interface Props {
  readonly org: string;
  readonly statement: Statement;
}

export function Elsewhere({ org, statement }: Props) {
  const [asking, setAsking] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const taken = new Set(statement.rows.flatMap(({ id, controls }) => [id, ...controls]));
  const choices = useControlChoices(org).filter(({ key }) => !taken.has(key));
  const [code] = chosen;
  const close = (): void => {
    setAsking(false);
    setChosen([]);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        Add from elsewhere
      </button>
      {asking && code === undefined ? (
        <Dialog title="A necessary control from elsewhere" close={close}>
          <p className="muted">
            A control that no row of Annex A stands for, but that a risk, a law, a contract or a baseline
            needs.
          </p>
          <div className="room-for-choices">
            <Picker
              name="Control"
              hint="C-43, or words of its name"
              choices={choices}
              value={chosen}
              change={setChosen}
            />
          </div>
        </Dialog>
      ) : null}
      {code === undefined ? null : (
        <NewRow
          org={org}
          id={code}
          title={choices.find(({ key }) => key === code)?.label ?? ''}
          close={close}
        />
      )}
    </>
  );
}

interface NewRowProps {
  readonly org: string;
  readonly id: string;
  readonly title: string;
  readonly close: () => void;
}

function NewRow({ org, id, title, close }: NewRowProps) {
  const found = useOrg(org, ['soa-row', id], () => api['soa.row']({ params: { org, row: id } }));
  if (!found.data) return null;
  const row = found.data.row ?? { ...NONE, id, title };
  return <EditRow org={org} row={{ ...row, tag: found.data.tag }} close={close} />;
}

/** A row that is not there yet. */
const NONE: Omit<SoaRow, 'id' | 'title'> = {
  theme: 'elsewhere',
  decision: 'in',
  reasons: [],
  justification: '',
  status: '',
  implementation: null,
  due: null,
  how: '',
  owner: null,
  custom: {},
  controls: [],
  risks: [],
  evidence: [],
  proof: null,
  trace: [],
};

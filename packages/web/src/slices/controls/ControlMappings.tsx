// What a control answers, how strongly and why. A mapping is reviewed, added or removed by a named person.
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { isReference, type Control } from '../../data/rows.ts';
import { RequirementId } from '../../ui/links.tsx';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import { MappingForm } from './MappingForm.tsx';

interface Props {
  readonly org: string;
  readonly control: Control;
  readonly past: boolean;
}
type Mapping = Control['mappings'][number];

export function ControlMappings({ org, control, past }: Props) {
  const [editing, setEditing] = useState<Mapping | 'new' | undefined>();
  const columns: readonly SmallColumn<Mapping>[] = [
    {
      name: 'Requirement',
      value: (row) => row.to,
      show: (row) => <RequirementId org={org} reference={row.to} />,
    },
    {
      name: 'Why',
      grow: true,
      value: (row) => row.rationale,
      show: (row) => (
        <>
          {titleOf(row)}
          <span className="block muted small">{row.rationale}</span>
        </>
      ),
    },
    { name: 'Strength', value: (row) => row.strength, show: (row) => row.strength },
    {
      name: 'Relation',
      value: (row) => row.relation,
      show: (row) => <span className="muted">{row.relation}</span>,
    },
    {
      name: 'Reviewed by',
      value: (row) => row.reviewer,
      show: (row) => (
        <span className={row.reviewer === 'unreviewed' ? 'faint' : undefined}>{row.reviewer}</span>
      ),
    },
    {
      name: 'Change',
      show: (row) => <Changes org={org} code={control.code} mapping={row} edit={() => setEditing(row)} />,
    },
  ];
  return (
    <>
      <TableSection
        title="What it answers"
        file={`${control.code}-mappings`}
        rows={control.mappings}
        keyOf={(row) => row.to}
        columns={past ? columns.filter(({ value }) => value !== undefined) : columns}
        more={[{ name: 'Title', value: titleOf }]}
        acts={
          past ? null : (
            <button type="button" className="button quiet" onClick={() => setEditing('new')}>
              Map to a requirement
            </button>
          )
        }
        empty={<p className="muted">It answers nothing yet.</p>}
      />
      {editing === undefined ? null : (
        <MappingForm
          org={org}
          code={control.code}
          mapping={editing === 'new' ? undefined : editing}
          taken={control.mappings.map((each) => each.to)}
          close={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

function titleOf({ title }: Mapping): string {
  return title.slice(title.indexOf(' ') + 1);
}

interface ChangesProps {
  readonly org: string;
  readonly code: string;
  readonly mapping: Mapping;
  readonly edit: () => void;
}

function Changes({ org, code, mapping, edit }: ChangesProps) {
  const change = useChange(org);
  const params = { org, control: code };
  const id = mapping.to.slice(mapping.to.indexOf('/') + 1);
  const { to, relation, strength, rationale } = mapping;
  if (!isReference(to)) return null;
  return (
    <span className="ids">
      <button type="button" className="plain" onClick={edit}>
        review<span className="sr"> {id}</span>
      </button>
      <button
        type="button"
        className="plain"
        onClick={() =>
          change.mutate({
            act: () => api['mappings.remove']({ params, query: { to } }),
            done: `${code} no longer answers ${id}.`,
            undo: () =>
              api['mappings.put']({
                params,
                body: { to, relation, strength, rationale, reviewed: mapping.reviewer !== 'unreviewed' },
              }),
          })
        }
      >
        remove<span className="sr"> {id}</span>
      </button>
    </span>
  );
}

// What a control answers, how strongly and why. A mapping is reviewed, added or removed by a named person.
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { isReference, type Control } from '../../data/rows.ts';
import { RequirementId } from '../../ui/links.tsx';
import { MappingForm } from './MappingForm.tsx';

interface Props {
  readonly org: string;
  readonly control: Control;
  readonly past: boolean;
}
type Mapping = Control['mappings'][number];

export function ControlMappings({ org, control, past }: Props) {
  const [editing, setEditing] = useState<Mapping | 'new' | undefined>();
  return (
    <section className="section" aria-labelledby="answers">
      <div className="section-head">
        <h2 id="answers">What it answers</h2>
        {past ? null : (
          <button type="button" className="button quiet" onClick={() => setEditing('new')}>
            Map to a requirement
          </button>
        )}
      </div>
      <div className="table-wrap">
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">Requirement</th>
              <th scope="col">Why</th>
              <th scope="col">Strength</th>
              <th scope="col">Relation</th>
              <th scope="col">Reviewed by</th>
              {past ? null : <th scope="col">Change</th>}
            </tr>
          </thead>
          <tbody>
            {control.mappings.map((row) => (
              <tr key={row.to}>
                <td>
                  <RequirementId org={org} reference={row.to} />
                </td>
                <td className="grow">
                  {row.title.slice(row.title.indexOf(' ') + 1)}
                  <span className="block muted small">{row.rationale}</span>
                </td>
                <td>{row.strength}</td>
                <td className="muted">{row.relation}</td>
                <td className={row.reviewer === 'unreviewed' ? 'faint' : undefined}>{row.reviewer}</td>
                {past ? null : (
                  <td>
                    <Changes org={org} code={control.code} mapping={row} edit={() => setEditing(row)} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {editing === undefined ? null : (
        <MappingForm
          org={org}
          code={control.code}
          mapping={editing === 'new' ? undefined : editing}
          taken={control.mappings.map((each) => each.to)}
          close={() => setEditing(undefined)}
        />
      )}
    </section>
  );
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

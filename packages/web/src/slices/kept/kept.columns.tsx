// The columns of what a kept table changes.
import { Link } from '@tanstack/react-router';
import { RequirementId } from '../../ui/links.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import type { SmallColumn } from '../../ui/TableSection.tsx';
import { fieldWord, type Kept, type KeptRow } from './kept.ts';

export function keptRowColumns(org: string, kept: Kept): readonly SmallColumn<KeptRow>[] {
  return [
    { name: 'Row', show: (row) => row.row, value: (row) => row.row, number: true },
    {
      name: kept.kind === 'statement' ? 'Control' : 'Risk',
      show: (row) => <Subject org={org} kept={kept} row={row} />,
      value: (row) => row.subject ?? row.ref,
    },
    { name: 'Title', show: (row) => row.title, value: (row) => row.title, grow: true },
    {
      name: 'Outcome',
      show: (row) => <StatusMark state={`kept_${row.outcome}`} />,
      value: (row) => row.outcome,
    },
    {
      name: 'What',
      show: (row) => <What row={row} />,
      value: (row) =>
        [
          ...row.problems,
          ...row.changes.map(({ field, before, after }) => `${field}: ${before} → ${after}`),
          ...row.notes,
        ].join('; '),
      grow: true,
    },
  ];
}

function Subject({ org, kept, row }: { readonly org: string; readonly kept: Kept; readonly row: KeptRow }) {
  if (row.subject === null) return <span className="id">{row.ref}</span>;
  if (kept.kind === 'statement')
    return <RequirementId org={org} reference={`iso27001:2022/${row.subject}`} />;
  return (
    <Link to={`/o/${org}/risks/${row.subject}`} className="id">
      {row.subject}
    </Link>
  );
}

const FIELDS_SHOWN = 3;

/** Why it cannot stand, or what becomes what; more than a few fields are folded. */
function What({ row }: { readonly row: KeptRow }) {
  // A new risk is called what its title says; that stands beside it already.
  const changes = row.changes.filter(({ before, after }) => before !== '' || after !== row.title);
  const first = changes.slice(0, FIELDS_SHOWN);
  const more = changes.slice(FIELDS_SHOWN);
  return (
    <div className="kept-what">
      {row.problems.map((text) => (
        <span key={text}>{text}</span>
      ))}
      {first.map((change) => (
        <ChangeLine key={change.field} change={change} />
      ))}
      {more.length > 0 ? (
        <details>
          <summary>
            {more.length} more {more.length === 1 ? 'field' : 'fields'}
          </summary>
          {more.map((change) => (
            <ChangeLine key={change.field} change={change} />
          ))}
        </details>
      ) : null}
      {row.notes.map((text) => (
        <span key={text} className="small muted">
          {text}
        </span>
      ))}
    </div>
  );
}

function ChangeLine({ change: { field, before, after } }: { readonly change: KeptRow['changes'][number] }) {
  return (
    <span>
      <span className="muted">{fieldWord(field)}: </span>
      {before === '' ? null : <s className="muted">{before}</s>} {after === '' ? 'nothing' : after}
    </span>
  );
}

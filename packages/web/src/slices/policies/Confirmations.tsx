// Who has confirmed the version in force, and who was named and has not.
import { StatusMark } from '../../ui/marks.tsx';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import { minuteText } from '../../ui/words.ts';
import { ConfirmedBar } from './ConfirmedBar.tsx';
import type { Policy } from './policies.ts';

interface Row {
  readonly person: string;
  readonly at: string;
  readonly proof: string;
}

/** Rows that are shown at once; whoever is missing is always among them. */
const FEW = 8;

export function Confirmations({ policy }: { readonly policy: Policy }) {
  const { acknowledged, confirmations } = policy;
  if (acknowledged === null) return null;
  const beyond = new Set(acknowledged.beyond);
  const rows: readonly Row[] = [
    ...acknowledged.missing.map((person) => ({ person, at: '', proof: '' })),
    ...confirmations.map(({ person, at, proof, recorded_by }) => ({
      person,
      at,
      proof:
        (proof === null ? 'in person' : `${proof}, recorded by ${recorded_by}`) +
        (beyond.has(person) ? '; not named, so not counted' : ''),
    })),
  ];
  return (
    <TableSection
      title={`Confirmations of version ${policy.in_force ?? ''}`}
      acts={<ConfirmedBar of={acknowledged} />}
      rows={rows}
      columns={COLUMNS}
      keyOf={(row) => row.person}
      file={`${policy.code}-confirmations`}
      first={Math.max(FEW, acknowledged.missing.length)}
      empty={<p className="muted">Nobody is named to confirm it, so nothing is known.</p>}
    />
  );
}

const COLUMNS: readonly SmallColumn<Row>[] = [
  { name: 'Person', value: (row) => row.person, show: (row) => row.person },
  {
    name: 'State',
    value: (row) => (row.at === '' ? 'missing' : 'confirmed'),
    show: (row) => <StatusMark state={row.at === '' ? 'policy_missing' : 'policy_confirmed'} />,
  },
  {
    name: 'When',
    value: (row) => row.at,
    show: (row) => (row.at === '' ? null : <time dateTime={row.at}>{minuteText(row.at)}</time>),
  },
  {
    name: 'How',
    grow: true,
    value: (row) => row.proof,
    show: (row) => <span className="muted">{row.proof}</span>,
  },
];

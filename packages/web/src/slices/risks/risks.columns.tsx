// The columns of the register.
import { StatusMark } from '../../ui/marks.tsx';
import type { Column } from '../../ui/table.tsx';
import { LevelMark } from './LevelMark.tsx';
import { Sentence } from './Sentence.tsx';
import { RiskId } from './RiskId.tsx';
import { lettersOf, type Method, type Risk } from './risks.ts';

/** The levels of a risk that its register shows side by side. */
const LEVELS = [
  ['Inherent', 'inherent'],
  ['Now', 'current'],
  ['Target', 'target'],
] as const;

export function riskColumns(org: string, method: Method): readonly Column<Risk>[] {
  return [
    {
      name: 'Id',
      value: (row) => Number(row.code.slice(2)),
      show: (row) => <RiskId org={org} code={row.code} />,
    },
    {
      name: 'Risk',
      grow: true,
      value: (row) => row.title,
      show: (row) => (
        <>
          {row.title}
          <span className="block muted small">
            <Sentence of={row.sentence} />
          </span>
        </>
      ),
    },
    {
      name: 'C I A',
      value: (row) => lettersOf(row.properties),
      show: (row) => <span title={row.properties.join(', ')}>{lettersOf(row.properties)}</span>,
    },
    ...LEVELS.map(([name, of]): Column<Risk> => ({
      name,
      value: (row) => row[of]?.level ?? 0,
      show: (row) => <Level name={name} of={row[of]} method={method} />,
    })),
    {
      name: 'State',
      value: (row) => row.state,
      show: (row) => <StatusMark state={`risk_${row.state}`} />,
    },
    {
      name: 'Owner',
      value: (row) => row.owner ?? '',
      show: (row) => row.owner ?? <span className="faint">nobody</span>,
    },
    {
      name: 'Asked',
      number: true,
      value: (row) => row.lints.length,
      show: (row) =>
        row.lints.length === 0 ? (
          <span className="faint hide-phone">0</span>
        ) : (
          <span title={row.lints.map(({ sentence }) => sentence).join(' ')}>
            {row.lints.length}
            <span className="only-phone"> asked</span>
          </span>
        ),
    },
  ];
}

function Level({
  name,
  of,
  method,
}: {
  readonly name: string;
  readonly of: Risk['current'];
  readonly method: Method;
}) {
  if (!of) return null;
  return (
    <>
      <span className="only-phone faint">{name.toLowerCase()} </span>
      <LevelMark level={of.level} of={method.levels.length} name={of.name} />
    </>
  );
}
